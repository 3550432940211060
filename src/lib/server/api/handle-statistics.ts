import {
	keywordsQuerySchema,
	seriesQuerySchema,
	statisticsQuerySchema
} from '$lib/community/statistics-query';
import {
	toDistributionWire,
	toKeywordListWire,
	toSentimentSeriesWire,
	toVolumeSeriesWire
} from '$lib/community/wire';
import { selectSentimentDistribution } from '$lib/server/store/queries/sentiment-distribution-stats';
import { selectSentimentSeries } from '$lib/server/store/queries/sentiment-time-series';
import { selectTopKeywords } from '$lib/server/store/queries/top-keywords';
import { selectVolumeSeries } from '$lib/server/store/queries/volume-time-series';
import type { Store } from '$lib/server/store/store';
import { answerCall, TwoForms, type ApiCall } from './answer-call';
import { readJsonBody } from './json-body';
import { parseQuestion, type QuestionSchema } from './parse-question';
import { accept, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';

const PARSING = { place: 'json', largestLimit: 500 } as const;

type Asked<S extends QuestionSchema> = { brand_ids: number[] } & ReturnType<S['parse']>;

/** A handler of one statistic: what it takes, and how the store answers it. */
function statistic<S extends QuestionSchema>(
	schema: S,
	answer: (store: Store, query: Asked<S>) => Promise<unknown>
): (request: Request, call: ApiCall) => Promise<Response> {
	async function answerQuestion(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
		const body = await readJsonBody(request);
		if (!body.ok) return body;
		const query = parseQuestion(schema, body.value, PARSING);
		if (!query.ok) return query;
		const asked = query.value as Asked<S>;
		const store = await call.store();
		const visible = await requireVisibleBrands(store, asked.brand_ids);
		return visible.ok ? accept(await answer(store, asked)) : visible;
	}
	return (request, call) => answerCall(request, call, { POST: () => answerQuestion(request, call) });
}

export const handleSentimentDistribution = statistic(statisticsQuerySchema, async (store, query) =>
	toDistributionWire(await selectSentimentDistribution(store, query))
);

export const handleSentimentSeries = statistic(
	seriesQuerySchema,
	async (store, query) => new TwoForms(await selectSentimentSeries(store, query), toSentimentSeriesWire)
);

export const handleVolumeSeries = statistic(
	seriesQuerySchema,
	async (store, query) => new TwoForms(await selectVolumeSeries(store, query), toVolumeSeriesWire)
);

export const handleTopKeywords = statistic(keywordsQuerySchema, async (store, query) =>
	toKeywordListWire(await selectTopKeywords(store, query))
);
