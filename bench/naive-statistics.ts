import type { StatisticsQuery } from '$lib/community/statistics-query';
import { allOf, isAnyOf, sql, type Fragment } from '$lib/server/store/sql';
import type { Store } from '$lib/server/store/store';
import type { Statistic } from './questions';

/**
 * The yardstick of the statistics: the same questions as anybody would write them in SQL, over the table of
 * interactions alone, without the counts, the postings and the ids of words that the store keeps beside it.
 */

const MILLISECONDS_PER_DAY = 86_400_000;

function conditionsOf(query: StatisticsQuery): Fragment {
	const conditions = [sql`NOT from_brand`, isAnyOf(sql`brand_id`, query.brand_ids)];
	const { source_updated_after: after, source_updated_before: before } = query;
	if (after !== undefined) conditions.push(sql`updated_at >= ${Date.parse(after)}`);
	if (before !== undefined) conditions.push(sql`updated_at < ${Date.parse(before) + MILLISECONDS_PER_DAY}`);
	if (query.types) conditions.push(isAnyOf(sql`types.name`, query.types));
	if (query.query !== undefined) conditions.push(sql`contains(folded, ${` ${query.query} `})`);
	for (const tag of query.tag_ids ?? []) conditions.push(sql`list_contains(tag_ids, ${tag})`);
	return allOf(conditions);
}

const LABELS = sql`count(*) FILTER (sentiment = -1)::DOUBLE AS negative,
	count(*) FILTER (sentiment = 0)::DOUBLE AS neutral, count(*) FILTER (sentiment = 1)::DOUBLE AS positive`;
const DAY = sql`updated_at // ${MILLISECONDS_PER_DAY} AS day`;
const PLATFORM = sql`split_part(types.name, '_', 1) AS platform`;
const TYPED = sql`interactions JOIN types ON types.id = type_id`;

/** The statement that answers a question from the interactions; the counts to be added up are its last columns. */
const STATEMENT: Record<Statistic, (conditions: Fragment) => Fragment> = {
	distribution: (conditions) =>
		sql`SELECT ${PLATFORM}, ${LABELS} FROM ${TYPED} WHERE ${conditions} GROUP BY ALL`,
	'sentiment series': (conditions) =>
		sql`SELECT ${DAY}, ${PLATFORM}, ${LABELS} FROM ${TYPED} WHERE ${conditions} GROUP BY ALL`,
	'volume series': (conditions) =>
		sql`SELECT ${DAY}, types.name, count(*)::DOUBLE FROM ${TYPED} WHERE ${conditions} GROUP BY ALL`,
	'top keywords': (conditions) =>
		sql`SELECT word, ${LABELS}, count(*)::DOUBLE AS total FROM (
				SELECT unnest(list_distinct(string_split(trim(folded), ' '))) AS word, sentiment
				FROM ${TYPED} WHERE ${conditions}
			) GROUP BY word ORDER BY total DESC, word LIMIT 500`
};

/** How many columns of each answer hold counts. */
const COUNTED: Record<Statistic, number> = {
	distribution: 3,
	'sentiment series': 3,
	'volume series': 1,
	'top keywords': 4
};

/** The answer by columns. A connection is taken that has no limit of time, since splitting every text may take long. */
export function askNaively(store: Store, statistic: Statistic, query: StatisticsQuery): Promise<unknown[][]> {
	const statement = STATEMENT[statistic](conditionsOf(query));
	return store.maintain((connection) => connection.columns(statement));
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The sum of all counts in a naive answer; of the keywords, the counts of one word. */
export function naiveTotal(statistic: Statistic, columns: unknown[][], word: string | null): number {
	const counts = columns.slice(-COUNTED[statistic]) as number[][];
	if (word === null) return sumOf(counts.map(sumOf));
	const row = (columns[0] as string[]).indexOf(word);
	return sumOf(counts.map((column) => column[row] ?? 0));
}
