import { describe, expect, it } from 'vitest';
import { ndjsonReader } from './ndjson-rows';
import { readRows, type SourceRow } from './source-row';

async function read(
	...chunks: (Buffer | string)[]
): Promise<{ columns: readonly string[] | null; rows: SourceRow[] }> {
	async function* stream() {
		for (const chunk of chunks) yield Buffer.from(chunk as string);
	}
	const reader = ndjsonReader();
	const rows: SourceRow[] = [];
	for await (const block of readRows(stream(), reader)) rows.push(...block.rows);
	return { columns: reader.columns(), rows };
}

describe('a file of JSON lines', () => {
	it('has the keys of its objects as columns, and an empty cell where an object lacks one', async () => {
		const { columns, rows } = await read('{"a":1,"b":"x"}\r\n{"b":null,"c":true}\n{"a":["p","q"]}');
		expect(columns).toEqual(['a', 'b', 'c']);
		expect(rows).toEqual([
			{ line: 1, cells: ['1', 'x', ''] },
			{ line: 2, cells: ['', '', 'true'] },
			{ line: 3, cells: ['["p","q"]', '', ''] }
		]);
	});

	it('has a column for a field that only a later part of the file brings, and for no other late key', async () => {
		const { columns, rows } = await read('{"text":"a"}\n', '{"text":"b","tags":"vip","colour":"red"}');
		expect(columns).toEqual(['text', 'tags']);
		expect(rows).toEqual([
			{ line: 1, cells: ['a'] },
			{ line: 2, cells: ['b', 'vip'] }
		]);
	});

	it('keeps every digit of a long number, so that two ids stay two', async () => {
		const { rows } = await read('{"id":539500000000000001,"n":1.5}\n{"id":539500000000000002,"n":2}\n');
		expect(rows.map((row) => ('cells' in row ? row.cells : []))).toEqual([
			['539500000000000001', '1.5'],
			['539500000000000002', '2']
		]);
	});

	it('keeps a key named __proto__ as a column like any other', async () => {
		const { columns, rows } = await read('{"__proto__":"x","constructor":"y"}\n{"fault":1}\n');
		expect(columns).toEqual(['__proto__', 'constructor', 'fault']);
		expect(rows).toEqual([
			{ line: 1, cells: ['x', 'y', ''] },
			{ line: 2, cells: ['', '', '1'] }
		]);
	});

	it('replaces half of a surrogate pair', async () => {
		expect((await read('{"a":"cut \\ud83d"}\n')).rows).toEqual([{ line: 1, cells: ['cut \ufffd'] }]);
	});

	it.each([
		['broken JSON', '{"a":', 'the line is not valid JSON'],
		['a list', '[1]', 'the line is not a JSON object'],
		['a number', '17', 'the line is not a JSON object'],
		['null', 'null', 'the line is not a JSON object'],
		['a NUL character', '{"a":"x\\u0000y"}', 'the text holds a NUL byte'],
		['a cell of more than a megabyte', `{"a":"${'x'.repeat(1_048_577)}"}`, 'a cell is longer than 1 MB']
	])('sets %s aside and goes on', async (_name, line, problem) => {
		const { rows } = await read(`{"a":"first"}\n${line}\n\n{"a":"last"}\n`);
		expect(rows).toEqual([
			{ line: 1, cells: ['first'] },
			{ line: 2, byte: null, problem, raw: expect.any(String) },
			{ line: 4, cells: ['last'] }
		]);
	});

	it('sets text aside that is not UTF-8, with its byte in the file', async () => {
		const { rows } = await read('{"a":1}\n{"a":', '"', Buffer.from([0xff]), '"}\n');
		expect(rows[1]).toEqual({ line: 2, byte: 14, problem: 'the text is not UTF-8', raw: '{"a":"\ufffd"}' });
	});

	it('sets a line without an end aside in bounded memory, and finds the next', async () => {
		const chunk = Buffer.alloc(1_000_000, 'x');
		const { rows } = await read(
			'{"a":1}\n{"a":"',
			...Array.from({ length: 9 }, () => chunk),
			'"}\n{"a":2}\n'
		);
		expect(rows.map((row) => ('problem' in row ? row.problem : row.cells))).toEqual([
			['1'],
			'the row is longer than 4 MB',
			['2']
		]);
		expect(rows[2]?.line).toBe(3);
	});

	it('stops when it holds no object', async () => {
		await expect(read('\n[1]\n')).rejects.toThrow(/no line that is a JSON object/);
	});
});
