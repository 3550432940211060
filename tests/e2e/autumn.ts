import type { Page } from '@playwright/test';
import type { ImportedRow } from '../support/imported';
import { expect, testOver } from './fixtures';

/** Two brands that write twice an hour, and for once nobody but this file decides which day it is. */

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/** A Tuesday, 9:30 in UTC: two days after the clocks of New York went back. */
export const NOW = '2026-11-03T09:30:00Z';

const at = (time: string) => Date.parse(time);
const STRETCHES = [
	['2025-10-06T00:00:00Z', '2025-11-05T00:00:00Z'],
	['2026-03-06T00:00:00Z', '2026-03-11T00:00:00Z'],
	['2026-04-03T00:00:00Z', '2026-04-07T12:00:00Z'],
	['2026-10-01T00:00:00Z', NOW]
] as const;
const BRANDS = [
	{ name: 'Alder', type: 'TIKTOK_COMMENT' },
	{ name: 'Birch', type: 'INSTAGRAM_ADS_COMMENT' }
] as const;

const isSaturday = (instant: number) => new Date(instant).getUTCDay() === 6;

/** How one half hour of a brand went: the moods take turns, and those of Saturdays are others. */
function moodOf(instant: number, brand: number): string {
	const turn = Math.floor(instant / HALF_HOUR) % 10;
	const positive = (isSaturday(instant) ? 7 : 5) - 2 * brand;
	return turn < positive ? 'positive' : turn < 8 ? 'neutral' : 'negative';
}

/** A message five minutes into every half hour, and a second one on Saturdays (of UTC). */
function momentsBetween(from: number, to: number): number[] {
	const moments: number[] = [];
	for (let start = from; start < to; start += HALF_HOUR) {
		moments.push(start + 5 * MINUTE, ...(isSaturday(start) ? [start + 20 * MINUTE] : []));
	}
	return moments.filter((moment) => moment < to);
}

/** Every moment at which each of the brands has a message. */
export const MOMENTS: readonly number[] = STRETCHES.flatMap(([from, to]) => momentsBetween(at(from), at(to)));

const ROWS: readonly ImportedRow[] = MOMENTS.flatMap((moment) =>
	BRANDS.map(({ name, type }, brand) => ({
		id: `${name}-${moment}`,
		brand: name,
		type,
		text: `A word about ${name}`,
		sentiment: moodOf(moment, brand),
		created_at: new Date(moment).toISOString()
	}))
);

/** How many messages both brands have from one instant to another. */
export const countBetween = (from: string, to: string) =>
	BRANDS.length * MOMENTS.filter((moment) => moment >= at(from) && moment < at(to)).length;

export const test = testOver(ROWS, NOW);

export type ShownRow = { when: string; cells: string[] };

/** The numbers behind a chart as its table has them: the name of each bucket, and its cells. */
export async function tableOf(page: Page, chart: string): Promise<{ columns: string[]; rows: ShownRow[] }> {
	const table = page.locator(`${chart} details table`);
	await expect(table.locator('tbody tr').first()).toBeAttached();
	return table.evaluate((element) => {
		const textsOf = (cells: Iterable<Element>) => [...cells].map((cell) => cell.textContent?.trim() ?? '');
		return {
			columns: textsOf(element.querySelectorAll('thead th')),
			rows: [...element.querySelectorAll('tbody tr')].map((row) => ({
				when: row.querySelector('th')?.textContent?.trim() ?? '',
				cells: textsOf(row.querySelectorAll('td'))
			}))
		};
	});
}

/** The column of a table as numbers; what is unknown there is null. */
export async function columnOf(page: Page, chart: string, name: string): Promise<(number | null)[]> {
	const { columns, rows } = await tableOf(page, chart);
	const index = columns.indexOf(name) - 1;
	if (index < 0) throw new Error(`the columns are ${columns.join(', ')}`);
	return rows.map(({ cells }) => {
		const text = cells[index]!.replaceAll(',', '').replace('−', '-');
		return text === '–' ? null : Number(text);
	});
}

export const sumOf = (values: readonly (number | null)[]) =>
	values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** The chart that the browser drew. */
export const drawingOf = (page: Page, chart: string) => page.locator(`${chart} .canvas svg`);

/** Bring a chart into the window, and wait until the browser has drawn it. */
export async function reveal(page: Page, chart: string): Promise<void> {
	await page.locator(chart).evaluate((element) => element.scrollIntoView({ block: 'center' }));
	await expect(drawingOf(page, chart)).toBeVisible();
}
