import { pool, ratedTotal } from '$lib/analytics/score';
import type { Answer, Distribution, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { BrandAnswers } from './ask';
import {
	changeOfCount,
	changeOfShare,
	keyChanges,
	ratedUnits,
	type CountChange,
	type KeyChanges,
	type ScoreChange,
	type Sides
} from './changes';
import { coverageOf, keyNumbers, volumeNumbers, type KeyNumbers, type VolumeNumbers } from './key-numbers';
import { lineChanges } from './sentiment-trend';
import { shownScore, type ShownScore } from './shown-numbers';
import { completeDays, daysOfBrand, sentimentUnits, volumeUnits, type Units } from './units';
import type { BrandInView, View } from './view';

/** A brand's score, as the view names it; null below ten rated messages. */
export type BrandStanding = { id: number; name: string; score: ShownScore | null; n: number };

/** A brand and how it changed. */
export type BrandChange = { id: number; name: string; change: ScoreChange };

/**
 * What a comparison brought: nothing was asked for; some brands (or all: then no names) could not be loaded for both
 * periods, so that the totals cannot be compared; or the changes.
 */
export type Comparing<T> =
	{ state: 'none' } | { state: 'missing'; names: string[] } | { state: 'here'; changes: T };

export type KeyNumbersPanel = {
	numbers: KeyNumbers;
	standings: BrandStanding[];
	missing: string[];
	comparing: Comparing<KeyChanges & { brands: BrandChange[] }>;
};

export type VolumeNumbersPanel = {
	numbers: VolumeNumbers;
	missing: string[];
	comparing: Comparing<{ volume: CountChange; coverage: ScoreChange | null }>;
};

type Series<T> = Answer<BrandAnswers<T>>;

const valuesOf = <T>({ answers }: BrandAnswers<T>): T[] => answers.map((answer) => answer.value);
const namesOf = (brands: readonly BrandInView[]) => brands.map((brand) => brand.name);

/** The age of several answers together: that of the oldest, and stale when one is. */
function ageOf(parts: readonly (Answer<unknown> | null)[]): { asOf: number; stale: boolean } {
	const known = parts.filter((part) => part !== null);
	return {
		asOf: Math.min(...known.map((part) => part.asOf)),
		stale: known.some((part) => part.stale)
	};
}

/** The names of brands that are missing on either side: totals without them are totals of different brands. */
const missingIn = (sides: readonly BrandAnswers<unknown>[]) => [
	...new Set(sides.flatMap(({ missing }) => namesOf(missing)))
];

const sidesOf = <T>(view: View, asOf: number, current: Units<T>, previous: Units<T>): Sides<T> => ({
	current,
	previous,
	sameLength: view.compared?.sameLength ?? true,
	sameUnits: view.compared?.view.unitScale === view.unitScale,
	days: {
		current: completeDays(view, asOf),
		previous: view.compared ? completeDays(view.compared.view, asOf) : 0
	}
});

type RatedAnswers = {
	distribution: Series<Distribution>;
	/** Null where the host did not answer: then the numbers stand without what the days tell. */
	sentiment: Series<SentimentSeries> | null;
	earlier: Series<SentimentSeries> | null;
};

/** The key numbers of what was rated, where the brands stand, and how both changed. */
export function keyNumbersPanel(view: View, answers: RatedAnswers): Answer<KeyNumbersPanel> {
	const { distribution, sentiment, earlier } = answers;
	const { score } = view.filters;
	const counts = pool(distribution.value.answers.flatMap((answer) => answer.value.platforms));
	const units = sentiment ? sentimentUnits(view, valuesOf(sentiment.value), distribution.asOf).complete : [];
	const standings = distribution.value.answers.map(({ brand, value }): BrandStanding => {
		const own = pool(value.platforms);
		const days = daysOfBrand(view, sentiment, brand.id);
		return { id: brand.id, name: brand.name, score: shownScore(own, days, score), n: ratedTotal(own) };
	});
	const value: KeyNumbersPanel = {
		numbers: keyNumbers(counts, units, score),
		standings,
		missing: namesOf(distribution.value.missing),
		comparing: compareRated(view, answers)
	};
	return { value, ...ageOf([distribution, sentiment, earlier]) };
}

function compareRated(view: View, answers: RatedAnswers): KeyNumbersPanel['comparing'] {
	const { distribution, sentiment, earlier } = answers;
	const { compared, filters } = view;
	if (compared === null) return { state: 'none' };
	if (sentiment === null || earlier === null) return { state: 'missing', names: [] };
	const names = missingIn([distribution.value, sentiment.value, earlier.value]);
	if (names.length > 0) return { state: 'missing', names };
	const sides = sidesOf(
		view,
		sentiment.asOf,
		sentimentUnits(view, valuesOf(sentiment.value), sentiment.asOf),
		sentimentUnits(compared.view, valuesOf(earlier.value), earlier.asOf)
	);
	return {
		state: 'here',
		changes: { ...keyChanges(sides, filters.score), brands: brandChanges(view, sentiment, earlier) }
	};
}

/** How each brand changed; with more brands than colours none is drawn, or told of, as "Other". */
function brandChanges(
	view: View,
	sentiment: Series<SentimentSeries>,
	earlier: Series<SentimentSeries>
): BrandChange[] {
	if (view.compared === null || view.brands.length < 2) return [];
	const byBrand: View = { ...view, filters: { ...view.filters, split: 'brand' } };
	const changes = lineChanges(byBrand, sentiment.value, sentiment.asOf, {
		compared: { ...view.compared, view: { ...view.compared.view, filters: byBrand.filters } },
		answers: earlier.value
	});
	return view.brands.flatMap(({ id, name }) => {
		const change = changes.get(String(id));
		return change ? [{ id, name, change }] : [];
	});
}

type VolumeAnswers = {
	volume: Series<VolumeSeries>;
	sentiment: Series<SentimentSeries>;
	earlierVolume: Series<VolumeSeries> | null;
	earlierSentiment: Series<SentimentSeries> | null;
};

/** The key numbers that need the volume, and how they changed. */
export function volumeNumbersPanel(view: View, answers: VolumeAnswers): Answer<VolumeNumbersPanel> {
	const { volume, sentiment, earlierVolume, earlierSentiment } = answers;
	const all = volumeUnits(view, valuesOf(volume.value), volume.asOf);
	const rated = ratedUnits(sentimentUnits(view, valuesOf(sentiment.value), volume.asOf));
	const value: VolumeNumbersPanel = {
		numbers: volumeNumbers(rated, all),
		missing: missingIn([volume.value, sentiment.value]),
		comparing: compareVolume(view, answers, { all, rated })
	};
	return { value, ...ageOf([volume, sentiment, earlierVolume, earlierSentiment]) };
}

function compareVolume(
	view: View,
	{ volume, sentiment, earlierVolume, earlierSentiment }: VolumeAnswers,
	current: { all: Units<number>; rated: Units<number> }
): VolumeNumbersPanel['comparing'] {
	const { compared } = view;
	if (compared === null) return { state: 'none' };
	if (earlierVolume === null || earlierSentiment === null) return { state: 'missing', names: [] };
	const names = missingIn([volume, sentiment, earlierVolume, earlierSentiment].map(({ value }) => value));
	if (names.length > 0) return { state: 'missing', names };
	const all = volumeUnits(compared.view, valuesOf(earlierVolume.value), earlierVolume.asOf);
	const rated = ratedUnits(
		sentimentUnits(compared.view, valuesOf(earlierSentiment.value), earlierSentiment.asOf)
	);
	return {
		state: 'here',
		changes: {
			volume: changeOfCount(sidesOf(view, volume.asOf, current.all, all)),
			coverage: changeOfShare(coverageOf(current.rated, current.all), coverageOf(rated, all))
		}
	};
}
