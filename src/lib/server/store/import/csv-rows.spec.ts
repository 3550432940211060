import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvReader } from './csv-rows';
import { readRows, type SourceRow } from './source-row';

type Chunks = (Buffer | string)[];

async function read(...chunks: Chunks): Promise<{ columns: readonly string[] | null; rows: SourceRow[] }> {
	async function* stream() {
		for (const chunk of chunks) yield Buffer.from(chunk as string);
	}
	const reader = csvReader();
	const rows: SourceRow[] = [];
	for await (const block of readRows(stream(), reader)) rows.push(...block.rows);
	return { columns: reader.columns(), rows };
}

/** Rows as `line: cells` or `line: problem`. */
async function shown(...chunks: Chunks): Promise<string[]> {
	const { rows } = await read(...chunks);
	return rows.map((row) => `${row.line}: ${'problem' in row ? row.problem : JSON.stringify(row.cells)}`);
}

describe('a CSV file', () => {
	it.each([
		['line feeds', 'a,b\n1,2\n3,4\n', ['2: ["1","2"]', '3: ["3","4"]']],
		['carriage return and line feed', 'a,b\r\n1,2\r\n3,4\r\n', ['2: ["1","2"]', '3: ["3","4"]']],
		['both, mixed', 'a,b\r\n1,2\n3,4\r\n', ['2: ["1","2"]', '3: ["3","4"]']],
		['no line end behind the last row', 'a,b\n1,2', ['2: ["1","2"]']],
		['no line end behind a quoted cell', 'a,b\n1,"2"', ['2: ["1","2"]']],
		['a byte order mark', '\ufeffa,b\n1,2\n', ['2: ["1","2"]']],
		['empty lines, which are no rows', 'a,b\n\n1,2\r\n\r\n3,4\n', ['3: ["1","2"]', '5: ["3","4"]']],
		['empty cells', 'a,b\n,\n"",x\n', ['2: ["",""]', '3: ["","x"]']],
		[
			'quotes, commas and line ends in quotes',
			'a,b\n"x, ""y""\r\nz",2\n3,4\n',
			['2: ["x, \\"y\\"\\r\\nz","2"]', '4: ["3","4"]']
		],
		[
			'a lone carriage return as data',
			'a,b\n1,x\ry\n"p\rq",2\n3,4\n',
			['2: ["1","x\\ry"]', '3: ["p\\rq","2"]', '4: ["3","4"]']
		],
		['spaces as data', 'a,b\n 1 , 2\n', ['2: [" 1 "," 2"]']],
		['characters outside ASCII', 'a,b\nschön,"😀 ""ok"""\n', ['2: ["schön","😀 \\"ok\\""]']]
	])('with %s is read', async (_name, text, expected) => {
		expect(await shown(text)).toEqual(expected);
	});

	it.each([
		[
			'a row with too few cells',
			'a,b\n1\n3,4\n',
			['2: the row has 1 cells, the header has 2', '3: ["3","4"]']
		],
		[
			'a row with too many cells',
			'a,b\n1,2,3\n3,4\n',
			['2: the row has 3 cells, the header has 2', '3: ["3","4"]']
		],
		[
			'a quote in a plain cell',
			'a,b\n1,5"x\n3,4\n',
			['2: a quote stands inside a cell that is not quoted', '3: ["3","4"]']
		],
		['text behind a quote', 'a,b\n1,"x"y\n3,4\n', ['2: text stands behind a closing quote', '3: ["3","4"]']],
		[
			'a quote that is never closed',
			'a,b\n1,"x\n3,4\n5,6\n',
			['2: a quote is never closed', '3: ["3","4"]', '4: ["5","6"]']
		],
		[
			'a quote that swallows the next one',
			'a,b\n1,"x\n3,"y"\n5,6\n',
			['2: text stands behind a closing quote', '3: ["3","y"]', '4: ["5","6"]']
		],
		['a NUL byte', 'a,b\n1,x\0y\n3,4\n', ['2: the text holds a NUL byte', '3: ["3","4"]']]
	])('sets %s aside and goes on with the next line', async (_name, text, expected) => {
		expect(await shown(text)).toEqual(expected);
	});

	it('sets text aside that is not UTF-8, with the byte at which the fault begins', async () => {
		const bytes = Buffer.concat([Buffer.from('a,b\n1,é'), Buffer.from([0xe9]), Buffer.from('\n"ü",4\n')]);
		const { rows } = await read(bytes);
		expect(rows).toEqual([
			{ line: 2, byte: 8, problem: 'the text is not UTF-8', raw: '1,é\ufffd' },
			{ line: 3, cells: ['ü', '4'] }
		]);
		expect(bytes[8]).toBe(0xe9);
	});

	it('counts bytes and lines across blocks', async () => {
		const start = Buffer.from('\ufeffa,b\r\n"1\n\n",2\r\n');
		const { rows } = await read(start, Buffer.from('3,4\n5,'), Buffer.from([0xc3, 0x28]), '\n');
		expect(rows.slice(1)).toEqual([
			{ line: 5, cells: ['3', '4'] },
			{ line: 6, byte: start.length + 6, problem: 'the text is not UTF-8', raw: '5,\ufffd(' }
		]);
	});

	it('sets a cell of more than a megabyte aside', async () => {
		const long = 'x'.repeat(1_048_577);
		expect(await shown(`a,b\n1,${long}\n2,"${long.slice(1)}"\n`)).toEqual([
			'2: a cell is longer than 1 MB',
			expect.stringMatching(/^3: \["2","x{1048576}"\]$/)
		]);
	});

	it('sets a line without an end aside in bounded memory, and finds the next row', async () => {
		const chunk = Buffer.alloc(1_000_000, 'x');
		const { rows } = await read('a,b\n1,', ...Array.from({ length: 9 }, () => chunk), '\n3,4\n');
		expect(rows.map((row) => ('problem' in row ? row.problem : row.cells))).toEqual([
			'the row is longer than 4 MB',
			['3', '4']
		]);
		expect(rows[1]?.line).toBe(3);
		expect(rows[0] && 'raw' in rows[0] ? rows[0].raw.length : 0).toBeLessThan(20_000);
	});

	it('gives an open quote up after four megabytes and reads the rows that it swallowed', async () => {
		const rows = Array.from({ length: 60 }, (_, at) => `${at},${'y'.repeat(100_000)}\n`);
		const all = await shown('a,b\n0,"open\n', ...rows);
		expect(all[0]).toBe('2: a quote is never closed');
		expect(all).toHaveLength(61);
	});

	it.each([
		['an empty file', '', /is empty/],
		['only a byte order mark', '\ufeff', /is empty/],
		['a header that names a column twice', 'a,b,a\n1,2,3\n', /"a" more than once/],
		['a header of empty names', ',,\n1,2,3\n', /names no columns/],
		['a header with an open quote', 'a,"b\n1,2\n', /header cannot be read/]
	])('stops at %s', async (_name, text, message) => {
		await expect(read(text)).rejects.toThrow(message);
	});

	it('stops at UTF-16 and says what to do', async () => {
		await expect(read(Buffer.from('\ufeffa,b\n', 'utf16le'))).rejects.toThrow(/UTF-16.*Save it as UTF-8/);
	});

	it('trims the names in the header and permits a column without one', async () => {
		expect((await read(',a , b\n1,2,3\n')).columns).toEqual(['', 'a', 'b']);
	});
});

describe('any table', () => {
	const cell = fc.oneof(
		fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', 'é', '😀', ';') }),
		fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
	);
	const table = fc
		.integer({ min: 2, max: 5 })
		.chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
		);
	const quote = (text: string, always: boolean) =>
		always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

	const written = fc.record({
		table,
		newline: fc.constantFrom('\n', '\r\n'),
		always: fc.boolean(),
		size: fc.integer({ min: 1, max: 40 })
	});

	/** The table as a file in pieces of `size` bytes, which split characters, quotes and line ends anywhere. */
	function pieces({
		table,
		newline,
		always,
		size
	}: {
		table: string[][];
		newline: string;
		always: boolean;
		size: number;
	}) {
		const header = (table[0] ?? []).map((_, at) => `c${at}`);
		const text = [header, ...table]
			.map((row) => row.map((one) => quote(one, always)).join(',') + newline)
			.join('');
		const bytes = Buffer.from(text);
		const count = Math.ceil(bytes.length / size);
		return {
			text,
			chunks: Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
		};
	}

	it('comes back as it was written, wherever the blocks end', async () => {
		await fc.assert(
			fc.asyncProperty(written, async (example) => {
				const { chunks } = pieces(example);
				const { rows } = await read(...chunks);
				expect(rows.map((row) => ('cells' in row ? row.cells : row))).toEqual(
					example.table.map((row) => row.map((one) => one.toWellFormed()))
				);
			})
		);
	});

	it('is read like csv-parse reads it', async () => {
		await fc.assert(
			fc.asyncProperty(written, async (example) => {
				const { text, chunks } = pieces(example);
				const { rows } = await read(...chunks);
				const others = parse(text, { record_delimiter: ['\r\n', '\n'], from: 2 });
				expect(rows.map((row) => ('cells' in row ? row.cells : row))).toEqual(others);
			})
		);
	});

	it('has the lines of the original file', async () => {
		await fc.assert(
			fc.asyncProperty(written, async (example) => {
				const { text, chunks } = pieces(example);
				const { rows } = await read(...chunks);
				const lines = text.split('\n');
				for (const [at, row] of rows.entries()) {
					const first =
						quote(example.table[at]?.[0]?.toWellFormed() ?? '', example.always).split('\n')[0] ?? '';
					expect(lines[row.line - 1]?.startsWith(first.replace(/\r$/, ''))).toBe(true);
				}
			})
		);
	});

	it('that is only bytes ends in rows or in a clear error, never in another one', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }), async (chunks) => {
				const result = await read(...chunks.map((chunk) => Buffer.from(chunk))).catch(
					(cause: unknown) => cause
				);
				if (result instanceof Error) expect(result.name).toBe('FileError');
				else expect(result).toHaveProperty('rows');
			})
		);
	});
});
