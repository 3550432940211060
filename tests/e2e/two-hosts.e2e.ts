import { expect, test as base, type Page } from '@playwright/test';
import { startUndertone, type Undertone } from '../support/undertone';

const LINKS = [
	'/?wait=all&range=28d',
	'/?wait=all&brand=3&range=7d&scale=hour&q=taste',
	'/?wait=all&type=ads&range=90d'
];

/** Two servers: the second has the first as its Community API. */
const test = base.extend<{ first: Undertone; second: Undertone }>({
	// eslint-disable-next-line no-empty-pattern
	first: async ({}, use) => {
		const app = await startUndertone();
		await use(app);
		await app.stop();
	},
	second: async ({ first }, use) => {
		const address = first.url.replace('localhost', '127.0.0.1');
		const app = await startUndertone({
			COMMUNITY_API_URL: `${address}/api`,
			COMMUNITY_AUTH_URL: `${address}/api/self`,
			COMMUNITY_API_TOKEN: 'x',
			UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
		});
		await use(app);
		await app.stop();
	}
});

test.setTimeout(180_000);

/** Campaigns and annotations are each server's own records and no part of the API, so the days of one name them alone. */
const NOTES = /, (?:Slow Mornings|Bare Weeks|Bubble or Brew|New wrapper|Report on microplastics)/g;

async function numbersOf(page: Page, url: string): Promise<string> {
	await page.goto(url);
	await expect(page.locator('#keywords')).toBeVisible();
	const shown = await page.locator('main').evaluate((main) => {
		const cells = [...main.querySelectorAll('h1, dl dd, td, tbody th')];
		return cells.map((cell) => cell.textContent?.trim()).join('|');
	});
	return shown.replace(NOTES, '');
}

test('a second Undertone shows the same numbers on the same link, and keeps them when the first ends', async ({
	page,
	first,
	second
}) => {
	for (const link of LINKS) {
		const expected = await numbersOf(page, first.url + link);
		expect(expected).toMatch(/\d/);
		expect(await numbersOf(page, second.url + link)).toBe(expected);
	}
	const before = await numbersOf(page, second.url + LINKS[0]);
	await first.stop();
	expect(await numbersOf(page, second.url + LINKS[0])).toBe(before);
});

test('an upstream that cannot be reached becomes a state of the page, never a crash or a zero', async ({
	page,
	first,
	second
}) => {
	await first.stop();
	await page.goto(second.url);
	await expect(page.locator('main')).toContainText('The Community API could not be reached.');
	await expect(page.locator('main')).not.toContainText('0 %');
	expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
});
