import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale } from '../vocabulary';
import { startOfBucket } from './buckets';
import { parseWritten } from './instant';
import { normaliseVolumeSeries } from './series';

const DAY = 86_400_000;

/** One interaction under each key: what the client makes of the keys. */
function series(keys: string[], scale: Scale, bucketMinutes: number | null = null) {
	const payload = { data: Object.fromEntries(keys.map((key) => [key, { TIKTOK_COMMENT: 1 }])) };
	const answer = normaliseVolumeSeries(payload, { scale, bucketMinutes });
	const starts = answer.buckets.map(({ start }) => new Date(start).toISOString().replace(':00.000Z', 'Z'));
	return {
		scale: answer.scale,
		bucketMinutes: answer.bucketMinutes,
		starts,
		totals: answer.buckets.map((b) => b.total)
	};
}

const days = (first: string, count: number, step = 1) =>
	Array.from({ length: count }, (_, index) =>
		new Date(Date.parse(first) + index * step * DAY).toISOString().slice(0, 10)
	);

describe('startOfBucket', () => {
	it.each<[Scale, number, string]>([
		['HOUR', 15, '2026-05-07T13:45Z'],
		['HOUR', 30, '2026-05-07T13:30Z'],
		['HOUR', 60, '2026-05-07T13:00Z'],
		['DAY', 60, '2026-05-07T00:00Z'],
		['WEEK', 60, '2026-05-04T00:00Z'],
		['MONTH', 60, '2026-05-01T00:00Z'],
		['QUARTER', 60, '2026-04-01T00:00Z']
	])(
		'puts Thursday 7 May 2026, 13:59 into the %s of %i minutes that starts at %s',
		(scale, minutes, start) => {
			expect(startOfBucket(Date.parse('2026-05-07T13:59:30Z'), { scale, minutes })).toBe(Date.parse(start));
		}
	);

	it('starts weeks on Monday, also across the turn of a year and on the first day of 1970', () => {
		const week = (day: string) =>
			new Date(startOfBucket(Date.parse(day), { scale: 'WEEK', minutes: 60 })).toISOString();
		expect(week('2027-01-01')).toContain('2026-12-28');
		expect(week('2026-05-03')).toContain('2026-04-27');
		expect(week('1970-01-01')).toContain('1969-12-29');
	});

	it('never starts after the instant, and is its own start', () => {
		const scale = fc.constantFrom<Scale>('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER');
		const minutes = fc.constantFrom(15, 30, 60);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), scale, minutes, (instant, name, width) => {
				const start = startOfBucket(instant, { scale: name, minutes: width });
				expect(start).toBeLessThanOrEqual(instant);
				expect(instant - start).toBeLessThan(93 * DAY);
				expect(startOfBucket(start, { scale: name, minutes: width })).toBe(start);
			})
		);
	});
});

describe('parseWritten', () => {
	it.each([
		['2026-05-04', '2026-05-04T00:00:00Z'],
		['2026-05-04T13:30', '2026-05-04T13:30:00Z'],
		['2026-05-04T13:30:15', '2026-05-04T13:30:15Z'],
		['2026-05-04T13:30:15.250Z', '2026-05-04T13:30:15.250Z'],
		['2026-05-04T13:30:15.123456+00:00', '2026-05-04T13:30:15.123Z'],
		['2026-05-04 13:30:15z', '2026-05-04T13:30:15Z'],
		['2026-05-04T13:30:00-04:00', '2026-05-04T17:30:00Z'],
		['2026-05-04T13:30:00+0530', '2026-05-04T08:00:00Z'],
		['2026-05-04T13:30:00+14', '2026-05-03T23:30:00Z']
	])('reads %s, without an offset as UTC', (text, instant) => {
		expect(parseWritten(text)?.instant).toBe(Date.parse(instant));
	});

	it('reads back every instant that toISOString writes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
				expect(parseWritten(new Date(instant).toISOString())?.instant).toBe(instant);
			})
		);
	});

	it.each([
		'2026-13-01',
		'2026-02-30',
		'2026-05-04T24:00',
		'2026-05-04T10:60',
		'2026-05-04T10:00:60',
		'26-05-04'
	])('refuses %s', (text) => {
		expect(parseWritten(text)).toBeNull();
	});
});

describe('a series that came finer than asked', () => {
	it('joins hours into days, weeks, months and quarters of UTC', () => {
		const hours = ['2026-05-03T23:00:00Z', '2026-05-04T00:00:00Z', '2026-05-04T05:00:00Z'];
		expect(series(hours, 'DAY')).toMatchObject({
			scale: 'DAY',
			starts: ['2026-05-03T00:00Z', '2026-05-04T00:00Z'],
			totals: [1, 2]
		});
		expect(series(hours, 'WEEK')).toMatchObject({
			scale: 'WEEK',
			starts: ['2026-04-27T00:00Z', '2026-05-04T00:00Z']
		});
		expect(series(hours, 'MONTH')).toMatchObject({
			scale: 'MONTH',
			starts: ['2026-05-01T00:00Z'],
			totals: [3]
		});
		expect(series(hours, 'QUARTER')).toMatchObject({
			scale: 'QUARTER',
			starts: ['2026-04-01T00:00Z'],
			totals: [3]
		});
	});

	it('joins days into weeks, months and quarters', () => {
		const twoWeeks = days('2026-04-27', 14);
		expect(series(twoWeeks, 'WEEK')).toMatchObject({
			scale: 'WEEK',
			starts: ['2026-04-27T00:00Z', '2026-05-04T00:00Z'],
			totals: [7, 7]
		});
		expect(series(twoWeeks, 'MONTH')).toMatchObject({ scale: 'MONTH', totals: [4, 10] });
		expect(series(twoWeeks, 'QUARTER')).toMatchObject({ scale: 'QUARTER', totals: [14] });
	});

	it('joins months into quarters', () => {
		const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
		expect(series(months, 'QUARTER')).toMatchObject({ scale: 'QUARTER', totals: [3, 1] });
	});

	it('leaves weeks as weeks where months were asked for, since weeks do not fill months', () => {
		expect(series(days('2026-04-27', 4, 7), 'MONTH')).toMatchObject({ scale: 'WEEK', totals: [1, 1, 1, 1] });
	});

	it('joins quarter hours into half hours and hours', () => {
		const quarters = ['2026-05-04T00:00:00Z', '2026-05-04T00:15:00Z', '2026-05-04T00:30:00Z'];
		expect(series(quarters, 'HOUR', 15)).toMatchObject({ bucketMinutes: 15, totals: [1, 1, 1] });
		expect(series(quarters, 'HOUR', 30)).toMatchObject({ bucketMinutes: 30, totals: [2, 1] });
		expect(series(quarters, 'HOUR')).toMatchObject({ scale: 'HOUR', bucketMinutes: null, totals: [3] });
	});

	it('loses nothing and counts nothing twice, whatever the keys', () => {
		const instant = fc.integer({ min: 1.5e12, max: 1.8e12 }).map((at) => new Date(at).toISOString());
		const key = fc.oneof(
			instant,
			instant.map((text) => text.slice(0, 10))
		);
		const scale = fc.constantFrom<Scale>('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER');
		const minutes = fc.constantFrom(null, 15, 30, 60);
		fc.assert(
			fc.property(fc.uniqueArray(key, { minLength: 1 }), scale, minutes, (keys, asked, width) => {
				const { starts, totals } = series(keys, asked, width);
				expect(totals.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
				expect(new Set(starts).size).toBe(starts.length);
				expect([...starts].sort()).toEqual(starts);
			})
		);
	});
});

describe('a series that came coarser than asked', () => {
	it.each<[Scale, string[], Scale]>([
		['HOUR', days('2026-05-05', 3), 'DAY'],
		['HOUR', ['2026-05-05'], 'DAY'],
		['HOUR', ['2026-05-05T00:00:00Z', '2026-05-06T00:00:00Z'], 'DAY'],
		['HOUR', days('2026-05-04', 4, 7), 'WEEK'],
		['DAY', days('2026-05-04', 3, 7), 'WEEK'],
		['DAY', ['2026-05-01', '2026-06-01', '2026-07-01'], 'MONTH'],
		['DAY', ['2026-05-16', '2026-06-01', '2026-07-01', '2026-08-01'], 'MONTH'],
		['MONTH', ['2026-01-01', '2026-04-01', '2026-07-01'], 'QUARTER']
	])('was asked for in %s, and says for %j that it is in %s', (asked, keys, scale) => {
		expect(series(keys, asked)).toMatchObject({ scale, totals: keys.map(() => 1) });
	});

	it('says that it is in hours where finer minutes were asked for', () => {
		expect(series(['2026-05-04T01:00:00Z', '2026-05-04T02:00:00Z'], 'HOUR', 15)).toMatchObject({
			bucketMinutes: 60
		});
		expect(series(['2026-05-04T01:30:00Z', '2026-05-04T02:00:00Z'], 'HOUR', 15)).toMatchObject({
			bucketMinutes: 30
		});
	});
});

describe('a series that came as asked', () => {
	it.each<[Scale, string[]]>([
		['HOUR', ['2026-05-04T00:00:00Z']],
		['HOUR', ['2026-05-04T00:00:00', '2026-05-04T01:00:00']],
		['DAY', days('2026-05-01', 9)],
		['DAY', ['2026-05-04', '2026-05-11']],
		['DAY', ['2026-05-05', '2026-05-12', '2026-05-19']],
		['WEEK', ['2026-05-04']],
		['WEEK', ['2026-05-04', '2026-05-25']],
		['MONTH', ['2026-01-01', '2026-04-01']],
		['QUARTER', ['2026-01-01', '2026-04-01']]
	])('in %s, stays as it is for %j', (scale, keys) => {
		const starts = keys.map((key) =>
			new Date(parseWritten(key)?.instant ?? 0).toISOString().replace(':00.000Z', 'Z')
		);
		expect(series(keys, scale)).toMatchObject({ scale, starts });
	});

	it('moves a first bucket that was cut at the window to the start of its bucket', () => {
		expect(series(['2026-05-06', '2026-05-11', '2026-05-18', '2026-05-25'], 'WEEK')).toMatchObject({
			scale: 'WEEK',
			starts: ['2026-05-04T00:00Z', '2026-05-11T00:00Z', '2026-05-18T00:00Z', '2026-05-25T00:00Z']
		});
		expect(series(['2026-05-16', '2026-06-01'], 'MONTH').starts[0]).toBe('2026-05-01T00:00Z');
	});

	it('keeps the start of weeks that start on Sunday', () => {
		const sundays = days('2026-05-03', 3, 7);
		expect(series(sundays, 'WEEK').starts.map((start) => start.slice(0, 10))).toEqual(sundays);
	});

	it('goes by the written date of days that a host counts in its own zone', () => {
		const berlin = ['2026-03-28T00:00:00+01:00', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'];
		expect(series(berlin, 'DAY').starts).toEqual([
			'2026-03-28T00:00Z',
			'2026-03-29T00:00Z',
			'2026-03-30T00:00Z'
		]);
		expect(series(berlin, 'HOUR')).toMatchObject({ scale: 'DAY' });
	});

	it('takes hours with an offset as the instants that they are', () => {
		expect(series(['2026-05-04T13:00:00+02:00', '2026-05-04T14:00:00+02:00'], 'HOUR').starts).toEqual([
			'2026-05-04T11:00Z',
			'2026-05-04T12:00Z'
		]);
	});
});
