import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { shareInterval } from '$lib/analytics/score-interval';
import { platformName } from '$lib/format/names';
import type { DistributionData, SplitRow, Triple } from '$lib/charts/chart-data';
import type { Answer, Distribution, SentimentCounts, SentimentSeries } from '$lib/community/answers';
import { PLATFORMS, SENTIMENTS } from '$lib/community/vocabulary';
import { drawnStack, isOneSided } from '$lib/filters/one-sided';
import { wording } from '$lib/wording/wording';
import type { BrandAnswers } from './ask';
import { sharesOf } from './key-numbers';
import { shownShares } from './shown-numbers';
import { countsByBucket, countsOfPlatform } from './tally';
import { completeUnits, daysOfBrand } from './units';
import type { View } from './view';

/** What a row counts: all of its messages, and its complete days, which tell how many decimals the shares support. */
type Counted = { counts: SentimentCounts; days: readonly SentimentCounts[] };

/** Counts as a row of the split: its shares add up to 100, and there are none below ten messages. */
function splitRow(key: string, name: string, { counts, days }: Counted, strong = false): SplitRow {
	const triple: Triple = [counts.negative, counts.neutral, counts.positive];
	const n = ratedTotal(counts);
	const shares = shownShares(counts, days);
	return {
		key,
		name,
		counts: triple,
		shares: shares?.values ?? null,
		decimals: shares?.decimals ?? 0,
		n,
		strong,
		...(tooSmall(n) === 'interval' && { intervals: intervalsOf(counts, days) }),
		...(shares ? {} : { note: n === 0 ? 'none rated' : wording.panels.keywords.tooFew })
	};
}

/** The 95 % interval of each share, in the order in which they are shown. */
const intervalsOf = (counts: SentimentCounts, days: readonly SentimentCounts[]) =>
	SENTIMENTS.flatMap((sentiment) => {
		const { x, n, days: byDay } = sharesOf(sentiment, counts, days);
		const interval = shareInterval(x, n, byDay);
		return interval === null ? [] : { low: interval.low, high: interval.high };
	});

/**
 * Negative, neutral and positive by brand and by platform, with the total on top when there are several brands.
 * @param sentiment by bucket; without it the shares have the decimals of intervals that are not widened
 */
export function sentimentSplit(
	view: View,
	{ answers, missing }: BrandAnswers<Distribution>,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null
): DistributionData {
	const words = wording.panels.split;
	const platforms = answers.map((answer) => answer.value.platforms);
	const several = view.brands.length > 1;
	const brandRows: SplitRow[] = view.brands.map((brand) => {
		const answer = answers.find((candidate) => candidate.brand.id === brand.id);
		if (answer) {
			const days = daysOfBrand(view, sentiment, brand.id);
			return splitRow(`brand-${brand.id}`, brand.name, { counts: pool(answer.value.platforms), days });
		}
		return {
			key: `brand-${brand.id}`,
			name: brand.name,
			counts: null,
			shares: null,
			n: null,
			note: 'not loaded'
		};
	});
	const known = [...PLATFORMS, ...unknownPlatforms(platforms.flat().map((counts) => counts.platform))];
	const platformRows = known.map((platform) =>
		splitRow(`platform-${platform}`, platformName(platform), {
			counts: countsOfPlatform(platforms, platform),
			days: daysOf(view, sentiment, platform)
		})
	);
	const caption: SplitRow = {
		key: 'caption',
		name: several ? words.byPlatform : words.byPlatformOne,
		counts: null,
		shares: null,
		n: null,
		caption: true
	};
	const everything = { counts: pool(platforms.flat()), days: daysOf(view, sentiment, null) };
	const total = splitRow('all', words.allBrands, everything, true);
	const hasTotal = several && missing.length === 0;
	return {
		locale: view.locale,
		stack: drawnStack(view.filters),
		...(isOneSided(view.filters) && { only: view.filters.sentiments }),
		rows: [...(hasTotal ? [total] : []), ...brandRows, caption, ...platformRows]
	};
}

/** The complete days of all brands together, on one platform or on all. */
function daysOf(
	view: View,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null,
	platform: string | null
): SentimentCounts[] {
	if (sentiment === null) return [];
	const series = sentiment.value.answers.map(({ value }) => value);
	const counts = countsByBucket({ buckets: view.units }, series, platform);
	return completeUnits(view, counts, sentiment.asOf).complete;
}

function unknownPlatforms(names: readonly string[]): string[] {
	return [...new Set(names)].filter((name) => !(PLATFORMS as readonly string[]).includes(name));
}
