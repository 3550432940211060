import type { Interaction, Page } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { platformOfType } from '$lib/community/vocabulary';
import { ERROR_TABLE } from '$lib/errors/community-error';
import { toCommunityError } from '$lib/errors/describe-error';
import { formatCount } from '$lib/format/numbers';
import { MergedMessages, type MessageSource, type Sourced } from '$lib/server/panels/messages-merge';
import { messagesQuery, unfilteredBy } from '$lib/server/panels/messages-question';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import type { Cell } from './csv';
import type { MakeExport } from './export-content';
import { isoInstant } from './iso-instant';

/** How many messages one file holds at most: a hundred calls to the live host. */
export const MOST_MESSAGES = 10_000;

const COLUMNS = [
	'id',
	'brand',
	'type',
	'platform',
	'sentiment',
	'time',
	'author',
	'text',
	'tags',
	'permalink',
	'closed'
];

const NO_PAGE: Page<Interaction> = { rows: [], total: 0, hasNext: false };

function sourcesOf(client: CommunityClient, view: View): MessageSource<Interaction>[] {
	return view.brands.map(({ id }) => {
		const query = messagesQuery(view, id, 'newest');
		return {
			fetch: (offset, limit) =>
				query === null
					? Promise.resolve({ value: NO_PAGE, asOf: view.now, stale: false })
					: client.interactions({ ...query, offset, limit })
		};
	});
}

function rowOf(view: View, { row, source }: Sourced<Interaction>): Cell[] {
	const time = row.sourceUpdatedAt ?? row.sourceCreatedAt;
	return [
		typeof row.id === 'number' ? row.id : String(row.id),
		view.brands[source]!.name,
		row.type,
		platformOfType(row.type),
		row.sentiment,
		time === null ? null : isoInstant(time, view.filters.timeZone),
		row.author,
		row.text,
		row.tags.map(({ name }) => name),
		row.permalink,
		row.isClosed
	];
}

/**
 * The messages behind a view, newest first over all brands. The first page of every brand is there before the answer
 * begins, so that an error still has its status; the others follow while the file is written. When one of those
 * fails the file ends with a line that says so.
 */
export const exportMessages: MakeExport = async (client, view) => {
	const merged = new MergedMessages(sourcesOf(client, view), {
		rankOf: ({ sourceUpdatedAt }: Interaction) => sourceUpdatedAt,
		chunk: LARGEST_PAGE
	});
	await merged.read(0, 1);
	const { notes } = exportWords;
	let failure: string | null = null;

	async function* rows(): AsyncGenerator<Cell[]> {
		for (let from = 0; from < MOST_MESSAGES; from += LARGEST_PAGE) {
			let page: Sourced<Interaction>[];
			try {
				page = await merged.read(from, from + LARGEST_PAGE);
			} catch (thrown) {
				const { sentence } = ERROR_TABLE[toCommunityError(thrown).code];
				failure = notes.brokenOff(formatCount(from), sentence);
				return;
			}
			for (const message of page) yield rowOf(view, message);
			if (page.length < LARGEST_PAGE) return;
		}
	}

	const { total } = merged;
	const { asOf, stale } = merged.age;
	return {
		columns: COLUMNS,
		rows: rows(),
		formula: null,
		asOf: Math.min(asOf, view.now),
		stale,
		missing: merged.missing.map((index) => view.brands[index]!.name),
		hidden: [],
		notes: [
			...(total === null
				? [notes.cutUnknown(formatCount(MOST_MESSAGES))]
				: total > MOST_MESSAGES
					? [notes.cut(formatCount(MOST_MESSAGES), formatCount(total))]
					: []),
			...unfilteredBy(view).map((filter) => notes.notFilteredBy(filter)),
			notes.guarded
		],
		failure: () => failure
	};
};
