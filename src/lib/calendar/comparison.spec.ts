import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, DaySpan } from '$lib/filters/filters';
import { comparisonSpan, resolveComparison } from './comparison';
import { addDays, countDays } from './local-day';
import { resolveSpan } from './resolve-range';

const HOUR = 3_600_000;
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const november: DaySpan = { from: '2026-10-24', to: '2026-11-22' };

describe('comparisonSpan', () => {
	it.each<[Comparison, DaySpan, DaySpan | null]>([
		[{ kind: 'none' }, november, null],
		[{ kind: 'previous', match: 'date' }, november, { from: '2026-09-24', to: '2026-10-23' }],
		[{ kind: 'previous', match: 'weekday' }, november, { from: '2026-09-19', to: '2026-10-18' }],
		[
			{ kind: 'previous', match: 'weekday' },
			{ from: '2026-10-26', to: '2026-11-22' },
			{ from: '2026-09-28', to: '2026-10-25' }
		],
		[
			{ kind: 'previous', match: 'weekday' },
			{ from: '2026-11-22', to: '2026-11-22' },
			{ from: '2026-11-15', to: '2026-11-15' }
		],
		[{ kind: 'year', match: 'weekday' }, november, { from: '2025-10-25', to: '2025-11-23' }],
		[{ kind: 'year', match: 'date' }, november, { from: '2025-10-24', to: '2025-11-22' }],
		[
			{ kind: 'year', match: 'date' },
			{ from: '2024-02-01', to: '2024-02-29' },
			{ from: '2023-02-01', to: '2023-02-28' }
		],
		[
			{ kind: 'custom', span: { from: '2026-01-01', to: '2026-01-07' }, match: 'date' },
			november,
			{ from: '2026-01-01', to: '2026-01-07' }
		]
	])('of %j for %j is %j', (comparison, span, expected) => {
		expect(comparisonSpan(comparison, span)).toEqual(expected);
	});

	it('by the weekday compares every day with the same weekday, as many of them, and never with the range itself', () => {
		fc.assert(
			fc.property(
				fc.nat(20_000),
				fc.integer({ min: 1, max: 364 }),
				fc.constantFrom('previous' as const, 'year' as const),
				(start, length, kind) => {
					const from = addDays('1990-01-01', start);
					const span = { from, to: addDays(from, length - 1) };
					const found = comparisonSpan({ kind, match: 'weekday' }, span);
					if (found === null) throw new Error('there is a comparison');
					expect(weekday(found.from)).toBe(weekday(span.from));
					expect(countDays(found.from, found.to)).toBe(length);
					expect(found.to < span.from).toBe(true);
				}
			)
		);
	});
});

describe('resolveComparison', () => {
	const compare = (
		timeZone: string,
		span: DaySpan,
		asOf: number,
		comparison: Comparison = { kind: 'previous', match: 'date' }
	) => resolveComparison(comparison, resolveSpan(span, timeZone), { timeZone, asOf });
	const today = { from: '2026-11-22', to: '2026-11-22' };

	it('is the whole comparison once the range is over', () => {
		const found = compare('UTC', today, Date.UTC(2026, 10, 23));
		expect(found).toEqual(resolveSpan({ from: '2026-11-21', to: '2026-11-21' }, 'UTC'));
	});

	it('compares today so far with yesterday until the same time', () => {
		const found = compare('UTC', today, Date.UTC(2026, 10, 22, 9, 30));
		expect(found).toMatchObject({
			start: Date.UTC(2026, 10, 21),
			end: Date.UTC(2026, 10, 21, 9, 30),
			days: 1
		});
	});

	it('cuts the last day of a rolling range only', () => {
		const found = compare(
			'America/New_York',
			{ from: '2026-11-16', to: '2026-11-22' },
			Date.UTC(2026, 10, 22, 17)
		);
		expect(found).toMatchObject({ from: '2026-11-09', to: '2026-11-15', end: Date.UTC(2026, 10, 15, 17) });
	});

	it('measures from local midnight where the clocks changed in between', () => {
		const found = compare(
			'America/New_York',
			{ from: '2026-11-01', to: '2026-11-01' },
			Date.UTC(2026, 10, 1, 4) + 10 * HOUR
		);
		expect(found?.end).toBe(Date.UTC(2026, 9, 31, 4) + 10 * HOUR);
	});

	it('never leaves the day that it compares with, where today is the longer one', () => {
		const found = compare(
			'America/New_York',
			{ from: '2026-11-01', to: '2026-11-01' },
			Date.UTC(2026, 10, 2, 4, 30)
		);
		expect(found?.end).toBe(Date.UTC(2026, 10, 1, 4));
	});

	it('is empty while nothing of the range has passed', () => {
		const found = compare('UTC', today, Date.UTC(2026, 10, 20));
		expect(found && found.end - found.start).toBe(0);
	});

	const custom = (from: string, to: string): Comparison => ({
		kind: 'custom',
		span: { from, to },
		match: 'date'
	});

	it('takes days of another number whole, since none of them is the same day', () => {
		const found = compare('UTC', today, Date.UTC(2026, 10, 22, 9, 30), custom('2026-11-01', '2026-11-07'));
		expect(found).toEqual(resolveSpan({ from: '2026-11-01', to: '2026-11-07' }, 'UTC'));
	});

	it('cuts days of its own like any other when they are as many', () => {
		const found = compare('UTC', today, Date.UTC(2026, 10, 22, 9, 30), custom('2026-11-01', '2026-11-01'));
		expect(found?.end).toBe(Date.UTC(2026, 10, 1, 9, 30));
	});

	it('holds nothing that has not happened yet', () => {
		const october = resolveSpan({ from: '2026-10-01', to: '2026-10-07' }, 'UTC');
		const asOf = Date.UTC(2026, 10, 22, 9, 30);
		const found = resolveComparison(custom('2026-11-20', '2026-11-26'), october, { timeZone: 'UTC', asOf });
		expect(found).toMatchObject({ from: '2026-11-20', to: '2026-11-26', days: 7, end: asOf });
	});

	it('is null without a comparison', () => {
		expect(compare('UTC', today, 0, { kind: 'none' })).toBeNull();
	});
});
