import { totalChange, type Change } from '$lib/analytics/change';
import { falseDiscoveries } from '$lib/analytics/false-discovery';
import { partOverdispersion, type Dispersion } from '$lib/analytics/overdispersion';
import { ratedTotal, tooSmall } from '$lib/analytics/score';
import type { Triple } from '$lib/charts/chart-data';
import type { Keyword, KeywordList, SentimentCounts } from '$lib/community/answers';
import { isolateText } from '$lib/format/isolate-text';
import { shownScore, shownShares, type ShownScore } from './shown-numbers';
import type { View } from './view';

const LONGEST_KEYWORD = 40;

/**
 * How a keyword's score changed: not at all known where the earlier list, which is cut off, does not hold it; too few
 * rated messages on a side; else the difference with its interval. `certain` is false below thirty on a side.
 */
export type KeywordChange =
	| { kind: 'unlisted' }
	| { kind: 'few' }
	| ({ kind: 'change'; before: number; certain: boolean } & Pick<
			Change,
			'difference' | 'low' | 'high' | 'verdict'
	  >);

/**
 * One keyword. `word` is as the host said it, `text` is what may be shown. `score` is null below ten rated
 * messages, and `certain` is false below thirty: then the interval stands beside the value.
 */
export type KeywordRow = {
	word: string;
	text: string;
	total: number;
	rated: number;
	shares: Triple | null;
	/** How many decimals the intervals of the shares support. */
	shareDecimals: 0 | 1;
	score: ShownScore | null;
	certain: boolean;
	/** Null without a comparison. */
	change: KeywordChange | null;
};

/** `tooLong` is how many words the host listed that are too long to stand in a row or a link. */
export type KeywordTable = { rows: KeywordRow[]; tooLong: number };

/** The keywords of the compared days, and how much both periods' days vary. */
export type KeywordsBefore = { list: KeywordList; current: Dispersion; previous: Dispersion };

/**
 * How much more than chance the score of a word varies: a list has no days of its words, and the days of all messages
 * are known. Where these are not, it is not widened.
 */
export const spreadOfWord = (counts: SentimentCounts, whole: Dispersion | null) => ({
	phi: whole === null ? 1 : partOverdispersion(ratedTotal(counts), whole)
});

/** A change before it is known what the other words of the list do. */
type Tested = { change: KeywordChange; p: number | null };

function testOf(view: View, counts: Keyword, before: KeywordsBefore): Tested {
	const earlier = before.list.keywords.find(({ keyword }) => keyword === counts.keyword);
	if (earlier === undefined) return { change: { kind: 'unlisted' }, p: null };
	const [now, then] = [ratedTotal(counts), ratedTotal(earlier)];
	const found = totalChange(
		{ counts, ...spreadOfWord(counts, before.current) },
		{ counts: earlier, ...spreadOfWord(earlier, before.previous) },
		view.filters.score
	);
	const score = shownScore(earlier, spreadOfWord(earlier, before.previous), view.filters.score);
	if (found === null || score === null || found.verdict === 'too-little') {
		return { change: { kind: 'few' }, p: null };
	}
	const { difference, low, high, verdict, p } = found;
	const certain = tooSmall(Math.min(now, then)) === 'ok';
	return { change: { kind: 'change', before: score.value, certain, difference, low, high, verdict }, p };
}

/** The rates of false findings among all that a table calls likely, and among those that it calls clear. */
const FALSE = { likely: 0.05, clear: 0.001 };

/**
 * How the keywords of a list changed. Of many words some change by chance, so a word is called likely or clear only
 * as long as at most one in twenty, or in a thousand, of those that are called so can be expected to be wrong.
 */
function changesOf(view: View, list: readonly Keyword[], before: KeywordsBefore): KeywordChange[] {
	const tests = list.map((counts) => testOf(view, counts, before));
	const pValues = tests.flatMap(({ p }) => p ?? []);
	const likely = falseDiscoveries(pValues, FALSE.likely);
	const clear = falseDiscoveries(pValues, FALSE.clear);
	let place = -1;
	return tests.map(({ change }): KeywordChange => {
		if (change.kind !== 'change') return change;
		place += 1;
		return { ...change, verdict: clear[place] ? 'clear' : likely[place] ? 'likely' : 'unsure' };
	});
}

/**
 * The most mentioned keywords with their sentiment, without those that the reader has hidden.
 * @param whole how much the days of all messages vary; null where they are not known, and nothing is widened
 */
export function keywordTable(
	view: View,
	{ keywords, tooLong = 0 }: KeywordList,
	whole: Dispersion | null,
	before: KeywordsBefore | null = null
): KeywordTable {
	const shown = keywords.filter(({ keyword }) => !view.filters.omitted.includes(keyword));
	const changes = before && changesOf(view, shown, before);
	const rows = shown.map((counts, index): KeywordRow => {
		const rated = ratedTotal(counts);
		const spread = spreadOfWord(counts, whole);
		const score = shownScore(counts, spread, view.filters.score);
		const shares = shownShares(counts, spread);
		return {
			word: counts.keyword,
			text: isolateText(counts.keyword, LONGEST_KEYWORD),
			total: counts.total,
			rated,
			shares: shares?.values ?? null,
			shareDecimals: shares?.decimals ?? 0,
			score,
			certain: tooSmall(rated) === 'ok',
			change: changes?.[index] ?? null
		};
	});
	return { rows, tooLong };
}
