import { CAMPAIGN_COLUMNS, NEEDED_COLUMNS, type CampaignColumn } from '$lib/campaigns/campaign-columns';
import type { CampaignDraft } from '$lib/campaigns/campaign-draft';
import { campaignWords } from '$lib/wording/campaign-words';
import { plainText } from '../export/csv';
import { csvReader } from '../store/import/csv-rows';
import { FileError, isBroken, type SourceRow } from '../store/import/source-row';
import { readBrands, type NamedBrand } from './brand-names';

/** What a line says; what its file has no column for is left out. */
export type CampaignLine = { line: number; draft: Partial<CampaignDraft> & { name: string } };
export type RefusedLine = { line: number; reason: string };

export type CampaignFile = {
	lines: CampaignLine[];
	refused: RefusedLine[];
	unknownColumns: string[];
};

/** The largest file that is read, in bytes: it travels to a running server in one piece. */
export const LARGEST_FILE = 400_000;

type Cells = (column: CampaignColumn) => string | undefined;

/** Columns whose text goes into the draft as it is. */
const TEXTS = ['start', 'end', 'hypothesis', 'link', 'kind', 'metric', 'colour', 'expected'] as const;

function readLine(cells: Cells, brands: readonly NamedBrand[]): CampaignLine['draft'] | { reason: string } {
	const draft: CampaignLine['draft'] = { name: cells('name') ?? '' };
	for (const column of TEXTS) {
		const text = cells(column);
		if (text !== undefined) draft[column] = text;
	}
	for (const [column, field] of [
		['brands', 'brandIds'],
		['comparison', 'comparisonIds']
	] as const) {
		const cell = cells(column);
		if (cell === undefined) continue;
		const reading = readBrands(column, cell, brands);
		if (!reading.ok) return { reason: reading.reason };
		draft[field] = reading.ids;
	}
	return draft;
}

type Place = { column: CampaignColumn; index: number };

function placesOf(columns: readonly string[]): { places: Place[]; unknownColumns: string[] } {
	const nameOf = (text: string) => text.trim().toLowerCase();
	const places = columns.flatMap((text, index) => {
		const column = CAMPAIGN_COLUMNS.find((known) => known === nameOf(text));
		return column === undefined ? [] : [{ column, index }];
	});
	const known = new Set(places.map(({ index }) => index));
	return { places, unknownColumns: columns.filter((_, index) => !known.has(index)) };
}

function checkColumns(columns: readonly string[], places: readonly Place[]): void {
	const { file } = campaignWords;
	if (columns.length === 1 && columns[0]!.includes(';')) throw new FileError(file.semicolons);
	const missing = NEEDED_COLUMNS.find((needed) => !places.some(({ column }) => column === needed));
	if (missing !== undefined) throw new FileError(file.noColumn(missing, CAMPAIGN_COLUMNS.join(',')));
}

/** Days stay as they are typed, and kinds and colours are words of ours; the apostrophe of an export is taken off. */
function cellsOf(row: { cells: string[] }, places: readonly Place[]): Cells {
	return (wanted) => {
		const place = places.find(({ column }) => column === wanted);
		return place === undefined ? undefined : plainText(row.cells[place.index] ?? '');
	};
}

/**
 * Read a CSV of campaigns: a header in any order, and a line for each. A line that cannot be read is refused with its
 * reason and takes no other away.
 * @param bytes UTF-8, with or without a byte order mark
 * @throws FileError where the file as a whole cannot be read; its message names the fix
 */
export function readCampaigns(bytes: Uint8Array, brands: readonly NamedBrand[]): CampaignFile {
	if (bytes.length > LARGEST_FILE) throw new FileError(campaignWords.file.tooLarge);
	const reader = csvReader();
	const rows: SourceRow[] = [];
	reader.read(Buffer.from(bytes), true, rows);
	const columns = reader.columns() ?? [];
	const { places, unknownColumns } = placesOf(columns);
	checkColumns(columns, places);
	const lines: CampaignLine[] = [];
	const refused: RefusedLine[] = [];
	for (const row of rows) {
		if (isBroken(row)) refused.push({ line: row.line, reason: `${row.problem}.` });
		else if (row.cells.every((cell) => cell.trim() === '')) continue;
		else {
			const reading = readLine(cellsOf(row, places), brands);
			if ('reason' in reading) refused.push({ line: row.line, reason: reading.reason });
			else lines.push({ line: row.line, draft: reading });
		}
	}
	return { lines, refused, unknownColumns };
}
