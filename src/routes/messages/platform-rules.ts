import { platformOfType } from '$lib/community/vocabulary';
import type { ReplyTarget } from '$lib/replies/reply-rules';
import { writeWords } from '$lib/wording/write-words';

const words = writeWords.reply;

/**
 * What the platform allows of a reply, to be read before one is written. `notes` are what `checkReply` says of the text
 * and the clock.
 */
export function platformRules(target: ReplyTarget, name: string, notes: readonly string[]): string[] {
	const platform = platformOfType(target.type ?? '');
	if (target.kind === 'message') {
		const hasWindow = platform === 'instagram' || platform === 'facebook';
		if (!hasWindow) return [...notes, words.noGroups];
		const window = target.lastReceivedAt === null ? words.windowUnknown(name) : words.window(name);
		return [window, ...notes, words.noGroups];
	}
	if (platform === 'youtube') return [words.youtube, ...notes];
	return platform === 'tiktok' ? [words.tiktok, ...notes] : [...notes];
}
