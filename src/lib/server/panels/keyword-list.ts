import type { Answer, KeywordList, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { DaySpan } from '$lib/filters/filters';
import { isOneSided } from '$lib/filters/one-sided';
import { statisticsQuery } from './ask';
import { askDispersion, type Whole } from './dispersion';
import { keywordTable, type KeywordRow, type KeywordsBefore } from './keyword-table';
import { askQueried, queriedWords, type QueriedWords } from './queried-words';
import type { View } from './view';

/** How many keywords the view asks for; a host that does not take a limit gives as many as it always does. */
export const MOST_KEYWORDS = 500;

/** A keyword with its share of all interactions, from 0 to 1; null where their number is not known. */
export type ListedKeyword = KeywordRow & { share: number | null };

export type KeywordListPanel = {
	/** Without those that the reader has hidden. */
	rows: ListedKeyword[];
	/** How many keywords the host listed, hidden ones included. */
	came: number;
	/** How many more it listed that are too long to be shown. */
	tooLong: number;
	/** All interactions of the view, rated or not; null where the host did not answer. */
	interactions: number | null;
	/** The intervals are as wide as the days differ; false where the days could not be had. */
	isWidened: boolean;
	/** What the words are that the view is filtered for; null without such a filter, and where it is not known. */
	queried: QueriedWords | null;
	/** The sentiment filter is on and the host took it, so that net sentiment would only repeat it. */
	isOneSided: boolean;
	/** What the rows are compared with; null without a comparison, `came` is null where it could not be loaded. */
	compared: { days: DaySpan; came: number | null } | null;
};

/** The view as the host can answer it: without the sentiment filter where keywords and volume do not take it. */
export const askable = (view: View): View => (view.sentimentEverywhere ? view : withoutSentiment(view));
const withoutSentiment = (view: View): View => ({ ...view, filters: { ...view.filters, sentiments: [] } });

/** The body that asks for all brands of the view together, or null where nothing can match. */
function pooledQuery(view: View) {
	const ids = view.brands.map((brand) => brand.id);
	return ids.length === 0 ? null : statisticsQuery(view.filters, view.plan.range, ids);
}

/** The same for a series, in the buckets that the view needs. */
function pooledSeriesQuery(view: View) {
	const query = pooledQuery(view);
	const { scale, bucketMinutes } = view.plan;
	return query && { ...query, scale, ...(bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes }) };
}

const atOnce = <T>(view: View, value: T): Answer<T> => ({ value, asOf: view.now, stale: false });

/** One call: the most mentioned keywords of all brands together. */
export async function askPooledKeywords(
	client: CommunityClient,
	view: View,
	limit: number
): Promise<Answer<KeywordList>> {
	const query = pooledQuery(view);
	return query === null ? atOnce(view, { keywords: [] }) : client.topKeywords({ ...query, limit });
}

/** One call: how many interactions the view has, rated or not. */
export async function askInteractions(client: CommunityClient, view: View): Promise<Answer<number>> {
	const query = pooledSeriesQuery(view);
	if (query === null) return atOnce(view, 0);
	const { value, ...age } = await client.volumeSeries(query);
	return { value: value.buckets.reduce((sum, bucket) => sum + bucket.total, 0), ...age };
}

/** Two calls: the keywords of the compared days, and how much these days vary. */
async function askBefore(
	client: CommunityClient,
	view: View,
	asked: Promise<Answer<Whole>>
): Promise<Answer<KeywordsBefore> | null> {
	if (view.compared === null) return null;
	const before = askable(view.compared.view);
	const [list, current, previous] = await Promise.all([
		askPooledKeywords(client, before, MOST_KEYWORDS),
		asked,
		askDispersion(client, before)
	]);
	const value = { list: list.value, current: current.value, previous: previous.value };
	return { value, ...ageOf([list, current, previous]) };
}

/** The age of what several answers say together: that of the oldest. */
export const ageOf = (parts: readonly Answer<unknown>[]) => ({
	asOf: Math.min(...parts.map((part) => part.asOf)),
	stale: parts.some((part) => part.stale)
});

/** The list of keywords as the view's filters, its formula and its hidden words want it. */
function keywordList(
	view: View,
	list: KeywordList,
	known: {
		interactions: number | null;
		whole: Whole | null;
		before: KeywordsBefore | null;
		queried: SentimentCounts | null;
	}
): KeywordListPanel {
	const { interactions, whole, before, queried } = known;
	const share = (total: number) =>
		interactions === null || interactions === 0 ? null : Math.min(1, total / interactions);
	const { compared } = view;
	const { rows, tooLong } = keywordTable(view, list, whole, before);
	return {
		rows: rows.map((row) => ({ ...row, share: share(row.total) })),
		came: list.keywords.length,
		tooLong,
		interactions,
		isWidened: whole !== null,
		queried: queried && queriedWords(view, queried, whole),
		isOneSided: view.sentimentEverywhere && isOneSided(view.filters),
		compared: compared && { days: compared.days, came: before && before.list.keywords.length }
	};
}

/** The keywords, with their shares and changes where the host also answers what these need. */
export async function askKeywordList(client: CommunityClient, view: View): Promise<Answer<KeywordListPanel>> {
	const asked = askable(view);
	const days = askDispersion(client, asked);
	const [list, interactions, whole, before, queried] = await Promise.all([
		askPooledKeywords(client, asked, MOST_KEYWORDS),
		askInteractions(client, asked).catch(() => null),
		days.catch(() => null),
		askBefore(client, asked, days).catch(() => null),
		askQueried(client, view).catch(() => null)
	]);
	const value = keywordList(asked, list.value, {
		interactions: interactions?.value ?? null,
		whole: whole?.value ?? null,
		before: before?.value ?? null,
		queried: queried?.value ?? null
	});
	return { value, ...ageOf([list, interactions, whole, before, queried].filter((part) => part !== null)) };
}
