import { ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval } from '$lib/analytics/score-interval';
import type { Triple } from '$lib/charts/chart-data';
import type { KeywordList } from '$lib/community/answers';
import { isolateText } from '$lib/format/isolate-text';
import { roundedShares } from '$lib/format/rounded-shares';
import type { View } from './view';

const LONGEST_KEYWORD = 40;

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
	score: { value: number; low: number; high: number } | null;
	certain: boolean;
};

export type KeywordTable = { rows: KeywordRow[] };

/** The most mentioned keywords with their sentiment, without those that the reader has hidden. */
export function keywordTable(view: View, { keywords }: KeywordList): KeywordTable {
	const rows = keywords
		.filter(({ keyword }) => !view.filters.omitted.includes(keyword))
		.map((counts): KeywordRow => {
			const rated = ratedTotal(counts);
			const interval = tooSmall(rated) === 'none' ? null : scoreInterval(counts, [], view.filters.score);
			return {
				word: counts.keyword,
				text: isolateText(counts.keyword, LONGEST_KEYWORD),
				total: counts.total,
				rated,
				shares: interval && (roundedShares([counts.negative, counts.neutral, counts.positive]) as Triple),
				score: interval && { value: interval.estimate, low: interval.low, high: interval.high },
				certain: tooSmall(rated) === 'ok'
			};
		});
	return { rows };
}
