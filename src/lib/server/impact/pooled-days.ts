import type { DayCounts, ImpactDays } from '$lib/analytics/impact-estimate';
import { pool } from '$lib/analytics/score';
import { isComplete } from '$lib/calendar/buckets';
import { civilTime } from '$lib/calendar/local-day';
import type { PlatformCounts, SentimentCounts } from '$lib/community/answers';
import type { BrandDays } from './impact-answers';
import type { ImpactPlan } from './impact-plan';
import { windowOf, type DayWindow } from './impact-spans';

/** One day of one side of the comparison, all of its brands together. */
export type PooledDay = DayCounts & {
	window: DayWindow | null;
	/** Whether the day was over when it was counted; one that was not is drawn and never counted. */
	isComplete: boolean;
	platforms: PlatformCounts[];
};

/** Both sides, day by day in the order of the plan; `controls` is null without comparison brands. */
export type Sides = { targets: PooledDay[]; controls: PooledDay[] | null };

function poolPlatforms(lists: readonly (readonly PlatformCounts[])[]): PlatformCounts[] {
	// There are a handful of platforms: looking through a list of them is quicker than any map.
	const sums: PlatformCounts[] = [];
	for (const list of lists) {
		for (const { platform, negative, neutral, positive } of list) {
			const sum = sums.find((candidate) => candidate.platform === platform);
			if (sum === undefined) sums.push({ platform, negative, neutral, positive });
			else {
				sum.negative += negative;
				sum.neutral += neutral;
				sum.positive += positive;
			}
		}
	}
	return sums.sort((one, other) => (one.platform < other.platform ? -1 : 1));
}

/**
 * The days of one side, the messages of its brands pooled.
 * @param asOf when they were counted, in milliseconds since 1970
 */
export function poolDays(plan: ImpactPlan, brands: readonly BrandDays[], asOf: number): PooledDay[] {
	return plan.days.map((bucket, index) => {
		const lists = brands.map(({ days }) => days[index] ?? []);
		const day = bucket.from;
		const platforms = poolPlatforms(lists);
		return {
			day,
			weekday: new Date(civilTime(day)).getUTCDay(),
			window: windowOf(plan.spans, day),
			isComplete: isComplete(bucket, asOf),
			platforms,
			...pool(platforms)
		};
	});
}

/** The complete days of a window. */
export function completeDays(days: readonly PooledDay[], ...windows: DayWindow[]): PooledDay[] {
	return days.filter(({ window, isComplete }) => isComplete && window !== null && windows.includes(window));
}

/** What an estimate compares: the complete days of the baseline, and those of the campaign so far. */
export function comparedDays(days: readonly PooledDay[]): ImpactDays {
	return { before: completeDays(days, 'before'), after: completeDays(days, 'during') };
}

/** All messages of some days by platform. */
export function platformsOf(days: readonly PooledDay[]): PlatformCounts[] {
	return poolPlatforms(days.map(({ platforms }) => platforms));
}

/** All messages of some days. */
export const totalOf = (days: readonly PooledDay[]): SentimentCounts => pool(days);
