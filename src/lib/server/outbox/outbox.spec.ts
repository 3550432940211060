import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MemoryDisk, PowerCut } from '../../../../tests/support/memory-disk';
import { CommunityError } from '$lib/errors/community-error';
import { log } from '../log';
import { openOutbox, type Outbox, type ReplyDraft } from './outbox';
import { KEPT_FOR, newReplyId } from './outbox-row';
import { sendReply, type ReplyHost } from './send-reply';

const NOW = Date.UTC(2026, 10, 28, 6);
const FOLDER = '/data';
const ADDRESS = { kind: 'message' as const, brandId: 3, conversationId: 'dm-1' };
const SENT = { state: 'sent' as const, fate: null, code: null, words: [], answerId: '9' };

function draft(change: Partial<ReplyDraft> = {}): ReplyDraft {
	return {
		...{ id: newReplyId(NOW), address: ADDRESS, answered: { interactionId: '7', time: NOW } },
		...{ text: 'It ships today.', by: null, closes: false, repeats: false },
		...change
	};
}

/** A host that takes replies, or fails with what it is given, and counts what comes. */
function hostOf(failure: CommunityError | null = null) {
	const calls: string[] = [];
	const answer = async (name: string) => {
		calls.push(name);
		if (failure !== null) throw failure;
		return { id: 9 } as never;
	};
	const host: ReplyHost = {
		replyToConversation: (_, options) => answer(`message ${options?.key}`),
		replyToComment: (_, options) => answer(`comment ${options?.key}`),
		changeConversation: () => answer('close conversation'),
		changeInteraction: () => answer('close comment')
	};
	return { host, calls };
}

const statesIn = async (outbox: Outbox) => (await outbox.rows(NOW)).map(({ state }) => state);

beforeAll(() => void vi.spyOn(log, 'error').mockImplementation(() => undefined));

describe('a reply in the outbox', () => {
	it('is kept before it is sent, sent once, and known with the id that the host gave it, after a restart too', async () => {
		const disk = new MemoryDisk();
		const outbox = openOutbox(FOLDER, disk);
		const { host, calls } = hostOf();
		const reply = draft();
		expect(await outbox.queue(reply, NOW)).toMatchObject({ kind: 'queued', row: { state: 'queued' } });
		const row = await sendReply(outbox, host, reply.id, NOW + 5);
		expect(row).toMatchObject({ state: 'sent', answerId: '9', settledBy: 'host', changedAt: NOW + 5 });
		expect(await openOutbox(FOLDER, disk).rows(NOW)).toEqual([row]);
		expect(calls).toEqual([`message ${reply.id}`]);
	});

	it('is one reply however often and from however many tabs its form comes', async () => {
		const outbox = openOutbox(FOLDER, new MemoryDisk());
		const { host, calls } = hostOf();
		const reply = draft();
		const submit = async () => {
			const queued = await outbox.queue(reply, NOW);
			await sendReply(outbox, host, reply.id, NOW);
			return queued.kind;
		};
		const kinds = await Promise.all([submit(), submit(), submit()]);
		expect(kinds.sort()).toEqual(['known', 'known', 'queued']);
		expect(await submit()).toBe('known');
		expect(calls).toHaveLength(1);
		expect(await statesIn(outbox)).toEqual(['sent']);
	});

	it.each([
		[
			'refused',
			new CommunityError('query_invalid', { status: 422, details: { body: '{"message":"No <b>."}' } }),
			'failed',
			'refused',
			['No <b>.']
		],
		['rate limited', new CommunityError('upstream_rate_limited', { status: 429 }), 'failed', 'not_sent', []],
		['timed out', new CommunityError('upstream_timeout'), 'unknown', 'unknown', []]
	] as const)('that is %s says so, with the host’s own words', async (_, failure, state, fate, words) => {
		const outbox = openOutbox(FOLDER, new MemoryDisk());
		const { host, calls } = hostOf(failure);
		const reply = draft({ closes: true });
		await outbox.queue(reply, NOW);
		expect(await sendReply(outbox, host, reply.id, NOW)).toMatchObject({ state, fate, words });
		expect(calls).toHaveLength(1);
	});

	it('is in doubt when the process that sent it ended, and is never sent again by itself', async () => {
		const disk = new MemoryDisk();
		const reply = draft();
		const first = openOutbox(FOLDER, disk);
		await first.queue(reply, NOW);
		await first.take(reply.id, NOW);
		expect(await statesIn(first)).toEqual(['sending']);
		const second = openOutbox(FOLDER, disk);
		expect(await statesIn(second)).toEqual(['unknown']);
		expect(await second.take(reply.id, NOW)).toBeNull();
		expect(await second.queue(reply, NOW)).toMatchObject({ kind: 'known', row: { state: 'unknown' } });
	});

	it('in doubt is settled by a person: it is there, or it is not and goes on in one new row', async () => {
		const disk = new MemoryDisk();
		const begun = openOutbox(FOLDER, disk);
		const [there, missing] = [draft(), draft({ text: 'Another one.' })];
		for (const reply of [there, missing]) {
			await begun.queue(reply, NOW);
			await begun.take(reply.id, NOW);
		}
		const outbox = openOutbox(FOLDER, disk);
		expect(await statesIn(outbox)).toEqual(['unknown', 'unknown']);
		expect(await outbox.confirm(there.id, NOW)).toMatchObject({ state: 'sent', settledBy: 'person' });
		expect(await outbox.confirm(there.id, NOW)).toBeNull();
		const ids = [newReplyId(NOW), newReplyId(NOW)];
		const both = await Promise.all(ids.map((id) => outbox.queueAgain(missing.id, id, NOW)));
		expect(both.filter((row) => row !== null)).toMatchObject([{ state: 'queued', again: missing.id }]);
		expect(await statesIn(outbox)).toEqual(['sent', 'failed', 'queued']);
		expect(await outbox.queueAgain(there.id, newReplyId(NOW), NOW)).toBeNull();
	});

	it('that was only kept waits for a person after a restart, who sends it or gives it up', async () => {
		const disk = new MemoryDisk();
		const [kept, given] = [draft(), draft({ text: 'Never mind.' })];
		const begun = openOutbox(FOLDER, disk);
		await begun.queue(kept, NOW);
		await begun.queue(given, NOW);
		const outbox = openOutbox(FOLDER, disk);
		const { host } = hostOf();
		expect(await outbox.discard(given.id, NOW)).toMatchObject({ state: 'failed', fate: 'not_sent' });
		expect(await sendReply(outbox, host, kept.id, NOW)).toMatchObject({ state: 'sent' });
		expect(await sendReply(outbox, host, given.id, NOW)).toBeNull();
	});

	it('with the words that went to the same place within a day is asked about first', async () => {
		const outbox = openOutbox(FOLDER, new MemoryDisk());
		const first = draft();
		await outbox.queue(first, NOW);
		expect(await outbox.queue(draft(), NOW)).toMatchObject({ kind: 'repeated', row: { id: first.id } });
		const elsewhere = { ...ADDRESS, conversationId: 'dm-2' };
		expect(await outbox.queue(draft({ address: elsewhere }), NOW)).toMatchObject({ kind: 'queued' });
		expect(await outbox.queue(draft({ repeats: true }), NOW)).toMatchObject({ kind: 'queued' });
		const nextDay = NOW + 86_400_000;
		expect(await outbox.queue(draft({ id: newReplyId(nextDay) }), nextDay)).toMatchObject({ kind: 'queued' });
	});

	it('has an id that a form of ours gave it, not long ago, so that no form outlives its row', async () => {
		const outbox = openOutbox(FOLDER, new MemoryDisk());
		expect(await outbox.queue(draft({ id: '__proto__' }), NOW)).toEqual({ kind: 'form_invalid' });
		const old = draft();
		await outbox.queue(old, NOW + KEPT_FOR);
		await outbox.take(old.id, NOW + KEPT_FOR);
		await outbox.settle(old.id, SENT, NOW + KEPT_FOR);
		const later = NOW + 2 * KEPT_FOR + 1;
		expect(await outbox.queue(draft({ id: newReplyId(later) }), later)).toMatchObject({ kind: 'queued' });
		expect(await outbox.rows(later)).toHaveLength(1);
		expect(await outbox.queue(old, later)).toEqual({ kind: 'form_old' });
	});

	it('closes its thread once it is there and not before, and says where that failed', async () => {
		const outbox = openOutbox(FOLDER, new MemoryDisk());
		const { host, calls } = hostOf();
		const reply = draft({ closes: true });
		await outbox.queue(reply, NOW);
		expect(await sendReply(outbox, host, reply.id, NOW)).toMatchObject({ closing: 'done' });
		expect(calls).toEqual([`message ${reply.id}`, 'close conversation']);
		const stubborn: ReplyHost = {
			...host,
			changeConversation: () => Promise.reject(new CommunityError('not_found'))
		};
		const other = draft({ closes: true, repeats: true });
		await outbox.queue(other, NOW);
		expect(await sendReply(outbox, stubborn, other.id, NOW)).toMatchObject({
			state: 'sent',
			closing: 'failed'
		});
	});

	it('is not sent where it could not be noted that it would be', async () => {
		const disk = new MemoryDisk();
		const outbox = openOutbox(FOLDER, disk);
		const { host, calls } = hostOf();
		const reply = draft();
		await outbox.queue(reply, NOW);
		disk.cutPowerAfter(2);
		await expect(sendReply(outbox, host, reply.id, NOW)).rejects.toMatchObject({ code: 'store_unavailable' });
		expect(calls).toEqual([]);
	});
});

describe('the file of the outbox', () => {
	it('loses no row that was acknowledged, and calls none sent or waiting that is not, wherever the power goes', async () => {
		const anyChances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
		await fc.assert(
			fc.asyncProperty(fc.nat(40), anyChances, async (steps, chances) => {
				const disk = new MemoryDisk();
				const outbox = openOutbox(FOLDER, disk);
				const { host, calls } = hostOf();
				const reply = draft();
				let acknowledged: 'nothing' | 'queued' | 'sent' = 'nothing';
				disk.cutPowerAfter(steps);
				try {
					await outbox.queue(reply, NOW);
					acknowledged = 'queued';
					await sendReply(outbox, host, reply.id, NOW);
					acknowledged = 'sent';
				} catch (cause) {
					expect((cause as CommunityError).cause).toBeInstanceOf(PowerCut);
				}
				disk.restart(() => chances.next().value);
				const [row] = await openOutbox(FOLDER, disk).rows(NOW);
				if (acknowledged !== 'nothing') expect(row).toBeDefined();
				if (acknowledged === 'sent') expect(row?.state).toBe('sent');
				if (row === undefined || row.state === 'queued') expect(calls).toEqual([]);
				if (row?.state === 'sent') expect(calls).toHaveLength(1);
			}),
			{ numRuns: 300 }
		);
	});

	it('keeps what is whole of a damaged one, and what a newer Undertone added', async () => {
		const disk = new MemoryDisk();
		const outbox = openOutbox(FOLDER, disk);
		await outbox.queue(draft(), NOW);
		const file = JSON.parse(disk.textOf('/data/outbox.json') ?? '') as { rows: object[] };
		disk.place('/data/outbox.json', JSON.stringify({ ...file, later: 1, rows: [...file.rows, { id: 'x' }] }));
		expect(await statesIn(outbox)).toEqual(['queued']);
		expect(outbox.damages()).toEqual([{ aside: 'outbox.damaged-1.json', lost: 1 }]);
		expect(disk.textOf('/data/outbox.json')).toContain('"later": 1');
		disk.place('/data/outbox.json', JSON.stringify({ version: 2, rows: 'unknown' }));
		await expect(outbox.rows(NOW)).rejects.toMatchObject({ code: 'store_unavailable' });
	});
});
