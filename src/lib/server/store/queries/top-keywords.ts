import type { Keyword, KeywordList } from '$lib/community/answers';
import type { KeywordsQuery } from '$lib/community/statistics-query';
import { allOf, sql } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';

const USUAL_LENGTH = 50;

/**
 * The listed words of the most interactions; a word counts once in each. `total` counts labelled and unlabelled
 * ones. Most mentions first, then in the order of their code points.
 * @throws CommunityError query_invalid, store_unavailable
 */
export async function selectTopKeywords(store: Store, query: KeywordsQuery): Promise<KeywordList> {
	const ofRows = rowConditions(query);
	const conditions = [
		sql`listed`,
		...sharedConditions(store, query),
		...windowConditions(sql`updated_at`, windowOfQuery(query))
	];
	const labels = labelsOf(query);
	if (labels) {
		const codes = [labels.negative && -1, labels.neutral && 0, labels.positive && 1];
		conditions.push(sql`sentiment IN (SELECT unnest(${codes.filter((code) => code !== false)}))`);
	}
	if (ofRows.length > 0) {
		conditions.push(sql`interaction_id IN (SELECT id FROM interactions WHERE ${allOf(ofRows)})`);
	}
	const rows = await store.rows(
		sql`WITH counted AS (
				SELECT term_id, count(*) FILTER (sentiment = -1) AS negative, count(*) FILTER (sentiment = 0) AS neutral,
					count(*) FILTER (sentiment = 1) AS positive, count(*) AS total
				FROM postings WHERE ${allOf(conditions)} GROUP BY term_id
			)
			SELECT terms.term AS keyword, negative::DOUBLE AS negative, neutral::DOUBLE AS neutral,
				positive::DOUBLE AS positive, total::DOUBLE AS total
			FROM counted JOIN terms ON terms.id = term_id
			ORDER BY counted.total DESC, terms.term LIMIT ${query.limit ?? USUAL_LENGTH}`
	);
	return { keywords: rows as Keyword[] };
}
