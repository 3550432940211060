import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformOfType } from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import { DEMO_BRANDS, demoBrand } from './brands';
import { addDays, daysBetween } from './days';
import { demoDay } from './demo-day';
import { makePlan } from './make-plan';
import { demoPlanSchema, phasesOn, type DemoPlan } from './plan';
import { expectedCells, labelShares } from './rates';
import { burstOn, isKeptQuiet } from './shocks';
import { campaignTruth, campaignWindows, expectedChange, expectedWindow, type DemoWindow } from './truth';

const TODAY = '2026-11-22';
const planOf = (seed: string): DemoPlan =>
	makePlan({ seed, firstDay: addDays(TODAY, -730), lastDay: TODAY, interactions: 250_000 });
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const plan = planOf('a');

type DayCount = { score: number; rated: number; volume: number };
type Keep = (row: NewInteraction) => boolean;

function countDay(rows: readonly NewInteraction[]): DayCount {
	const labels = rows.map((row) => row.sentiment);
	const positive = labels.filter((label) => label === 'positive').length;
	const negative = labels.filter((label) => label === 'negative').length;
	return {
		score: positive - negative,
		rated: labels.filter((label) => label !== null).length,
		volume: rows.length
	};
}

const drawn = new Map<string, NewInteraction[]>();

/** The whole day, drawn once however many tests look at it. */
function wholeDay(from: DemoPlan, day: string): NewInteraction[] {
	const name = `${from.seed} ${day}`;
	const rows = drawn.get(name) ?? demoDay(from, day);
	drawn.set(name, rows);
	return rows;
}

function rowsOf(from: DemoPlan, brand: string, day: string, keep: Keep = () => true): NewInteraction[] {
	return wholeDay(from, day).filter((row) => row.brand === brand && !row.fromBrand && keep(row));
}

/** Net sentiment of a window with the standard error of a ratio of sums, the day as the unit (Cochran 1977, 6.3). */
function measure(from: DemoPlan, brand: string, window: DemoWindow, keep?: Keep) {
	const days = daysBetween(window.from, window.to).map((day) => countDay(rowsOf(from, brand, day, keep)));
	const rated = days.reduce((sum, day) => sum + day.rated, 0);
	const net = days.reduce((sum, day) => sum + day.score, 0) / rated;
	const squares = days.reduce((sum, day) => sum + (day.score - net * day.rated) ** 2, 0);
	const volume = days.reduce((sum, day) => sum + day.volume, 0) / days.length;
	return { net, error: Math.sqrt((squares * days.length) / (days.length - 1)) / rated, volume, rated };
}

function measureChange(from: DemoPlan, brand: string, windows: { before: DemoWindow; after: DemoWindow }) {
	const before = measure(from, brand, windows.before);
	const after = measure(from, brand, windows.after);
	return { change: after.net - before.net, error: Math.hypot(before.error, after.error), before, after };
}

describe('the plan', () => {
	it('is plain JSON that reads back as itself', () => {
		expect(demoPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
	});

	it('counts every planted date back from its last day', () => {
		const later = makePlan({
			...plan,
			firstDay: addDays(plan.firstDay, 10),
			lastDay: addDays(plan.lastDay, 10)
		});
		later.campaigns.forEach((campaign, index) => {
			expect(campaign.start).toBe(addDays(plan.campaigns[index]?.start as string, 10));
		});
		expect(later.incidents.map((incident) => incident.start)).toEqual(
			plan.incidents.map((incident) => addDays(incident.start, 10))
		);
	});

	it('refuses to begin after it ends', () => {
		expect(() => makePlan({ ...plan, firstDay: '2026-11-23' })).toThrow('firstDay 2026-11-23');
	});

	it('plants one campaign inside the last 28 days and leaves 28 quiet days before each', () => {
		const recent = plan.campaigns.filter((campaign) => campaign.start > addDays(TODAY, -28));
		expect(recent.map((campaign) => campaign.name)).toEqual(['Slow Mornings']);
		for (const campaign of plan.campaigns) {
			const { before } = campaignWindows(campaign);
			for (const day of daysBetween(before.from, before.to)) {
				expect(phasesOn(plan, campaign.brand, day)).toEqual([]);
				expect(isKeptQuiet(plan, campaign.brand, day)).toBe(true);
				expect(burstOn(plan, demoBrand(campaign.brand), day)).toBeNull();
			}
		}
	});

	it('plants nothing on Saltgrove, and on the personal care brands nothing but what hits all of them', () => {
		const touched = daysBetween(plan.firstDay, addDays(TODAY, 60)).filter(
			(day) => phasesOn(plan, 'Saltgrove', day).length > 0
		);
		expect(touched).toEqual([]);
		const industry = plan.incidents.find((incident) => incident.id === 'microplastics');
		expect(industry?.brands).toEqual(
			DEMO_BRANDS.filter((brand) => brand.industry === 'Personal care').map((brand) => brand.name)
		);
	});

	it('never needs a label rarer than 2 %, so that a planted effect arrives in full', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -0.96, max: 0.96, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(net, neutral) => {
					const shares = labelShares(net, neutral);
					expect(shares.positive - shares.negative).toBeCloseTo(net, 12);
					expect(shares.positive + shares.neutral + shares.negative).toBeCloseTo(1, 12);
					expect(Math.min(shares.positive, shares.negative)).toBeGreaterThanOrEqual(0.02 - 1e-12);
					expect(shares.neutral).toBeGreaterThanOrEqual(0);
				}
			)
		);
	});
});

describe('the truth as it is written down', () => {
	const truth = Object.fromEntries(
		plan.campaigns.map((campaign) => [campaign.id, campaignTruth(plan, campaign)])
	);

	it('is a better mood for Slow Mornings', () => {
		expect(truth['slow-mornings']?.total).toBeCloseTo(0.205, 2);
		expect(truth['slow-mornings']?.mood).toBeCloseTo(0.197, 2);
	});

	it('is no more than the season for Bare Weeks', () => {
		expect(Math.abs(truth['bare-weeks']?.total as number)).toBeLessThan(0.005);
		expect(truth['bare-weeks']?.mix).toBeCloseTo(0, 10);
	});

	it('is Simpson for Bubble or Brew: up on every platform, down in total', () => {
		expect(truth['bubble-or-brew']?.total).toBeLessThan(-0.12);
		expect(truth['bubble-or-brew']?.mood).toBeGreaterThan(0.12);
		const campaign = plan.campaigns.find(({ id }) => id === 'bubble-or-brew');
		const windows = campaignWindows(campaign as NonNullable<typeof campaign>);
		const before = expectedWindow(plan, 'Ovelle', windows.before);
		expectedWindow(plan, 'Ovelle', windows.after).platforms.forEach((now, index) => {
			expect(now.net - (before.platforms[index]?.net as number)).toBeGreaterThan(0.12);
		});
	});

	it('stands in docs/demo-data.md with the same figures', () => {
		const page = readFileSync(new URL('../../../../docs/demo-data.md', import.meta.url), 'utf8');
		const lines = page.split('\n').map((line) => line.replace(/\s+/g, ' '));
		const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)}`;
		for (const campaign of plan.campaigns) {
			const line = lines.find((candidate) =>
				candidate.startsWith(`| **${campaign.name}** | ${campaign.brand} |`)
			);
			const { total, mood } = campaignTruth(plan, campaign);
			expect(line).toContain(`**${points(total)}** = ${points(mood)} `);
		}
		for (const brand of DEMO_BRANDS) {
			const line = lines.find((candidate) => candidate.includes(`| ${brand.name} | ${brand.industry} |`));
			const net = `${brand.net < 0 ? '−' : '+'}${Number((Math.abs(brand.net) * 100).toFixed(1))}`;
			expect(line).toContain(`| ${brand.weight} | ${net} | ${Number((brand.neutral * 100).toFixed(1))} % |`);
		}
	});

	it('splits every change into mood and mix without a rest', () => {
		for (const { name } of DEMO_BRANDS) {
			const change = expectedChange(plan, name, {
				before: { from: '2026-05-01', to: '2026-05-28' },
				after: { from: '2026-05-29', to: '2026-06-25' }
			});
			expect(change.mood + change.mix).toBeCloseTo(change.total, 12);
		}
	});
});

describe('the truth as it is measured on days, over six seeds', () => {
	it.each(plan.campaigns.map((campaign) => campaign.id))('finds %s within its error', (id) => {
		const results = SEEDS.map((seed) => {
			const from = planOf(seed);
			const campaign = from.campaigns.find(
				(candidate) => candidate.id === id
			) as DemoPlan['campaigns'][number];
			const measured = measureChange(from, campaign.brand, campaignWindows(campaign));
			return { ...measured, miss: measured.change - campaignTruth(from, campaign).total };
		});
		for (const { miss, error } of results) expect(Math.abs(miss)).toBeLessThan(4 * error);
		const meanMiss = results.reduce((sum, { miss }) => sum + miss, 0) / results.length;
		const meanError = Math.hypot(...results.map(({ error }) => error)) / results.length;
		expect(Math.abs(meanMiss)).toBeLessThan(3 * meanError);
	});

	it('shows Slow Mornings far outside its error, and Bare Weeks in volume only', () => {
		const [slow, bare] = plan.campaigns as [DemoPlan['campaigns'][number], DemoPlan['campaigns'][number]];
		const slowChange = measureChange(plan, slow.brand, campaignWindows(slow));
		expect(slowChange.change / slowChange.error).toBeGreaterThan(3.5);
		const bareChange = measureChange(plan, bare.brand, campaignWindows(bare));
		expect(bareChange.after.volume / bareChange.before.volume).toBeGreaterThan(1.6);
		expect(Math.abs(bareChange.change)).toBeLessThan(3 * bareChange.error);
	});

	it('shows nothing on Saltgrove in the windows of every campaign', () => {
		for (const campaign of plan.campaigns) {
			const windows = campaignWindows(campaign);
			const { change, error } = measureChange(plan, 'Saltgrove', windows);
			const season = expectedChange(plan, 'Saltgrove', windows).total;
			expect(Math.abs(season)).toBeLessThan(0.01);
			expect(Math.abs(change - season)).toBeLessThan(3 * error);
		}
	});

	it('shows the wrapper on its three days on Quillby, and never the word before', () => {
		const wrapper = plan.incidents.find(({ id }) => id === 'wrapper') as DemoPlan['incidents'][number];
		const usual = measure(plan, 'Quillby', {
			from: addDays(wrapper.start, -28),
			to: addDays(wrapper.start, -1)
		});
		const worst = countDay(rowsOf(plan, 'Quillby', wrapper.start));
		expect(worst.score / worst.rated).toBeLessThan(usual.net - 0.25);
		expect(worst.volume).toBeGreaterThan(2 * usual.volume);
		const saysWrapper: Keep = (row) => /wrapper/i.test(row.text);
		const before = daysBetween(addDays(TODAY, -200), addDays(wrapper.start, -1));
		expect(before.flatMap((day) => wholeDay(plan, day).filter(saysWrapper))).toEqual([]);
		const during = daysBetween(wrapper.start, wrapper.end).flatMap((day) => rowsOf(plan, 'Quillby', day));
		expect(during.filter(saysWrapper).length / during.length).toBeGreaterThan(0.12);
	});

	it('shows the report on microplastics on all personal care brands together, and on no other', () => {
		const report = plan.incidents.find(({ id }) => id === 'microplastics') as DemoPlan['incidents'][number];
		const windows = {
			before: { from: addDays(report.start, -28), to: addDays(report.start, -1) },
			after: { from: report.start, to: report.end }
		};
		for (const { name, industry, weight } of DEMO_BRANDS) {
			const { change, error } = measureChange(plan, name, windows);
			const expected = expectedChange(plan, name, windows).total;
			expect(expected < -0.1).toBe(industry === 'Personal care');
			expect(Math.abs(change - expected)).toBeLessThan(3.5 * error);
			if (industry === 'Personal care' && weight > 20) expect(change).toBeLessThan(0);
		}
	});

	it('measures what a platform is expected to read', () => {
		const window = { from: addDays(TODAY, -120), to: addDays(TODAY, -80) };
		const expected = expectedWindow(plan, 'Fennick', window);
		for (const { platform, net } of expected.platforms) {
			if (platform === 'other') continue;
			const measured = measure(plan, 'Fennick', window, (row) => platformOfType(row.type) === platform);
			expect(Math.abs(measured.net - net)).toBeLessThan(4 * measured.error + 0.03);
		}
	});
});

describe('chance', () => {
	it('makes days differ more than single comments would: the day is the unit', () => {
		const brand = 'Fennick';
		const days = daysBetween(addDays(TODAY, -700), addDays(TODAY, -300));
		const counts = days.map((day) => countDay(rowsOf(plan, brand, day)));
		const rated = counts.reduce((sum, day) => sum + day.rated, 0);
		const net = counts.reduce((sum, day) => sum + day.score, 0) / rated;
		const shares = labelShares(demoBrand(brand).net, demoBrand(brand).neutral);
		const variance = shares.positive + shares.negative - net ** 2;
		const chiSquare = counts.reduce(
			(sum, day) => sum + (day.score - net * day.rated) ** 2 / (day.rated * variance),
			0
		);
		expect(chiSquare / (days.length - 1)).toBeGreaterThan(1.25);
	});

	it('brings a burst every six weeks or so, and a burst moves the whole day', () => {
		const free = daysBetween(plan.firstDay, addDays(TODAY, -200)).filter(
			(day) => !isKeptQuiet(plan, 'Saltgrove', day)
		);
		const bursts = DEMO_BRANDS.flatMap((brand) =>
			free.flatMap((day) => {
				const burst = burstOn(plan, brand, day);
				return burst ? [{ brand, day, burst }] : [];
			})
		);
		const chance = bursts.length / (free.length * DEMO_BRANDS.length);
		expect(chance).toBeGreaterThan(1 / 70);
		expect(chance).toBeLessThan(1 / 30);
		for (const { brand, day, burst } of bursts
			.filter(({ brand }) => brand.name === 'Saltgrove')
			.slice(0, 3)) {
			const usual = expectedCells(plan, brand, day).reduce((sum, cell) => sum + cell.rate, 0);
			const rows = rowsOf(plan, brand.name, day);
			expect(rows.length).toBeGreaterThan(1.4 * usual);
			const ofType = rows.filter((row) => row.type === burst.type);
			const byPost = Map.groupBy(ofType, (row) => row.mediaId);
			expect(Math.max(...[...byPost.values()].map((under) => under.length))).toBeGreaterThan(
				0.5 * ofType.length
			);
		}
	});
});
