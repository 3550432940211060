import { groupOfType, type InteractionType } from '$lib/community/vocabulary';
import {
	PLATFORM_NET,
	PLATFORM_NEUTRAL,
	RATED_SHARE,
	TYPE_SHARES,
	type DemoBrand,
	type DemoPlatform
} from './brands';
import { dayNumber, startOfDay } from './days';
import { phasesOn, type DemoPlan } from './plan';

/** Bursts: how likely a brand has one on a day, and how many days' worth of interactions it brings on average. */
export const BURST_CHANCE = 1 / 45;
export const BURST_MEAN_SIZE = 1.6;

/** Factors on volume by weekday, Sunday first. */
const WEEKDAY_VOLUME = {
	'Food and drink': [1.02, 0.93, 0.95, 1, 1.04, 1.1, 1.06],
	'Personal care': [1.14, 1.02, 0.96, 0.95, 0.96, 0.94, 1.03]
};
/** Added to net sentiment by weekday, Sunday first: Mondays are worse, Saturdays better. */
const WEEKDAY_MOOD = [0.003, -0.015, 0, 0, 0, 0, 0.012];
/** When each industry has its best time of the year, as a phase of the yearly wave. */
const SEASON_PHASE = { 'Food and drink': 4.6, 'Personal care': 1.2 };

/** One kind of interaction of a brand on a day, as it is expected before the day's own chance. */
export type ExpectedCell = {
	type: InteractionType;
	platform: DemoPlatform;
	/** Interactions that are expected on the whole day. */
	rate: number;
	/** The probability that one carries a label. */
	rated: number;
	/** Net sentiment and the share of neutral labels, among the rated. */
	net: number;
	neutral: number;
};

function season(brand: DemoBrand, day: string): number {
	return Math.sin((2 * Math.PI * dayNumber(day)) / 365.25 + SEASON_PHASE[brand.industry]);
}

/** Accounts grow: from 0.75 on the first day to 1.25 on the last, and no further. */
function growth(plan: DemoPlan, day: string): number {
	const length = Math.max(1, dayNumber(plan.lastDay) - dayNumber(plan.firstDay));
	return 0.75 + 0.5 * Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(plan.firstDay)) / length));
}

/** Interactions of a brand on a quiet day: rate × weight × weekday × season × growth. */
export function quietRate(plan: DemoPlan, brand: DemoBrand, day: string): number {
	const weekday = new Date(startOfDay(day)).getUTCDay();
	const rhythm = WEEKDAY_VOLUME[brand.industry][weekday] as number;
	return plan.rate * brand.weight * rhythm * (1 + 0.07 * season(brand, day)) * growth(plan, day);
}

/** Interactions expected of a brand on a day: with what is planted, and with the average of all bursts. */
export function plainRate(plan: DemoPlan, brand: DemoBrand, day: string): number {
	const cells = expectedCells(plan, brand, day).reduce((sum, cell) => sum + cell.rate, 0);
	return cells + quietRate(plan, brand, day) * BURST_CHANCE * BURST_MEAN_SIZE;
}

/**
 * What is expected of a brand on a day, by type. This is the formula of the truth (docs/demo-data.md): net = brand
 * + platform + weekday + season + planted, rate = quiet rate × platform × type × planted factors. The generator
 * draws from exactly these cells after it has added the day's shocks, whose mean is zero.
 */
export function expectedCells(plan: DemoPlan, brand: DemoBrand, day: string): ExpectedCell[] {
	const quiet = quietRate(plan, brand, day);
	const effects = phasesOn(plan, brand.name, day).map((phase) => phase.effect);
	const add = (part: 'mood' | 'neutral') => effects.reduce((sum, effect) => sum + effect[part], 0);
	const weekday = WEEKDAY_MOOD[new Date(startOfDay(day)).getUTCDay()] as number;
	const net = brand.net + weekday + 0.01 * season(brand, day) + add('mood');
	const neutral = brand.neutral + add('neutral');
	return TYPE_SHARES.map(({ type, platform, share }) => ({
		type,
		platform,
		rate: effects.reduce(
			(rate, effect) => rate * effect.volume * (effect.volumeByPlatform[platform] ?? 1),
			quiet * brand.platforms[platform] * share
		),
		rated: RATED_SHARE[groupOfType(type) ?? 'comments'],
		net: net + (brand.platformNet?.[platform] ?? PLATFORM_NET[platform]),
		neutral: neutral + PLATFORM_NEUTRAL[platform]
	}));
}

/**
 * The shares of the three labels for a net sentiment and a share of neutral labels. No label may be rarer than 2 %:
 * then neutral gives way, so that positive minus negative stays exactly the net sentiment (up to ±0.96).
 */
export function labelShares(
	net: number,
	neutral: number
): { negative: number; neutral: number; positive: number } {
	const bounded = Math.max(-0.96, Math.min(0.96, net));
	const room = 1 - Math.abs(bounded) - 0.04;
	const kept = Math.max(0, Math.min(neutral, room));
	return { negative: (1 - kept - bounded) / 2, neutral: kept, positive: (1 - kept + bounded) / 2 };
}
