import type {
	PlatformCounts,
	SentimentBucket,
	SentimentSeries,
	TypeCount,
	VolumeBucket,
	VolumeSeries
} from '../answers';
import { INTERACTION_TYPES, type Scale } from '../vocabulary';
import { readBuckets, regroup, type RawBucket } from './buckets';
import { readCount } from './counts';
import { readPlatforms } from './platforms';
import { entriesOf, isNothing, refuseTwice, unwrap, type Place } from './shape';

/** What was asked for: HOUR alone may come with 15, 30 or 60 minutes; null leaves the width to the host. */
export type Asked = { scale: Scale; bucketMinutes: number | null };

type Bucket = { start: number };
type Series<T> = { scale: Scale; bucketMinutes: number | null; buckets: T[] };

/** Read each bucket, and add up those that fall together once they are regrouped. */
function readSeries<T extends Bucket>(
	payload: unknown,
	asked: Asked,
	read: (start: number, raw: RawBucket) => T,
	add: (left: T, right: T) => T
): Series<T> {
	const raw = readBuckets(unwrap(payload));
	const times = raw.map(({ written }) => written);
	if (times.length === 0)
		return { scale: asked.scale, bucketMinutes: widthOf(asked.scale, asked), buckets: [] };
	const { scale, minutes, starts } = regroup(times, {
		scale: asked.scale,
		minutes: asked.bucketMinutes ?? 60
	});
	const buckets = new Map<number, T>();
	raw.forEach((bucket, index) => {
		const start = starts[index] ?? bucket.written.instant;
		const next = read(start, bucket);
		const before = buckets.get(start);
		buckets.set(start, before === undefined ? next : add(before, next));
	});
	const inOrder = [...buckets.values()].sort((left, right) => left.start - right.start);
	return { scale, bucketMinutes: widthOf(scale, asked, minutes), buckets: inOrder };
}

/** Minutes are told only for hours that were asked for in minutes, and only as wide as the keys allow. */
function widthOf(scale: Scale, asked: Asked, minutes: number | null = asked.bucketMinutes): number | null {
	return scale === 'HOUR' && asked.bucketMinutes !== null ? minutes : null;
}

function addPlatforms(left: PlatformCounts[], right: PlatformCounts[]): PlatformCounts[] {
	const sums = new Map(left.map((counts) => [counts.platform, counts]));
	for (const counts of right) {
		const before = sums.get(counts.platform);
		sums.set(counts.platform, before === undefined ? counts : addCounts(before, counts));
	}
	return [...sums.values()];
}

function addCounts(left: PlatformCounts, right: PlatformCounts): PlatformCounts {
	return {
		platform: left.platform,
		negative: left.negative + right.negative,
		neutral: left.neutral + right.neutral,
		positive: left.positive + right.positive
	};
}

/**
 * The answer of `sentiment_time_series`: `{data: {"2026-05-04": {facebook: {negative, neutral, positive}}}}`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseSentimentSeries({ data: {} }, { scale: 'DAY', bucketMinutes: null }).buckets // []
 */
export function normaliseSentimentSeries(payload: unknown, asked: Asked): SentimentSeries {
	return readSeries<SentimentBucket>(
		payload,
		asked,
		(start, raw) => ({ start, platforms: readPlatforms(raw) }),
		(left, right) => ({ start: left.start, platforms: addPlatforms(left.platforms, right.platforms) })
	);
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(INTERACTION_TYPES);

const TOTAL = 'TOTAL';

/** Known types as the contract writes them, the total as TOTAL, all others under their raw name. */
function typeName(key: string): string {
	if (KNOWN_TYPES.has(key)) return key;
	const upper = key.toUpperCase();
	if (KNOWN_TYPES.has(upper)) return upper;
	return upper === TOTAL ? TOTAL : key.toWellFormed();
}

/** Every key but `total` is a type. A host that leaves the total out means the sum over the types. */
function readVolume(start: number, raw: Place): VolumeBucket {
	const seen = new Set<string>();
	const types: TypeCount[] = [];
	let total: number | null = null;
	for (const entry of entriesOf(raw)) {
		if (isNothing(entry.value)) continue;
		const type = typeName(entry.key);
		refuseTwice(seen, type, entry.path);
		if (type === TOTAL) total = readCount(entry);
		else types.push({ type, count: readCount(entry) });
	}
	return { start, types, total: total ?? types.reduce((sum, { count }) => sum + count, 0) };
}

function addTypes(left: TypeCount[], right: TypeCount[]): TypeCount[] {
	const sums = new Map(left.map(({ type, count }) => [type, count]));
	for (const { type, count } of right) sums.set(type, (sums.get(type) ?? 0) + count);
	return [...sums].map(([type, count]) => ({ type, count }));
}

/**
 * The answer of `volume_time_series`: `{data: {"2026-05-04": {FACEBOOK_COMMENT: 17, total: 17}}}`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseVolumeSeries({ '2026-05-04': { tweets: { total: 3 } } }, { scale: 'DAY', bucketMinutes: null })
 */
export function normaliseVolumeSeries(payload: unknown, asked: Asked): VolumeSeries {
	return readSeries<VolumeBucket>(payload, asked, readVolume, (left, right) => ({
		start: left.start,
		types: addTypes(left.types, right.types),
		total: left.total + right.total
	}));
}
