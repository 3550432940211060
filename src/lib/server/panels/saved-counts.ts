import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { toCommunityError } from '$lib/errors/describe-error';
import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { readSavedQuery } from '$lib/filters/saved-query';
import { LOCALE } from '$lib/format/numbers';
import { statisticsQuery } from './ask';
import { makeView } from './make-view';
import { listedFilters } from './messages-question';
import type { BrandInView, View } from './view';

/** How many messages a saved filter finds now, or why nobody knows: its brands cannot be seen here, or it failed. */
export type SavedCount = { id: string; count: number | null; reason: 'no-brand' | 'failed' | null };

/** A saved question: its canonical link without `?`. */
export type SavedQuestion = { id: string; query: string };

type Around = {
	/** Every brand that can be seen here: no saved filter reaches further. */
	brands: BrandInView[];
	sentimentEverywhere: boolean;
	defaults: FilterDefaults;
	/** Milliseconds since 1970. */
	now: number;
};

/** The view that a saved question means now, or null where it is about brands that cannot be seen here. */
function viewOf({ query }: SavedQuestion, { brands, defaults, ...around }: Around): View | null {
	const filters = readSavedQuery(query, { defaults });
	const chosen = brands.filter(({ id }) => filters.brands.length === 0 || filters.brands.includes(id));
	if (chosen.length === 0) return null;
	const setting = { ...around, filters, brands: chosen, locale: LOCALE, asOf: around.now };
	return makeView(setting).view;
}

/** One call for a question: those that mean the same share it. */
type Asking = Map<string, Promise<Answer<number>>>;

function once(asked: Asking, key: string, ask: () => Promise<Answer<number>>): Promise<Answer<number>> {
	const known = asked.get(key);
	if (known) return known;
	const answer = ask();
	asked.set(key, answer);
	return answer;
}

/**
 * How many messages the list of a view has, by one pooled question to the statistics: of the chosen sentiments the
 * distribution, which every host filters by sentiment, else the volume.
 */
function countOf(client: CommunityClient, view: View, asked: Asking): Promise<Answer<number>> {
	const { sentiments }: Filters = listedFilters(view);
	const ids = view.brands.map(({ id }) => id);
	const query = statisticsQuery({ ...listedFilters(view), sentiments: [] }, view.plan.range, ids);
	if (query === null) return Promise.resolve({ value: 0, asOf: view.now, stale: false });
	if (sentiments.length > 0) {
		return once(asked, JSON.stringify([sentiments, query]), async () => {
			const { value, ...age } = await client.sentimentDistribution(query);
			const sums = value.platforms.map((row) => sentiments.reduce((sum, name) => sum + row[name], 0));
			return { ...age, value: sums.reduce((sum, count) => sum + count, 0) };
		});
	}
	const { scale, bucketMinutes } = view.plan;
	const series = { ...query, scale, ...(bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes }) };
	return once(asked, JSON.stringify(series), async () => {
		const { value, ...age } = await client.volumeSeries(series);
		return { ...age, value: value.buckets.reduce((sum, bucket) => sum + bucket.total, 0) };
	});
}

/**
 * Count what saved filters find now, one call for each question. One that fails leaves the others their counts.
 * @throws the first error when none could be counted
 */
export async function askSavedCounts(
	client: CommunityClient,
	questions: readonly SavedQuestion[],
	around: Around
): Promise<Answer<SavedCount[]>> {
	const asked: Asking = new Map();
	const views = questions.map((question) => viewOf(question, around));
	const settled = await Promise.allSettled(views.map((view) => view && countOf(client, view, asked)));
	const answers = settled.flatMap((result) => (result.status === 'fulfilled' ? (result.value ?? []) : []));
	const failure = settled.find((result) => result.status === 'rejected');
	if (failure && answers.length === 0) throw toCommunityError(failure.reason);
	const value = questions.map(({ id }, index): SavedCount => {
		const result = settled[index]!;
		if (result.status === 'rejected') return { id, count: null, reason: 'failed' };
		return result.value === null
			? { id, count: null, reason: 'no-brand' }
			: { id, count: result.value.value, reason: null };
	});
	return {
		value,
		asOf: Math.min(around.now, ...answers.map(({ asOf }) => asOf)),
		stale: answers.some(({ stale }) => stale)
	};
}
