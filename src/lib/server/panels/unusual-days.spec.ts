import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/calendar/local-day';
import { decimalsAt } from '$lib/charts/reading';
import type { SentimentBucket, VolumeBucket } from '$lib/community/answers';
import { platformOfType } from '$lib/community/vocabulary';
import { defaultFilters, SCORES, type Filters } from '$lib/filters/filters';
import { DEMO_BRANDS } from '$lib/server/demo/brands';
import { demoDay } from '$lib/server/demo/demo-day';
import { makePlan } from '$lib/server/demo/make-plan';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import type { BrandAnswers } from './ask';
import { makeView } from './make-view';
import { sentimentTrend } from './sentiment-trend';
import { findUnusualDays, historyView, type UnusualDaysPanel } from './unusual-days';
import { brandsInView, type View } from './view';

const TODAY = '2026-11-22';
const NOW = Date.parse(`${TODAY}T14:00:00Z`);
const plan = makePlan({
	seed: 'test',
	firstDay: addDays(TODAY, -730),
	lastDay: TODAY,
	interactions: 250_000
});
const brands = brandsInView(
	DEMO_BRANDS.map(({ name }, index) => ({ id: index + 1, slug: name, name, organization: null })),
	[]
);

const kept = new Map<string, NewInteraction[]>();
function rowsOn(day: string): NewInteraction[] {
	const rows = kept.get(day) ?? demoDay(plan, day, NOW).filter((row) => !row.fromBrand);
	kept.set(day, rows);
	return rows;
}

/** What the store would answer about a view's days, counted from the demo's own rows. */
function answersOf(view: View) {
	const { sentiments } = view.filters;
	const sentiment: BrandAnswers<{ scale: 'DAY'; bucketMinutes: null; buckets: SentimentBucket[] }> = {
		answers: [],
		missing: []
	};
	const volume: BrandAnswers<{ scale: 'DAY'; bucketMinutes: null; buckets: VolumeBucket[] }> = {
		answers: [],
		missing: []
	};
	for (const brand of view.brands) {
		const days = view.buckets.map(({ from, start }) => ({
			start,
			rows: rowsOn(from).filter(
				({ brand: name, sentiment: label }) =>
					name === brand.name && (sentiments.length === 0 || sentiments.some((chosen) => chosen === label))
			)
		}));
		sentiment.answers.push({
			brand,
			value: {
				scale: 'DAY',
				bucketMinutes: null,
				buckets: days.map(({ start, rows }) => ({
					start,
					platforms: [...new Set(rows.map((row) => platformOfType(row.type)))].map((platform) => {
						const own = rows.filter((row) => platformOfType(row.type) === platform);
						const of = (label: string) => own.filter((row) => row.sentiment === label).length;
						return { platform, negative: of('negative'), neutral: of('neutral'), positive: of('positive') };
					})
				}))
			}
		});
		volume.answers.push({
			brand,
			value: {
				scale: 'DAY',
				bucketMinutes: null,
				buckets: days.map(({ start, rows }) => ({
					start,
					total: rows.length,
					types: [...new Set(rows.map((row) => row.type))].map((type) => ({
						type,
						count: rows.filter((row) => row.type === type).length
					}))
				}))
			}
		});
	}
	return { sentiment, volume };
}

const viewOf = (filters: Filters, of: (typeof brands)[number][] = brands) =>
	makeView({ filters, brands: of, sentimentEverywhere: true, now: NOW, locale: 'en-GB', asOf: NOW });

function unusual(change: Partial<Filters>, of: (typeof brands)[number][] = brands): UnusualDaysPanel {
	const { view } = viewOf({ ...defaultFilters({ timeZone: 'UTC' }), ...change }, of);
	const history = historyView(view)!;
	return findUnusualDays(view, history, answersOf(view), answersOf(history), NOW);
}

/** The same answers with so many times the interactions. */
function withVolume({ sentiment, volume }: ReturnType<typeof answersOf>, times: number) {
	const answers = volume.answers.map(({ brand, value }) => ({
		brand,
		value: {
			...value,
			buckets: value.buckets.map(({ start, total, types }) => ({
				start,
				total: total * times,
				types: types.map(({ type, count }) => ({ type, count: count * times }))
			}))
		}
	}));
	return { sentiment, volume: { ...volume, answers } };
}

const only = (name: string) => brands.filter((brand) => brand.name === name);
const incident = (keyword: string) => plan.incidents.find((one) => one.keyword === keyword)!;
const around = (keyword: string, before: number, after: number): Partial<Filters> => ({
	range: {
		kind: 'absolute',
		from: addDays(incident(keyword).start, -before),
		to: addDays(incident(keyword).start, after)
	},
	scale: 'DAY'
});

describe('the unusual days of the demo', () => {
	test('hold the first day of the new wrapper in the view of all brands, with its score and its volume', () => {
		const { days, marks } = unusual({});
		const first = days.find(({ name, day }) => name === 'Quillby' && day === incident('wrapper').start)!;
		expect(first.score!.jump).toBeLessThan(-0.2);
		expect(first.volume!.now / first.volume!.usual).toBeGreaterThan(2);
		expect(marks.find(({ note }) => note.startsWith('Quillby −'))).toMatchObject({ index: first.index });
		for (const jump of [first.score!, first.volume!]) {
			const sum = jump.parts.reduce((total, part) => total + part.value, 0);
			expect(sum).toBeCloseTo(jump.jump, 10);
		}
	});

	test('have the score of their day as the trend of those days prints it, whatever the score', () => {
		for (const score of SCORES) {
			const filters = { ...defaultFilters({ timeZone: 'UTC' }), score };
			const { view } = viewOf(filters);
			const { series } = sentimentTrend(view, answersOf(view).sentiment, NOW);
			const scored = unusual({ score }).days.filter((day) => day.score !== null);
			expect(scored).not.toEqual([]);
			for (const { key, index, score: jump } of scored) {
				const line = series.find((one) => one.key === key)!;
				expect(jump!.now).toBeCloseTo(line.values[index]!, 3);
				expect(jump!.decimals).toBe(decimalsAt(line, index));
			}
		}
	});

	test('hold the report on microplastics for the brand that is looked at', () => {
		const { start } = incident('microplastics');
		const found = unusual(around('microplastics', 14, 13), only('Tarn & Moss')).days;
		expect(found.map(({ day }) => day)).toContain(start);
		expect(found.find(({ day }) => day === start)!.p).toBeLessThan(0.001);
	});

	test('leave today out, whose hours are not over', () => {
		expect(unusual({}).days.map(({ day }) => day)).not.toContain(TODAY);
	});

	test('judge the volume alone under a sentiment filter, where there are messages enough to say what is usual', () => {
		const filters: Filters = { ...defaultFilters({ timeZone: 'UTC' }), sentiments: ['negative'] };
		const { view } = viewOf(filters, only('Quillby'));
		const history = historyView(view)!;
		const busier = (of: View) => withVolume(answersOf(of), 4);
		const { days, marks, judged } = findUnusualDays(view, history, busier(view), busier(history), NOW);
		expect(judged).toEqual({ score: 'left-out', volume: 'all' });
		const first = days.find(({ day }) => day === incident('wrapper').start)!;
		expect(first.score).toBeNull();
		expect(first.volume!.now / first.volume!.usual).toBeGreaterThan(2);
		expect(marks).toEqual([]);
	});

	test('are not claimed to be none where a weekday has fewer than twenty filtered messages', () => {
		const { days, judged } = unusual({ sentiments: ['negative'] }, only('Quillby'));
		expect({ days, judged }).toEqual({ days: [], judged: { score: 'left-out', volume: 'none' } });
		expect(unusual({}, only('Quillby')).judged).toMatchObject({ volume: 'all' });
	});

	test('have their scores as without a filter where all three sentiments are chosen', () => {
		const { days } = unusual({ sentiments: ['negative', 'neutral', 'positive'] }, only('Quillby'));
		expect(days.some(({ score }) => score !== null)).toBe(true);
	});

	test('name a platform by itself when the view is split by platform', () => {
		const { days, judged } = unusual({ split: 'platform' }, only('Quillby'));
		expect(judged!.volume).toBe('left-out');
		expect(days.every(({ platform, brand, volume }) => platform !== null && brand === null && !volume)).toBe(
			true
		);
	});
});

test('what is usual for an hour or a week is not judged', () => {
	const filters = { ...defaultFilters({ timeZone: 'UTC' }), scale: 'WEEK' as const };
	const { view } = makeView({
		filters,
		brands,
		sentimentEverywhere: true,
		now: NOW,
		locale: 'en-GB',
		asOf: NOW
	});
	expect(historyView(view)).toBeNull();
});

test('the history is the eight weeks that end with the day before the view', () => {
	const filters = { ...defaultFilters({ timeZone: 'Europe/Berlin' }) };
	const { view } = makeView({
		filters,
		brands,
		sentimentEverywhere: true,
		now: NOW,
		locale: 'en-GB',
		asOf: NOW
	});
	const history = historyView(view)!;
	expect(history.buckets).toHaveLength(56);
	expect(history.range.end).toBe(view.range.start);
	expect(history.buckets.at(-1)!.end).toBe(view.buckets[0]!.start);
	expect(history.plan.scale).toBe('HOUR');
});
