import { addDays } from '$lib/calendar/local-day';
import type { DemoPlan } from '$lib/server/demo/plan';
import { expectedWindow, type DemoWindow } from '$lib/server/demo/truth';
import { brandId, campaignOf, demoPlanOf, reportOn } from '$lib/server/impact/demo-host';
import type { ImpactReport, Method } from '$lib/server/impact/report';
import type { Table } from './table';

const DEMOS = 40;
const METHODS: readonly Method[] = ['before-after', 'difference-in-differences'];

/** What is looked at: a campaign of the demo, and the days that its baseline needs. */
type Case = { name: string; campaign: string; brand: string | null; before: number };

const CASES: readonly Case[] = [
	{ name: 'Slow Mornings', campaign: 'slow-mornings', brand: null, before: 28 },
	{ name: 'Bare Weeks', campaign: 'bare-weeks', brand: null, before: 42 },
	{ name: 'Bubble or Brew', campaign: 'bubble-or-brew', brand: null, before: 56 },
	{
		name: 'Saltgrove in the days of Slow Mornings',
		campaign: 'slow-mornings',
		brand: 'Saltgrove',
		before: 28
	}
];

type Named = readonly { name: string }[];

function expectedNet(plan: DemoPlan, brands: Named, window: DemoWindow): number {
	const each = brands.map(({ name }) => expectedWindow(plan, name, window));
	const rated = each.reduce((sum, one) => sum + one.rated, 0);
	return each.reduce((sum, one) => sum + one.rated * one.net, 0) / rated;
}

function truthOf(plan: DemoPlan, { windows, brands, controls }: ImpactReport, method: Method): number {
	const span = (kind: 'before' | 'during') => windows.find((window) => window.kind === kind)!.span;
	const change = (of: Named) => expectedNet(plan, of, span('during')) - expectedNet(plan, of, span('before'));
	return method === 'before-after' ? change(brands) : change(brands) - change(controls);
}

async function rowsOf({ name, campaign, brand, before }: Case): Promise<string[][]> {
	const found = METHODS.map((method) => ({ method, inside: 0, sure: 0 }));
	for (let index = 0; index < DEMOS; index += 1) {
		const plan = demoPlanOf(`reseeded ${index}`);
		const asked = campaignOf(plan, campaign);
		const query = brand === null ? '' : `brand=${brandId(brand)}`;
		const report = await reportOn(query, asked, {
			plan,
			since: addDays(asked.start, -before),
			forgets: true
		});
		for (const one of found) {
			const { low, high, verdict } = report.estimates.find(({ method }) => method === one.method)!;
			const truth = truthOf(plan, report, one.method);
			if (low <= truth && truth <= high) one.inside += 1;
			if (verdict === 'clear' || verdict === 'likely') one.sure += 1;
		}
	}
	const share = (count: number) => `${count} of ${DEMOS}`;
	return found.map(({ method, inside, sure }) => [name, method, share(inside), share(sure)]);
}

/** How often the truth of reseeded demos lies inside the 95 % interval, and how often something is found. */
export async function benchPlantedTruth(progress: (line: string) => void): Promise<Table> {
	const rows: string[][] = [];
	for (const one of CASES) {
		progress(`Judging ${one.name} in ${DEMOS} reseeded demos`);
		rows.push(...(await rowsOf(one)));
	}
	return {
		title: 'Planted campaigns in reseeded demos',
		heads: ['campaign', 'method', 'truth inside the 95 % interval', 'clear or likely'],
		rows
	};
}
