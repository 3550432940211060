import type { StatisticsQuery } from '$lib/community/statistics-query';
import type { Answer } from '$lib/community/answers';
import { typesOf } from '$lib/filters/types-of';
import type { Filters } from '$lib/filters/filters';
import type { BrandInView, Compared, View } from './view';

/** The answers of several brands to one question, and the brands that failed to answer. */
export type BrandAnswers<T> = { answers: { brand: BrandInView; value: T }[]; missing: BrandInView[] };

/** What brands answered about the days that a view is compared with. */
export type Before<T> = { compared: Compared; answers: BrandAnswers<T> };

/**
 * The body that the filters mean for some brands over a window, or null when the platforms and types exclude each
 * other or the window holds no time: then nothing is asked and everything is zero, since the API takes no empty list.
 */
export function statisticsQuery(
	filters: Filters,
	window: { start: number; end: number },
	brandIds: number[]
): StatisticsQuery | null {
	const types = typesOf(filters);
	if (types !== null && types.length === 0) return null;
	if (window.end <= window.start) return null;
	const flags = Object.fromEntries(filters.sentiments.map((sentiment) => [`is_${sentiment}`, true]));
	return {
		brand_ids: brandIds,
		source_updated_after: new Date(window.start).toISOString(),
		source_updated_before: new Date(window.end).toISOString(),
		...(types === null ? {} : { types }),
		...(filters.query === '' ? {} : { query: filters.query }),
		...(filters.tags.length === 0 ? {} : { tag_ids: filters.tags }),
		...flags,
		...(filters.closed === null ? {} : { is_closed: filters.closed })
	};
}

/** One question to several brands: all answers together, and a promise for each brand that never rejects. */
export type Asked<T> = { all: Promise<Answer<BrandAnswers<T>>>; each: Promise<null>[] };

/**
 * Put one question to each brand of the view, all at once. The age is that of the oldest answer. `all` rejects with
 * the first brand's error when no brand answered, and may be left without a listener.
 */
export function askBrands<T>(
	view: View,
	ask: (query: StatisticsQuery) => Promise<Answer<T>>,
	nothing: T
): Asked<T> {
	const asked = view.brands.map(async (brand): Promise<Answer<T>> => {
		const query = statisticsQuery(view.filters, view.plan.range, [brand.id]);
		return query === null ? { value: nothing, asOf: view.now, stale: false } : ask(query);
	});
	const all = gather(view, asked);
	all.catch(() => undefined);
	return {
		all,
		each: asked.map((answer) =>
			answer.then(
				() => null,
				() => null
			)
		)
	};
}

async function gather<T>(view: View, asked: Promise<Answer<T>>[]): Promise<Answer<BrandAnswers<T>>> {
	const settled = await Promise.allSettled(asked);
	const value: BrandAnswers<T> = { answers: [], missing: [] };
	let asOf = view.now;
	let stale = false;
	settled.forEach((result, index) => {
		const brand = view.brands[index]!;
		if (result.status === 'rejected') return value.missing.push(brand);
		value.answers.push({ brand, value: result.value.value });
		asOf = Math.min(asOf, result.value.asOf);
		stale ||= result.value.stale;
	});
	const failure = settled.find((result) => result.status === 'rejected');
	if (failure && value.answers.length === 0) throw failure.reason;
	return { value, asOf, stale };
}

/**
 * The same for those who only want all answers together.
 * @throws the first brand's error when no brand answered
 */
export const askEachBrand = <T>(...question: Parameters<typeof askBrands<T>>): Asked<T>['all'] =>
	askBrands(...question).all;
