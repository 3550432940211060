import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Connection, type Database } from './duckdb';
import { sql } from './sql';
import { vectorNumbers } from './vector-numbers';

let database: Database;
let connection: Connection;

beforeAll(async () => {
	const where = { path: ':memory:', directory: null, temporaryDirectory: null };
	database = await openDatabase({ ...where, memoryLimit: '200MB', temporaryLimit: '1GB', threads: 1 });
	connection = await database.connect(0);
});
afterAll(() => {
	connection.close();
	database.close();
});

test.each([1, 63, 64, 65, 2_048, 5_000])(
	'columns of %i rows are read as they are, with every null in its place',
	async (rows) => {
		const [numbers, halves, holes, texts] = await connection.columns(
			sql`SELECT i::INTEGER, i / 2, CASE WHEN i % 64 = 63 OR i = ${rows - 1} THEN NULL ELSE i::DOUBLE END, 'n' || i
			FROM range(${rows}) AS t(i) ORDER BY i`
		);
		const all = Array.from({ length: rows }, (_, i) => i);
		expect(numbers).toEqual(all);
		expect(halves).toEqual(all.map((i) => i / 2));
		expect(holes).toEqual(all.map((i) => (i % 64 === 63 || i === rows - 1 ? null : i)));
		expect(texts).toEqual(all.map((i) => `n${i}`));
	}
);

test('a sum over groups, whose vector has a mask though nothing is null, is read as it is', async () => {
	const [, sums] = await connection.columns(
		sql`SELECT i % 70 AS place, sum(i)::DOUBLE AS total FROM range(140) AS t(i) GROUP BY place ORDER BY place`
	);
	expect(sums).toEqual(Array.from({ length: 70 }, (_, place) => 2 * place + 70));
});

test('a null is never taken for a number, and an unknown vector is left to the engine', () => {
	const items = Float64Array.of(1, 2, 3);
	const masked = (mask: bigint) => ({ items, validity: { offset: 0, data: BigUint64Array.of(mask) } });
	expect(vectorNumbers(masked(0b111n), 3)).toBe(items);
	expect(vectorNumbers(masked(0b101n), 3)).toBeNull();
	expect(vectorNumbers({ items, validity: { offset: 0, data: null } }, 3)).toBe(items);
	expect(vectorNumbers({ items, validity: { offset: 1, data: null } }, 3)).toBeNull();
	expect(vectorNumbers({ items: [1], validity: { offset: 0, data: null } }, 1)).toBeNull();
	expect(vectorNumbers({}, 0)).toBeNull();
});
