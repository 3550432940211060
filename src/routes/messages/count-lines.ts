import { formatCount } from '$lib/format/numbers';
import type { Sentiment } from '$lib/community/vocabulary';
import type { MessageList } from '$lib/server/panels/messages';
import type { MessagesSummary } from '$lib/server/panels/messages-summary';
import { messageWords } from '$lib/wording/message-words';

/** How many messages the list has, as its title says it. */
export function countTitle({ total, rows, first }: Pick<MessageList, 'total' | 'rows' | 'first'>): string {
	const { count, atLeast } = messageWords.list;
	if (total !== null) return count(formatCount(total));
	return atLeast(formatCount(first - 1 + rows.length));
}

/**
 * What has to be said about the count: whether it is that of the statistics, and else why not.
 * @param counted the number of the statistics, or null where they do not tell
 */
export function countNotes(
	{ total, notFiltered, missing }: Pick<MessageList, 'total' | 'notFiltered' | 'missing'>,
	counted: number | null
): string[] {
	const words = messageWords.count;
	const without = missing.length === 0 ? [] : [words.without(missing.join(', '))];
	if (notFiltered.length > 0) {
		const filtered = words.notFiltered(notFiltered);
		return [...without, counted === null ? filtered : `${filtered} ${words.counted(formatCount(counted))}`];
	}
	if (counted === null || total === null || missing.length > 0) return without;
	if (total === counted) return total === 0 ? [] : [words.agrees];
	return [total < counted ? words.fewer(formatCount(counted)) : words.more(formatCount(counted))];
}

/**
 * How many messages the statistics count for the list, or null where they do not tell: those with the chosen
 * sentiments, or all of them.
 */
export function countedMessages(summary: MessagesSummary, sentiments: readonly Sentiment[]): number | null {
	if (sentiments.length === 0) return summary.volume;
	return sentiments.reduce((sum, sentiment) => sum + summary.counts[sentiment], 0);
}
