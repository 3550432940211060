import type { NewInteraction } from './new-interaction';
import type { Column, Connection } from './duckdb';
import type { Dictionary } from './dictionary';
import { keywordsOf } from './keywords';
import type { Keywords } from './keywords';
import { Fragment, sql } from './sql';

const SENTIMENT_CODES = { negative: -1, neutral: 0, positive: 1 } as const;

/** Stands for "no label" in a chunk, which never holds null. */
const UNRATED = 9;

/** Rows between two looks at the event loop, so that a server goes on answering while it imports. */
const SLICE = 1_000;

const TABLES: readonly string[] = [
	`CREATE TEMP TABLE staged (
		row INTEGER, key VARCHAR, source VARCHAR, brand_id INTEGER, type_id INTEGER, sentiment TINYINT,
		created_at BIGINT, updated_at BIGINT, is_closed BOOLEAN, is_question BOOLEAN, is_read BOOLEAN,
		is_spam BOOLEAN, from_brand BOOLEAN, tag_ids VARCHAR, author VARCHAR, conversation_id VARCHAR,
		media_id VARCHAR, parent_key VARCHAR, permalink VARCHAR, text VARCHAR, raw_text VARCHAR, folded VARCHAR
	)`,
	`CREATE TEMP TABLE staged_terms (row INTEGER, term_id INTEGER, listed BOOLEAN)`,
	`CREATE TEMP TABLE staged_words (term VARCHAR)`,
	`CREATE TEMP TABLE matched (
		row INTEGER, id BIGINT, key_hash UHUGEINT, content_hash UHUGEINT, is_new BOOLEAN, is_changed BOOLEAN
	)`,
	`CREATE TEMP TABLE retired (id BIGINT)`
];

/** Make the tables of the writer's connection in which a batch waits; they are never in the file. */
export async function createStaging(connection: Connection): Promise<void> {
	for (const table of TABLES) await connection.run(new Fragment(table, []));
}

/** Interactions with their words, ready to be staged. */
export type PreparedRow = { interaction: NewInteraction; keywords: Keywords };

/** Let everything else that waits in the process have its turn. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

const NO_KEYWORDS: Keywords = { tokens: [], folded: '' };

/** Split the texts into words. What the brand itself wrote is in no statistic and needs none. */
export async function prepareRows(interactions: readonly NewInteraction[]): Promise<PreparedRow[]> {
	const prepared: PreparedRow[] = [];
	for (const interaction of interactions) {
		if (prepared.length % SLICE === SLICE - 1) await breathe();
		const keywords = interaction.fromBrand ? NO_KEYWORDS : keywordsOf(interaction.text);
		prepared.push({ interaction, keywords });
	}
	return prepared;
}

function tagList(dictionary: Dictionary, brandId: number, names: readonly string[]): string {
	if (names.length === 0) return '[]';
	const ids = new Set(names.map((name) => dictionary.tagId(brandId, name)));
	return `[${[...ids].sort((a, b) => a - b).join(',')}]`;
}

function rowColumns(dictionary: Dictionary, rows: readonly PreparedRow[]): Column[] {
	const all = rows.map(({ interaction }) => interaction);
	const brandIds = all.map((row) => dictionary.brandId(row.brand));
	const integer = (values: number[]): Column => ({ kind: 'integer', values });
	const instant = (of: (row: NewInteraction) => number): Column => ({ kind: 'bigint', values: all.map(of) });
	const flag = (of: (row: NewInteraction) => boolean): Column => ({ kind: 'boolean', values: all.map(of) });
	const text = (of: (row: NewInteraction) => string | null): Column => ({
		kind: 'varchar',
		values: all.map((row) => of(row) ?? '')
	});
	return [
		integer(all.map((_, index) => index)),
		text((row) => row.key),
		text((row) => row.source),
		integer(brandIds),
		integer(all.map((row) => dictionary.typeId(row.type))),
		{ kind: 'tinyint', values: all.map((row) => (row.sentiment ? SENTIMENT_CODES[row.sentiment] : UNRATED)) },
		instant((row) => row.createdAt),
		instant((row) => row.updatedAt),
		flag((row) => row.isClosed),
		flag((row) => row.isQuestion),
		flag((row) => row.isRead),
		flag((row) => row.isSpam),
		flag((row) => row.fromBrand),
		{ kind: 'varchar', values: all.map((row, index) => tagList(dictionary, brandIds[index] ?? 0, row.tags)) },
		text((row) => row.author),
		text((row) => row.conversationId),
		text((row) => row.mediaId),
		text((row) => row.parentKey),
		text((row) => row.permalink),
		text((row) => row.text),
		text((row) => row.rawText),
		{ kind: 'varchar', values: rows.map(({ keywords }) => keywords.folded) }
	];
}

async function termColumns(
	connection: Connection,
	dictionary: Dictionary,
	rows: readonly PreparedRow[]
): Promise<Column[]> {
	const ids = new Map<string, number>();
	const unknown = new Set<string>();
	for (const { keywords } of rows) {
		for (const { term } of keywords.tokens) {
			if (ids.has(term)) continue;
			const id = dictionary.termId(term);
			if (id === undefined) unknown.add(term);
			else ids.set(term, id);
		}
	}
	await dictionary.learnTerms(connection, unknown, ids);
	const rowNumbers: number[] = [];
	const termIds: number[] = [];
	const listed: boolean[] = [];
	rows.forEach(({ keywords }, row) => {
		for (const token of keywords.tokens) {
			rowNumbers.push(row);
			termIds.push(ids.get(token.term) ?? 0);
			listed.push(token.listed);
		}
	});
	return [
		{ kind: 'integer', values: rowNumbers },
		{ kind: 'integer', values: termIds },
		{ kind: 'boolean', values: listed }
	];
}

/** Put prepared rows and their words into the staging tables, and new names into the dictionary's tables. */
export async function stageRows(
	connection: Connection,
	dictionary: Dictionary,
	rows: readonly PreparedRow[]
): Promise<void> {
	for (const table of ['staged', 'staged_terms', 'matched', 'retired']) {
		await connection.run(new Fragment(`DELETE FROM temp.${table}`, []));
	}
	await connection.append('staged', true, rowColumns(dictionary, rows));
	await connection.append('staged_terms', true, await termColumns(connection, dictionary, rows));
	await dictionary.flush(connection);
}

/** The tables of a batch as the file's tables have them. */
export const stagedRow = sql`
	s.key, s.source, s.brand_id, s.type_id, nullif(s.sentiment, 9) AS sentiment, s.created_at, s.updated_at,
	s.is_closed, s.is_question, s.is_read, s.is_spam, s.from_brand, NULL::INTEGER AS assignee_id,
	s.tag_ids::INTEGER[] AS tag_ids, nullif(s.author, '') AS author, nullif(s.conversation_id, '') AS conversation_id,
	nullif(s.media_id, '') AS media_id, nullif(s.parent_key, '') AS parent_key, nullif(s.permalink, '') AS permalink,
	s.text, nullif(s.raw_text, '') AS raw_text, s.folded`;
