import { overdispersion } from '$lib/analytics/overdispersion';
import { ratedTotal } from '$lib/analytics/score';
import type { Answer, KeywordList, SentimentSeries } from '$lib/community/answers';
import type { BrandAnswers } from './ask';
import type { Dispersion, KeywordsBefore } from './keyword-table';
import { sentimentUnits } from './units';
import type { View } from './view';

type Series = Answer<BrandAnswers<SentimentSeries>>;

function dispersionOf(view: View, { value, asOf }: Series): Dispersion {
	const { total, complete } = sentimentUnits(
		view,
		value.answers.map((answer) => answer.value),
		asOf
	);
	return { phi: overdispersion(complete), rated: ratedTotal(total) };
}

/**
 * What the keywords of a view are compared with: the earlier list, and how much the days of both periods vary, since
 * a list of keywords says nothing of its days. Null without a comparison.
 */
export function keywordsBefore(
	view: View,
	list: KeywordList,
	now: Series,
	then: Series
): KeywordsBefore | null {
	if (view.compared === null) return null;
	return { list, current: dispersionOf(view, now), previous: dispersionOf(view.compared.view, then) };
}
