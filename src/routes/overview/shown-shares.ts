import { decimalsOf } from '$lib/format/numbers';
import { roundedShares } from '$lib/format/rounded-shares';
import type { KeyNumbers } from '$lib/server/panels/key-numbers';

/**
 * The shares of negative, neutral and positive as every part of the page says them: together 100, with a decimal
 * where the wider of the two intervals supports it.
 * @example shownShares(numbers) // { shares: [18.9, 37.9, 43.2], decimals: 1 }
 */
export function shownShares({ counts, negative, positive }: KeyNumbers): {
	shares: number[];
	decimals: 0 | 1;
} {
	const decimals = decimalsOf(negative) === 1 && decimalsOf(positive) === 1 ? 1 : 0;
	return { shares: roundedShares([counts.negative, counts.neutral, counts.positive], decimals), decimals };
}
