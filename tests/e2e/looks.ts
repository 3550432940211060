import type { Page } from '@playwright/test';
import { axeFindings, expect, faintColours } from './fixtures';

type Look = { name: string; chosen: { theme: string; contrast: string } };

/** The looks that a reader can choose; the first one is looked at as a whole, the others for what can be read in them. */
const LIGHT: Look = { name: 'light', chosen: { theme: 'light', contrast: '' } };
const OTHERS: readonly Look[] = [
	{ name: 'dark', chosen: { theme: 'dark', contrast: '' } },
	{ name: 'high contrast, light', chosen: { theme: 'light', contrast: 'more' } },
	{ name: 'high contrast, dark', chosen: { theme: 'dark', contrast: 'more' } }
];

/** Change the look of a page as it stands, as the menu of themes does. */
async function look(page: Page, { chosen }: Look) {
	await page.evaluate((data) => Object.assign(document.documentElement.dataset, data), chosen);
}

/** Everything that axe knows, once; and what can be read, in every look. */
export async function expectClean(page: Page, state: string, ...within: string[]) {
	await look(page, LIGHT);
	expect(await axeFindings(page, within), `${state}, light`).toEqual([]);
	for (const other of OTHERS) {
		await look(page, other);
		expect(await faintColours(page, within), `${state}, ${other.name}`).toEqual([]);
	}
	await look(page, LIGHT);
}
