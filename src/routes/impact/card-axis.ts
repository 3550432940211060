import type { ImpactEstimate } from '$lib/server/impact/report';

/** The axis of the card, in points: its ends and its ticks. */
export type CardAxis = { min: number; max: number; ticks: number[] };

const STEPS = [0.5, 1, 2, 4, 5, 10, 20, 25, 50, 100];
const MOST_TICKS = 5;

/**
 * The axis of both whiskers of the card: zero and every limit lie on it, at even ticks, at most five and one more.
 * @example cardAxis({ low: 0.072, high: 0.124, peekLow: 0.056, peekHigh: 0.14 }) // 0 to 16 by 4
 */
export function cardAxis(estimate: Pick<ImpactEstimate, 'low' | 'high' | 'peekLow' | 'peekHigh'>): CardAxis {
	const limits = [estimate.low, estimate.high, estimate.peekLow, estimate.peekHigh]
		.filter(Number.isFinite)
		.map((value) => value * 100);
	const low = Math.min(0, ...limits);
	const high = Math.max(0, ...limits);
	const step = STEPS.find((candidate) => stepsOver(low, high, candidate) <= MOST_TICKS) ?? STEPS.at(-1)!;
	const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
	const end = Math.max(last, first + 1);
	const ticks = Array.from({ length: end - first + 1 }, (_, index) => (first + index) * step || 0);
	return { min: ticks[0]!, max: ticks.at(-1)!, ticks };
}

const stepsOver = (low: number, high: number, step: number) =>
	Math.ceil(high / step) - Math.floor(low / step);
