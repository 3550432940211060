import type { Bucket } from './buckets';

/**
 * Gather the host's buckets into local ones. Each goes to the local bucket that holds its start; the last one that
 * starts before the first local bucket but reaches into it (the host names a week or month by its first day, which
 * may lie before the range) goes to the first. `merge` gets every bucket's members in order of time, and an empty
 * list where the host sent nothing, so that missing can stay different from zero.
 * @param sources in order of time, `start` in milliseconds since 1970
 * @returns one value for each target bucket, in their order
 * @example rollUp(series.buckets, days, (hours) => hours.reduce((sum, hour) => sum + hour.total, 0))
 */
export function rollUp<Source extends { start: number }, T>(
	sources: readonly Source[],
	target: readonly Bucket[],
	merge: (members: Source[], bucket: Bucket) => T
): T[] {
	let next = firstThatReaches(sources, target[0]?.start ?? Infinity);
	return target.map((bucket) => {
		const members: Source[] = [];
		for (let source = sources[next]; source && source.start < bucket.end; source = sources[++next]) {
			members.push(source);
		}
		return merge(members, bucket);
	});
}

/** The index of the first source that reaches past an instant; one ends where the next one starts. */
function firstThatReaches(sources: readonly { start: number }[], instant: number): number {
	const after = sources.findIndex((source) => source.start > instant);
	return Math.max(0, (after === -1 ? sources.length : after) - 1);
}
