import { beforeAfter } from '$lib/analytics/before-after';
import { differenceInDifferences } from '$lib/analytics/difference-in-differences';
import { netChange } from '$lib/analytics/difference';
import { interruptedSeries } from '$lib/analytics/interrupted-series';
import type { ImpactDays } from '$lib/analytics/impact-estimate';
import { seeded, type Random } from '$lib/analytics/random';
import { pool } from '$lib/analytics/score';
import { drawDays, drawShocks, splitAt, USUAL, type World } from './draw-days';
import { COVERAGE, FALSE_ALARMS, PEEKING, rateOf, type Finding } from './finding';

/** What a campaign adds to net sentiment in the simulations of coverage. */
const EFFECT = 0.1;
/** What hits all brands alike, on each day. */
const COMMON_SHOCK = 0.03;

type Limits = { low: number; high: number };
type Looks = { low: number; high: number; peekLow: number; peekHigh: number };

const misses = ({ low, high }: Limits, truth: number) => truth < low || truth > high;

/** A brand and those it is compared with, in days on which news hits them all. */
function drawBoth(random: Random, world: World, before: number, after: number) {
	const common = drawShocks(random, before + after, COMMON_SHOCK, world.memory);
	const others = { ...world, net: 0.1, messages: 3 * world.messages, moodShock: world.moodShock * 0.6 };
	const effect = common.map((shock, index) => shock + (index < before ? 0 : EFFECT));
	return {
		target: splitAt(drawDays(random, world, before + after, effect), before),
		comparison: splitAt(drawDays(random, others, before + after, common), before)
	};
}

type Plan = { name: string; world: World; before: number; after: number };
const PLANS: Plan[] = [
	{ name: 'shocks .05', world: USUAL, before: 14, after: 14 },
	{ name: 'shocks .08', world: { ...USUAL, moodShock: 0.08 }, before: 14, after: 14 },
	{ name: 'shocks .05', world: USUAL, before: 28, after: 14 },
	{ name: 'shocks .08', world: { ...USUAL, moodShock: 0.08 }, before: 28, after: 7 },
	{ name: 'shocks .05, uneven volume', world: { ...USUAL, volumeShock: 0.4 }, before: 28, after: 28 },
	{ name: 'shocks .05, Mondays −.04', world: { ...USUAL, monday: -0.04 }, before: 56, after: 28 }
];

const METHODS = {
	'before-after': (target: ImpactDays) => beforeAfter(target),
	'difference-in-differences': (target: ImpactDays, comparison: ImpactDays) =>
		differenceInDifferences(target, comparison),
	'interrupted-series': (target: ImpactDays) => interruptedSeries(target)
};

/** How often the fixed 95 % interval of each method holds a true effect of ten points. */
export function campaignCoverage(runs: number): Finding[] {
	return PLANS.flatMap((plan, index) => coverageOf(plan, runs, 1_000 + index));
}

function coverageOf({ name, world, before, after }: Plan, runs: number, seed: number): Finding[] {
	const random = seeded(seed);
	const methods = Object.entries(METHODS);
	const held = methods.map(() => 0);
	for (let run = 0; run < runs; run += 1) {
		const { target, comparison } = drawBoth(random, world, before, after);
		methods.forEach(([, method], index) => {
			if (!misses(method(target, comparison)!, EFFECT)) held[index]! += 1;
		});
	}
	const where = `days ${before} + ${after}, ${name}`;
	return methods.map(([what], index): Finding => ({
		what,
		where,
		nominal: 0.95,
		measured: held[index]! / runs,
		runs,
		bar: COVERAGE
	}));
}

/** Days that keep some of yesterday's shock: what no method here takes off whole. Shown, without a bar. */
export function memoryCoverage(runs: number): Finding[] {
	const world = { ...USUAL, memory: 0.3 };
	const plan = { name: 'shocks .05, a third kept', world, before: 56, after: 28 };
	return coverageOf(plan, runs, 1_100).map((finding) => ({ ...finding, bar: null }));
}

/** False alarms without any effect: comments as the unit, as most tools take them, against days. */
export function unitFalseAlarms(runs: number): Finding[] {
	return [0.05, 0.08].flatMap((moodShock): Finding[] => {
		const draw = (random: Random) => splitAt(drawDays(random, { ...USUAL, moodShock }, 28), 14);
		const alarm = (seed: number, limits: (days: ImpactDays) => Limits) => {
			const random = seeded(seed);
			return rateOf(runs, () => misses(limits(draw(random)), 0));
		};
		const byComments = alarm(2_000, ({ before, after }) => {
			const whole = (days: ImpactDays['before']) => ({ counts: pool(days), days: [] });
			return netChange(whole(after), whole(before))!;
		});
		const byDays = alarm(2_000, (days) => beforeAfter(days)!);
		const where = `days 14 + 14, shocks ${String(moodShock).slice(1)}`;
		return [
			{ what: 'comments as the unit', where, nominal: 0.05, measured: byComments, runs, bar: null },
			{ what: 'days as the unit', where, nominal: 0.05, measured: byDays, runs, bar: FALSE_ALARMS }
		];
	});
}

const FIRST_LOOK = 7;
const LOOKS = 28;
const BASELINE = 28;

/** How often somebody who looks on 28 days in a row, from day 7 on, is told of an effect that is not there. */
export function dailyLooks(runs: number): Finding[] {
	return Object.entries(METHODS).flatMap(([what, method], index): Finding[] => {
		const random = seeded(3_000 + index);
		let [fixed, peeking] = [0, 0];
		for (let run = 0; run < runs; run += 1) {
			const { target, comparison } = drawQuiet(random);
			const looks = looksOf((days) =>
				method(splitAt(target, BASELINE, days), splitAt(comparison, BASELINE, days))!
			);
			if (looks.some((look) => misses(look, 0))) fixed += 1;
			if (looks.some(({ peekLow, peekHigh }) => misses({ low: peekLow, high: peekHigh }, 0))) peeking += 1;
		}
		const where = `${what}, ${LOOKS} looks from day ${FIRST_LOOK}`;
		return [
			{ what: 'fixed interval', where, nominal: 0.05, measured: fixed / runs, runs, bar: null },
			{ what: 'confidence sequence', where, nominal: 0.05, measured: peeking / runs, runs, bar: PEEKING }
		];
	});
}

function drawQuiet(random: Random) {
	const days = BASELINE + FIRST_LOOK + LOOKS - 1;
	const common = drawShocks(random, days, COMMON_SHOCK, 0);
	const others = { ...USUAL, net: 0.1, messages: 600, moodShock: 0.03 };
	return {
		target: drawDays(random, USUAL, days, common),
		comparison: drawDays(random, others, days, common)
	};
}

function looksOf(lookAt: (days: number) => Looks): Looks[] {
	return Array.from({ length: LOOKS }, (_, look) => lookAt(BASELINE + FIRST_LOOK + look));
}
