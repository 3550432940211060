/**
 * What threads need: the subtype of a message ('' for a plain one), when a tag was made (0 where nobody knows), the
 * posts that comments belong to, and what people changed here (`edits`, by the key of the interaction): `is_closed` is
 * 0, 1, or 2 where nobody closed or opened it; `added` and `removed` are ids of tags. An import that brings the row
 * again leaves these changes as they are.
 */
export const threads: readonly string[] = [
	`ALTER TABLE interactions ADD COLUMN subtype VARCHAR DEFAULT ''`,
	`ALTER TABLE tags ADD COLUMN created_at BIGINT DEFAULT 0`,
	`ALTER TABLE tags ADD COLUMN updated_at BIGINT DEFAULT 0`,
	`CREATE TABLE media (
		brand_id INTEGER, media_id VARCHAR, caption VARCHAR, permalink VARCHAR, published_at BIGINT
	)`,
	`CREATE TABLE edits (key VARCHAR, is_closed TINYINT, added INTEGER[], removed INTEGER[])`
];
