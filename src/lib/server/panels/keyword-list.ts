import type { Answer, KeywordList } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { statisticsQuery } from './ask';
import { keywordTable, type KeywordRow } from './keyword-table';
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
	/** All interactions of the view, rated or not; null where the host did not answer. */
	interactions: number | null;
	/** The sentiment filter is on and the host took it, so that net sentiment would only repeat it. */
	isOneSided: boolean;
};

/** The view as the host can answer it: without the sentiment filter where keywords and volume do not take it. */
const askable = (view: View): View =>
	view.sentimentEverywhere ? view : { ...view, filters: { ...view.filters, sentiments: [] } };

/** The body that asks for all brands of the view together, or null where nothing can match. */
export function pooledQuery(view: View) {
	const ids = view.brands.map((brand) => brand.id);
	return ids.length === 0 ? null : statisticsQuery(view.filters, view.plan.range, ids);
}

const now = <T>(view: View, value: T): Answer<T> => ({ value, asOf: view.now, stale: false });

/** One call: the most mentioned keywords of all brands together. */
export async function askPooledKeywords(
	client: CommunityClient,
	view: View,
	limit: number
): Promise<Answer<KeywordList>> {
	const query = pooledQuery(view);
	return query === null ? now(view, { keywords: [] }) : client.topKeywords({ ...query, limit });
}

/** One call: how many interactions the view has, rated or not. */
async function askInteractions(client: CommunityClient, view: View): Promise<Answer<number>> {
	const query = pooledQuery(view);
	if (query === null) return now(view, 0);
	const { value, ...age } = await client.volumeSeries({ ...query, scale: view.plan.scale });
	return { value: value.buckets.reduce((sum, bucket) => sum + bucket.total, 0), ...age };
}

/** The list of keywords as the view's filters, its formula and its hidden words want it. */
export function keywordList(view: View, list: KeywordList, interactions: number | null): KeywordListPanel {
	const share = (total: number) =>
		interactions === null || interactions === 0 ? null : Math.min(1, total / interactions);
	return {
		rows: keywordTable(view, list).rows.map((row) => ({ ...row, share: share(row.total) })),
		came: list.keywords.length,
		interactions,
		isOneSided: view.sentimentEverywhere && view.filters.sentiments.length > 0
	};
}

/** The keywords, and their shares where the host also tells the number of all interactions. */
export async function askKeywordList(client: CommunityClient, view: View): Promise<Answer<KeywordListPanel>> {
	const asked = askable(view);
	const [list, interactions] = await Promise.all([
		askPooledKeywords(client, asked, MOST_KEYWORDS),
		askInteractions(client, asked).catch(() => null)
	]);
	const parts = interactions === null ? [list] : [list, interactions];
	return {
		value: keywordList(view, list.value, interactions?.value ?? null),
		asOf: Math.min(...parts.map((part) => part.asOf)),
		stale: parts.some((part) => part.stale)
	};
}
