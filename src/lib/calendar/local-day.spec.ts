import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEK_STARTS } from '$lib/filters/filters';
import {
	addDays,
	addMonths,
	countDays,
	isLocalDay,
	isoWeekOf,
	shiftPeriods,
	startOfPeriod
} from './local-day';

const DAY = 86_400_000;
const dayNumber = fc.integer({ min: 0, max: Date.UTC(2100, 11, 31) / DAY });
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('isLocalDay', () => {
	it.each([
		['2026-11-22', true],
		['2024-02-29', true],
		['1970-01-01', true],
		['2100-12-31', true],
		['2026-02-29', false],
		['2100-02-29', false],
		['2026-02-30', false],
		['2026-13-01', false],
		['2026-00-10', false],
		['1969-12-31', false],
		['2101-01-01', false],
		['2026-1-1', false],
		['2026-11-22T00:00', false],
		[' 2026-11-22', false],
		['', false]
	])('of %j is %j', (text, expected) => {
		expect(isLocalDay(text)).toBe(expected);
	});
});

describe('day arithmetic', () => {
	it('counts every day once, over leap years and the ends of months, in any zone of this computer', () => {
		fc.assert(
			fc.property(dayNumber, fc.integer({ min: -2000, max: 2000 }), (number, count) => {
				expect(addDays(dayOf(number), count)).toBe(dayOf(number + count));
				expect(countDays(dayOf(number), dayOf(number + count))).toBe(count + 1);
			})
		);
	});

	it('keeps a shorter month’s last day', () => {
		expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
		expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
		expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
		expect(addMonths('2026-11-01', -11)).toBe('2025-12-01');
	});

	it('knows the day that Samoa left out, whatever zone this computer keeps', () => {
		expect(addDays('2011-12-29', 1)).toBe('2011-12-30');
		expect(startOfPeriod('2011-12-30', 'WEEK', 'monday')).toBe('2011-12-26');
	});
});

describe('startOfPeriod', () => {
	it('finds the week’s first weekday among the seven days that end with the day', () => {
		const index = { sunday: 0, monday: 1, saturday: 6 };
		fc.assert(
			fc.property(dayNumber, fc.constantFrom(...WEEK_STARTS), (number, weekStart) => {
				const first = startOfPeriod(dayOf(number), 'WEEK', weekStart);
				expect(weekdayOf(first)).toBe(index[weekStart]);
				expect(countDays(first, dayOf(number))).toBeGreaterThanOrEqual(1);
				expect(countDays(first, dayOf(number))).toBeLessThanOrEqual(7);
			})
		);
	});

	it('finds months and quarters', () => {
		expect(startOfPeriod('2026-11-22', 'MONTH', 'monday')).toBe('2026-11-01');
		expect(startOfPeriod('2026-11-22', 'QUARTER', 'monday')).toBe('2026-10-01');
		expect(startOfPeriod('2026-03-31', 'QUARTER', 'monday')).toBe('2026-01-01');
		expect(startOfPeriod('2026-11-22', 'DAY', 'monday')).toBe('2026-11-22');
	});
});

describe('shiftPeriods', () => {
	it('steps by calendar units', () => {
		expect(shiftPeriods('2026-12-28', 'WEEK', 1)).toBe('2027-01-04');
		expect(shiftPeriods('2026-01-01', 'MONTH', -1)).toBe('2025-12-01');
		expect(shiftPeriods('2026-10-01', 'QUARTER', 1)).toBe('2027-01-01');
		expect(shiftPeriods('2026-03-01', 'DAY', -1)).toBe('2026-02-28');
	});
});

describe('isoWeekOf', () => {
	it.each([
		['2026-12-31', { year: 2026, week: 53 }],
		['2027-01-03', { year: 2026, week: 53 }],
		['2027-01-04', { year: 2027, week: 1 }],
		['2024-12-29', { year: 2024, week: 52 }],
		['2024-12-30', { year: 2025, week: 1 }],
		['2026-01-01', { year: 2026, week: 1 }],
		['2021-01-03', { year: 2020, week: 53 }]
	])('of %s is %j', (day, expected) => {
		expect(isoWeekOf(day)).toEqual(expected);
	});
});
