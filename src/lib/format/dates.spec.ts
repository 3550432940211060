import { describe, expect, it } from 'vitest';
import {
	formatAge,
	formatDateTime,
	formatDay,
	formatDayRange,
	formatMonth,
	formatWholeMonth,
	formatShortDay,
	formatTime,
	formatWeekday
} from './dates';

describe('days', () => {
	it('are written the same whatever zone this computer keeps', () => {
		expect(formatDay('2026-11-02')).toBe('2 Nov 2026');
		expect(formatShortDay('2026-11-02')).toBe('2 Nov');
		expect(formatWeekday('2026-11-02')).toBe('Mon 2 Nov 2026');
		expect(formatMonth('2026-11-30')).toBe('Nov 2026');
		expect(formatWholeMonth('2026-11-30')).toBe('November 2026');
		expect(formatDay('2011-12-30')).toBe('30 Dec 2011');
	});

	it.each([
		['2026-10-26', '2026-11-22', '26 Oct – 22 Nov 2026'],
		['2026-11-02', '2026-11-08', '2 – 8 Nov 2026'],
		['2025-12-29', '2026-01-04', '29 Dec 2025 – 4 Jan 2026'],
		['2026-11-02', '2026-11-02', '2 Nov 2026']
	])('from %s to %s are %s', (from, to, text) => {
		expect(formatDayRange(from, to)).toBe(text);
	});

	it('follow the locale', () => {
		expect(formatDay('2026-11-02', 'en-US')).toBe('Nov 2, 2026');
		expect(formatDay('2026-11-02', 'de-DE')).toBe('2. Nov. 2026');
	});

	it('that do not exist are a dash', () => {
		expect(formatDay('')).toBe('–');
		expect(formatDayRange('2026-11-02', 'soon')).toBe('–');
	});
});

describe('instants', () => {
	const instant = Date.UTC(2026, 10, 22, 23, 5);

	it('are written in the zone of the view, on a 24-hour clock', () => {
		expect(formatTime(instant, 'UTC')).toBe('23:05');
		expect(formatTime(instant, 'Asia/Kathmandu')).toBe('04:50');
		expect(formatDateTime(instant, 'UTC')).toBe('22 Nov 2026, 23:05');
		expect(formatDateTime(instant, 'Asia/Kathmandu')).toBe('23 Nov 2026, 04:50');
		expect(formatTime(Date.UTC(2026, 10, 22), 'UTC')).toBe('00:00');
	});

	it('that are not there are a dash', () => {
		expect(formatDateTime(NaN, 'UTC')).toBe('–');
	});
});

describe('formatAge', () => {
	it.each([
		[-60_000, 'now'],
		[0, 'now'],
		[4999, 'now'],
		[5000, '5 seconds ago'],
		[59_999, '59 seconds ago'],
		[60_000, '1 minute ago'],
		[180_000, '3 minutes ago'],
		[3_599_999, '59 minutes ago'],
		[3_600_000, '1 hour ago'],
		[86_399_999, '23 hours ago'],
		[86_400_000, '1 day ago'],
		[40 * 86_400_000, '40 days ago'],
		[60 * 86_400_000, '60 days ago'],
		[61 * 86_400_000, '2 months ago'],
		[730 * 86_400_000, '23 months ago'],
		[731 * 86_400_000, '2 years ago'],
		[2040 * 86_400_000, '5 years ago'],
		[NaN, '–']
	])('of %d ms is %s', (age, text) => {
		expect(formatAge(age)).toBe(text);
	});
});
