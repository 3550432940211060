import type { ReplyNote, ReplyProblem } from '$lib/replies/reply-rules';

const PLATFORMS: Record<string, string> = {
	facebook: 'Facebook',
	instagram: 'Instagram',
	tiktok: 'TikTok',
	twitter: 'X',
	youtube: 'YouTube'
};

const platformWord = (platform: string) => PLATFORMS[platform] ?? 'The platform';

const UNITS = { bytes: 'bytes', characters: 'characters', weighted: 'characters as X counts them' } as const;

/** Why a reply is refused before it is sent, and what to do about it. */
export function replyProblemWords(problem: ReplyProblem): string {
	switch (problem.rule) {
		case 'empty':
			return 'There is nothing to send. Write a text.';
		case 'broken':
			return 'The text holds a control character or half a character. Take it out.';
		case 'too_long':
			return `The text has ${problem.length} ${UNITS[problem.unit]}, and at most ${problem.most} can be sent. Shorten it.`;
		case 'emoji':
			return `YouTube does not show emoji in replies. Take out ${problem.found.join(' ')}.`;
		case 'group':
			return 'Conversations with several people cannot be answered from here. Answer in the app of the platform.';
		case 'window_closed':
			return `${platformWord(problem.platform)} takes replies for 7 days after the customer’s last message, and these are over. Answer in the app of the platform, or wait until the customer writes again.`;
		case 'reply_to_reply':
			return 'YouTube takes replies to comments, and none to replies. Answer the comment at the top of the thread.';
	}
}

const HOUR = 3_600_000;

/** How long there is still time, in days and hours, or in minutes at the end. */
export function timeLeftWords(left: number): string {
	const minutes = Math.floor(left / 60_000);
	if (left < HOUR) return `${minutes} min`;
	const hours = Math.floor(left / HOUR);
	return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** What whoever replies should know. */
export function replyNoteWords(note: ReplyNote): string {
	if (note.rule === 'window_open') {
		return `${platformWord(note.platform)} takes a reply for another ${timeLeftWords(note.left)}.`;
	}
	return `TikTok turns ${note.mentions.join(', ')} into plain text: nobody will be notified.`;
}
