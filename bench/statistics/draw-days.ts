import type { DayCounts, ImpactDays } from '$lib/analytics/impact-estimate';
import { multinomialFrom, normalFrom, type Random } from '$lib/analytics/random';

/** A brand whose net sentiment is off by a shock of its own every day, as one viral post makes it. */
export type World = {
	/** Rated messages a day, and how far their logarithm varies. */
	messages: number;
	volumeShock: number;
	net: number;
	/** (P+N)/n. */
	ratedShare: number;
	/** Standard deviation of a day's net sentiment beside the chance of its messages. */
	moodShock: number;
	/** How much of a day's shock the next one keeps, 0 to 1. */
	memory: number;
	/** What net sentiment gains a day. */
	drift: number;
	/** What Mondays are off by. */
	monday: number;
};

/** The brand of docs/statistics.md: 200 rated messages a day, net sentiment 20, shocks of five points. */
export const USUAL: World = {
	messages: 200,
	volumeShock: 0,
	net: 0.2,
	ratedShare: 0.6,
	moodShock: 0.05,
	memory: 0,
	drift: 0,
	monday: 0
};

/** Shocks of days in a row. */
export function drawShocks(random: Random, days: number, deviation: number, memory: number): number[] {
	let shock = deviation * normalFrom(random);
	return Array.from({ length: days }, () => {
		const now = shock;
		shock = memory * shock + deviation * Math.sqrt(1 - memory ** 2) * normalFrom(random);
		return now;
	});
}

/** @param common what hits every brand on each day */
export function drawDays(
	random: Random,
	world: World,
	days: number,
	common: readonly number[] = []
): DayCounts[] {
	const { messages, volumeShock, net, ratedShare, moodShock, memory, drift, monday } = world;
	return drawShocks(random, days, moodShock, memory).map((shock, index) => {
		const mood = net + shock + drift * index + (index % 7 === 0 ? monday : 0) + (common[index] ?? 0);
		const kept = Math.max(-ratedShare, Math.min(ratedShare, mood));
		const shares = [(ratedShare + kept) / 2, 1 - ratedShare, (ratedShare - kept) / 2];
		const size = Math.max(1, Math.round(messages * Math.exp(volumeShock * normalFrom(random))));
		const [positive, neutral, negative] = multinomialFrom(random, size, shares) as [number, number, number];
		return { day: String(index), weekday: index % 7, positive, neutral, negative };
	});
}

export const splitAt = (days: readonly DayCounts[], start: number, end = days.length): ImpactDays => ({
	before: days.slice(0, start),
	after: days.slice(start, end)
});
