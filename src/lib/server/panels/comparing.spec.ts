import { describe, expect, it } from 'vitest';
import type { Panel } from '$lib/errors/settle';
import {
	countSentiments,
	openCounting,
	randomRows,
	seededRandom,
	type CountedRow,
	type CountingHost
} from './counting-host';
import { startOverview, type OverviewPanels } from './overview';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 14, 23, 5);
const TODAY = Date.UTC(2026, 10, 22);
const BRANDS = [1, 2, 3];

/** This autumn, and the same weeks of last year. */
const ROWS = [
	...randomRows(
		{ from: Date.UTC(2025, 9, 1), to: Date.UTC(2025, 11, 1), brands: BRANDS, each: 1 },
		seededRandom(1)
	),
	...randomRows({ from: Date.UTC(2026, 7, 1), to: NOW, brands: BRANDS, each: 1.5 }, seededRandom(2))
];
const HOST: CountingHost = { rows: ROWS, brands: BRANDS, now: NOW };

type Values = { [K in keyof OverviewPanels]: Extract<OverviewPanels[K], { ok: true }>['value'] };

async function shown(link: string, host: CountingHost = HOST) {
	const { client, asked, view, frame } = await openCounting(link, host);
	const { panels } = startOverview(client, view, { report: () => 'E1', withDrawings: false });
	const get = async <K extends keyof Values>(name: K): Promise<Values[K]> => {
		const panel = (await panels[name]) as Panel<Values[K]>;
		if (!panel.ok) throw new Error(`${name} failed`);
		return panel.value;
	};
	return { view, frame, asked, get };
}

/** The changes of the key numbers, which have to be there. */
async function changesOf(link: string, host: CountingHost = HOST) {
	const { get } = await shown(link, host);
	const numbers = await get('keyNumbers');
	const volumes = await get('volumeNumbers');
	if (numbers.comparing.state !== 'here' || volumes.comparing.state !== 'here') {
		throw new Error('nothing is compared');
	}
	return { numbers, volumes, rated: numbers.comparing.changes, all: volumes.comparing.changes };
}

const within = (from: number, to: number, rows: readonly CountedRow[] = ROWS) =>
	rows.filter(({ at }) => at >= from && at < to);
const ratedIn = (rows: readonly CountedRow[]) => rows.filter(({ sentiment }) => sentiment !== null).length;
function net(rows: readonly CountedRow[]): number {
	const { positive, negative } = countSentiments(rows);
	return (positive - negative) / ratedIn(rows);
}

describe('today so far', () => {
	it('is compared with the same elapsed hours of the day before, never with a whole day', async () => {
		const { rated, all, volumes } = await changesOf('?range=today&compare=previous&match=date');
		const earlier = within(TODAY - DAY, NOW - DAY);
		expect(rated.rated.before).toBe(ratedIn(earlier));
		expect(all.volume.before).toBe(earlier.length);
		expect(all.volume.before).toBeLessThan(within(TODAY - DAY, TODAY).length);
		expect(rated.score?.before).toBeCloseTo(net(earlier), 12);
		expect(all.volume.difference).toBe(volumes.numbers.volume - earlier.length);
		expect(all.volume.ratio).toBeCloseTo(within(TODAY, NOW).length / earlier.length - 1, 12);
	});

	it('is too short for a verdict, and says that days are lacking', async () => {
		const { rated, all } = await changesOf('?range=today&compare=previous');
		expect(rated.score).toMatchObject({ verdict: 'too-little', lacks: 'days' });
		expect(all.volume).toMatchObject({ verdict: 'too-little', lacks: 'days' });
	});

	it('cuts the last day of a longer range at the same time, in the zone of the view', async () => {
		for (const tz of ['UTC', 'America/New_York', 'Europe/Berlin']) {
			const { view, get } = await shown(`?range=7d&compare=previous&tz=${tz}`);
			const volume = await get('volume');
			const last = view.compared?.buckets.at(-1);
			const today = view.buckets.at(-1);
			if (!last || !today) throw new Error('the last day is compared');
			expect(last.end - last.start).toBe(Math.floor(NOW / 1000) * 1000 - today.start);
			expect(volume.data.previous?.at(-1)).toBe(within(last.start, last.end).length);
		}
	});

	it('asks of the compared days nothing that lies after the cut', async () => {
		const { asked } = await shown('?range=today&compare=previous&match=date');
		const ends = asked.map(({ query }) => Date.parse(query.source_updated_before ?? ''));
		expect(ends.filter((end) => end < TODAY + DAY)).not.toHaveLength(0);
		for (const end of ends) expect(end === TODAY + DAY || end <= NOW - DAY).toBe(true);
	});
});

describe('each bucket', () => {
	it.each(['previous', 'year'])('meets the same weekday in a comparison with the %s', async (kind) => {
		const { view, get } = await shown(`?compare=${kind}&split=none`);
		const { data } = (await get('trend')) as Extract<Values['trend'], { chart: 'line' }>;
		const shift = kind === 'year' ? 364 : 28;
		view.buckets.forEach((bucket, index) => {
			const end = Math.min(bucket.end, NOW) - shift * DAY;
			const rows = within(bucket.start - shift * DAY, end);
			expect(data.series[0]?.previous?.[index]).toBeCloseTo(net(rows), 3);
			expect(data.timeline.compared?.[index]?.slice(0, 3)).toBe(data.timeline.titles[index]?.slice(0, 3));
		});
		expect(data.timeline.compared?.at(-1)).toContain('until 14:23');
	});

	it('of a brand meets the same brand', async () => {
		const { view, get } = await shown('?compare=previous&brand=1&brand=3&range=7d');
		const { data } = (await get('trend')) as Extract<Values['trend'], { chart: 'line' }>;
		const first = view.buckets[0]!;
		for (const { key, previous } of data.series) {
			const rows = within(first.start - 7 * DAY, first.end - 7 * DAY).filter(
				({ brand }) => String(brand) === key
			);
			expect(previous?.[0]).toBeCloseTo(net(rows), 3);
		}
	});

	it('has the total of the types that are shown, and none that is hidden', async () => {
		const { view, get } = await shown('?compare=previous&range=7d&hide=dms');
		const { data } = await get('volume');
		view.buckets.slice(0, -1).forEach((bucket, index) => {
			const rows = within(bucket.start - 7 * DAY, bucket.end - 7 * DAY);
			const expected = rows.filter(({ type }) => type !== 'FACEBOOK_CONVERSATION').length;
			expect(data.previous?.[index]).toBe(expected);
		});
	});

	it('outside the compared days has nothing to be compared with, and never zero', async () => {
		const { get } = await shown(
			'?range=7d&compare=custom&compare_from=2026-10-01&compare_to=2026-10-03&match=date'
		);
		const { data } = await get('volume');
		expect(data.previous?.slice(0, 3).every((count) => count !== null && count > 0)).toBe(true);
		expect(data.previous?.slice(3)).toEqual([null, null, null, null]);
	});
});

describe('the change of the key numbers', () => {
	it('is the difference of what is shown and what it is compared with', async () => {
		const { numbers, rated, all } = await changesOf('?compare=previous');
		const shift = 28 * DAY;
		const now = within(TODAY - 27 * DAY, NOW);
		const then = within(TODAY - 27 * DAY - shift, NOW - shift);
		expect(numbers.numbers.score?.value).toBeCloseTo(net(now), 12);
		expect(rated.score?.before).toBeCloseTo(net(then), 12);
		expect(rated.score?.difference).toBeCloseTo(net(now) - net(then), 12);
		expect(rated.score?.n).toBe(ratedIn(then));
		const share = (rows: CountedRow[]) => countSentiments(rows).negative / ratedIn(rows);
		expect(rated.negative?.difference).toBeCloseTo(share(now) - share(then), 12);
		expect(all.coverage?.difference).toBeCloseTo(ratedIn(now) / now.length - ratedIn(then) / then.length, 12);
	});

	it('does not depend on the scale that the charts are drawn in', async () => {
		const [byDay, byWeek, byHour] = await Promise.all(
			['day', 'week', 'hour'].map((scale) => changesOf(`?compare=previous&scale=${scale}`))
		);
		for (const other of [byWeek, byHour]) {
			expect(other?.rated.score).toEqual(byDay?.rated.score);
			expect(other?.all.volume).toEqual(byDay?.all.volume);
		}
	});

	it('of days that are not as many is one of daily rates of complete days', async () => {
		const { frame } = await shown('?range=28d&compare=custom&compare_from=2026-09-01&compare_to=2026-09-20');
		expect(frame.scope.compared?.sameLength).toBe(false);
		const { all } = await changesOf(
			'?range=28d&compare=custom&compare_from=2026-09-01&compare_to=2026-09-20'
		);
		const now = within(TODAY - 27 * DAY, TODAY).length / 27;
		const then = within(Date.UTC(2026, 8, 1), Date.UTC(2026, 8, 21)).length / 20;
		expect(all.volume.perDay).toBe(true);
		expect(all.volume.ratio).toBeCloseTo(now / then - 1, 12);
		expect(all.volume.mean).toBeCloseTo(then, 12);
	});

	it('is never an infinity: nothing before is new, under twenty before are counts', async () => {
		const nothing = await changesOf('?range=7d&compare=custom&compare_from=2024-01-01&compare_to=2024-01-07');
		expect(nothing.all.volume).toMatchObject({ kind: 'new', ratio: null, before: 0 });
		expect(nothing.rated.score).toBeNull();
		const first = within(TODAY - 7 * DAY, TODAY - 6 * DAY).slice(0, 12);
		const rows = [...within(TODAY - 6 * DAY, NOW), ...first];
		const few = await changesOf('?range=7d&compare=previous', { ...HOST, rows });
		expect(few.all.volume).toMatchObject({ kind: 'few', ratio: null, before: 12 });
		const both = await changesOf('?range=7d&compare=previous', { ...HOST, rows: [] });
		expect(both.all.volume).toMatchObject({ kind: 'none', ratio: null });
	});

	it('is clear for a brand whose mood turned, and the trend shows that brand', async () => {
		const turned = ROWS.map((row) =>
			row.brand === 2 && row.at >= TODAY - 27 * DAY && row.sentiment === 'positive'
				? { ...row, sentiment: 'negative' as const }
				: row
		);
		const { get } = await shown('?compare=previous', { ...HOST, rows: turned });
		const { comparing } = await get('keyNumbers');
		if (comparing.state !== 'here') throw new Error('nothing is compared');
		const verdicts = comparing.changes.brands.map(({ name, change }) => [name, change.verdict]);
		expect(verdicts).toContainEqual(['Brand 2', 'clear']);
		const { data } = (await get('trend')) as Extract<Values['trend'], { chart: 'line' }>;
		expect(data.series.filter(({ focus }) => focus).map(({ name }) => name)).toEqual(['Brand 2']);
		expect(data.focusReason, 'and the chart can say why').toBe('surest-change');
	});

	it('names the brands without which there is none, and takes no number away', async () => {
		const fails: CountingHost['fails'] = (question, { brand_ids, source_updated_after }) =>
			question === 'sentiment' &&
			brand_ids[0] === 3 &&
			Date.parse(source_updated_after ?? '') < TODAY - 28 * DAY;
		const { get } = await shown('?compare=previous', { ...HOST, fails });
		const { comparing, numbers } = await get('keyNumbers');
		expect(comparing).toEqual({ state: 'missing', names: ['Brand 3'] });
		expect(numbers.rated).toBe(ratedIn(within(TODAY - 27 * DAY, NOW)));
		expect((await get('trend')) as object).toMatchObject({ missing: [], missingBefore: ['Brand 3'] });
	});
});

describe('the keywords', () => {
	it('that the earlier list does not hold are not in it, which is not zero', async () => {
		const rows = ROWS.map((row) =>
			row.at < TODAY - 27 * DAY ? { ...row, words: row.words.filter((word) => word !== 'price') } : row
		);
		const { get } = await shown('?compare=previous', { ...HOST, rows });
		const table = await get('keywords');
		const changeOf = (word: string) => table.rows.find((row) => row.word === word)?.change;
		expect(changeOf('price')).toEqual({ kind: 'unlisted' });
		const then = within(TODAY - 55 * DAY, NOW - 28 * DAY, rows).filter(({ words }) =>
			words.includes('taste')
		);
		const now = within(TODAY - 27 * DAY, NOW, rows).filter(({ words }) => words.includes('taste'));
		expect(changeOf('taste')).toMatchObject({ kind: 'change' });
		const change = changeOf('taste');
		if (change?.kind !== 'change') throw new Error('taste is in both lists');
		expect(change.before).toBeCloseTo(net(then), 12);
		expect(change.difference).toBeCloseTo(net(now) - net(then), 12);
	});

	it('have no change without a comparison', async () => {
		const { get } = await shown('');
		expect((await get('keywords')).rows.every(({ change }) => change === null)).toBe(true);
	});
});

describe('complete buckets only', () => {
	it('leave today out of every number', async () => {
		const { get, frame, view } = await shown('?complete=true&compare=previous');
		const whole = within(TODAY - 27 * DAY, TODAY);
		expect((await get('keyNumbers')).numbers.rated).toBe(ratedIn(whole));
		expect((await get('volumeNumbers')).numbers.volume).toBe(whole.length);
		expect(view.buckets).toHaveLength(27);
		expect((await get('volume')).data.timeline.open).toEqual([]);
		expect(frame.scope).toMatchObject({ days: 27, to: '2026-11-21', today: null, isComplete: true });
		expect(frame.scope.compared).toMatchObject({ from: '2026-09-28', to: '2026-10-24', until: null });
	});

	it('leave the week out that the range cuts', async () => {
		const { view } = await shown('?complete=true&scale=week&range=28d');
		expect(view.buckets.map(({ from, to }) => `${from} ${to}`)).toEqual([
			'2026-10-26 2026-11-01',
			'2026-11-02 2026-11-08',
			'2026-11-09 2026-11-15'
		]);
	});

	it('compare complete hours with the same hours', async () => {
		const { all } = await changesOf('?complete=true&range=today&compare=previous&match=date');
		const hours = TODAY + 14 * 3_600_000;
		expect(all.volume.before).toBe(within(TODAY - DAY, hours - DAY).length);
		expect(all.volume.difference).toBe(within(TODAY, hours).length - all.volume.before);
	});

	it('are none where none is complete, and nothing is asked but what there would be with others', async () => {
		const { view, frame, asked, get } = await shown('?complete=true&range=today&scale=day&compare=previous');
		expect(view.buckets).toEqual([]);
		expect(frame.scope.isEmpty).toBe(true);
		expect((await get('keyNumbers')).numbers.rated).toBe(0);
		expect((await get('nothing'))?.map(({ kind }) => kind)).toEqual(['completeOnly', 'range']);
		const days = asked
			.filter(({ query }) => query.source_updated_before !== undefined)
			.map(({ question, query }) => [question, query.source_updated_after, query.source_updated_before]);
		expect(days).toEqual([
			['distribution', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
			['distribution', '2026-10-26T00:00:00.000Z', '2026-11-22T00:00:00.000Z']
		]);
	});
});

describe('the sum of the brands', () => {
	it('is checked against the call for all of them', async () => {
		expect((await (await shown('')).get('split')).pooled).toBeNull();
		const sum = ratedIn(within(TODAY - 27 * DAY, NOW));
		const split = await (await shown('', { ...HOST, extra: 7 })).get('split');
		expect(split.pooled).toEqual({ sum, pooled: sum + 7 });
	});

	it('is not asked for where there is one brand only', async () => {
		const { asked, get } = await shown('?brand=2');
		await get('split');
		expect(asked.every(({ query }) => query.brand_ids.length === 1)).toBe(true);
	});
});

describe('what is asked', () => {
	it('begins with what the numbers at the top need', async () => {
		const { asked } = await shown('?compare=previous');
		const perBrand = asked.slice(0, 3 * BRANDS.length).map(({ question }) => question);
		expect(new Set(perBrand)).toEqual(new Set(['sentiment', 'distribution']));
		expect(asked[9]).toMatchObject({ question: 'distribution', query: { brand_ids: BRANDS } });
	});

	it('is asked once: no two questions are the same', async () => {
		const { asked } = await shown('?compare=previous');
		const texts = asked.map((call) => JSON.stringify(call));
		expect(new Set(texts).size).toBe(texts.length);
	});

	it('is the same when the page is asked for again while the answers are kept', async () => {
		const first = await shown('?compare=previous', { ...HOST, toldAt: NOW });
		const again = await shown('?compare=previous', { ...HOST, now: NOW + 40_000, toldAt: NOW });
		expect(again.asked).toEqual(first.asked);
		const later = await shown('?compare=previous', { ...HOST, now: NOW + 600_000, toldAt: NOW });
		expect(later.view.compared?.until).toBe(Math.floor((NOW + 600_000) / 1000) * 1000 - 28 * DAY);
	});

	it('tells of every brand that has come, also of one that failed', async () => {
		const fails: CountingHost['fails'] = (question, { brand_ids }) =>
			question === 'volume' && brand_ids[0] === 2;
		const { client, view } = await openCounting('?compare=previous', { ...HOST, fails });
		const { arrivals } = startOverview(client, view, { report: () => 'E1', withDrawings: false });
		expect(await Promise.all(arrivals.volume)).toEqual([null, null, null]);
		expect(arrivals.trend).toHaveLength(3);
	});
});
