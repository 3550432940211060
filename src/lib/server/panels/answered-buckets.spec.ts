import { describe, expect, it } from 'vitest';
import { bucketsOf } from '$lib/calendar/buckets';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { answeredBuckets, gapsOf, whereKnown } from './answered-buckets';

const DAY = 86_400_000;
const FAR = Date.UTC(2099, 0, 1);
const range = resolveSpan({ from: '2026-11-01', to: '2026-11-10' }, 'UTC');
const buckets = bucketsOf(range, 'DAY', { timeZone: 'UTC', weekStart: 'monday' });
const view = { buckets, locale: 'en-GB' };
const series = (...days: number[]) => ({ buckets: days.map((day) => ({ start: Date.UTC(2026, 10, day) })) });
const answered = (...days: number[]) => answeredBuckets(view, [series(...days)]);

describe('a bucket that the host said nothing about', () => {
	it('is missing, also where others were answered with zeros', () => {
		expect(answered(1, 2, 3, 6, 7, 8, 9, 10)).toEqual([
			...[true, true, true],
			...[false, false],
			...[true, true, true, true, true]
		]);
	});

	it('is answered as soon as one of several brands has it', () => {
		const both = answeredBuckets(view, [series(1, 2), series(2, 3)]);
		expect(both.slice(0, 4)).toEqual([true, true, true, false]);
	});

	it('has no value, and neither has one that has not begun', () => {
		const known = whereKnown(view, answered(1, 3, 4), Date.UTC(2026, 10, 3) + DAY / 2, [1, 2, 3, 4]);
		expect(known).toEqual([1, null, 3, null]);
	});

	it('is not every bucket where the host answers that nothing is there', () => {
		expect(answered().every(Boolean)).toBe(true);
		expect(answeredBuckets(view, [])).toEqual(buckets.map(() => true));
	});
});

describe('gaps', () => {
	it('are runs of missing buckets, each with the days that it holds', () => {
		expect(gapsOf(view, answered(1, 2, 5, 6, 8, 9), FAR)).toEqual([
			{ from: 2, to: 3, note: 'No data, 3 – 4 Nov 2026' },
			{ from: 6, to: 6, note: 'No data, 7 Nov 2026' },
			{ from: 9, to: 9, note: 'No data, 10 Nov 2026', unnamed: true }
		]);
	});

	it('are none where nothing is missing, and hold nothing that is still to come', () => {
		expect(gapsOf(view, answered(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), FAR)).toEqual([]);
		expect(gapsOf(view, answered(1, 2), Date.UTC(2026, 10, 3))).toEqual([]);
	});
});
