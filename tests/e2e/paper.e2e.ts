import type { Page } from '@playwright/test';
import { movedClock, startUndertone } from '../support/undertone';
import { expect, test } from './fixtures';
import { openAlive, openWhole } from './views';

/** What a reader could not use on paper, and sees all the same. */
function visibleControls(page: Page): Promise<string[]> {
	return page
		.locator('button, input, select, textarea, summary, [role="slider"], nav a, noscript *')
		.evaluateAll((all) =>
			all
				.filter(
					(one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden')
				)
				.filter((one) => one.getBoundingClientRect().width > 1)
				// The name of the first number is the button of its menu on the screen, and a name on paper.
				.filter((one) => !one.matches('dt summary') || one.querySelector('svg')?.checkVisibility() === true)
				.map(
					(one) => `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') ?? one.textContent?.trim()}`
				)
		);
}

test('a printed page has its numbers and their age, and no controls', async ({ page }) => {
	for (const view of ['/', '/keywords', '/messages', '/data']) {
		await openWhole(page, view);
		await page.emulateMedia({ media: 'print' });
		expect(await visibleControls(page), view).toEqual([]);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('.as-of').first()).toBeVisible();
		await page.emulateMedia({ media: 'screen' });
	}
});

test('a menu that was open covers the print: the menu of scores leaves its name and nothing else', async ({
	page
}) => {
	await openWhole(page, '/');
	await page.locator('dt summary').click();
	await expect(page.getByRole('list', { name: 'Score' }).or(page.locator('dt ul')).first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('dt ul')).toBeHidden();
	await expect(page.locator('dt summary')).toBeVisible();
	await expect(page.locator('dt summary')).toHaveText('Net sentiment');
	expect(await visibleControls(page)).toEqual([]);
});

test('a list that is cut off on paper: a page of keywords prints whole, and says which of all they are', async ({
	page
}) => {
	await openWhole(page, '/keywords?page=2');
	const all = Number(await page.locator('#keywords table').getAttribute('aria-rowcount')) - 1;
	await page.emulateMedia({ media: 'print' });
	const rows = page.locator('#keywords tr[data-row]');
	await expect(rows).toHaveCount(50);
	await expect(rows.last()).toBeVisible();
	await expect(page.locator('#keywords footer')).toContainText(`This page holds 51 to 100 of ${all}`);
	await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
});

/** The brand and the stroke of each line of the trend that is not in progress. */
function strokes(page: Page): Promise<string[]> {
	return page
		.locator('#sentiment-trend figure path[fill="none"][stroke^="var(--brand-"]:not([stroke-dasharray])')
		.evaluateAll((lines) =>
			lines.map((line) => `${line.getAttribute('stroke')}: ${getComputedStyle(line).strokeDasharray}`)
		);
}

/** Whether each brand has a stroke that no other has. */
async function expectOwnStrokes(page: Page) {
	const drawn = [...new Set(await strokes(page))];
	expect(drawn.length).toBeGreaterThan(4);
	expect(new Set(drawn.map((line) => line.split(': ')[1])).size).toBe(drawn.length);
}

test('brands cannot be told apart on a grey printer: on paper each line has a stroke of its own', async ({
	page
}) => {
	await openAlive(page, '/');
	const usual = (await strokes(page)).map((line) => line.split(': ')[1]);
	expect(new Set(usual)).toEqual(new Set(['none']));
	await page.emulateMedia({ media: 'print' });
	await expectOwnStrokes(page);
});

test('high contrast that changes next to nothing: lines are thicker, and each has a stroke of its own', async ({
	page
}) => {
	await page.emulateMedia({ contrast: 'more' });
	await openAlive(page, '/');
	await expectOwnStrokes(page);
	const line = page.locator('#sentiment-trend figure path[fill="none"][stroke^="var(--brand-"]').first();
	await expect(line).toHaveCSS('stroke-width', '2.5px');
	await page.evaluate(() => (document.documentElement.dataset.contrast = 'usual'));
	// Of eight lines the first is not the one in focus, so it stands back.
	await expect(line).toHaveCSS('stroke-width', '1.25px');
});

/** How many sheets the page takes. */
async function sheetsOf(page: Page): Promise<number> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

/** How far down the first sheet something ends, as a part of it: A4 that lies, as app.css has it. */
async function endOnFirstSheet(page: Page, part: string): Promise<number> {
	const SHEET = ((210 - 2 * 11) / 25.4) * 96;
	await page.setViewportSize({ width: Math.round(((297 - 2 * 10) / 25.4) * 96), height: Math.round(SHEET) });
	await page.emulateMedia({ media: 'print' });
	return page.locator(part).evaluate((one, sheet) => one.getBoundingClientRect().bottom / sheet, SHEET);
}

test('the first sheet is half empty: what stands out fills it, on the overview and on the impact of a campaign', async ({
	page
}) => {
	await openWhole(page, '/?range=28d');
	const beforePanels = await endOnFirstSheet(page, '#numbers');
	expect(beforePanels).toBeLessThan(0.6);
	const first = await page.locator('.panels > div').evaluateAll((all) => {
		const topOf = (one: Element) => one.getBoundingClientRect().top;
		return all.toSorted((a, b) => topOf(a) - topOf(b))[0]!.querySelector('section')!.id;
	});
	expect(first).toBe('unusual-days');
	expect(await endOnFirstSheet(page, '#unusual-days')).toBeGreaterThan(beforePanels);

	await page.emulateMedia({ media: 'screen' });
	await openWhole(page, '/impact?campaign=slow-mornings');
	expect(await endOnFirstSheet(page, '#impact-methods')).toBeGreaterThan(0.7);
	const topOf = (part: string) => page.locator(part).evaluate((one) => one.getBoundingClientRect().top);
	expect(await topOf('#impact-methods')).toBeLessThan(await topOf('#impact-days'));
});

test('paper tells two of seven unusual days without a word: all of them are printed', async ({ page }) => {
	test.setTimeout(240_000);
	// A small demo has too few messages a day for any of them to stand out.
	const full = await startUndertone({
		UNDERTONE_DEMO_INTERACTIONS: '250000',
		...movedClock('2026-11-28T07:00:00Z')
	});
	const days = page.locator('#unusual-days li');
	await expect(async () => {
		await openWhole(page, `${full.url}/?range=28d`);
		expect(await days.count(), 'some of them are folded').toBeGreaterThan(2);
	}).toPass();
	await expect(days.last()).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(days.last()).toBeVisible();
	for (const day of await days.all()) await expect(day).toBeVisible();
	await full.stop();
});

test('half a chart at the end of a sheet: the printed overview is a real document of a few sheets', async ({
	page
}) => {
	await openAlive(page, '/');
	const sheets = await sheetsOf(page);
	expect(sheets).toBeGreaterThan(1);
	expect(sheets).toBeLessThanOrEqual(4);
});
