import type { Interaction } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { platformOfType } from '$lib/community/vocabulary';
import { ERROR_TABLE } from '$lib/errors/community-error';
import { toCommunityError } from '$lib/errors/describe-error';
import { formatCount } from '$lib/format/numbers';
import type { Sourced } from '$lib/server/panels/messages-merge';
import { unfilteredBy } from '$lib/server/panels/messages-question';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import type { Cell } from './csv';
import type { ExportContent, MakeExport } from './export-content';
import { isoInstant } from './iso-instant';
import { MOST_MESSAGES, walkMessages } from './message-walk';

const COLUMNS = [
	'id',
	'brand',
	'type',
	'platform',
	'sentiment',
	'created_at',
	'updated_at',
	'author',
	'text',
	'tags',
	'permalink',
	'closed'
];

function rowOf(view: View, { row, source }: Sourced<Interaction>): Cell[] {
	const instant = (time: number | null) => (time === null ? null : isoInstant(time, view.filters.timeZone));
	return [
		typeof row.id === 'number' ? row.id : String(row.id),
		view.brands[source]!.name,
		row.type,
		platformOfType(row.type),
		row.sentiment,
		instant(row.sourceCreatedAt),
		instant(row.sourceUpdatedAt),
		row.author,
		row.text,
		row.tags.map(({ name }) => name),
		row.permalink,
		row.isClosed
	];
}

/** What a table of messages says about how many it has. */
function cutNotes(most: number, total: number | null): string[] {
	const { notes } = exportWords;
	if (total === null) return [notes.cutUnknown(formatCount(most))];
	return total > most ? [notes.cut(formatCount(most), formatCount(total))] : [];
}

/**
 * The messages behind a view as a table, newest first over all brands. The first page of every brand is there before
 * the answer begins, so that an error still has its status; the others follow while the file is written, and none of
 * them is kept.
 * @param rowOf the cells of one message
 */
export async function messageTable(
	client: CommunityClient,
	view: View,
	{ columns, rowOf }: { columns: readonly string[]; rowOf: (view: View, row: Sourced<Interaction>) => Cell[] }
): Promise<ExportContent> {
	const most = view.sentimentEverywhere ? MOST_MESSAGES.embedded : MOST_MESSAGES.upstream;
	const walk = walkMessages(client, view);
	await walk.begin();
	const { notes } = exportWords;
	let failure: string | null = null;

	async function* rows(): AsyncGenerator<Cell[]> {
		for (let count = 0; count < most; count += LARGEST_PAGE) {
			let page: Sourced<Interaction>[];
			try {
				page = await walk.take(LARGEST_PAGE);
			} catch (thrown) {
				const { sentence } = ERROR_TABLE[toCommunityError(thrown).code];
				failure = notes.brokenOff(formatCount(count), sentence);
				return;
			}
			for (const message of page) yield rowOf(view, message);
			if (page.length < LARGEST_PAGE) return;
		}
	}

	const { total } = walk;
	const { asOf, stale } = walk.age;
	return {
		columns,
		rows: rows(),
		formula: null,
		asOf: Math.min(asOf, view.now),
		stale,
		missing: walk.missing.map((index) => view.brands[index]!.name),
		hidden: [],
		notes: [
			...cutNotes(most, total),
			...unfilteredBy(view).map((filter) => notes.notFilteredBy(filter)),
			notes.guarded
		],
		failure: () => failure,
		newest: total !== null && total > most ? most : null
	};
}

/** The messages behind a view, every column that there is of them. */
export const exportMessages: MakeExport = (client, view) =>
	messageTable(client, view, { columns: COLUMNS, rowOf });
