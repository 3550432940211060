import { platformOfType, type InteractionType } from '$lib/community/vocabulary';
import type { DemoBrand, DemoPlatform } from './brands';
import { addDays } from './days';
import type { DemoPlan } from './plan';
import { cumulative, normal, pickIndex, randomOf } from './random';
import { BURST_CHANCE, BURST_MEAN_SIZE, quietRate } from './rates';

/**
 * Standard deviations of the day's own chance. They are what makes the day the unit: two comments of one day are
 * more alike than two comments of different days. Days are independent of one another.
 */
const SHOCKS = {
	/** Net sentiment, shared by the brands of an industry. */
	industryMood: 0.015,
	/** Net sentiment, of one brand. */
	brandMood: 0.05,
	/** Net sentiment, of one brand on one platform. */
	platformMood: 0.03,
	/** Logarithm of volume, of one brand. */
	brandVolume: 0.1,
	/** Logarithm of volume, of one brand on one platform. */
	platformVolume: 0.12
} as const;

/** A day's own chance on one platform: added to net sentiment, and a factor on volume with mean 1. */
export type Shock = { mood: number; volume: number };

const PLATFORM_ORDER: readonly DemoPlatform[] = [
	'facebook',
	'instagram',
	'tiktok',
	'twitter',
	'youtube',
	'other'
];

/** The shocks of a brand's day, by platform. */
export function shocksOn(plan: DemoPlan, brand: DemoBrand, day: string): Record<DemoPlatform, Shock> {
	const shared = normal(randomOf(plan.seed, day, brand.industry, 'shock')) * SHOCKS.industryMood;
	const random = randomOf(plan.seed, day, brand.slug, 'shock');
	const mood = shared + normal(random) * SHOCKS.brandMood;
	const logVolume = normal(random) * SHOCKS.brandVolume - SHOCKS.brandVolume ** 2 / 2;
	const entries = PLATFORM_ORDER.map((platform) => {
		const own = normal(random) * SHOCKS.platformVolume - SHOCKS.platformVolume ** 2 / 2;
		const shock = { mood: mood + normal(random) * SHOCKS.platformMood, volume: Math.exp(logVolume + own) };
		return [platform, shock] as const;
	});
	return Object.fromEntries(entries) as Record<DemoPlatform, Shock>;
}

/** One post that many people comment on within hours: more comments on one platform, in another mood. */
export type Burst = { type: InteractionType; rate: number; mood: number; hour: number };

const BURST_TYPES: readonly InteractionType[] = [
	'INSTAGRAM_COMMENT',
	'TIKTOK_COMMENT',
	'FACEBOOK_COMMENT',
	'TWITTER_RETWEET'
];

/**
 * True where no burst may fall: from 28 days before something planted on the brand until 21 days after a campaign or
 * 7 days after an incident. Otherwise one lucky post could hide what the demo is there to show.
 */
export function isKeptQuiet(plan: DemoPlan, brand: string, day: string): boolean {
	const isWithin = (start: string, end: string, after: number) =>
		addDays(start, -28) <= day && day <= addDays(end, after);
	return (
		plan.campaigns.some(
			(campaign) => campaign.brand === brand && isWithin(campaign.start, campaign.end, 21)
		) ||
		plan.incidents.some(
			(incident) => incident.brands.includes(brand) && isWithin(incident.start, incident.end, 7)
		)
	);
}

/** The burst of a brand's day, or null on most days. Good and bad ones are equally likely. */
export function burstOn(plan: DemoPlan, brand: DemoBrand, day: string): Burst | null {
	const random = randomOf(plan.seed, day, brand.slug, 'burst');
	if (random() >= BURST_CHANCE || isKeptQuiet(plan, brand.name, day)) return null;
	const weights = BURST_TYPES.map((type) => brand.platforms[platformOfType(type)]);
	const type = BURST_TYPES[pickIndex(random, cumulative(weights))] as InteractionType;
	const mood = random() < 0.5 ? -0.35 : 0.35;
	const size = BURST_MEAN_SIZE * (0.5 + random());
	return { type, rate: quietRate(plan, brand, day) * size, mood, hour: 6 + Math.floor(random() * 10) };
}
