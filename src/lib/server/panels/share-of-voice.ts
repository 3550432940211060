import { netSentiment, pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval, type ShownInterval } from '$lib/analytics/score-interval';
import { standardisedScore } from '$lib/analytics/standardised';
import type {
	Answer,
	Distribution,
	SentimentCounts,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { roundedShares } from '$lib/format/rounded-shares';
import type { BrandAnswers } from './ask';
import { volumeByBucket } from './tally';
import { sentimentUnits } from './units';
import type { View } from './view';

/** A count with its part of the column, in percent; the parts of a column add up to 100.0. */
export type VoiceCell = { count: number; share: number };

export type VoiceRow = {
	id: number;
	name: string;
	slot: number | null;
	/** Null where the host did not tell the volume. */
	volume: VoiceCell | null;
	positive: VoiceCell;
	negative: VoiceCell;
	rated: number;
	score: { value: number; low: number; high: number } | null;
	/** The score at the platform mix of all brands together; null where too few messages say it. */
	standardised: number | null;
	/** Its platforms differ so much that the two scores lie further apart than the interval is wide. */
	differs: boolean;
};

export type ShareOfVoice = {
	rows: VoiceRow[];
	total: { volume: number | null; positive: number; negative: number; rated: number; score: number | null };
	missing: string[];
};

type Brand = {
	id: number;
	name: string;
	slot: number | null;
	counts: SentimentCounts;
	/** The complete days among them, from whose differences the interval learns how wide to be. */
	days: SentimentCounts[];
	volume: number | null;
};

const rated = ({ counts }: Brand) => ratedTotal(counts);

function cells(counts: readonly number[]): VoiceCell[] {
	const shares = roundedShares(counts);
	return counts.map((count, index) => ({ count, share: shares[index]! }));
}

/**
 * Each brand's part of all interactions, of all positive and of all negative messages, with the score and what it
 * would be at the platform mix of all brands together. A column is of the brands that answered; the largest first.
 * @param sentiment by bucket, which widens the intervals by how much the days differ; without it they are not widened
 */
export function shareOfVoice(
	view: View,
	distribution: BrandAnswers<Distribution>,
	volume: BrandAnswers<VolumeSeries> | null,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null = null
): ShareOfVoice {
	const { score } = view.filters;
	const daysOf = (id: number) => {
		const own = sentiment?.value.answers.find((answer) => answer.brand.id === id);
		return own && sentiment ? sentimentUnits(view, [own.value], sentiment.asOf).complete : [];
	};
	const volumes = volume !== null && volume.missing.length === 0 ? volume : null;
	const brands = distribution.answers
		.map(({ brand, value }): Brand => {
			const own = volumes?.answers.find((answer) => answer.brand.id === brand.id);
			const total = own && volumeByBucket(view, [own.value]).reduce((sum, count) => sum + count, 0);
			return { ...brand, counts: pool(value.platforms), days: daysOf(brand.id), volume: total ?? null };
		})
		.sort((a, b) => (b.volume ?? rated(b)) - (a.volume ?? rated(a)));
	const platformsOf = (id: number) =>
		distribution.answers.find(({ brand }) => brand.id === id)?.value.platforms ?? [];
	const everybody = distribution.answers.flatMap(({ value }) => value.platforms);
	const volumeCells = volumes && cells(brands.map((brand) => brand.volume ?? 0));
	const positive = cells(brands.map(({ counts }) => counts.positive));
	const negative = cells(brands.map(({ counts }) => counts.negative));
	const rows = brands.map((brand, index): VoiceRow => {
		const isEnough = tooSmall(rated(brand)) !== 'none';
		const interval = isEnough ? scoreInterval(brand.counts, brand.days, score) : null;
		const standardised = standardisedScore(platformsOf(brand.id), everybody, score);
		return {
			id: brand.id,
			name: brand.name,
			slot: brand.slot,
			volume: volumeCells?.[index] ?? null,
			positive: positive[index]!,
			negative: negative[index]!,
			rated: rated(brand),
			score: interval && { value: interval.estimate, low: interval.low, high: interval.high },
			standardised,
			differs: isOutside(standardised, interval)
		};
	});
	return { rows, total: totalOf(brands, score), missing: distribution.missing.map(({ name }) => name) };
}

const isOutside = (value: number | null, interval: ShownInterval | null) =>
	value !== null && interval !== null && (value < interval.low || value > interval.high);

function totalOf(brands: readonly Brand[], score: Score): ShareOfVoice['total'] {
	const counts = pool(brands.map((brand) => brand.counts));
	const isKnown = brands.every((brand) => brand.volume !== null);
	return {
		volume: isKnown ? brands.reduce((sum, brand) => sum + (brand.volume ?? 0), 0) : null,
		positive: counts.positive,
		negative: counts.negative,
		rated: ratedTotal(counts),
		score: netSentiment(counts, score)
	};
}

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
		value: shareOfVoice(view, counts.value, volumes?.value ?? null, days),
		asOf: Math.min(counts.asOf, volumes?.asOf ?? counts.asOf),
		stale: counts.stale || volumes?.stale === true
	};
}
