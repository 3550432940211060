import type { ShareCounts } from '$lib/analytics/overdispersion';
import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { shareInterval } from '$lib/analytics/score-interval';
import { standardisedScore } from '$lib/analytics/standardised';
import type {
	Answer,
	Distribution,
	SentimentCounts,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import { decimalsOf } from '$lib/format/numbers';
import { roundedShares } from '$lib/format/rounded-shares';
import type { BrandAnswers } from './ask';
import { shownScore, type ShownScore } from './shown-numbers';
import { daysOfBrand, sentimentUnits, volumeUnits, type Units } from './units';
import type { View } from './view';

/**
 * A count with its part of the column, in percent, and the 95 % interval of that part as fractions. The parts of a
 * column add up to 100; they are null where the whole column has fewer than ten.
 */
export type VoiceCell = { count: number; share: number | null; low: number; high: number };

/** The sum of a column, and how its parts are printed: with how many decimals, and whether beside their intervals. */
export type VoiceTotal = { count: number; decimals: 0 | 1; size: ReturnType<typeof tooSmall> };

export type VoiceRow = {
	id: number;
	name: string;
	slot: number | null;
	/** Null where the host did not tell the volume. */
	volume: VoiceCell | null;
	positive: VoiceCell;
	negative: VoiceCell;
	rated: number;
	score: ShownScore | null;
	/** The score at the platform mix of all brands together; null where too few messages say it. */
	standardised: number | null;
	/** Its platforms differ so much that the two scores lie further apart than the interval is wide. */
	differs: boolean;
};

export type ShareOfVoice = {
	rows: VoiceRow[];
	total: {
		/** Null where the host did not tell the volume. */
		volume: VoiceTotal | null;
		positive: VoiceTotal;
		negative: VoiceTotal;
		rated: number;
		score: ShownScore | null;
	};
	missing: string[];
};

type Brand = {
	id: number;
	name: string;
	slot: number | null;
	counts: SentimentCounts;
	/** The complete days among them, from whose differences the interval learns how wide to be. */
	days: SentimentCounts[];
	volume: Units<number> | null;
};

const rated = ({ counts }: Brand) => ratedTotal(counts);

/** What one brand adds to a column: in all, and on each of the complete days. */
type Part = Units<number>;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** One brand's part of every complete day; nothing where the days of some brand are not known. */
function daysOfPart(part: Part, parts: readonly Part[]): ShareCounts[] {
	const isKnown = parts.every(({ complete }) => complete.length === part.complete.length);
	if (!isKnown) return [];
	return part.complete.map((x, day) => ({ x, n: sum(parts.map(({ complete }) => complete[day]!)) }));
}

/** A column has decimals for all of its parts or for none: where each of their intervals supports one. */
function columnOf(parts: readonly Part[]): { cells: VoiceCell[]; total: VoiceTotal } {
	const count = sum(parts.map(({ total }) => total));
	const intervals = parts.map((part) => shareInterval(part.total, count, daysOfPart(part, parts)));
	const decimals = intervals.every((interval) => decimalsOf(interval) === 1) ? 1 : 0;
	const size = tooSmall(count);
	const shares = roundedShares(
		parts.map(({ total }) => total),
		decimals
	);
	return {
		cells: parts.map(({ total }, index) => ({
			count: total,
			share: size === 'none' ? null : shares[index]!,
			low: intervals[index]?.low ?? 0,
			high: intervals[index]?.high ?? 1
		})),
		total: { count, decimals, size }
	};
}

const partOf = ({ counts, days }: Brand, sentiment: 'positive' | 'negative'): Part => ({
	total: counts[sentiment],
	complete: days.map((day) => day[sentiment])
});

/**
 * Each brand's part of all interactions, of all positive and of all negative messages, with the score and what it
 * would be at the platform mix of all brands together. A column is of the brands that answered; the largest first.
 * @param sentiment by bucket, which widens the intervals by how much the days differ; without it they are not widened
 */
export function shareOfVoice(
	view: View,
	distribution: BrandAnswers<Distribution>,
	volume: Answer<BrandAnswers<VolumeSeries>> | null,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null = null
): ShareOfVoice {
	const { score } = view.filters;
	const volumes = volume !== null && volume.value.missing.length === 0 ? volume : null;
	const brands = distribution.answers
		.map(({ brand, value }): Brand => {
			const own = volumes?.value.answers.find((answer) => answer.brand.id === brand.id);
			return {
				...brand,
				counts: pool(value.platforms),
				days: daysOfBrand(view, sentiment, brand.id),
				volume: own && volumes ? volumeUnits(view, [own.value], volumes.asOf) : null
			};
		})
		.sort((a, b) => (b.volume?.total ?? rated(b)) - (a.volume?.total ?? rated(a)));
	const platformsOf = (id: number) =>
		distribution.answers.find(({ brand }) => brand.id === id)?.value.platforms ?? [];
	const everybody = distribution.answers.flatMap(({ value }) => value.platforms);
	const parts = brands.flatMap((brand) => brand.volume ?? []);
	const volumeColumn = volumes && parts.length === brands.length ? columnOf(parts) : null;
	const positive = columnOf(brands.map((brand) => partOf(brand, 'positive')));
	const negative = columnOf(brands.map((brand) => partOf(brand, 'negative')));
	const rows = brands.map((brand, index): VoiceRow => {
		const own = shownScore(brand.counts, brand.days, score);
		const standardised = standardisedScore(platformsOf(brand.id), everybody, score);
		return {
			id: brand.id,
			name: brand.name,
			slot: brand.slot,
			volume: volumeColumn?.cells[index] ?? null,
			positive: positive.cells[index]!,
			negative: negative.cells[index]!,
			rated: rated(brand),
			score: own,
			standardised,
			differs: isOutside(standardised, own)
		};
	});
	const counts = pool(brands.map((brand) => brand.counts));
	return {
		rows,
		total: {
			volume: volumeColumn?.total ?? null,
			positive: positive.total,
			negative: negative.total,
			rated: ratedTotal(counts),
			score: shownScore(counts, daysTogether(view, sentiment), score)
		},
		missing: distribution.missing.map(({ name }) => name)
	};
}

/** The complete days of all brands together, as the key numbers have them. */
const daysTogether = (view: View, sentiment: Answer<BrandAnswers<SentimentSeries>> | null) =>
	sentiment === null
		? []
		: sentimentUnits(
				view,
				sentiment.value.answers.map(({ value }) => value),
				sentiment.asOf
			).complete;

const isOutside = (value: number | null, interval: ShownScore | null) =>
	value !== null && interval !== null && (value < interval.low || value > interval.high);

type Waiting = {
	distribution: Promise<Answer<BrandAnswers<Distribution>>>;
	volume: Promise<Answer<BrandAnswers<VolumeSeries>>>;
	sentiment: Promise<Answer<BrandAnswers<SentimentSeries>>>;
};

/**
 * The share of voice once the answers have come; null for a single brand, which has all of it.
 * @throws what the distribution failed with
 */
export async function askShareOfVoice(
	view: View,
	{ distribution, volume, sentiment }: Waiting
): Promise<Answer<ShareOfVoice | null>> {
	if (view.brands.length < 2) return { value: null, asOf: view.now, stale: false };
	const orNull = <T>(promise: Promise<T>) => promise.catch(() => null);
	const [counts, volumes, days] = await Promise.all([distribution, orNull(volume), orNull(sentiment)]);
	return {
		value: shareOfVoice(view, counts.value, volumes, days),
		asOf: Math.min(counts.asOf, volumes?.asOf ?? counts.asOf),
		stale: counts.stale || volumes?.stale === true
	};
}
