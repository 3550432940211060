import { describe, expect, it } from 'vitest';
import type { Campaign } from '$lib/campaigns/campaign';
import { addDays, countDays } from '$lib/calendar/local-day';
import { decodeFilters } from '$lib/filters/decode-filters';
import { DEMO_BRANDS } from '$lib/server/demo/brands';
import { brandsInView } from '$lib/server/panels/view';
import { brandId, campaignOf, demoPlanOf, NOW, TODAY } from './demo-host';
import { planImpact } from './impact-plan';

const demo = demoPlanOf('plan');
const SLOW = campaignOf(demo, 'slow-mornings');
const brands = brandsInView(
	DEMO_BRANDS.map(({ name, slug, industry }, index) => ({
		id: index + 1,
		name,
		slug,
		organization: industry
	})),
	[]
);

function planning(
	query: string,
	campaign: Campaign | null = SLOW,
	{ now = NOW, others = [] as Campaign[] } = {}
) {
	const params = new URL(`https://undertone.test/?${query}`).searchParams;
	const { filters } = decodeFilters(params, { defaults: { timeZone: 'UTC' } });
	const campaigns = [...(campaign === null ? [] : [campaign]), ...others];
	return planImpact({ filters, campaign, campaigns, brands, now });
}

function planOf(...asked: Parameters<typeof planning>) {
	const found = planning(...asked);
	if (!found.ok) throw new Error(found.problem);
	return { ...found.plan, ignored: found.ignored };
}

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const ago = (days: number) => addDays(TODAY, -days);

describe('the brands of a report', () => {
	it('are those of the campaign, beside its comparison brands', () => {
		const plan = planOf('');
		expect(names(plan.brands)).toEqual(['Fennick']);
		expect(names(plan.controls)).toEqual(['Ovelle', 'Saltgrove']);
	});

	it('are those of the link where it names any, and no brand is compared with itself', () => {
		const plan = planOf(`brand=${brandId('Saltgrove')}`);
		expect(names(plan.brands)).toEqual(['Saltgrove']);
		expect(names(plan.controls)).toEqual(['Ovelle']);
		expect(plan.ignored).toEqual([]);
	});

	it('are compared with those that the link names, and with none when it says so', () => {
		expect(names(planOf('control=1&control=4').controls)).toEqual(['Tarn & Moss', 'Quillby']);
		expect(planOf('control=none').controls).toEqual([]);
	});

	it('leave out a control of the link that is under test or cannot be seen, with a notice', () => {
		const plan = planOf(`control=3&control=99&control=5`);
		expect(names(plan.controls)).toEqual(['Saltgrove']);
		expect(plan.ignored.map(({ key, value }) => [key, value])).toEqual([
			['control', '3'],
			['control', '99']
		]);
	});

	it('are all that can be seen where neither link nor campaign names any', () => {
		expect(planOf('', { ...SLOW, brandIds: [], comparisonIds: [] }).brands).toHaveLength(8);
	});

	it('are none where the campaign is about brands that cannot be seen', () => {
		expect(planning('', { ...SLOW, brandIds: [77] })).toMatchObject({ ok: false, problem: 'no-brands' });
	});

	it('say which others would not do for a comparison, and why', () => {
		const wrapper = campaignOf(demo, 'slow-mornings', {
			id: 'wrapper',
			kind: 'annotation',
			start: ago(16),
			end: ago(14),
			brandIds: [brandId('Quillby')]
		});
		const { leftOut } = planOf('', SLOW, { others: [wrapper] });
		expect(leftOut.map(({ brand, reason }) => [brand.name, reason])).toEqual([
			['Tarn & Moss', 'other-industry'],
			['Quillby', 'control-news'],
			['Thistleroe', 'other-industry'],
			['Brackenlow', 'other-industry'],
			['Mintarrow', 'other-industry']
		]);
	});
});

describe('the windows of a report', () => {
	it('are the 28 days before the start, the days of the campaign and as many after it as have passed', () => {
		expect(planOf('').spans).toEqual({
			before: { from: ago(48), to: ago(21) },
			during: { from: ago(20), to: ago(7) },
			after: { from: ago(6), to: TODAY }
		});
		expect(planOf('').state).toBe('finished');
	});

	it('have a baseline twice as long as a campaign of more than two weeks', () => {
		const { before } = planOf('', campaignOf(demo, 'bare-weeks')).spans;
		expect(countDays(before.from, before.to)).toBe(42);
	});

	it('never reach into the future', () => {
		for (const daysFromNow of [-400, -30, -14, -7, -1, 0, 1, 20, 200]) {
			const start = addDays(TODAY, daysFromNow);
			const plan = planOf('', { ...SLOW, start, end: addDays(start, 13) });
			expect(plan.plan.range.to <= TODAY).toBe(true);
			expect(plan.spans.after === null || plan.spans.after.to <= TODAY).toBe(true);
			const state = daysFromNow > 0 ? 'planned' : daysFromNow >= -13 ? 'running' : 'finished';
			expect(plan.state).toBe(state);
		}
	});

	it('look at what remains for at most four weeks', () => {
		const { after } = planOf('', { ...SLOW, start: ago(200), end: ago(120) }).spans;
		expect(after).toEqual({ from: ago(119), to: ago(92) });
	});

	it('take the baseline of the link', () => {
		const { spans, ignored } = planOf(`baseline_from=${ago(90)}&baseline_to=${ago(60)}`);
		expect(spans.before).toEqual({ from: ago(90), to: ago(60) });
		expect(ignored).toEqual([]);
	});

	it.each([ago(20), ago(10), TODAY])(
		'ignore a baseline of the link that ends on %s, when the campaign has begun',
		(to) => {
			const { spans, ignored } = planOf(`baseline_from=${ago(60)}&baseline_to=${to}`);
			expect(spans.before).toEqual({ from: ago(48), to: ago(21) });
			expect(ignored).toMatchObject([{ key: 'baseline_to', value: to }]);
			expect(ignored[0]?.reason).toContain(ago(20));
		}
	);

	it('are days of the view’s zone: a campaign starts when its first day starts there', () => {
		const { days } = planOf('tz=Asia/Tokyo');
		const first = days.find(({ from }) => from === SLOW.start);
		expect(new Date(first!.start).toISOString()).toBe(`${addDays(SLOW.start, -1)}T15:00:00.000Z`);
	});

	it('keep exact day edges in other zones as long as the windows fit into 100 days, and say when they do not', () => {
		expect(planOf('tz=Europe/Berlin').plan).toMatchObject({ approximate: false, scale: 'HOUR' });
		expect(planOf('tz=Europe/Berlin').plan.range.days).toBe(100);
		const long = { ...SLOW, start: ago(60), end: ago(20) };
		expect(planOf('tz=Europe/Berlin', long).plan).toMatchObject({ approximate: true, scale: 'DAY' });
		expect(planOf('', long).plan).toMatchObject({ approximate: false, scale: 'DAY' });
	});

	it('ask for half a year more, in which the same windows can be slid', () => {
		const { plan, spans } = planOf('');
		expect(plan.range.from).toBe(addDays(spans.before.from, -180));
	});

	it('ask for no day before the baseline where no earlier window would fit into them', () => {
		const lasting = (days: number) =>
			planOf('', { ...SLOW, start: ago(days), end: ago(1), comparisonIds: [] });
		const [fits, isLonger] = [lasting(180), lasting(181)];
		expect(fits.plan.range.from).toBe(addDays(fits.spans.before.from, -180));
		expect(isLonger.plan.range.from).toBe(isLonger.spans.before.from);
		const begun = planOf('', { ...SLOW, start: ago(5), end: addDays(TODAY, 300) });
		expect(begun.plan.range.from).toBe(addDays(begun.spans.before.from, -180));
	});

	it('ask for the latest weeks before a campaign that lies far ahead', () => {
		const { plan } = planOf('', { ...SLOW, start: addDays(TODAY, 100), end: addDays(TODAY, 113) });
		expect(plan.range.to).toBe(TODAY);
		expect(plan.range.days).toBeGreaterThan(56);
	});
});

describe('days that a link names without a campaign', () => {
	it('are a window of their own, called by their days', () => {
		const plan = planOf(`from=${ago(20)}&to=${ago(7)}&brand=3`, null);
		expect(plan.campaign).toMatchObject({ id: null, name: '2 – 15 Nov 2026', hypothesis: null });
		expect(plan.spans.during).toEqual({ from: ago(20), to: ago(7) });
	});

	it.each(['', 'range=7d', `campaign=gone&from=${ago(20)}&to=${ago(7)}`])(
		'are missing from the link “%s”, so there is nothing to report',
		(query) => expect(planning(query, null)).toMatchObject({ ok: false, problem: 'no-campaign' })
	);

	it('are at most three years', () => {
		expect(planning('from=2020-01-01&to=2026-01-01', null)).toMatchObject({ ok: false, problem: 'too-long' });
	});
});

describe('other news in the same days', () => {
	const annotation = (brandNames: string[], start: string): Campaign => ({
		...SLOW,
		id: 'news',
		kind: 'annotation',
		start,
		end: start,
		brandIds: brandNames.map(brandId)
	});
	const newsWith = (others: Campaign[]) => planOf('', SLOW, { others }).news;

	it('is named when it is about a brand under test, in the campaign or its baseline', () => {
		expect(newsWith([annotation(['Fennick'], ago(10))])).toEqual(['other-news']);
		expect(newsWith([annotation(['Fennick'], ago(40))])).toEqual(['other-news']);
		expect(newsWith([annotation(['Fennick'], ago(60))])).toEqual([]);
		expect(newsWith([annotation(['Mintarrow'], ago(10))])).toEqual([]);
	});

	it('comes with its name, its days and the window in which it lies', () => {
		const lasting = (from: number, to: number) => ({
			...annotation(['Fennick'], ago(from)),
			name: 'Recall',
			end: ago(to)
		});
		const whereOf = (from: number, to: number) => planOf('', SLOW, { others: [lasting(from, to)] }).otherNews;
		const recall = (from: number, to: number) => ({
			name: 'Recall',
			days: { from: ago(from), to: ago(to) }
		});
		expect(whereOf(15, 10)).toEqual([{ ...recall(15, 10), isBefore: false, isDuring: true }]);
		expect(whereOf(30, 25)).toEqual([{ ...recall(30, 25), isBefore: true, isDuring: false }]);
		expect(whereOf(25, 10)).toEqual([{ ...recall(25, 10), isBefore: true, isDuring: true }]);
	});

	it('is none where it lies between the days before and the start, which are in no number', () => {
		const others = [{ ...annotation(['Fennick'], ago(30)), end: ago(25) }];
		const query = `baseline_from=${ago(70)}&baseline_to=${ago(43)}`;
		expect(planOf(query, SLOW, { others })).toMatchObject({ news: [], otherNews: [] });
		expect(planOf('', SLOW, { others }).news).toEqual(['other-news']);
	});

	it('comes with the comparison brands that have it, and with no other', () => {
		const ownOf = (others: Campaign[]) =>
			planOf('', SLOW, { others }).controlsWithNews.map(({ name }) => name);
		expect(ownOf([])).toEqual([]);
		expect(ownOf([annotation(['Saltgrove'], ago(10))])).toEqual(['Saltgrove']);
		expect(ownOf([annotation(['Ovelle', 'Saltgrove', 'Mintarrow'], ago(40))])).toEqual([
			'Ovelle',
			'Saltgrove'
		]);
		expect(ownOf([annotation(['Ovelle', 'Fennick'], ago(10))])).toEqual([]);
	});

	it('is named when a comparison brand has it for itself', () => {
		expect(newsWith([annotation(['Ovelle'], ago(10))])).toEqual(['control-news']);
		expect(newsWith([annotation(['Ovelle', 'Fennick'], ago(10))])).toEqual(['other-news']);
		expect(newsWith([annotation([], ago(10))])).toEqual(['other-news']);
	});
});
