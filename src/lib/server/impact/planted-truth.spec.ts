import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/calendar/local-day';
import type { DemoPlan } from '$lib/server/demo/plan';
import { expectedWindow, type DemoWindow } from '$lib/server/demo/truth';
import { brandId, campaignOf, demoPlanOf, NOW, reportOn, TODAY } from './demo-host';
import type { ImpactReport, Method } from './report';

const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const plan = demoPlanOf('a');

const spanOf = (report: ImpactReport, kind: 'before' | 'during') =>
	report.windows.find((window) => window.kind === kind)!.span;

function expectedNet(from: DemoPlan, brands: readonly { name: string }[], window: DemoWindow): number {
	const each = brands.map(({ name }) => expectedWindow(from, name, window));
	const rated = each.reduce((sum, one) => sum + one.rated, 0);
	return each.reduce((sum, one) => sum + one.rated * one.net, 0) / rated;
}

/** What a method would find if chance had no part: the expected change, less that of the comparison brands. */
function truthOf(from: DemoPlan, report: ImpactReport, method: Method): number {
	const change = (brands: readonly { name: string }[]) =>
		expectedNet(from, brands, spanOf(report, 'during')) - expectedNet(from, brands, spanOf(report, 'before'));
	return method === 'difference-in-differences'
		? change(report.brands) - change(report.controls)
		: change(report.brands);
}

const estimateOf = (report: ImpactReport, method: Method) =>
	report.estimates.find((estimate) => estimate.method === method)!;

/** Days before the baseline need not be drawn: they are for the placebo only. */
const since = (id: string, days: number) => addDays(campaignOf(plan, id).start, -days);

describe('the planted campaigns', () => {
	it.each([
		['slow-mornings', 28],
		['bare-weeks', 42],
		['bubble-or-brew', 56]
	] as const)('have the true effect of %s inside the interval of either method', async (id, days) => {
		const report = await reportOn('', campaignOf(plan, id), { plan, since: since(id, days) });
		for (const method of ['before-after', 'difference-in-differences'] as const) {
			const truth = truthOf(plan, report, method);
			const { low, high } = estimateOf(report, method);
			expect(low).toBeLessThan(truth);
			expect(high).toBeGreaterThan(truth);
		}
	});

	it('read as what they are: clearly up, nothing, and clearly down for another mix alone', async () => {
		const of = (id: string, days: number) =>
			reportOn('', campaignOf(plan, id), { plan, since: since(id, days) });
		const [slow, bare, bubble] = [
			await of('slow-mornings', 28),
			await of('bare-weeks', 42),
			await of('bubble-or-brew', 56)
		];
		expect(slow.headline).toMatchObject({
			method: 'difference-in-differences',
			verdict: 'clear',
			warnings: []
		});
		expect(slow.headline!.estimate).toBeGreaterThan(0.1);
		expect(slow.preTrend?.passed).toBe(true);
		expect(bare.headline?.verdict).toBe('unsure');
		expect(bubble.headline).toMatchObject({ verdict: 'clear', warnings: ['simpson', 'mix-shift'] });
		expect(bubble.headline!.estimate).toBeLessThan(-0.1);
	});

	it('find Slow Mornings the largest of all windows of its half year', async () => {
		const { placebo } = await reportOn('', campaignOf(plan, 'slow-mornings'), { plan });
		expect(placebo!.rank).toBe(1);
		expect(placebo!.windows.length).toBeGreaterThan(150);
		expect(placebo!.p).toBe(1 / (1 + placebo!.windows.length));
		const start = campaignOf(plan, 'slow-mornings').start;
		for (const { from } of placebo!.windows) expect(addDays(from, 14) <= start).toBe(true);
	});
});

describe('nothing, where nothing was planted', () => {
	it('is what Saltgrove says of the days of Slow Mornings, over reseeded demos', async () => {
		const verdicts: string[] = [];
		for (const seed of SEEDS) {
			const from = demoPlanOf(seed);
			const query = `brand=${brandId('Saltgrove')}`;
			const report = await reportOn(query, campaignOf(from, 'slow-mornings'), {
				plan: from,
				since: since('slow-mornings', 28)
			});
			expect(report.controls.map(({ name }) => name)).toEqual(['Ovelle']);
			verdicts.push(report.headline!.verdict);
		}
		expect(verdicts).toEqual(SEEDS.map(() => 'unsure'));
	});

	it('is credited to a campaign when news hits its whole industry, as soon as that is compared with', async () => {
		const { start, end } = campaignOf(plan, 'microplastics');
		const days = { plan, since: addDays(start, -28) };
		const days7 = `from=${start}&to=${end}&brand=${brandId('Tarn & Moss')}`;
		const alone = await reportOn(days7, null, days);
		expect(alone.headline).toMatchObject({ method: 'before-after' });
		expect(alone.headline!.high).toBeLessThan(0);
		const controls = ['Thistleroe', 'Brackenlow', 'Mintarrow'].map((name) => `control=${brandId(name)}`);
		const beside = await reportOn(`${days7}&${controls.join('&')}`, null, days);
		expect(beside.headline).toMatchObject({ method: 'difference-in-differences', verdict: 'unsure' });
		expect(beside.warnings).toContain('other-news');
		expect(beside.warnings).not.toContain('control-news');
	});
});

describe('the views that would mislead', () => {
	it('warn of a mix of platforms that moved the total although the mood went the other way', async () => {
		const report = await reportOn('control=none', campaignOf(plan, 'bubble-or-brew'), {
			plan,
			since: since('bubble-or-brew', 56)
		});
		const { mix } = report;
		expect(mix!.rate + mix!.mix).toBeCloseTo(mix!.total, 12);
		expect(mix!.rate).toBeGreaterThan(0.1);
		expect(mix!.mix).toBeLessThan(-0.2);
		expect(mix!.isSimpson).toBe(true);
		expect(report.headline?.warnings).toEqual(['simpson', 'mix-shift']);
	});

	it('warn of the mix alone where one platform went down with the total', async () => {
		const report = await reportOn('control=none', campaignOf(plan, 'bubble-or-brew'), {
			plan,
			since: since('bubble-or-brew', 56),
			// Instagram becomes as bad as it was good, so that no longer every platform went up.
			without: (row) =>
				row.type.startsWith('INSTAGRAM') && row.sentiment === 'positive' && row.at >= Date.parse('2026-05-16')
		});
		expect(report.warnings).toEqual(['mix-shift']);
	});

	it('say too little of four comments on YouTube', async () => {
		const report = await reportOn(
			`brand=${brandId('Mintarrow')}&platform=youtube&control=none`,
			campaignOf(plan, 'slow-mornings'),
			{ plan, since: since('slow-mornings', 28) }
		);
		const during = report.windows.find(({ kind }) => kind === 'during')!;
		expect(during.n).toBeLessThan(10);
		expect(report.headline === null || report.headline.verdict === 'too-little').toBe(true);
		expect(report.breakEven).toBeNull();
	});

	it('say that an unfinished week is running, and never count today', async () => {
		const start = addDays(TODAY, -6);
		const campaign = campaignOf(plan, 'slow-mornings', { start, end: TODAY });
		const host = { plan, since: addDays(start, -28) };
		const report = await reportOn('control=none', campaign, host);
		expect(report).toMatchObject({ state: 'running', progress: { complete: 6, planned: 7 } });
		expect(report.headline).toMatchObject({ verdict: 'too-little', daysAfter: 6, warnings: ['running'] });
		expect(report.days.at(-1)).toMatchObject({ day: TODAY, isComplete: false });
		const startOfToday = Date.parse(`${TODAY}T00:00:00Z`);
		const without = await reportOn('control=none', campaign, {
			...host,
			without: (row) => row.at >= startOfToday
		});
		expect(without.headline).toEqual(report.headline);
		expect(without.evidence.dataHash).toBe(report.evidence.dataHash);
		expect(without.days.at(-1)).not.toEqual(report.days.at(-1));
	});
});

describe('data that are missing', () => {
	const slow = campaignOf(plan, 'slow-mornings');
	const host = { plan, since: since('slow-mornings', 28) };

	it('leave a brand without any message without a number, and say whose it is', async () => {
		const fennick = brandId('Fennick');
		const report = await reportOn('', slow, { ...host, without: (row) => row.brand === fennick });
		expect(report).toMatchObject({
			estimates: [],
			headline: null,
			mix: null,
			placebo: null,
			breakEven: null
		});
		expect(report.withoutData.map(({ name }) => name)).toEqual(['Fennick']);
		expect(report.windows.map(({ n, net }) => [n, net])).toEqual([
			[0, null],
			[0, null],
			[0, null]
		]);
		expect(report.days.every(({ net }) => net === null)).toBe(true);
	});

	it('are the same where every message is unrated', async () => {
		const rated = await reportOn('', slow, { ...host, without: (row) => row.sentiment !== null });
		expect(rated).toMatchObject({ estimates: [], headline: null });
	});

	it('leave the plain comparison where the comparison brands have no message', async () => {
		const ids = slow.comparisonIds;
		const report = await reportOn('', slow, { ...host, without: (row) => ids.includes(row.brand) });
		expect(report.headline?.method).toBe('before-after');
		expect(report.withoutData.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(report.evidence.equation).toBeNull();
	});

	it('make one day too little', async () => {
		const report = await reportOn('', { ...slow, end: slow.start }, host);
		expect(report.headline === null || report.headline.verdict === 'too-little').toBe(true);
		expect(report.windows.map(({ kind, days }) => [kind, days])).toEqual([
			['before', 28],
			['during', 1],
			['after', 1]
		]);
	});

	it('are named where something else is counted since the start', async () => {
		const start = Date.parse(`${slow.start}T00:00:00Z`);
		const isDirect = (type: string) => type.endsWith('_CONVERSATION');
		const report = await reportOn('', slow, {
			...host,
			without: (row) => isDirect(row.type) && row.at < start
		});
		expect(report.warnings).toContain('denominator');
		const fewer = await reportOn('', slow, {
			...host,
			without: (row) => row.sentiment !== null && row.at >= start && row.at % 5 === 0
		});
		expect(fewer.warnings).not.toContain('denominator');
	});

	it('say nothing of the denominator where the volume is not known', async () => {
		const report = await reportOn('', slow, { ...host, failingVolume: [brandId('Fennick')] });
		expect(report.headline?.verdict).toBe('clear');
		expect(report.warnings).toEqual([]);
	});
});

describe('before and while a campaign runs', () => {
	const slow = campaignOf(plan, 'slow-mornings');
	const host = { plan, since: addDays(TODAY, -120) };

	it('a plan tells what it could show, and nothing that is not there yet', async () => {
		const start = addDays(TODAY, 3);
		const report = await reportOn('', { ...slow, start, end: addDays(start, 13) }, host);
		expect(report).toMatchObject({
			state: 'planned',
			estimates: [],
			headline: null,
			mix: null,
			placebo: null
		});
		const { smallest, effects } = report.detectability!;
		expect(smallest).toBeGreaterThan(0.02);
		expect(smallest).toBeLessThan(0.2);
		expect(effects.map(({ effect }) => effect)).toEqual([0.02, 0.05, 0.1, 0.15]);
		for (const { effect, days, day } of effects) {
			expect(days === null).toBe(effect < smallest);
			expect(day).toBe(days === null ? null : addDays(start, days));
		}
	});

	it('comparison brands that move, too, leave only larger changes to be seen', async () => {
		const start = addDays(TODAY, 3);
		const campaign = { ...slow, start, end: addDays(start, 13) };
		const alone = await reportOn('control=none', campaign, host);
		const beside = await reportOn('', campaign, host);
		expect(beside.detectability!.smallest).toBeGreaterThan(alone.detectability!.smallest);
	});

	it('has nothing to show in fewer days than the first look takes, and nothing to plan when it is over', async () => {
		const start = addDays(TODAY, 3);
		const short = await reportOn('', { ...slow, start, end: addDays(start, 5) }, host);
		expect(short.detectability).toBeNull();
		const over = await reportOn('', slow, host);
		expect(over.detectability).toBeNull();
	});

	it('expects from the start on what the comparison brands lead to, else the baseline', async () => {
		const beside = await reportOn('', slow, host);
		const [before] = beside.levels;
		const during = beside.days.filter(({ day }) => day >= slow.start);
		expect(beside.days.filter(({ day }) => day < slow.start).every(({ expected }) => expected === null)).toBe(
			true
		);
		const { controlsBefore } = beside.evidence.equation!;
		for (const { expected, controlsNet } of during) {
			expect(expected).toBeCloseTo(before!.measured + controlsNet! - controlsBefore, 12);
		}
		const alone = await reportOn('control=none', slow, host);
		expect(new Set(alone.days.map(({ expected }) => expected))).toEqual(new Set([null, before!.measured]));
	});

	it('counts days of the view’s zone', async () => {
		const report = await reportOn('tz=Asia/Kolkata', slow, { ...host, now: NOW });
		expect(report.progress).toEqual({ complete: 14, planned: 14 });
		expect(report.warnings).not.toContain('approximate-days');
		const utc = await reportOn('', slow, host);
		expect(report.headline!.estimate).not.toBe(utc.headline!.estimate);
		expect(report.headline!.verdict).toBe('clear');
		const long = { ...slow, start: addDays(slow.end, -50) };
		const approximate = await reportOn('tz=Asia/Kolkata', long, host);
		expect(approximate.warnings).toContain('approximate-days');
	});
});
