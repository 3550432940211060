import { isSameAddress, type ReplyAddress } from '$lib/replies/reply-address';
import { nodeDisk, type Disk } from '../records/disk';
import { openKeptFile, type FileEdit, type KeptFile, type RecordDamage } from '../records/kept-file';
import { OUTBOX_FILE, type OutboxContents } from './outbox-file';
import { formTime, KEPT_FOR, type OutboxRow } from './outbox-row';

/** A reply as its form sends it. `repeats` says that somebody wants the same words to be sent once more. */
export type ReplyDraft = Pick<OutboxRow, 'id' | 'address' | 'answered' | 'text' | 'by'> & {
	closes: boolean;
	repeats: boolean;
};

/**
 * What becomes of a draft. `known` is a form that came before: its row stands as it is. `repeated` is another form
 * with the words that were sent to the same place within a day.
 */
export type Queued =
	| { kind: 'queued'; row: OutboxRow }
	| { kind: 'known'; row: OutboxRow }
	| { kind: 'repeated'; row: OutboxRow }
	| { kind: 'form_invalid' | 'form_old' | 'full' };

/** What a call came to. */
export type ReplyOutcome = Pick<OutboxRow, 'state' | 'fate' | 'code' | 'words' | 'answerId'>;

/** What a person can say about a row that waits for one, or null where that is no longer true. */
export type Said = Promise<OutboxRow | null>;

/**
 * The replies of this installation, one row each. Every change is on disk before it resolves. A row is taken out of
 * `queued` by one caller alone, so that whoever holds it may make the one call. A row that is in `sending` while this
 * process sends it not was left so by a process that ended: it is in doubt, and becomes `unknown` as soon as anybody looks.
 */
export type Outbox = {
	/** Every row, the oldest first. */
	rows: (now: number) => Promise<readonly OutboxRow[]>;
	queue: (draft: ReplyDraft, now: number) => Promise<Queued>;
	/** Take a queued row to send it: null where there is none, or somebody else has it. End with `settle`. */
	take: (id: string, now: number) => Said;
	settle: (id: string, outcome: ReplyOutcome, now: number) => Said;
	noteClosing: (id: string, closing: OutboxRow['closing'], now: number) => Said;
	/** "It is there": somebody looked, and a row in doubt was sent. */
	confirm: (id: string, now: number) => Said;
	/** "It is not there": the row failed, and the same words wait in a row of their own, under the id of this form. */
	queueAgain: (id: string, newId: string, now: number) => Said;
	/** Give up a reply that was never sent. */
	discard: (id: string, now: number) => Said;
	damages: () => readonly RecordDamage[];
};

const MOST_ROWS = 5_000;
const REPEATED_WITHIN = 86_400_000;

const isOver = ({ state }: OutboxRow) => state === 'sent' || state === 'failed';

/** Rows that nobody needs any more are let go: those that ended, once no form of theirs can come again. */
function withoutOld(rows: readonly OutboxRow[], now: number): OutboxRow[] {
	return rows.filter((row) => !isOver(row) || now - row.createdAt <= KEPT_FOR);
}

function findRepeated(rows: readonly OutboxRow[], address: ReplyAddress, text: string, now: number) {
	return rows.findLast(
		(row) =>
			row.state !== 'failed' &&
			row.text === text &&
			now - row.createdAt < REPEATED_WITHIN &&
			isSameAddress(row.address, address)
	);
}

function newRow(draft: ReplyDraft, now: number): OutboxRow {
	const { id, address, answered, text, by, closes } = draft;
	return {
		...{ id, address, answered, text, by, createdAt: now, changedAt: now, state: 'queued' },
		...{ fate: null, code: null, words: [], answerId: null, settledBy: null, again: null },
		closing: closes ? 'wanted' : 'no'
	};
}

type Edited = FileEdit<OutboxContents, OutboxRow | null>;
type Change = Partial<OutboxRow>;

/** Change one row, if it is in one of the states from which this step leads on. */
function step(
	contents: Readonly<OutboxContents>,
	id: string,
	from: readonly OutboxRow['state'][],
	change: (row: OutboxRow) => Change
): Edited {
	const before = contents.rows.find((row) => row.id === id);
	if (before === undefined || !from.includes(before.state)) return { contents: null, result: null };
	const after: OutboxRow = { ...before, ...change(before) };
	const rows = contents.rows.map((row) => (row === before ? after : row));
	return { contents: { ...contents, rows }, result: after };
}

/** Cases in order: the form came before; it is none of ours; it is too old; there is no room; the words were sent. */
function queueDraft(
	contents: Readonly<OutboxContents>,
	draft: ReplyDraft,
	now: number
): FileEdit<OutboxContents, Queued> {
	const refuse = (result: Queued) => ({ contents: null, result });
	const known = contents.rows.find(({ id }) => id === draft.id);
	if (known !== undefined) return refuse({ kind: 'known', row: known });
	const made = formTime(draft.id);
	if (made === null) return refuse({ kind: 'form_invalid' });
	if (now - made > KEPT_FOR) return refuse({ kind: 'form_old' });
	const rows = withoutOld(contents.rows, now);
	if (rows.length >= MOST_ROWS) return refuse({ kind: 'full' });
	const repeated = draft.repeats ? undefined : findRepeated(rows, draft.address, draft.text, now);
	if (repeated !== undefined) return refuse({ kind: 'repeated', row: repeated });
	const row = newRow(draft, now);
	return { contents: { ...contents, rows: [...rows, row] }, result: { kind: 'queued', row } };
}

/** A row in doubt, or one that did not arrive, ends here; its words go on in a new one. */
function queueOnceMore(contents: Readonly<OutboxContents>, id: string, newId: string, now: number): Edited {
	const ended = step(contents, id, ['unknown', 'failed'], ({ state, settledBy }) =>
		state === 'failed' ? { settledBy } : { state: 'failed', settledBy: 'person', changedAt: now }
	);
	const again = ended.result;
	if (ended.contents === null || again === null || formTime(newId) === null) {
		return { contents: null, result: null };
	}
	const { rows } = ended.contents;
	// Two people who click at once, or one who clicks twice, make one row.
	if (rows.some((row) => row.id === newId || row.again === id)) return { contents: null, result: null };
	const draft = { ...again, id: newId, closes: again.closing === 'wanted', repeats: true };
	const row = { ...newRow(draft, now), again: id };
	return { contents: { ...ended.contents, rows: [...rows, row] }, result: row };
}

/** Open the outbox of a data folder. */
export function openOutbox(directory: string, disk: Disk = nodeDisk): Outbox {
	const file: KeptFile<OutboxContents> = openKeptFile(directory, OUTBOX_FILE, disk);
	const sending = new Set<string>();
	const isInDoubt = ({ id, state }: OutboxRow) => state === 'sending' && !sending.has(id);

	/** A look changes nothing unless a row was left in the middle; then what it became is on disk first. */
	async function rows(now: number): Promise<readonly OutboxRow[]> {
		const { rows: found } = await file.read();
		if (!found.some(isInDoubt)) return found;
		return file.change((contents) => {
			const settled = contents.rows.map((row) =>
				isInDoubt(row) ? { ...row, state: 'unknown' as const, changedAt: now } : row
			);
			return { contents: { ...contents, rows: settled }, result: settled };
		});
	}

	const edit = (act: (contents: Readonly<OutboxContents>) => Edited): Said => file.change(act);

	return {
		rows,
		queue: (draft, now) => file.change((contents) => queueDraft(contents, draft, now)),
		take: async (id, now) => {
			let isMine = false;
			try {
				return await edit((contents) => {
					const taken = step(contents, id, ['queued'], () => ({ state: 'sending', changedAt: now }));
					isMine = taken.result !== null;
					if (isMine) sending.add(id);
					return taken;
				});
			} catch (cause) {
				// Nothing is sent by whoever could not write that it would be.
				if (isMine) sending.delete(id);
				throw cause;
			}
		},
		settle: async (id, outcome, now) => {
			try {
				return await edit((contents) =>
					step(contents, id, ['sending', 'unknown'], () => ({
						...outcome,
						settledBy: outcome.state === 'unknown' ? null : 'host',
						changedAt: now
					}))
				);
			} finally {
				sending.delete(id);
			}
		},
		noteClosing: (id, closing, now) =>
			edit((contents) => step(contents, id, ['sent'], () => ({ closing, changedAt: now }))),
		confirm: (id, now) =>
			edit((contents) =>
				step(contents, id, ['unknown'], () => ({ state: 'sent', settledBy: 'person', changedAt: now }))
			),
		queueAgain: (id, newId, now) => edit((contents) => queueOnceMore(contents, id, newId, now)),
		discard: (id, now) =>
			edit((contents) =>
				step(contents, id, ['queued'], () => ({
					...{ state: 'failed', fate: 'not_sent', settledBy: 'person', changedAt: now }
				}))
			),
		damages: file.damages
	};
}
