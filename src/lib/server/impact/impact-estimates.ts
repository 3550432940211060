import { beforeAfter } from '$lib/analytics/before-after';
import { differenceInDifferences, type PreTrend as Slopes } from '$lib/analytics/difference-in-differences';
import type { ImpactEstimate as Estimate } from '$lib/analytics/impact-estimate';
import { interruptedSeries } from '$lib/analytics/interrupted-series';
import { comparedDays, type Sides } from './pooled-days';
import type { PreTrend } from './report';

/** What the methods found, in the order of `METHODS`; a method that lacks days for its answer is left out. */
export type Estimates = { found: Estimate[]; preTrend: PreTrend | null };

/**
 * Every method's estimate from the complete days of the baseline and of the campaign so far.
 * @param planned all days of the campaign, which the limits for daily looks are made for
 */
export function estimate({ targets, controls }: Sides, planned: number): Estimates {
	const own = comparedDays(targets);
	const beside = controls && differenceInDifferences(own, comparedDays(controls), planned);
	const found = [beforeAfter(own, planned), beside, interruptedSeries(own, planned)];
	return { found: found.filter((one) => one !== null), preTrend: beside && preTrendOf(beside.preTrend) };
}

function preTrendOf(found: Slopes | null): PreTrend | null {
	if (found === null) return null;
	const { target, comparison, difference, p, passed } = found;
	return { target, controls: comparison, difference, p, passed };
}
