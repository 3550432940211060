import type { Connection } from './duckdb';
import { sql } from './sql';
import type { Fragment } from './sql';

export const MILLISECONDS_PER_HOUR = 3_600_000;
export const MILLISECONDS_PER_DAY = 86_400_000;
export const MILLISECONDS_PER_WEEK = 7 * MILLISECONDS_PER_DAY;

/** The largest instant that a date can have, on either side of 1970. */
export const MOST_MILLISECONDS = 8.64e15;

/** Which span of `length` milliseconds since 1970 a time falls into. DuckDB's `//` rounds to zero, this down. */
export function floorDivide(column: Fragment, length: number): Fragment {
	const shift = Math.ceil(MOST_MILLISECONDS / length);
	return sql`((${column} + ${shift * length}) // ${length} - ${shift})::INTEGER`;
}

/** Counts of each label in its own column, each worth `sign`. */
function labelCounts(sign: 1 | -1): Fragment {
	return sql`(${sign} * count(*) FILTER (sentiment = -1))::INTEGER,
		(${sign} * count(*) FILTER (sentiment = 0))::INTEGER,
		(${sign} * count(*) FILTER (sentiment = 1))::INTEGER,
		(${sign} * count(*) FILTER (sentiment = 2))::INTEGER`;
}

/**
 * Add what some interactions contribute to every count, or with sign -1 take it away. Both arguments are relations
 * with the columns of `interactions` and of `postings`.
 */
export async function addContributions(
	connection: Connection,
	interactions: Fragment,
	postings: Fragment,
	sign: 1 | -1
): Promise<void> {
	await connection.run(
		sql`INSERT INTO hour_counts
			SELECT brand_id, ${floorDivide(sql`updated_at`, MILLISECONDS_PER_HOUR)}, type_id, is_closed, ${labelCounts(sign)}
			FROM ${interactions} WHERE NOT from_brand GROUP BY ALL`
	);
	await connection.run(
		sql`INSERT INTO day_counts
			SELECT brand_id, ${floorDivide(sql`updated_at`, MILLISECONDS_PER_DAY)}, type_id, is_closed, ${labelCounts(sign)}
			FROM ${interactions} WHERE NOT from_brand GROUP BY ALL`
	);
	await connection.run(sql`TRUNCATE temp.staged_keywords`);
	await connection.run(
		sql`INSERT INTO temp.staged_keywords
			SELECT brand_id, ${floorDivide(sql`updated_at`, MILLISECONDS_PER_WEEK)}, term_id, ${labelCounts(sign)}
			FROM ${postings} WHERE listed GROUP BY ALL`
	);
	await connection.run(sql`INSERT INTO keyword_weeks SELECT * FROM temp.staged_keywords`);
	await connection.run(
		sql`INSERT INTO keyword_blocks
			SELECT brand_id, floor(week / 4)::INTEGER, term_id, sum(negative)::INTEGER, sum(neutral)::INTEGER,
				sum(positive)::INTEGER, sum(unrated)::INTEGER
			FROM temp.staged_keywords GROUP BY ALL`
	);
}
