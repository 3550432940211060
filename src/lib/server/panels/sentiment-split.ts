import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { shareInterval } from '$lib/analytics/score-interval';
import { decimalsOf } from '$lib/format/numbers';
import { roundedShares } from '$lib/format/rounded-shares';
import { platformName } from '$lib/format/names';
import type { DistributionData, SplitRow, Triple } from '$lib/charts/chart-data';
import type { Distribution, SentimentCounts } from '$lib/community/answers';
import { PLATFORMS } from '$lib/community/vocabulary';
import { wording } from '$lib/wording/wording';
import type { BrandAnswers } from './ask';
import { countsOfPlatform } from './tally';
import type { View } from './view';

/** Whether the interval of any of the shares is too wide for a decimal. */
const isCoarse = (counts: Triple, n: number) =>
	counts.some((count) => decimalsOf(shareInterval(count, n, [])) === 0);

/** Counts as a row of the split: its shares add up to 100.0, and there are none below ten messages. */
export function splitRow(key: string, name: string, counts: SentimentCounts, strong = false): SplitRow {
	const triple: Triple = [counts.negative, counts.neutral, counts.positive];
	const n = ratedTotal(counts);
	const enough = tooSmall(n) !== 'none';
	return {
		key,
		name,
		counts: triple,
		shares: enough ? (roundedShares(triple) as Triple) : null,
		...(enough && isCoarse(triple, n) && { labels: roundedShares(triple, 0) as Triple }),
		n,
		strong,
		...(enough ? {} : { note: n === 0 ? 'none rated' : wording.panels.keywords.tooFew })
	};
}

/** Negative, neutral and positive by brand and by platform, with the total on top when there are several brands. */
export function sentimentSplit(
	view: View,
	{ answers, missing }: BrandAnswers<Distribution>
): DistributionData {
	const words = wording.panels.split;
	const platforms = answers.map((answer) => answer.value.platforms);
	const several = view.brands.length > 1;
	const brandRows: SplitRow[] = view.brands.map((brand) => {
		const answer = answers.find((candidate) => candidate.brand.id === brand.id);
		if (answer) return splitRow(`brand-${brand.id}`, brand.name, pool(answer.value.platforms));
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
		splitRow(`platform-${platform}`, platformName(platform), countsOfPlatform(platforms, platform))
	);
	const caption: SplitRow = {
		key: 'caption',
		name: several ? words.byPlatform : words.byPlatformOne,
		counts: null,
		shares: null,
		n: null,
		caption: true
	};
	const total = splitRow('all', words.allBrands, pool(platforms.flat()), true);
	const hasTotal = several && missing.length === 0;
	return {
		locale: view.locale,
		stack: view.filters.stack,
		rows: [...(hasTotal ? [total] : []), ...brandRows, caption, ...platformRows]
	};
}

function unknownPlatforms(names: readonly string[]): string[] {
	return [...new Set(names)].filter((name) => !(PLATFORMS as readonly string[]).includes(name));
}
