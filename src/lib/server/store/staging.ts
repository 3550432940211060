import type { Dictionary } from './dictionary';
import { MOST_MILLISECONDS } from './contributions';
import type { Column } from './column';
import type { Connection } from './duckdb';
import type { NewInteraction } from './new-interaction';
import type { PreparedBatch } from './prepare-batch';
import { sql } from './sql';

const SENTIMENT_CODES = { negative: -1, neutral: 0, positive: 1 } as const;

/** Stands for "no label". */
const UNRATED = 2;

/** Make the tables of the writer's connection in which a batch waits; they are never in the file. */
export async function createStaging(connection: Connection): Promise<void> {
	await connection.run(
		sql`CREATE TEMP TABLE staged AS SELECT * EXCLUDE (key_hash) FROM interactions LIMIT 0`
	);
	await connection.run(sql`CREATE TEMP TABLE staged_postings AS SELECT * FROM postings LIMIT 0`);
	await connection.run(sql`CREATE TEMP TABLE staged_keywords AS SELECT * FROM keyword_weeks LIMIT 0`);
	await connection.run(sql`CREATE TEMP TABLE staged_words (term VARCHAR)`);
	await connection.run(sql`CREATE TEMP TABLE present (staged_id BIGINT, id BIGINT, is_changed BOOLEAN)`);
}

/** Empty them for the next batch. */
export async function clearStaging(connection: Connection): Promise<void> {
	await connection.run(sql`TRUNCATE temp.staged`);
	await connection.run(sql`TRUNCATE temp.staged_postings`);
	await connection.run(sql`TRUNCATE temp.present`);
}

function tagIdsOf(dictionary: Dictionary, brandId: number, names: readonly string[]): readonly number[] {
	if (names.length === 0) return names as readonly never[];
	const ids = new Set(names.map((name) => dictionary.tagId(brandId, name)));
	return [...ids].sort((a, b) => a - b);
}

/** The numbers that rows and their postings share. */
export type RowNumbers = {
	brandIds: Int32Array;
	typeIds: Int32Array;
	sentiments: Int8Array;
	updatedAt: BigInt64Array;
	tagIds: (readonly number[])[];
};

function instant(key: string, name: string, value: number): bigint {
	if (!Number.isInteger(value) || Math.abs(value) > MOST_MILLISECONDS) {
		throw new RangeError(`${name} of ${JSON.stringify(key)} is ${value}; it takes whole milliseconds.`);
	}
	return BigInt(value);
}

/** Translate names into ids, and make the ids of names that are new. */
export function numberRows(dictionary: Dictionary, rows: readonly NewInteraction[]): RowNumbers {
	const brandIds = new Int32Array(rows.length);
	const typeIds = new Int32Array(rows.length);
	const sentiments = new Int8Array(rows.length);
	const updatedAt = new BigInt64Array(rows.length);
	const tagIds = rows.map((row, index) => {
		const brandId = dictionary.brandId(row.brand);
		brandIds[index] = brandId;
		typeIds[index] = dictionary.typeId(row.type);
		sentiments[index] = row.sentiment === null ? UNRATED : SENTIMENT_CODES[row.sentiment];
		updatedAt[index] = instant(row.key, 'updatedAt', row.updatedAt);
		return tagIdsOf(dictionary, brandId, row.tags);
	});
	return { brandIds, typeIds, sentiments, updatedAt, tagIds };
}

/** Stage rows under provisional ids, `firstId` and up. */
export async function stageRows(
	connection: Connection,
	batch: PreparedBatch,
	numbers: RowNumbers,
	firstId: number
): Promise<void> {
	const rows = batch.interactions;
	const text = (of: (row: NewInteraction) => string | null): Column => ({
		kind: 'varchar',
		values: rows.map((row) => of(row) ?? '')
	});
	const flag = (of: (row: NewInteraction) => boolean): Column => ({
		kind: 'boolean',
		values: Uint8Array.from(rows, (row) => Number(of(row)))
	});
	const createdAt = BigInt64Array.from(rows, (row) => instant(row.key, 'createdAt', row.createdAt));
	await connection.append('staged', 'temp', [
		{ kind: 'bigint', values: BigInt64Array.from(rows, (_, index) => BigInt(firstId + index)) },
		text((row) => row.key),
		text((row) => row.source),
		{ kind: 'integer', values: numbers.brandIds },
		{ kind: 'integer', values: numbers.typeIds },
		{ kind: 'tinyint', values: numbers.sentiments },
		{ kind: 'bigint', values: createdAt },
		{ kind: 'bigint', values: numbers.updatedAt },
		flag((row) => row.isClosed),
		flag((row) => row.isQuestion),
		flag((row) => row.isRead),
		flag((row) => row.isSpam),
		flag((row) => row.fromBrand),
		{ kind: 'integer', values: new Int32Array(rows.length) },
		{ kind: 'integers', values: numbers.tagIds },
		text((row) => row.author),
		text((row) => row.conversationId),
		text((row) => row.mediaId),
		text((row) => row.parentKey),
		text((row) => row.permalink),
		text((row) => row.text),
		text((row) => row.rawText),
		{ kind: 'varchar', values: batch.folded },
		text((row) => row.subtype ?? null)
	]);
}

/** How many postings the rows with an id have. */
function countPostings(batch: PreparedBatch, numbers: RowNumbers, ids: readonly (number | null)[]): number {
	return batch.interactions.reduce((sum, row, index) => {
		if (ids[index] === null || row.fromBrand) return sum;
		const words = (batch.ends[index] ?? 0) - (batch.ends[index - 1] ?? 0);
		return sum + words + (numbers.tagIds[index]?.length ?? 0);
	}, 0);
}

/** Stage the words and tags of the rows; `ids` has each row's id, or null for a row that is not written. */
export async function stagePostings(
	connection: Connection,
	batch: PreparedBatch,
	numbers: RowNumbers,
	ids: readonly (number | null)[]
): Promise<void> {
	const count = countPostings(batch, numbers, ids);
	const termIds = new Int32Array(count);
	const rowOf = new Int32Array(count);
	const listed = new Uint8Array(count);
	let place = 0;
	batch.interactions.forEach((row, index) => {
		if (ids[index] === null || row.fromBrand) return;
		for (let word = batch.ends[index - 1] ?? 0; word < (batch.ends[index] ?? 0); word++) {
			termIds[place] = batch.terms[word]?.id ?? 0;
			listed[place] = Number(batch.listed[word]);
			rowOf[place] = index;
			place += 1;
		}
		for (const tagId of numbers.tagIds[index] ?? []) {
			termIds[place] = -tagId;
			rowOf[place] = index;
			place += 1;
		}
	});
	const wideIds = BigInt64Array.from(ids, (id) => BigInt(id ?? 0));
	const closed = Uint8Array.from(batch.interactions, (row) => Number(row.isClosed));
	await connection.append('staged_postings', 'temp', [
		{ kind: 'integer', values: termIds },
		{ kind: 'bigint', values: pickWide(wideIds, rowOf) },
		{ kind: 'integer', values: pick(numbers.brandIds, rowOf, Int32Array) },
		{ kind: 'integer', values: pick(numbers.typeIds, rowOf, Int32Array) },
		{ kind: 'tinyint', values: pick(numbers.sentiments, rowOf, Int8Array) },
		{ kind: 'bigint', values: pickWide(numbers.updatedAt, rowOf) },
		{ kind: 'boolean', values: pick(closed, rowOf, Uint8Array) },
		{ kind: 'boolean', values: listed }
	]);
}

function pick<T extends Int32Array | Int8Array | Uint8Array>(
	values: T,
	rows: Int32Array,
	make: new (length: number) => T
): T {
	const picked = new make(rows.length);
	for (let index = 0; index < rows.length; index++) picked[index] = values[rows[index] ?? 0] ?? 0;
	return picked;
}

function pickWide(values: BigInt64Array, rows: Int32Array): BigInt64Array {
	const picked = new BigInt64Array(rows.length);
	for (let index = 0; index < rows.length; index++) picked[index] = values[rows[index] ?? 0] ?? 0n;
	return picked;
}
