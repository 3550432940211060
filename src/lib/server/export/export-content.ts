import type { CommunityClient } from '$lib/community/client';
import type { View } from '$lib/server/panels/view';
import type { Cell } from './csv';

/** What can be exported: the name of the file without its ending. */
export const EXPORT_NAMES = [
	'distribution',
	'sentiment-trend',
	'volume-trend',
	'keywords',
	'keyword-movers',
	'messages',
	'tickets-zendesk',
	'tickets-salesforce',
	'impact'
] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

/** What asks the host a panel's question for the days of the view; the report of a campaign has days of its own. */
export type PanelExportName = Exclude<ExportName, 'impact'>;

/** The numbers of one panel as a table, with what has to be known to read it. */
export type ExportContent = {
	columns: readonly string[];
	rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
	/** How the numbers are made, where that is not the score of the view; null where nothing is computed. */
	formula?: string | null;
	/** The age of the oldest answer, in milliseconds since 1970. */
	asOf: number;
	stale: boolean;
	/** Names of brands that could not be loaded. */
	missing: string[];
	/** Names of series that the link hides in the chart. */
	hidden: string[];
	/** Whole sentences about the table. */
	notes: string[];
	/** Why the rows broke off, known when all of them were read; null when they did not. */
	failure?: () => string | null;
	/**
	 * True of a file that another program imports as it is: its header and its rows, nothing about them, and texts as
	 * they were written.
	 */
	isBare?: boolean;
	/** How many of the rows the file holds, where there are more. */
	newest?: number | null;
};

/** Asks the host what a panel asks, and makes a table of it. Rejects with a CommunityError. */
export type MakeExport = (client: CommunityClient, view: View) => Promise<ExportContent>;

/** What every table of scores says about them. */
export const SCORE_COLUMNS = ['net', 'net_low', 'net_high'] as const;
