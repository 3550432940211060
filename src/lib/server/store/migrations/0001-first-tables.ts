/**
 * Times are milliseconds since 1970 (UTC); hours, days, weeks and blocks of four weeks are whole ones since 1970: plain integers compress
 * and compare best, and nothing depends on a time zone. A type's id holds its platform in the bits above the 16th.
 * Sentiment is -1, 0, 1, or 2 where there is no label; an absent text is '' and an absent assignee 0, since columns
 * without nulls are written several times faster.
 *
 * The counts are additive: an update adds a row that takes the old contribution away, and reading sums. Postings
 * hold one row for each word of an interaction, and under the negative id of the tag one for each tag, with all that
 * the statistics ask for. What the brand wrote itself (`from_brand`) is in no count and in no posting.
 */
export const firstTables: readonly string[] = [
	`CREATE TABLE brands (id INTEGER, slug VARCHAR, name VARCHAR, organization VARCHAR)`,
	`CREATE TABLE types (id INTEGER, name VARCHAR)`,
	`CREATE TABLE tags (id INTEGER, brand_id INTEGER, name VARCHAR, color VARCHAR)`,
	`CREATE TABLE terms (id INTEGER, term VARCHAR)`,
	`CREATE TABLE interactions (
		key_hash UBIGINT, id BIGINT, key VARCHAR, source VARCHAR, brand_id INTEGER, type_id INTEGER,
		sentiment TINYINT, created_at BIGINT, updated_at BIGINT, is_closed BOOLEAN, is_question BOOLEAN,
		is_read BOOLEAN, is_spam BOOLEAN, from_brand BOOLEAN, assignee_id INTEGER, tag_ids INTEGER[],
		author VARCHAR, conversation_id VARCHAR, media_id VARCHAR, parent_key VARCHAR, permalink VARCHAR,
		text VARCHAR, raw_text VARCHAR, folded VARCHAR
	)`,
	`CREATE TABLE postings (
		term_id INTEGER, interaction_id BIGINT, brand_id INTEGER, type_id INTEGER, sentiment TINYINT,
		updated_at BIGINT, is_closed BOOLEAN, listed BOOLEAN
	)`,
	`CREATE TABLE hour_counts (
		brand_id INTEGER, hour INTEGER, type_id INTEGER, is_closed BOOLEAN,
		negative INTEGER, neutral INTEGER, positive INTEGER, unrated INTEGER
	)`,
	`CREATE TABLE day_counts (
		brand_id INTEGER, day INTEGER, type_id INTEGER, is_closed BOOLEAN,
		negative INTEGER, neutral INTEGER, positive INTEGER, unrated INTEGER
	)`,
	`CREATE TABLE keyword_weeks (
		brand_id INTEGER, week INTEGER, term_id INTEGER,
		negative INTEGER, neutral INTEGER, positive INTEGER, unrated INTEGER
	)`,
	`CREATE TABLE keyword_blocks (
		brand_id INTEGER, block INTEGER, term_id INTEGER,
		negative INTEGER, neutral INTEGER, positive INTEGER, unrated INTEGER
	)`,
	`CREATE TABLE imports (
		id INTEGER, source VARCHAR, file VARCHAR, started_at BIGINT, finished_at BIGINT, line BIGINT,
		new_rows BIGINT, updated_rows BIGINT, duplicate_rows BIGINT, set_aside_rows BIGINT
	)`,
	`CREATE TABLE set_aside (import_id INTEGER, line BIGINT, byte BIGINT, reason VARCHAR, row VARCHAR)`
];
