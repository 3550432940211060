import { Z } from './interval';

/** The first day on which an interval that holds under daily looks may be read. */
export const FIRST_LOOK = 7;

/** A campaign of which nobody said how long it will be. */
export const PLANNED_DAYS = 28;

/**
 * The ρ that makes the confidence sequence narrowest on day `planned`: √((−2 ln α + ln(−2 ln α + 1)) / t*).
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Annals of Statistics 52 (2024), equation 24.
 * @example mixtureRho(1000, 0.05) // 0.08908510
 */
export function mixtureRho(planned: number, alpha = 0.05): number {
	const log = -2 * Math.log(alpha);
	return Math.sqrt((log + Math.log(log + 1)) / planned);
}

/**
 * The half-width of an interval for a mean that holds on all days at once, in standard deviations of a day:
 * √(2(tρ²+1)/(t²ρ²) · ln(√(tρ²+1)/α)).
 * Source: the same, theorem 2.2 (asymptotic confidence sequence).
 * @param days t, over 0
 * @param planned t*, the day on which it is narrowest, such as the planned days of a campaign
 * @param alpha the probability that it ever leaves the truth out
 * @example sequenceFactor(1000, 1000) // 0.095982
 */
export function sequenceFactor(days: number, planned: number = PLANNED_DAYS, alpha = 0.05): number {
	const rho = mixtureRho(planned, alpha);
	const spread = days * rho ** 2;
	return Math.sqrt(((2 * (spread + 1)) / (days * spread)) * Math.log(Math.sqrt(spread + 1) / alpha));
}

/**
 * The half-width for a difference against a baseline that no longer grows: √((sd·f(t))² + (z·sd)²/n₀).
 * @param deviation sd of the days, pooled over both sides
 * @param days on the side that grows; the first look is on day 7
 * @param baselineDays n₀, on the other side
 * @example peekProofHalf(0.073, 14, 28) // for a campaign of 28 days
 */
export function peekProofHalf(
	deviation: number,
	days: number,
	baselineDays: number,
	planned: number = PLANNED_DAYS
): number {
	return deviation * Math.hypot(sequenceFactor(days, planned), Z / Math.sqrt(baselineDays));
}

/**
 * The same in standard errors of the difference, so that it can take the place of z or t in an interval from a
 * regression, whose residual deviation of a day is standard error ÷ √(1/t + 1/n₀).
 * @returns at least z
 * @example peekProofFactor(28, 28) // 2.55
 */
export function peekProofFactor(days: number, baselineDays: number, planned: number = PLANNED_DAYS): number {
	return peekProofHalf(1 / Math.sqrt(1 / days + 1 / baselineDays), days, baselineDays, planned);
}
