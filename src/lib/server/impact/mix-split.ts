import { isSimpson, kitagawa, type GroupPair } from '$lib/analytics/kitagawa';
import { netSentiment, ratedTotal } from '$lib/analytics/score';
import type { PlatformCounts } from '$lib/community/answers';
import { completeDays, platformsOf, type PooledDay } from './pooled-days';
import type { ImpactEstimate, MixSplit, Warning } from './report';

type Side = { n: number; net: number | null };

function sideOf(platforms: readonly PlatformCounts[], name: string): Side {
	const counts = platforms.find(({ platform }) => platform === name);
	return counts ? { n: ratedTotal(counts), net: netSentiment(counts) } : { n: 0, net: null };
}

const rateOf = ({ n, net }: Side) => ({ n, rate: net ?? 0 });

/**
 * How much of the plain difference between before and during moved within platforms, and how much is another mix of
 * them. Null where a side has nothing rated.
 */
export function mixSplitOf(targets: readonly PooledDay[]): MixSplit | null {
	const before = platformsOf(completeDays(targets, 'before'));
	const after = platformsOf(completeDays(targets, 'during'));
	const names = [...new Set([...before, ...after].map(({ platform }) => platform))].sort();
	const sides = names.map((platform) => ({
		platform,
		before: sideOf(before, platform),
		after: sideOf(after, platform)
	}));
	const pairs = sides.map((side): GroupPair => ({
		key: side.platform,
		a: rateOf(side.after),
		b: rateOf(side.before)
	}));
	const split = kitagawa(pairs);
	if (split === null) return null;
	const platforms = sides.map((side, index) => {
		const { rate, mix, shareA, shareB } = split.groups[index]!;
		return {
			platform: side.platform,
			rate,
			mix,
			before: { ...side.before, share: shareB },
			after: { ...side.after, share: shareA }
		};
	});
	const { total, rate, mix } = split;
	return { total, rate, mix, platforms, isSimpson: isSimpson(pairs) };
}

/**
 * What the split warns of. A shift of the mix counts when it is the larger part, and more than chance moves the whole
 * by: half the length of the plain interval.
 */
export function mixWarnings(
	split: MixSplit | null,
	plain: Pick<ImpactEstimate, 'low' | 'high'> | null
): Warning[] {
	if (split === null) return [];
	const isLarger = Math.abs(split.mix) > Math.abs(split.rate);
	const isNoise = plain === null || Math.abs(split.mix) < (plain.high - plain.low) / 2;
	return [
		...(split.isSimpson ? ['simpson' as const] : []),
		...(isLarger && !isNoise ? ['mix-shift' as const] : [])
	];
}
