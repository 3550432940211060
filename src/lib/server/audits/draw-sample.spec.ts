import { describe, expect, it } from 'vitest';
import type { Interaction } from '$lib/community/answers';
import type { Sentiment } from '$lib/community/vocabulary';
import { drawSample, type ListedBrand } from './draw-sample';

const message = (id: number, sentiment: Sentiment | null): Interaction => ({
	id,
	type: 'TIKTOK_COMMENT',
	text: `message ${id}`,
	sourceUpdatedAt: id,
	sourceCreatedAt: id,
	sentiment,
	tags: [],
	author: null,
	conversationId: null,
	mediaId: null,
	commentId: null,
	permalink: null,
	isClosed: null
});

type Asked = { offset: number; limit: number };

function listOf(
	brandId: number,
	rows: Interaction[],
	asked: Asked[] = [],
	total: number | null = rows.length
) {
	const fetch: ListedBrand['fetch'] = (offset, limit) => {
		asked.push({ offset, limit });
		const page = rows.slice(offset, offset + limit);
		return Promise.resolve({ value: { rows: page, total, hasNext: false }, asOf: 0, stale: false });
	};
	return { brandId, fetch };
}

const messages = (count: number, sentimentOf: (id: number) => Sentiment | null) =>
	Array.from({ length: count }, (_, id) => message(id, sentimentOf(id)));

const isRated = ({ sentiment }: Interaction) => sentiment !== null;

async function drawn(lists: ListedBrand[], size: number, seed: number) {
	const found = await drawSample(lists, { size, seed, accepts: isRated });
	if (!found.ok) throw new Error(found.problem);
	return found.sample;
}

describe('a random sample of messages', () => {
	it('has as many as wanted, none twice, the same for the same seed and others for another', async () => {
		const lists = [
			listOf(
				1,
				messages(800, () => 'neutral')
			),
			listOf(
				2,
				messages(50, () => 'positive')
			)
		];
		const keys = async (seed: number) =>
			(await drawn(lists, 100, seed)).rows.map(({ brandId, row }) => `${brandId} ${row.id}`);
		const first = await keys(1);
		expect(new Set(first).size).toBe(100);
		expect(await keys(1)).toEqual(first);
		expect(await keys(2)).not.toEqual(first);
	});

	it('gives every rated message the same chance, over lists of any length, among those that are not rated', async () => {
		const rows = messages(30, (id) => (id % 3 === 0 ? null : 'negative'));
		const lists = [listOf(1, rows), listOf(2, rows.slice(0, 9)), listOf(3, [])];
		const [runs, size, rated] = [6_000, 5, 20 + 6];
		const counts = new Map<string, number>();
		for (let seed = 1; seed <= runs; seed += 1) {
			for (const { brandId, row } of (await drawn(lists, size, seed)).rows) {
				const key = `${brandId} ${row.id}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		}
		expect(counts.size).toBe(rated);
		const share = size / rated;
		const bound = 4.5 * Math.sqrt(runs * share * (1 - share));
		expect([...counts].filter(([, found]) => Math.abs(found - runs * share) > bound)).toEqual([]);
	});

	it('is all of them where there are fewer than wanted, and says how many places were passed over', async () => {
		const list = listOf(
			1,
			messages(60, (id) => (id < 40 ? null : 'positive'))
		);
		const sample = await drawn([list], 100, 5);
		expect(sample.rows).toHaveLength(20);
		expect(sample).toMatchObject({ listed: 60, passedOver: 40 });
	});

	it('asks a long list for what it needs: no more calls than messages and one, and no call of over 100', async () => {
		const asked: Asked[] = [];
		await drawn(
			[
				listOf(
					1,
					messages(20_000, () => 'neutral'),
					asked
				)
			],
			100,
			1
		);
		expect(asked.length).toBeLessThanOrEqual(101);
		expect(Math.max(...asked.map(({ limit }) => limit))).toBeLessThanOrEqual(100);
		expect(asked.every(({ offset, limit }) => offset + limit <= 20_000)).toBe(true);
	});

	it('ends where a host lists more than it has, and where nearly nothing is rated', async () => {
		const short = listOf(
			1,
			messages(40, () => 'neutral'),
			[],
			1_000
		);
		const sample = await drawn([short], 400, 1);
		expect(new Set(sample.rows.map(({ row }) => row.id)).size).toBe(sample.rows.length);
		const asked: Asked[] = [];
		const rare = listOf(
			1,
			messages(50_000, (id) => (id % 5_000 === 0 ? 'neutral' : null)),
			asked
		);
		await drawSample([rare], { size: 100, seed: 1, accepts: isRated });
		expect(asked.length).toBeLessThanOrEqual(501);
	});

	it('is none without rated messages, and none of a list whose length nobody knows', async () => {
		const refused = (list: ListedBrand) => drawSample([list], { size: 10, seed: 1, accepts: isRated });
		expect(await refused(listOf(1, []))).toEqual({ ok: false, problem: 'nothing-rated' });
		const unrated = listOf(
			1,
			messages(20, () => null)
		);
		expect(await refused(unrated)).toEqual({ ok: false, problem: 'nothing-rated' });
		const untold = listOf(
			1,
			messages(20, () => 'neutral'),
			[],
			null
		);
		expect(await refused(untold)).toEqual({ ok: false, problem: 'no-total' });
	});
});
