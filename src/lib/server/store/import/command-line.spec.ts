import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from './command-line';

describe('the command line of an import', () => {
	it('is a file and what to make of its columns', () => {
		const args = [
			'reviews.csv',
			'--map',
			'text=review',
			'--set',
			'brand=Acme = Co',
			'--label',
			'a=b=positive'
		];
		const more = ['--time-format', "'on 'd.M.yyyy", '--time-zone', 'UTC', '--dry-run', '--report', 'r.json'];
		expect(readCommandLine([...args, ...more])).toEqual({
			file: 'reviews.csv',
			format: 'csv',
			mapping: {
				source: 'reviews.csv',
				maps: { text: 'review' },
				sets: { brand: 'Acme = Co' },
				labels: [{ from: 'a=b', to: 'positive' }],
				timeFormat: "'on 'd.M.yyyy",
				timeZone: 'UTC'
			},
			dryRun: true,
			report: 'r.json'
		});
	});

	it('takes a label for what was not rated', () => {
		const { labels } = readCommandLine(['a.csv', '--label', 'n/a=unrated']).mapping;
		expect(labels).toEqual([{ from: 'n/a', to: null }]);
	});

	it.each([
		[['a.csv'], 'csv'],
		[['a.CSV'], 'csv'],
		[['a.ndjson'], 'ndjson'],
		[['a.jsonl'], 'ndjson'],
		[['a.txt', '--format', 'ndjson'], 'ndjson']
	])('%j is read as %s', (args, format) => {
		expect(readCommandLine(args).format).toBe(format);
	});

	it('takes the file’s name as the source, whatever its folder, unless one is given', () => {
		expect(readCommandLine(['in/may/a.csv']).mapping.source).toBe('a.csv');
		expect(readCommandLine(['a.csv', '--source', 'shop']).mapping.source).toBe('shop');
	});

	it.each([
		['no file', [], /Name the file/],
		['two files', ['a.csv', 'b.csv'], /"b.csv" is one too many/],
		['an unknown flag', ['a.csv', '--bogus'], /--bogus/],
		['a flag without its value', ['a.csv', '--map'], /--map/],
		['an unknown format', ['a.csv', '--format', 'xml'], /--format xml is not known; give --format csv/],
		['a file of an unknown kind', ['a.parquet'], /a\.parquet is not known; give --format/],
		['a pair without an equals sign', ['a.csv', '--map', 'text'], /--map text lacks its equals sign/],
		['an unknown field', ['a.csv', '--map', 'body=text'], /names no field; the fields are id, brand/],
		['a field twice', ['a.csv', '--map', 'text=a', '--map', 'text=b'], /--map text= is given twice/],
		[
			'a label of no sentiment',
			['a.csv', '--label', '5=good'],
			/--label 5=good must end in negative, neutral, positive/
		],
		['an empty source', ['a.csv', '--source', ' '], /--source/],
		['a source with the separator', ['a.csv', '--source', 'a␟b'], /--source/]
	])('is refused with %s, by name', (_name, args, message) => {
		expect(() => readCommandLine(args)).toThrow(UsageError);
		expect(() => readCommandLine(args)).toThrow(message);
	});
});
