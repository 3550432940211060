import { afterEach, describe, expect, it } from 'vitest';
import { formatDay } from './dates';
import {
	decimalsOf,
	formatChange,
	formatCompact,
	formatCount,
	formatExpected,
	formatPercent,
	formatPoints,
	formatShare,
	formatSigned,
	keepUnits,
	writeNumbersOf
} from './numbers';

describe('formatPoints', () => {
	it.each([
		[0.234, '+23.4'],
		[-0.086, '−8.6'],
		[0, '0.0'],
		[-0, '0.0'],
		[0.0004, '0.0'],
		[-0.0004, '0.0'],
		[1, '+100.0'],
		[-1, '−100.0'],
		[NaN, '–'],
		[Infinity, '–']
	])('of %d is %s', (value, text) => {
		expect(formatPoints(value)).toBe(text);
	});

	it('gives no more decimals than asked for', () => {
		expect(formatPoints(0.0861, { decimals: 0 })).toBe('+9');
		expect(formatPoints(-0.001, { decimals: 0 })).toBe('0');
	});

	it('follows the locale, and keeps the true minus', () => {
		expect(formatPoints(-0.1234, { locale: 'de-DE' })).toBe('−12,3');
	});
});

it.each([
	[5, '+5'],
	[-3.5, '−3.5'],
	[12.25, '+12.25']
])('an expected change of %d is written as it was meant, %s', (points, text) => {
	expect(formatExpected(points)).toBe(text);
	expect(formatExpected(-3.5, { locale: 'de-DE' })).toBe('−3,5');
});

it('a difference of counts has a true sign, and zero has none', () => {
	expect([1234, -4, 0, -0, NaN].map((value) => formatSigned(value))).toEqual(['+1,234', '−4', '0', '0', '–']);
});

describe('formatShare, formatPercent and formatChange', () => {
	it('write per cent without the unit', () => {
		expect(formatShare(0.424)).toBe('42.4');
		expect(formatShare(1)).toBe('100.0');
		expect(formatShare(0)).toBe('0.0');
		expect(formatShare(-0.00001)).toBe('0.0');
		expect(formatPercent(42.4)).toBe('42.4');
		expect(formatPercent(10)).toBe('10.0');
		expect(formatChange(-0.125)).toBe('−12.5');
	});

	it('never write "Infinity" or "NaN"', () => {
		expect([formatShare(0 / 0), formatChange(1 / 0), formatPercent(-1 / 0), formatCount(NaN)]).toEqual([
			'–',
			'–',
			'–',
			'–'
		]);
	});
});

describe('formatCount and formatCompact', () => {
	it.each([
		[0, '0', '0'],
		[999, '999', '999'],
		[49_272, '49,272', '49.3k'],
		[1_234_567, '1,234,567', '1.2m'],
		[-1200, '−1,200', '−1.2k']
	])('of %i are %s and %s', (value, count, compact) => {
		expect(formatCount(value)).toBe(count);
		expect(formatCompact(value)).toBe(compact);
	});
});

describe('writeNumbersOf', () => {
	afterEach(() => writeNumbersOf('en-GB'));

	it('names whose numbers and dates are written where no locale is given', () => {
		writeNumbersOf('de-DE');
		expect(formatCount(49272)).toBe('49.272');
		expect(formatPoints(-0.234)).toBe('−23,4');
		expect(formatDay('2026-11-02')).toBe('2. Nov. 2026');
		expect(formatCount(49272, 'en-GB')).toBe('49,272');
	});

	it('has one space between digits, whatever the version of the language data', () => {
		writeNumbersOf('fr-FR');
		expect(formatCount(49272)).toBe('49\u00a0272');
	});
});

describe('decimalsOf', () => {
	it.each([
		[{ low: 0.35, high: 0.4 }, 1],
		[{ low: -0.05, high: 0.05 }, 1],
		[{ low: 0.3, high: 0.45 }, 0],
		[null, 0]
	] as const)('of an interval %j are %i', (interval, decimals) => {
		expect(decimalsOf(interval)).toBe(decimals);
	});
});

describe('keepUnits', () => {
	it('lets no line begin with a percent sign', () => {
		expect(keepUnits('59.4 % are positive and 20.5 % negative')).toBe(
			'59.4\u00a0% are positive and 20.5\u00a0% negative'
		);
	});
});
