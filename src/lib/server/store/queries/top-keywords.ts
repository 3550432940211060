import type { Keyword, KeywordList } from '$lib/community/answers';
import type { KeywordsQuery } from '$lib/community/statistics-query';
import { allOf, list, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import type { Window } from '../window';
import { volumeSum } from './cells';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';
import { hitsOf } from './hits';
import { cutWindow, partConditions } from './window-parts';

const USUAL_LENGTH = 50;

/** Labels counted one by one, from postings. */
function countPostings(conditions: readonly Fragment[]): Fragment {
	return sql`SELECT term_id, count(*) FILTER (sentiment = -1) AS negative, count(*) FILTER (sentiment = 0) AS neutral,
			count(*) FILTER (sentiment = 1) AS positive, count(*) FILTER (sentiment = 2) AS unrated
		FROM postings WHERE ${allOf([sql`listed`, ...conditions])} GROUP BY term_id`;
}

const TABLES = {
	block: { table: sql`keyword_blocks`, unit: sql`block` },
	week: { table: sql`keyword_weeks`, unit: sql`week` }
} as const;

/** The whole blocks of four weeks and the whole weeks of a window from their counts, its edges from the postings. */
function countParts(shared: readonly Fragment[], window: Window): Fragment {
	const parts = cutWindow(window, ['block', 'week', 'instant']).map((part) => {
		if (part.unit !== 'block' && part.unit !== 'week') {
			return countPostings([...shared, ...windowConditions({ start: part.from, end: part.to })]);
		}
		const { table, unit } = TABLES[part.unit];
		return sql`SELECT term_id, negative, neutral, positive, unrated
			FROM ${table} WHERE ${allOf([...shared, ...partConditions(part, unit)])}`;
	});
	return parts.length === 0 ? countPostings([sql`false`]) : list(parts, 'union');
}

/**
 * The statement that answers term_id and the counts by label, perhaps in several rows for one word. In the order in
 * which the code takes them:
 * 1. words, tags or what only the interactions can check: the postings of the interactions that are asked for;
 * 2. types or closed: the postings;
 * 3. all other filters: the counts by four weeks and by week.
 */
async function countsOf(store: Store, query: KeywordsQuery): Promise<Fragment> {
	const window = windowOfQuery(query);
	const shared = sharedConditions(store, query);
	const conditions = [...shared, ...windowConditions(window)];
	const among: Fragment[] = [];
	const hits = await hitsOf(store, query, conditions);
	if (hits) among.push(sql`interaction_id IN (SELECT interaction_id FROM (${hits}))`);
	const ofRows = rowConditions(query);
	if (ofRows.length > 0) {
		const rows = allOf([...conditions, ...ofRows, sql`NOT from_brand`]);
		among.push(sql`interaction_id IN (SELECT id FROM interactions WHERE ${rows})`);
	}
	const isBeyondCounts = query.types ?? query.is_closed ?? query.is_archived;
	if (among.length > 0 || isBeyondCounts !== undefined) return countPostings([...conditions, ...among]);
	return countParts(shared, window);
}

/**
 * The listed words of the most interactions; a word counts once in each. `total` counts labelled and unlabelled
 * ones. Most mentions first, then in the order of their code points.
 * @throws CommunityError query_invalid, store_unavailable
 */
export async function selectTopKeywords(store: Store, query: KeywordsQuery): Promise<KeywordList> {
	const labels = labelsOf(query);
	const length = query.limit ?? USUAL_LENGTH;
	const label = (column: Fragment, isAsked: boolean | undefined) =>
		isAsked === false ? sql`0::DOUBLE` : sql`sum(${column})::DOUBLE`;
	const rows = await store.rows(
		sql`WITH counted AS MATERIALIZED (
				SELECT term_id, ${label(sql`negative`, labels?.negative)} AS negative,
					${label(sql`neutral`, labels?.neutral)} AS neutral,
					${label(sql`positive`, labels?.positive)} AS positive, ${volumeSum(query)} AS total
				FROM (${await countsOf(store, query)}) GROUP BY term_id
			), longest AS (
				SELECT term_id, negative, neutral, positive, total FROM counted
				WHERE total > 0 AND total >= coalesce(
					(SELECT total FROM counted ORDER BY total DESC LIMIT 1 OFFSET ${length - 1}), 0)
			)
			SELECT terms.term AS keyword, negative, neutral, positive, total
			FROM longest JOIN terms ON terms.id = term_id
			ORDER BY longest.total DESC, terms.term LIMIT ${length}`
	);
	return { keywords: rows as Keyword[] };
}
