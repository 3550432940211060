import type { Page } from '@playwright/test';
import { startUndertone, type Undertone } from '../support/undertone';
import { axeFindings, expect, test } from './fixtures';

/** The demo in full: in a small one no day has enough messages to be called unusual. */
let full: Undertone;

test.beforeAll(async () => {
	test.setTimeout(240_000);
	full = await startUndertone({ UNDERTONE_DEMO_INTERACTIONS: '250000' });
});
test.afterAll(() => full.stop());

/** The brand with the planted incident, by its place in the list of brands. */
const QUILLBY = 4;

const numberOf = (text: string) => Number(text.replace('−', '-').replace('+', ''));

/** The parts of a list of contributions, and what stands below them as their sum. */
async function partsOf(page: Page, list: number) {
	const values = await page
		.locator('#unusual li')
		.first()
		.locator('dl')
		.nth(list)
		.locator('dd')
		.allInnerTexts();
	const numbers = values.map(numberOf);
	return { parts: numbers.slice(0, -1), sum: numbers.at(-1)! };
}

test('a fall that nobody can explain: an unusual day has its ring, its n and the parts that add up to it', async ({
	page,
	problems
}) => {
	await page.goto(`${full.url}/?wait=all&brand=${QUILLBY}`);
	const first = page.locator('#unusual li').first();
	await expect(first).toContainText(/Quillby −\d+ on \w+ \d+ \w+ \d{4}, n \d+, usually [+−]?\d+/);
	await expect(first).toContainText(/Of \d+ points, \d+ came with/);
	await expect(page.locator('#sentiment-trend .plot')).toContainText(/Quillby −\d+ on/);
	await first.locator('summary').click();
	await expect(first.locator('dl')).toHaveCount(3);
	await expect(first).toContainText('with “wrapper”');
	const sums: number[] = [];
	for (const list of [0, 1, 2]) {
		const { parts, sum } = await partsOf(page, list);
		sums.push(sum);
		// Each printed number is off by up to a twentieth of a point.
		expect(Math.abs(parts.reduce((all, part) => all + part, 0) - sum)).toBeLessThanOrEqual(
			0.05 * (parts.length + 1) + 1e-9
		);
	}
	expect(new Set(sums).size).toBe(1);
	expect(problems).toEqual([]);
});

test('the reason needs no script: the platforms stand in the page, and the messages of the day are a link', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${full.url}/?wait=all&brand=${QUILLBY}`);
	const first = page.locator('#unusual li').first();
	await first.locator('summary').click();
	await expect(first.locator('dd').last()).toBeVisible();
	await first.getByRole('link', { name: 'Read the messages' }).click();
	await expect(page).toHaveURL(new RegExp(`/messages\\?brand=${QUILLBY}&from=(\\S+)&to=\\1`));
	await context.close();
});

test('false alarms from tiny counts: a brand with few messages a day is never called unusual', async ({
	page
}) => {
	await page.goto(`${full.url}/?wait=all&brand=8&range=90d`);
	await expect(page.locator('#sentiment-trend figure').first()).toBeVisible();
	await expect(page.locator('#unusual')).toHaveCount(0);
});

test('the share of voice of all brands is 100.0 in every column, and each brand has its count beside it', async ({
	page
}) => {
	await page.goto(`${full.url}/?wait=all`);
	const rows = page.locator('#share-of-voice tbody tr');
	await expect(rows).toHaveCount(8);
	for (const column of [0, 1, 2]) {
		const shares = await rows.locator(`td:nth-of-type(${column + 1}) b`).allInnerTexts();
		expect(shares.reduce((sum, share) => sum + Number(share) * 10, 0)).toBeCloseTo(1000, 6);
		await expect(page.locator('#share-of-voice tfoot td').nth(column)).toContainText('100.0');
	}
	await expect(page.locator('#share-of-voice')).toContainText('platform mix of all brands together');
});

test('several brands on one chart are a tangle: each has a chart of its own, on the same axes', async ({
	page,
	problems
}) => {
	await page.goto(`${full.url}/?wait=all`);
	await page.getByRole('link', { name: 'One each' }).click();
	await expect(page).toHaveURL(/chart=multiples/);
	const charts = page.locator('#sentiment-trend figure');
	await expect(charts).toHaveCount(8);
	const labels = (index: number) =>
		charts
			.nth(index)
			.locator('.plot svg text')
			.filter({ hasText: /^[+−]?\d+$/ })
			.allTextContents();
	await charts.first().scrollIntoViewIfNeeded();
	await expect.poll(async () => (await labels(0)).length).toBeGreaterThan(2);
	await expect.poll(async () => (await labels(1)).join()).toBe((await labels(0)).join());
	expect(problems).toEqual([]);
});

test('for a single brand there is no share of voice, and no switch to charts of their own', async ({
	page
}) => {
	await page.goto(`${full.url}/?wait=all&brand=${QUILLBY}`);
	await expect(page.locator('#coverage figure')).toBeVisible();
	await expect(page.locator('#share-of-voice')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'One each' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`unusual days, shares and small charts have nothing that axe finds, and nothing runs off a phone (${colorScheme})`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme });
		for (const width of [1440, 360]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`${full.url}/?wait=all&chart=multiples`);
			await page.locator('#unusual summary').first().click();
			expect(await axeFindings(page)).toEqual([]);
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(overflow).toBeLessThanOrEqual(0);
		}
	});
}
