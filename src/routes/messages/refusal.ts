import { fail } from '@sveltejs/kit';
import { hostWords } from '$lib/community/host-words';
import type { CommunityError } from '$lib/errors/community-error';
import { ERROR_TABLE } from '$lib/errors/community-error';
import { isolateText } from '$lib/format/isolate-text';
import { hostKind } from '$lib/server/host';
import { settings } from '$lib/server/settings';
import { writeWords } from '$lib/wording/write-words';

/** One reason why nothing was written, by the field at fault. */
export type Problem = { field: string; says: string };

/**
 * Why a form was refused, for the page that shows it: `of` is the reply or the message that it was about, `typed` what
 * somebody wrote. `words` are the host's own. `offers` is what the same form may do about it.
 */
export type Refusal = {
	act: 'reply' | 'settle' | 'change';
	of: string;
	problems: Problem[];
	words: string[];
	typed: string;
	offers: 'repeat' | 'make' | null;
};

const LONGEST_SENTENCE = 300;

type About = Pick<Refusal, 'act' | 'of'> & Partial<Refusal>;

/** A form that was not obeyed. What was typed goes back with it. */
export function refuse(status: number, about: About, ...problems: Problem[]) {
	const refusal: Refusal = { words: [], typed: '', offers: null, ...about, problems };
	return fail(status, refusal);
}

/** The host’s own sentences, safe to stand beside ours. */
function shownHostWords(error: CommunityError): string[] {
	return hostWords(error).map((words) => isolateText(words, LONGEST_SENTENCE));
}

/** A form that failed at the host. */
export function refuseByHost(error: CommunityError, about: About, field = 'host') {
	const { status, sentence } = ERROR_TABLE[error.code];
	return refuse(status, { ...about, words: shownHostWords(error) }, { field, says: sentence });
}

/** Why nobody may write here, or null where everybody may. */
export function whyOff(): string | null {
	return settings().replies ? null : writeWords.off[hostKind()];
}

/** The refusal of every form while writing is off, however it came here. */
export function refuseOff(about: About, why: string) {
	return refuse(403, about, {
		field: 'UNDERTONE_REPLIES',
		says: `${writeWords.off.title} ${why}`
	});
}
