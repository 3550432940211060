import { beforeAfter } from '$lib/analytics/before-after';
import type { ImpactEstimate as Estimate } from '$lib/analytics/impact-estimate';
import { comparedDays, type Sides } from './pooled-days';

/** What the methods found, in the order of `METHODS`; a method that lacks days for its answer is left out. */
export type Estimates = { found: Estimate[] };

/**
 * Every method's estimate from the complete days of the baseline and of the campaign so far.
 * @param planned all days of the campaign, which the limits for daily looks are made for
 */
export function estimate({ targets }: Sides, planned: number): Estimates {
	const plain = beforeAfter(comparedDays(targets), planned);
	return { found: plain === null ? [] : [plain] };
}
