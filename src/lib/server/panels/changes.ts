import {
	meanChange,
	scoreChange,
	shareChange,
	totalChange,
	type Change,
	type SharePeriod,
	type Total
} from '$lib/analytics/change';
import { FEWEST_MESSAGES } from '$lib/analytics/verdict';
import { volumeChange } from '$lib/analytics/difference';
import { ratedTotal } from '$lib/analytics/score';
import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { sharesOf } from './key-numbers';
import { printedScore } from './shown-numbers';
import type { Units } from './units';

/** A score or share beside what it is compared with, in fractions, and how sure the change is. */
export type ScoreChange = Change & { before: number; n: number };

/**
 * A count beside what it is compared with. `kind` says what may be shown of it: nothing on both sides, nothing
 * before, too few before for a percentage, or a ratio (0.1 is 10 % more). `perDay` is true where the ratio is of
 * daily rates, since the days are not as many. `mean` is the compared mean a unit, and `verdict` that of the units.
 */
export type CountChange = {
	kind: 'none' | 'new' | 'few' | 'ratio';
	before: number;
	difference: number;
	ratio: number | null;
	perDay: boolean;
	mean: number | null;
	verdict: Change['verdict'];
	lacks: Change['lacks'];
};

/** The changes of the key numbers; null where a side has nothing to divide by. */
export type KeyChanges = {
	score: ScoreChange | null;
	negative: ScoreChange | null;
	positive: ScoreChange | null;
	rated: CountChange;
};

/** Both sides of a comparison, and what makes their counts comparable. */
export type Sides<T> = {
	current: Units<T>;
	previous: Units<T>;
	/** Counts can be compared as they are. */
	sameLength: boolean;
	/** Both count in days, or both in weeks or months: else their means are of different things. */
	sameUnits: boolean;
	/** Days of the complete units on both sides. */
	days: { current: number; previous: number };
};

/** The change of a score, as the view names it. */
export function changeOfScore(
	current: Units<SentimentCounts>,
	previous: Units<SentimentCounts>,
	score: Score
): ScoreChange | null {
	const change = scoreChange(
		{ counts: current.total, days: current.complete },
		{ counts: previous.total, days: previous.complete },
		score
	);
	const before = printedScore(previous.total, previous.complete, score);
	return change && before && { ...change, before: before.value, n: ratedTotal(previous.total) };
}

/** The same of a word, whose days are too few to tell how they differ: each side is widened by the φ that it brings. */
export function changeOfTotal(current: Total, previous: Total, score: Score): ScoreChange | null {
	const change = totalChange(current, previous, score);
	const before = printedScore(previous.counts, { phi: previous.phi }, score);
	return change && before && { ...change, before: before.value, n: ratedTotal(previous.counts) };
}

/** The change of a share. */
export function changeOfShare(current: SharePeriod, previous: SharePeriod): ScoreChange | null {
	const change = shareChange(current, previous);
	return change && { ...change, before: previous.x / previous.n, n: previous.n };
}

/** The changes of the key numbers of what was rated. */
export function keyChanges(sides: Sides<SentimentCounts>, score: Score): KeyChanges {
	const { current, previous } = sides;
	const share = (sentiment: keyof SentimentCounts) =>
		changeOfShare(
			sharesOf(sentiment, current.total, current.complete),
			sharesOf(sentiment, previous.total, previous.complete)
		);
	return {
		score: changeOfScore(current, previous, score),
		negative: share('negative'),
		positive: share('positive'),
		rated: changeOfCount({
			...sides,
			current: ratedUnits(current),
			previous: ratedUnits(previous)
		})
	};
}

/** How many messages were rated, in all and by unit. */
export const ratedUnits = ({ total, complete }: Units<SentimentCounts>): Units<number> => ({
	total: ratedTotal(total),
	complete: complete.map(ratedTotal)
});

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/**
 * The change of a count. Of equally long sides the totals are compared, else the rates of their complete days: a
 * part of a day is never held against whole ones.
 */
export function changeOfCount({
	current,
	previous,
	sameLength,
	sameUnits,
	days
}: Sides<number>): CountChange {
	const change = volumeChange(current.total, previous.total);
	const units = sameUnits ? meanChange(current.complete, previous.complete) : null;
	const rates = {
		current: sum(current.complete) / days.current,
		previous: sum(previous.complete) / days.previous
	};
	const ratio = sameLength
		? change.kind === 'percent'
			? change.ratio
			: null
		: rates.current / rates.previous - 1;
	const kinds = { none: 'none', new: 'new', counts: 'few', percent: 'ratio' } as const;
	const kind = kinds[change.kind];
	const isRatio = kind === 'ratio' && ratio !== null && Number.isFinite(ratio);
	const isTooSmall = current.total < FEWEST_MESSAGES || previous.total < FEWEST_MESSAGES;
	return {
		kind: kind === 'ratio' && !isRatio ? 'few' : kind,
		before: previous.total,
		difference: current.total - previous.total,
		ratio: isRatio ? ratio : null,
		perDay: !sameLength,
		mean: units && sum(previous.complete) / previous.complete.length,
		verdict: units?.verdict ?? 'too-little',
		lacks: units === null ? (isTooSmall ? 'messages' : 'days') : units.lacks
	};
}
