import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCALES, type Scale } from '$lib/community/vocabulary';
import { WEEK_STARTS, type WeekStart } from '$lib/filters/filters';
import { bucketsOf, elapsedHours, hoursIn, isComplete, type Bucket } from './buckets';
import { addDays, countDays } from './local-day';
import { resolveSpan } from './resolve-range';
import { localDayAt, offsetAt } from './time-zone';

const HOUR = 3_600_000;
const ALL_ZONES = Intl.supportedValuesOf('timeZone');

const cut = (from: string, to: string, scale: Scale, timeZone = 'UTC', weekStart: WeekStart = 'monday') =>
	bucketsOf(resolveSpan({ from, to }, timeZone), scale, { timeZone, weekStart });
const spans = (buckets: Bucket[]) =>
	buckets.map(({ from, to, partial }) => `${from}/${to}${partial ? ' partial' : ''}`);
const clock = (instant: number, timeZone: string) =>
	new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(11, 16);

const anyCut = fc.record({
	timeZone: fc.constantFrom(...ALL_ZONES),
	from: fc.integer({ min: 366, max: 24_000 }).map((number) => addDays('1970-01-01', number)),
	length: fc.integer({ min: 1, max: 40 }),
	scale: fc.constantFrom(...SCALES),
	weekStart: fc.constantFrom(...WEEK_STARTS)
});

describe('bucketsOf', () => {
	it('cuts every range of every zone without gap or overlap, and only its ends are partial', () => {
		fc.assert(
			fc.property(anyCut, ({ timeZone, from, length, scale, weekStart }) => {
				const range = resolveSpan({ from, to: addDays(from, length - 1) }, timeZone);
				const buckets = bucketsOf(range, scale, { timeZone, weekStart });
				let edge = range.start;
				for (const [index, bucket] of buckets.entries()) {
					expect(bucket.start).toBe(edge);
					expect(bucket.end).toBeGreaterThan(bucket.start);
					if (bucket.partial) expect([0, buckets.length - 1]).toContain(index);
					edge = bucket.end;
				}
				expect(edge).toBe(range.end);
			}),
			{ numRuns: 2000 }
		);
	});

	it('cuts the whole of 2026 into days and weeks in each zone there is: every instant once, no day left out', () => {
		const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
		for (const timeZone of ALL_ZONES) {
			const range = resolveSpan({ from: '2026-01-01', to: '2026-12-31' }, timeZone);
			for (const scale of ['DAY', 'WEEK'] as const) {
				const buckets = bucketsOf(range, scale, { timeZone, weekStart: 'monday' });
				const edges = [range.start, ...buckets.map(({ end }) => end)];
				expect([timeZone, buckets.map(({ start }) => start)]).toEqual([timeZone, edges.slice(0, -1)]);
				expect(edges.at(-1)).toBe(range.end);
				if (scale === 'DAY') expect([timeZone, buckets.map(({ from }) => from)]).toEqual([timeZone, days]);
			}
		}
	});

	it('names each bucket by the local days that it holds, in every zone', () => {
		fc.assert(
			fc.property(anyCut, ({ timeZone, from, length, scale, weekStart }) => {
				const range = resolveSpan({ from, to: addDays(from, length - 1) }, timeZone);
				for (const bucket of bucketsOf(range, scale === 'HOUR' ? 'DAY' : scale, { timeZone, weekStart })) {
					expect(localDayAt(bucket.start, timeZone) <= bucket.to).toBe(true);
					expect(localDayAt(bucket.start, timeZone) >= bucket.from).toBe(true);
					expect(bucket.period <= bucket.from && bucket.from <= bucket.to).toBe(true);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('makes hours of at most 60 minutes, the same number on both sides of a change of the clocks', () => {
		fc.assert(
			fc.property(anyCut, ({ timeZone, from, length, weekStart }) => {
				const range = resolveSpan({ from, to: addDays(from, length % 5) }, timeZone);
				const hours = bucketsOf(range, 'HOUR', { timeZone, weekStart });
				for (const hour of hours) expect(hoursIn(hour)).toBeLessThanOrEqual(1);
				const whole = (range.end - range.start) / HOUR;
				expect(hours.length).toBeGreaterThanOrEqual(Math.floor(whole));
				expect(hours.length).toBeLessThanOrEqual(Math.ceil(whole) + 2);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		['America/New_York', '2026-03-08', 23, 23],
		['America/New_York', '2026-11-01', 25, 25],
		['Europe/London', '2026-03-29', 23, 23],
		['Europe/London', '2026-10-25', 25, 25],
		['Australia/Lord_Howe', '2026-04-05', 24.5, 25],
		['Australia/Lord_Howe', '2026-10-04', 23.5, 24],
		['America/Sao_Paulo', '2018-11-04', 23, 23],
		['Africa/Cairo', '2026-04-24', 23, 23],
		['Asia/Beirut', '2026-03-29', 23, 23],
		['Asia/Kolkata', '2026-03-29', 24, 24]
	])('in %s the day %s has %d hours, in %i buckets', (timeZone, day, hours, count) => {
		const [whole] = cut(day, day, 'DAY', timeZone);
		expect(whole && hoursIn(whole)).toBe(hours);
		expect(cut(day, day, 'HOUR', timeZone)).toHaveLength(count);
	});

	it('leaves out the hour that spring takes, and shows autumn’s hour twice', () => {
		const spring = cut('2026-03-08', '2026-03-08', 'HOUR', 'America/New_York');
		expect(spring.slice(0, 4).map(({ start }) => clock(start, 'America/New_York'))).toEqual([
			'00:00',
			'01:00',
			'03:00',
			'04:00'
		]);
		const autumn = cut('2026-11-01', '2026-11-01', 'HOUR', 'America/New_York');
		expect(autumn.slice(0, 4).map(({ start }) => clock(start, 'America/New_York'))).toEqual([
			'00:00',
			'01:00',
			'01:00',
			'02:00'
		]);
	});

	it('returns to full hours after a change of half an hour', () => {
		const autumn = cut('2026-04-05', '2026-04-05', 'HOUR', 'Australia/Lord_Howe');
		expect(autumn.slice(1, 4).map(({ start }) => clock(start, 'Australia/Lord_Howe'))).toEqual([
			'01:00',
			'01:30',
			'02:00'
		]);
		expect(autumn.slice(1, 4).map(hoursIn)).toEqual([1, 0.5, 1]);
	});

	it('begins hours with the local full hour, also where that is a UTC half hour', () => {
		const [first, second] = cut('2026-11-22', '2026-11-22', 'HOUR', 'Asia/Kolkata');
		expect(first?.start).toBe(Date.UTC(2026, 10, 21, 18, 30));
		expect(second?.start).toBe(Date.UTC(2026, 10, 21, 19, 30));
	});

	it('marks the weeks that the range’s own edges cut', () => {
		expect(spans(cut('2026-11-04', '2026-11-22', 'WEEK'))).toEqual([
			'2026-11-04/2026-11-08 partial',
			'2026-11-09/2026-11-15',
			'2026-11-16/2026-11-22'
		]);
		expect(cut('2026-11-04', '2026-11-22', 'WEEK')[0]?.period).toBe('2026-11-02');
	});

	it('starts weeks on the chosen day', () => {
		expect(spans(cut('2026-11-08', '2026-11-21', 'WEEK', 'UTC', 'sunday'))).toEqual([
			'2026-11-08/2026-11-14',
			'2026-11-15/2026-11-21'
		]);
		expect(cut('2026-11-07', '2026-11-20', 'WEEK', 'UTC', 'saturday').some(({ partial }) => partial)).toBe(
			false
		);
	});

	it('cuts months and quarters, with both ends of one partial period in one bucket', () => {
		expect(spans(cut('2026-09-15', '2026-11-22', 'MONTH'))).toEqual([
			'2026-09-15/2026-09-30 partial',
			'2026-10-01/2026-10-31',
			'2026-11-01/2026-11-22 partial'
		]);
		expect(spans(cut('2026-11-03', '2026-11-05', 'QUARTER'))).toEqual(['2026-11-03/2026-11-05 partial']);
	});

	it('has no bucket for the day that Samoa left out', () => {
		expect(spans(cut('2011-12-29', '2011-12-31', 'DAY', 'Pacific/Apia'))).toEqual([
			'2011-12-29/2011-12-29',
			'2011-12-31/2011-12-31'
		]);
		expect(countDays('2011-12-29', '2011-12-31')).toBe(3);
	});
});

describe('a bucket that is still going on', () => {
	const day = { start: 0, end: 24 * HOUR };

	it('is complete from its end on', () => {
		expect(isComplete(day, 24 * HOUR - 1)).toBe(false);
		expect(isComplete(day, 24 * HOUR)).toBe(true);
	});

	it('tells how many of its hours have passed', () => {
		expect(elapsedHours(day, 9.5 * HOUR)).toBe(9.5);
		expect(elapsedHours(day, -1)).toBe(0);
		expect(elapsedHours(day, 99 * HOUR)).toBe(24);
	});
});
