import { isolateText } from '$lib/format/isolate-text';
import { formatCount } from '$lib/format/numbers';
import { platformName } from '$lib/format/names';
import type { Thread } from '$lib/server/panels/thread';
import { threadWords } from '$lib/wording/thread-words';

/** A thread with something in it. */
export type ShownThread = Exclude<Thread, { kind: 'none' | 'missing' }>;
export type ThreadAround = Pick<ShownThread, 'brand' | 'platform' | 'type'>;

const LONGEST_SUBTYPE = 40;
const LONGEST_NAME = 60;
const MOST_NAMES = 4;
const SUBTYPES = new Map<string, string>(Object.entries(threadWords.subtypes));

/** What a message is beside plain, in words; one that is not known is shown as it came, cleaned. */
export function subtypeName(subtype: string): string {
	return SUBTYPES.get(subtype) ?? isolateText(subtype, LONGEST_SUBTYPE);
}

/** Who takes part: the names of the customers, as many as there is room for, and the brand. */
function participantsLine({ participants, brand }: ShownThread & { kind: 'conversation' }): string {
	if (participants.length === 0) return threadWords.unnamed;
	const named = participants.slice(0, MOST_NAMES);
	const left = participants.length - named.length;
	const others = left === 0 ? [] : [threadWords.moreNames(formatCount(left))];
	return threadWords.between(threadWords.names([...named, ...others, isolateText(brand.name, LONGEST_NAME)]));
}

/** The line above a thread: how much of what, on which platform, and whose. */
export function threadLine(thread: ShownThread): string {
	const platform = platformName(thread.platform);
	if (thread.kind === 'alone') {
		return thread.platform === 'other' ? threadWords.noThreadAlone : threadWords.noThread(platform);
	}
	const count = formatCount(thread.entries.length);
	if (thread.kind === 'comments') return threadWords.countComments(count);
	const parts = [threadWords.count(count), participantsLine(thread)];
	return [...parts, ...(thread.isGroup === true ? [threadWords.group] : [])].join(', ');
}

/** What the panel's caption says before the thread has come, and once it is there. */
export function threadCaption(thread: Thread | null): string {
	if (thread === null || thread.kind === 'none' || thread.kind === 'missing') return threadWords.loading;
	return threadWords[thread.kind];
}
