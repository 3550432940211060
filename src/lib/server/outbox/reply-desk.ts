import { isolateText } from '$lib/format/isolate-text';
import type { ReplyAddress } from '$lib/replies/reply-address';
import { isSameAddress } from '$lib/replies/reply-address';
import { messageLines, type MarkedLine } from '../panels/messages-text';
import { newReplyId, type OutboxRow } from './outbox-row';

/** A row of the outbox as a page shows it. The words are the host's own: other people's text, cleaned. */
export type ShownReply = Pick<
	OutboxRow,
	'id' | 'address' | 'answered' | 'state' | 'fate' | 'createdAt' | 'changedAt' | 'settledBy' | 'closing'
> & {
	lines: MarkedLine[];
	words: string[];
	/** The id of the reply that sending it again would be. */
	againId: string;
	/** Whether another row goes on with its words. */
	isReplaced: boolean;
};

const ROOM = { graphemes: 12_000, lines: 400 };
const LONGEST_SENTENCE = 300;
const DAY = 86_400_000;

/** Rows that wait for somebody: nothing more happens to them by itself. */
export const isWaiting = ({ state }: Pick<OutboxRow, 'state'>) => state === 'queued' || state === 'unknown';

/** A row as a page shows it. */
export function shownReply(row: OutboxRow, rows: readonly OutboxRow[], now: number): ShownReply {
	const { id, address, answered, state, fate, createdAt, changedAt, settledBy, closing } = row;
	return {
		...{ id, address, answered, state, fate, createdAt, changedAt, settledBy, closing },
		lines: messageLines(row.text, [], ROOM),
		words: row.words.map((words) => isolateText(words, LONGEST_SENTENCE)),
		againId: newReplyId(now),
		isReplaced: rows.some(({ again }) => again === id)
	};
}

/**
 * What a thread shows of the replies to it: those that wait or are on their way, those of the last day that failed and
 * were not sent again, and the last one that was sent.
 */
export function repliesOf(rows: readonly OutboxRow[], address: ReplyAddress, now: number): ShownReply[] {
	const own = rows.filter((row) => isSameAddress(row.address, address));
	const lastSent = own.findLast(({ state }) => state === 'sent');
	const isShown = (row: OutboxRow) => {
		if (row.state === 'sent') return row === lastSent;
		if (row.state !== 'failed') return true;
		return row.settledBy === 'host' && now - row.changedAt < DAY;
	};
	return own
		.filter(isShown)
		.map((row) => shownReply(row, own, now))
		.filter(({ state, isReplaced }) => state !== 'failed' || !isReplaced);
}
