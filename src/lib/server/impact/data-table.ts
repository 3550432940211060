import { createHash } from 'node:crypto';
import { isComplete } from '$lib/calendar/buckets';
import type { LocalDay } from '$lib/filters/filters';
import { csvLine, type Cell } from '$lib/server/export/csv';
import type { BrandDays, ImpactAnswers } from './impact-answers';
import type { ImpactPlan } from './impact-plan';
import { windowOf, type DayWindow } from './impact-spans';

/** Rated messages of one brand on one platform on one day: everything that a report is computed from. */
export type TableRow = {
	day: LocalDay;
	window: DayWindow;
	group: 'target' | 'control';
	brand_id: number;
	brand: string;
	platform: string;
	negative: number;
	neutral: number;
	positive: number;
	complete: boolean;
};

export const TABLE_COLUMNS = [
	'day',
	'window',
	'group',
	'brand_id',
	'brand',
	'platform',
	'negative',
	'neutral',
	'positive',
	'complete'
] as const satisfies (keyof TableRow)[];

/** A row as cells, in the order of the columns. */
export const cellsOf = (row: TableRow): Cell[] => TABLE_COLUMNS.map((column) => row[column]);

type Told = Pick<ImpactAnswers, 'targets' | 'controls'>;
type Group = { group: TableRow['group']; brands: BrandDays[] };

const groupsOf = ({ targets, controls }: Told): Group[] => [
	{ group: 'target', brands: targets },
	{ group: 'control', brands: controls }
];

/**
 * The day-level table of a report, by day, then group, brand and platform. A platform that a brand has on any of the
 * days has a row on each of them, so that a day without messages is a row of zeros and not a hole.
 * @param asOf when the messages were counted; days that end later are not complete
 */
export function impactTable(plan: ImpactPlan, told: Told, asOf: number): TableRow[] {
	return plan.days.flatMap((bucket, index) => {
		const window = windowOf(plan.spans, bucket.from);
		if (window === null) return [];
		return groupsOf(told).flatMap(({ group, brands }) =>
			brands.flatMap(({ brand, days }) =>
				(days[index] ?? []).map((counts) => ({
					day: bucket.from,
					window,
					group,
					brand_id: brand.id,
					brand: brand.name,
					...counts,
					complete: isComplete(bucket, asOf)
				}))
			)
		);
	});
}

/** The text of some cells as the CSV has it, without the end of the line. */
const cellText = (...cells: Cell[]) => csvLine(cells).trimEnd();

/** Characters: a call for each day costs more than its text, and a text of all days more than its calls. */
const HASHED_AT_ONCE = 32_768;

/**
 * What two people who hold the same data hold: the SHA-256, in hex, of the header and the complete rows as the CSV has
 * them. Days that are not over change every hour and are in no estimate. Every report has a hash and few are exported,
 * so the text is made without the rows: brands and platforms are written once and not on every day.
 */
export function hashTable(plan: ImpactPlan, told: Told, asOf: number): string {
	const hash = createHash('sha256');
	let text = csvLine(TABLE_COLUMNS);
	const brands = groupsOf(told).flatMap(({ group, brands: members }) =>
		members.map(({ brand, days }) => ({ begin: cellText(group, brand.id, brand.name), days }))
	);
	const names = new Map<string, string>();
	const nameOf = (platform: string) => {
		const known = names.get(platform) ?? cellText(platform);
		names.set(platform, known);
		return known;
	};
	plan.days.forEach((bucket, index) => {
		const window = windowOf(plan.spans, bucket.from);
		if (window === null || !isComplete(bucket, asOf)) return;
		const ahead = `${bucket.from},${window},`;
		for (const { begin, days } of brands) {
			for (const { platform, negative, neutral, positive } of days[index] ?? []) {
				text += `${ahead}${begin},${nameOf(platform)},${negative},${neutral},${positive},true\r\n`;
			}
		}
		if (text.length < HASHED_AT_ONCE) return;
		hash.update(text);
		text = '';
	});
	return hash.update(text).digest('hex');
}
