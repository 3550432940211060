import type { KeywordsQuery, SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { PLATFORMS, platformOfType } from '$lib/community/vocabulary';
import type { NewInteraction } from './new-interaction';
import { keywordsOf } from './keywords';

/**
 * The statistics once more for the tests, as plain as can be: one pass over a list, no SQL, nothing kept. `brands`
 * are the names in the order of their ids, `tags` the keys `brand id/name` in the order of theirs.
 */
export type Oracle = { interactions: NewInteraction[]; brands: string[]; tags: string[] };

const DAY = 86_400_000;

function startOf(text: string): number {
	return Date.parse(/T/.test(text) && !/(Z|[+-]\d\d:\d\d)$/.test(text) ? `${text}Z` : text);
}

function endOf(text: string): number {
	return startOf(text) + (text.includes('T') ? 0 : DAY);
}

function matchesQuery(text: string, query: string): boolean {
	const parts = query.split(',').filter((part) => part.trim() !== '');
	if (parts.length === 0) return true;
	return parts.some((part) => {
		const words = keywordsOf(part).folded.trim();
		return words !== '' && keywordsOf(text).folded.includes(` ${words} `);
	});
}

function isAsked(oracle: Oracle, query: StatisticsQuery, row: NewInteraction): boolean {
	const brandId = oracle.brands.indexOf(row.brand) + 1;
	const flags = { negative: query.is_negative, neutral: query.is_neutral, positive: query.is_positive };
	const asksForLabel = query.is_negative === true || query.is_neutral === true || query.is_positive === true;
	const hasTag = (id: number) => row.tags.some((name) => oracle.tags[id - 1] === `${brandId}/${name}`);
	const isFlag = (flag: boolean | undefined, value: boolean) => flag === undefined || flag === value;
	return (
		!row.fromBrand &&
		query.brand_ids.includes(brandId) &&
		(query.types?.includes(row.type) ?? true) &&
		(query.source_updated_after === undefined || row.updatedAt >= startOf(query.source_updated_after)) &&
		(query.source_updated_before === undefined || row.updatedAt < endOf(query.source_updated_before)) &&
		(!asksForLabel || (row.sentiment !== null && flags[row.sentiment] === true)) &&
		isFlag(query.is_closed, row.isClosed) &&
		isFlag(query.is_archived, row.isClosed) &&
		isFlag(query.is_question, row.isQuestion) &&
		isFlag(query.is_read, row.isRead) &&
		isFlag(query.is_spam, row.isSpam) &&
		(query.media_ids === undefined || query.media_ids.map(String).includes(row.mediaId ?? '')) &&
		query.assignee_ids === undefined &&
		(query.tag_ids ?? []).every(hasTag) &&
		(query.query === undefined || matchesQuery(row.text, query.query))
	);
}

/** The interactions that a question asks for. */
export function askedRows(oracle: Oracle, query: StatisticsQuery): NewInteraction[] {
	return oracle.interactions.filter((row) => isAsked(oracle, query, row));
}

/** Labelled interactions by platform and label. */
export function countPlatforms(rows: readonly NewInteraction[]) {
	const platforms = [...PLATFORMS, 'other'].map((platform) => {
		const own = rows.filter((row) => platformOfType(row.type) === platform);
		const count = (label: string) => own.filter((row) => row.sentiment === label).length;
		return { platform, negative: count('negative'), neutral: count('neutral'), positive: count('positive') };
	});
	return platforms.filter(
		({ platform, negative, neutral, positive }) => platform !== 'other' || negative + neutral + positive > 0
	);
}

/** The start of the bucket of an instant, by the calendar. */
function startOfBucket(instant: number, query: SeriesQuery): number {
	const date = new Date(instant);
	const minutes = query.bucket_minutes ?? 60;
	const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
	if (query.scale === 'HOUR') return instant - (instant % (minutes * 60_000));
	if (query.scale === 'WEEK') return day - ((date.getUTCDay() + 6) % 7) * DAY;
	if (query.scale === 'MONTH') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
	if (query.scale === 'QUARTER') {
		return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1);
	}
	return day;
}

/** The buckets of a series with the rows of each: every quarter of an hour of the window is looked at. */
export function fillBuckets(oracle: Oracle, query: SeriesQuery): Map<number, NewInteraction[]> {
	const known = oracle.interactions.filter(
		(row) => !row.fromBrand && query.brand_ids.includes(oracle.brands.indexOf(row.brand) + 1)
	);
	const times = known.map((row) => row.updatedAt);
	const start = query.source_updated_after ? startOf(query.source_updated_after) : Math.min(...times);
	const end = query.source_updated_before ? endOf(query.source_updated_before) : Math.max(...times) + 1;
	const buckets = new Map<number, NewInteraction[]>();
	if (known.length === 0 && !(query.source_updated_after && query.source_updated_before)) return buckets;
	for (let time = start; time < end; time = time - (time % 900_000) + 900_000) {
		buckets.set(startOfBucket(time, query), []);
	}
	for (const row of askedRows(oracle, query)) buckets.get(startOfBucket(row.updatedAt, query))?.push(row);
	return buckets;
}

/** The listed words of some rows, most mentions first. */
export function countKeywords(rows: readonly NewInteraction[], query: KeywordsQuery) {
	const counts = new Map<string, { negative: number; neutral: number; positive: number; total: number }>();
	for (const row of rows) {
		for (const { term, listed } of keywordsOf(row.text).tokens) {
			if (!listed) continue;
			const count = counts.get(term) ?? { negative: 0, neutral: 0, positive: 0, total: 0 };
			if (row.sentiment) count[row.sentiment] += 1;
			count.total += 1;
			counts.set(term, count);
		}
	}
	return [...counts]
		.map(([keyword, count]) => ({ keyword, ...count }))
		.sort((a, b) => b.total - a.total || Buffer.compare(Buffer.from(a.keyword), Buffer.from(b.keyword)))
		.slice(0, query.limit ?? 50);
}
