import { describe, expect, it } from 'vitest';
import { addDays, countDays } from '$lib/calendar/local-day';
import type { DaySpan } from '$lib/filters/filters';
import { clearBefore } from './clear-before';
import type { PooledDay } from './pooled-days';

const START = '2026-12-05';
const TODAY = '2026-11-28';
const before = { from: '2026-11-07', to: '2026-12-04' };
const spans = { before, during: { from: START, to: '2026-12-18' }, after: null };

/** The days up to today, which is not over, each with as many rated messages. */
const daysSince = (from: string, n = 20): PooledDay[] =>
	Array.from({ length: countDays(from, TODAY) }, (_, index) => ({
		day: addDays(from, index),
		weekday: 0,
		window: 'history',
		isComplete: addDays(from, index) < TODAY,
		platforms: [],
		positive: n,
		neutral: 0,
		negative: 0
	}));

function offered(news: DaySpan[], days = daysSince('2026-06-01')) {
	const otherNews = news.map((one) => ({
		name: 'News',
		days: one,
		isBefore: one.from <= before.to && one.to >= before.from,
		isDuring: false
	}));
	return clearBefore({ spans, otherNews, newsDays: news }, days);
}

const SLOW = { from: '2026-11-07', to: '2026-11-20' };

describe('days before that are clear of other news', () => {
	it('are as many as now, and the latest of those', () => {
		expect(offered([SLOW])).toEqual({ from: '2026-10-10', to: '2026-11-06' });
	});

	it('touch no other news that lies earlier', () => {
		const recall = { from: '2026-11-01', to: '2026-11-01' };
		expect(offered([SLOW, recall])).toEqual({ from: '2026-10-04', to: '2026-10-31' });
	});

	it('are at least two weeks where no longer stretch is clear', () => {
		const news = [SLOW, { from: '2026-05-01', to: '2026-10-20' }];
		expect(offered(news)).toEqual({ from: '2026-10-24', to: '2026-11-06' });
	});

	it('are none where none are clear, none were looked at, or nothing was rated on them', () => {
		expect(offered([{ from: '2026-05-01', to: '2026-11-20' }])).toBeNull();
		expect(offered([SLOW], daysSince('2026-11-01'))).toBeNull();
		expect(offered([SLOW], daysSince('2026-06-01', 0))).toBeNull();
	});

	it('are not asked for where nothing lies in the days before', () => {
		expect(offered([{ from: '2026-12-07', to: '2026-12-08' }])).toBeNull();
		expect(offered([])).toBeNull();
	});
});
