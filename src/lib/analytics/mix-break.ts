/** A count of each kind in one bucket, in the same order in every bucket. */
export type Mix = readonly number[];

/** Where a mix changes for good: the first bucket of the new one, and the pooled shares of both sides. */
export type MixBreak = { index: number; before: number[]; after: number[] };

/** How many buckets are pooled on each side, and how many there must be. */
const SIDE = 7;
const LEAST_SIDE = 4;
/** On each side so many have to be counted. */
const LEAST_COUNT = 100;
/** Half the sum of the absolute differences of the shares: a tenth of everything has to be counted as something else. */
const LEAST_DISTANCE = 0.1;
/** And it must be so many times what neighbouring buckets differ by anyway. */
const TIMES_USUAL = 3;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function shares(buckets: readonly Mix[]): number[] | null {
	const totals = (buckets[0] ?? []).map((_, kind) => sum(buckets.map((bucket) => bucket[kind]!)));
	const all = sum(totals);
	return all === 0 ? null : totals.map((total) => total / all);
}

/** Half the sum of the absolute differences: the share of everything that is counted as something else. */
function distance(a: readonly number[], b: readonly number[]): number {
	return sum(a.map((share, kind) => Math.abs(share - b[kind]!))) / 2;
}

type Candidate = MixBreak & { distance: number };

function candidateAt(buckets: readonly Mix[], index: number): Candidate | null {
	const [left, right] = [buckets.slice(Math.max(0, index - SIDE), index), buckets.slice(index, index + SIDE)];
	if (left.length < LEAST_SIDE || right.length < LEAST_SIDE) return null;
	if ([left, right].some((side) => sum(side.map(sum)) < LEAST_COUNT)) return null;
	const [before, after] = [shares(left)!, shares(right)!];
	const apart = distance(before, after);
	const isOnItsSide = (bucket: Mix, own: number[], other: number[]) => {
		const mix = shares([bucket]);
		return mix === null || distance(mix, own) < distance(mix, other);
	};
	// A single loud day is no break: every bucket has to look like its own side.
	const lasts =
		left.every((bucket) => isOnItsSide(bucket, before, after)) &&
		right.every((bucket) => isOnItsSide(bucket, after, before));
	return lasts && apart >= LEAST_DISTANCE ? { index, before, after, distance: apart } : null;
}

/** The median distance of neighbouring buckets: what the mix moves by from one to the next when nothing happens. */
function usualDistance(buckets: readonly Mix[]): number {
	const steps = buckets.slice(1).flatMap((bucket, index) => {
		const [a, b] = [shares([buckets[index]!]), shares([bucket])];
		return a && b ? [distance(a, b)] : [];
	});
	return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

/**
 * Where the mix of kinds changes abruptly and stays changed, such as when a host begins to count direct messages.
 *
 * Between two buckets there is a break when the pooled shares of up to seven buckets on either side, at least four
 * with a hundred counted, differ by a tenth or more (half the sum of absolute differences), when every one of these
 * buckets is more like its own side than like the other, and when that is three times as much as neighbouring
 * buckets differ by. Of several places in a row the one with the largest difference is the break.
 * @param buckets complete ones, in order of time
 */
export function mixBreaks(buckets: readonly Mix[]): MixBreak[] {
	const usual = usualDistance(buckets);
	const candidates = buckets
		.map((_, index) => candidateAt(buckets, index))
		.filter((candidate) => candidate !== null && candidate.distance >= TIMES_USUAL * usual) as Candidate[];
	const chosen: Candidate[] = [];
	for (const candidate of candidates.toSorted((a, b) => b.distance - a.distance)) {
		if (chosen.every(({ index }) => Math.abs(index - candidate.index) >= SIDE)) chosen.push(candidate);
	}
	return chosen
		.sort((a, b) => a.index - b.index)
		.map(({ index, before, after }) => ({ index, before, after }));
}
