import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import type { NewInteraction } from '../../src/lib/server/store/new-interaction';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { embeddedCaller } from '../support/embedded-api';
import {
	oracleDistribution,
	oracleKeywords,
	oracleRows,
	oracleSentimentSeries,
	oracleTags,
	oracleVolumeSeries,
	tagKey,
	type OracleKeyword,
	type Question,
	type World
} from '../support/oracle';
import { lastOfEachKey, RANDOM_BRANDS, randomBatches } from '../support/random-interactions';
import { namedQuestion, type NamedQuestion } from '../support/random-questions';
import { answerOf, askRows, askSelf, postFor, type Caller, type Row } from './ask';

const RUNS = 4;
const QUESTIONS = 14;
const USUAL_KEYWORDS = 50;
const NOW = Date.UTC(2026, 1, 1);

function callerOf(store: Store): Caller {
	return embeddedCaller(() => ({
		store: () => Promise.resolve(store),
		socket: null,
		now: NOW,
		report: (cause) => {
			throw cause;
		}
	}));
}

/** Every row of a brand, over as many pages as it takes. */
async function allRows(ask: Caller, query: string): Promise<{ rows: Row[]; count: number }> {
	const rows: Row[] = [];
	let page = await askRows(ask, `${query}&limit=100`);
	rows.push(...page.data);
	while (page.paging.next !== null) {
		page = await askRows(ask, new URL(page.paging.next).search.slice(1));
		rows.push(...page.data);
	}
	return { rows, count: page.paging.count };
}

/** What the host and the oracle have to agree on first: which id stands for which brand and which tag. */
async function learnWorld(ask: Caller, batches: NewInteraction[][]): Promise<World> {
	const self = await askSelf(ask);
	const brandIds = new Map(Object.values(self.brands).map(({ id, name }) => [name, id]));
	const tagIds = new Map<string, number>();
	for (const [brand, id] of brandIds) {
		for (const { tags } of (await allRows(ask, `brand_id=${id}`)).rows) {
			for (const tag of tags) tagIds.set(tagKey(brand, tag.name), tag.id);
		}
	}
	return { rows: lastOfEachKey(batches), brandIds, tagIds };
}

function questionOf(world: World, { brands, tags, ...rest }: NamedQuestion): Question {
	const brandIds = brands.map((brand) => world.brandIds.get(brand)).filter((id) => id !== undefined);
	const tagIds = tags.map(({ brand, tag }) => world.tagIds.get(tagKey(brand, tag)) ?? 1_000_000);
	const question: Question = { ...rest, brand_ids: brandIds, tag_ids: tagIds };
	return JSON.parse(JSON.stringify(question)) as Question;
}

type TagRow = { id: number; brand_id: number; name: string };

/** Every tag of some brands, a few to a page. */
async function allTags(ask: Caller, brandIds: number[]): Promise<TagRow[]> {
	const tags: TagRow[] = [];
	for (let address: string | null = `?brand_ids=${brandIds.join(',')}&limit=2`; address !== null;) {
		const page = (await answerOf(await ask(`/tags${address}`))) as {
			data: TagRow[];
			paging: { next: string | null };
		};
		tags.push(...page.data);
		address = page.paging.next === null ? null : new URL(page.paging.next).search;
	}
	return tags;
}

const byTag = (left: Omit<TagRow, 'id'>, right: Omit<TagRow, 'id'>) =>
	left.brand_id - right.brand_id || (left.name < right.name ? -1 : 1);

const byKeyword = (left: OracleKeyword, right: OracleKeyword) => (left.keyword < right.keyword ? -1 : 1);

/** A cut list holds the largest totals; which of several equal ones come last is the host's choice. */
function expectKeywords(answer: OracleKeyword[], expected: OracleKeyword[], limit: number): void {
	const totals = expected.map(({ total }) => total).sort((left, right) => right - left);
	expect(answer.map(({ total }) => total)).toEqual(totals.slice(0, limit));
	const known = new Map(expected.map((keyword) => [keyword.keyword, keyword]));
	const sorted = [...answer].sort(byKeyword);
	expect(sorted).toEqual(sorted.map(({ keyword }) => known.get(keyword)));
	expect(new Set(sorted.map(({ keyword }) => keyword)).size).toBe(sorted.length);
}

async function expectStatistics(ask: Caller, world: World, question: Question): Promise<void> {
	const { scale: _scale, bucket_minutes: _minutes, limit, ...shared } = question;
	const series = { ...question, limit: undefined };
	expect(await postFor(ask, '/sentiment_distribution_stats', shared)).toEqual(
		oracleDistribution(world, question)
	);
	const sentiment = (await postFor(ask, '/sentiment_time_series', series)) as object;
	const expected = oracleSentimentSeries(world, question);
	expect(sentiment).toEqual(expected);
	expect(Object.keys(sentiment)).toEqual(Object.keys(expected));
	expect(await postFor(ask, '/volume_time_series', series)).toEqual(oracleVolumeSeries(world, question));
	const keywords = (await postFor(ask, '/top_keywords', { ...shared, limit })) as OracleKeyword[];
	expectKeywords(keywords, oracleKeywords(world, question), limit ?? USUAL_KEYWORDS);
}

/** A list takes every filter of the statistics, in its address; an empty list of tags restricts nothing. */
function addressOf(question: Question, brand: number): string {
	const { brand_ids: _brands, scale: _scale, bucket_minutes: _minutes, limit: _limit, ...shared } = question;
	const filters = Object.entries(shared).filter(([, value]) => !Array.isArray(value) || value.length > 0);
	const written = filters.map(([name, value]) => `&${name}=${encodeURIComponent(String(value))}`);
	return `brand_id=${brand}${written.join('')}`;
}

async function expectRows(ask: Caller, world: World, question: Question, brand: number): Promise<void> {
	const expected = oracleRows(world, { ...question, brand_ids: [brand] });
	const { rows, count } = await allRows(ask, addressOf(question, brand));
	expect(count).toBe(expected.length);
	expect(rows.map(({ permalink }) => permalink).sort()).toEqual(
		expected.map(({ permalink }) => permalink).sort()
	);
	const times = rows.map((row) => row.source_updated_at as string);
	expect(times).toEqual([...times].sort().reverse());
	expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
}

type Volumes = Record<string, Record<string, number>>;

/** Every bucket and type, summed over several answers. */
function sumVolumes(answers: Volumes[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const answer of answers) {
		for (const [bucket, types] of Object.entries(answer)) {
			for (const [type, count] of Object.entries(types)) {
				const key = `${bucket} ${type}`;
				sums.set(key, (sums.get(key) ?? 0) + count);
			}
		}
	}
	return new Map([...sums].filter(([, count]) => count > 0).sort());
}

async function expectSums(ask: Caller, question: Question): Promise<void> {
	const { limit: _limit, ...series } = question;
	const askFor = async (brands: number[]) =>
		(await postFor(ask, '/volume_time_series', { ...series, brand_ids: brands })) as Volumes;
	const pooled = await askFor(question.brand_ids);
	const single = await Promise.all(question.brand_ids.map((brand) => askFor([brand])));
	expect(sumVolumes([pooled])).toEqual(sumVolumes(single));
	for (const { total, ...types } of Object.values(pooled)) {
		expect(Object.values(types).reduce((sum, count) => sum + count, 0)).toBe(total);
	}
}

async function withStore(batches: NewInteraction[][], check: (ask: Caller) => Promise<void>): Promise<void> {
	const store = await openStore({ directory: ':memory:' });
	try {
		for (const interactions of batches) await applyBatch(store, { interactions });
		await check(callerOf(store));
	} finally {
		await store.close();
	}
}

/** A failure names the question that it happened on; the data behind it would fill the screen. */
async function naming(question: Question, check: () => Promise<void>): Promise<void> {
	try {
		await check();
	} catch (cause) {
		throw new Error(`Wrong for ${JSON.stringify(question)}: ${String(cause)}`, { cause });
	}
}

const questions = fc.array(namedQuestion, { minLength: QUESTIONS, maxLength: QUESTIONS });
const parameters = { numRuns: RUNS, endOnFailure: true };

describe('random data and random questions, counted a second time in plain loops', () => {
	it('gives the four statistics equal to the integer, also after updates', async () => {
		const property = fc.asyncProperty(randomBatches, questions, (batches, named) =>
			withStore(batches, async (ask) => {
				const world = await learnWorld(ask, batches);
				for (const question of named.map((one) => questionOf(world, one))) {
					await naming(question, () => expectStatistics(ask, world, question));
				}
			})
		);
		await fc.assert(property, parameters);
	});

	it('lists exactly the rows behind each number, newest first', async () => {
		const property = fc.asyncProperty(randomBatches, questions, (batches, named) =>
			withStore(batches, async (ask) => {
				const world = await learnWorld(ask, batches);
				for (const question of named.map((one) => questionOf(world, one))) {
					await naming(question, () => expectRows(ask, world, question, question.brand_ids[0]!));
				}
			})
		);
		await fc.assert(property, parameters);
	});

	it('pools brands and types by adding them up', async () => {
		const property = fc.asyncProperty(randomBatches, questions, (batches, named) =>
			withStore(batches, async (ask) => {
				const world = await learnWorld(ask, batches);
				for (const question of named.map((one) => questionOf(world, one))) {
					await naming(question, () => expectSums(ask, question));
				}
			})
		);
		await fc.assert(property, parameters);
	});

	it('lists every tag that a brand was ever given, by name, and no other brand’s', async () => {
		const property = fc.asyncProperty(
			randomBatches,
			fc.subarray([...RANDOM_BRANDS], { minLength: 1 }),
			(batches, brands) =>
				withStore(batches, async (ask) => {
					const world = await learnWorld(ask, batches);
					const ids = brands.map((brand) => world.brandIds.get(brand)!);
					const tags = await allTags(ask, ids);
					const expected = brands.flatMap((brand) =>
						oracleTags(batches, brand).map((name) => ({ name, brand_id: world.brandIds.get(brand)! }))
					);
					const plain = tags.map(({ name, brand_id }) => ({ name, brand_id }));
					expect(plain.sort(byTag)).toEqual(expected.sort(byTag));
					const names = tags.map(({ name }) => name);
					expect(names).toEqual([...names].sort());
					const nameOf = new Map([...world.brandIds].map(([brand, id]) => [id, brand]));
					for (const tag of tags) {
						const onRows = world.tagIds.get(tagKey(nameOf.get(tag.brand_id)!, tag.name));
						expect([tag.id, undefined]).toContain(onRows);
					}
				})
		);
		await fc.assert(property, parameters);
	});

	it('shows every brand once, and each row with what was last said about it', async () => {
		const property = fc.asyncProperty(randomBatches, (batches) =>
			withStore(batches, async (ask) => {
				const world = await learnWorld(ask, batches);
				const { accessible_brands: ids, brands } = await askSelf(ask);
				expect(
					Object.values(brands)
						.map(({ name }) => name)
						.sort()
				).toEqual([...RANDOM_BRANDS].sort());
				expect(ids).toEqual(
					Object.values(brands)
						.map(({ id }) => id)
						.sort((a, b) => a - b)
				);
				for (const [brand, id] of world.brandIds) {
					await expectContent(ask, world, brand, id);
					await expectFlags(ask, world, brand, id);
				}
			})
		);
		await fc.assert(property, parameters);
	});
});

const FLAGS = {
	is_closed: 'isClosed',
	is_question: 'isQuestion',
	is_read: 'isRead',
	is_spam: 'isSpam'
} as const;

/** What rows do not show can be asked for. */
async function expectFlags(ask: Caller, world: World, brand: string, id: number): Promise<void> {
	const own = world.rows.filter((row) => row.brand === brand && !row.fromBrand);
	for (const [field, flag] of Object.entries(FLAGS)) {
		const { rows } = await allRows(ask, `brand_id=${id}&${field}=true`);
		const expected = own.filter((row) => row[flag as 'isClosed']).map(({ permalink }) => permalink);
		expect(rows.map(({ permalink }) => permalink).sort()).toEqual(expected.sort());
	}
}

async function expectContent(ask: Caller, world: World, brand: string, id: number): Promise<void> {
	const { rows } = await allRows(ask, `brand_id=${id}`);
	const expected = new Map(world.rows.map((row) => [row.permalink, row]));
	for (const row of rows) {
		const told = expected.get(row.permalink)!;
		expect({ ...row, tags: row.tags.map(({ name }) => name).sort() }).toMatchObject({
			type: told.type,
			text: told.text,
			source_updated_at: new Date(told.updatedAt).toISOString(),
			source_created_at: new Date(told.createdAt).toISOString(),
			username: told.author,
			conversation_id: told.conversationId,
			media_id: told.mediaId,
			is_closed: told.isClosed,
			tags: [...told.tags].sort()
		});
		expect(told.brand).toBe(brand);
		const { is_negative, is_neutral, is_positive } = (row.sentiment ?? {}) as Record<string, boolean>;
		const label = is_negative ? 'negative' : is_neutral ? 'neutral' : is_positive ? 'positive' : null;
		expect(label).toBe(told.sentiment);
	}
}
