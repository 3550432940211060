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
			UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on',
			UNDERTONE_REPLIES: 'on'
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

/** A thread as a page shows it: who wrote what, without the age of the answer. */
async function threadOf(page: Page, url: string): Promise<string[]> {
	await page.goto(url);
	await expect(page.locator('#thread li[aria-current="true"]')).toBeVisible();
	const items = await page.locator('#thread ol').first().locator('li').allInnerTexts();
	return items.map((text) => text.replace(/\s+/g, ' ').trim());
}

test('a message is answered through the second Undertone: list, thread, reply, tag and closing are those of the first', async ({
	page,
	first,
	second
}) => {
	// Days that are over, so that nothing comes in between the two looks.
	const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
	const types = 'INSTAGRAM_CONVERSATION';
	const open = `brand_id=3&limit=1&types=${types}&is_closed=false&source_updated_before=${dayBefore(1)}`;
	const asked = `${first.url}/api/community_interactions?${open}`;
	const { data } = (await (await page.request.get(asked)).json()) as { data: { id: number; text: string }[] };
	const link = `/messages?brand=3&from=${dayBefore(6)}&to=${dayBefore(1)}&type=${types}&message=${data[0]!.id}&wait=all`;
	const before = await threadOf(page, first.url + link);
	const listed = await page.locator('#messages ol > li .text').allInnerTexts();
	expect(await threadOf(page, second.url + link)).toEqual(before);
	expect(await page.locator('#messages ol > li .text').allInnerTexts()).toEqual(listed);

	const thread = page.locator('#thread');
	await thread.locator('summary', { hasText: 'Tags' }).click();
	await thread.getByLabel('Add a tag').fill('Through two');
	await thread.getByRole('button', { name: 'Add', exact: true }).click();
	await thread.getByRole('button', { name: 'Make the tag Through two' }).click();
	await expect(thread.locator('li[aria-current="true"]')).toContainText('Through two');
	await thread.getByLabel('Your reply').fill('Sent through two.');
	await thread.getByRole('button', { name: 'Reply and close' }).click();
	await expect(thread.locator('li.sent')).toContainText('The thread was closed.');
	const after = await threadOf(page, first.url + link);
	expect(after).toHaveLength(before.length + 1);
	expect(after.filter((text) => text.includes('Sent through two.'))).toHaveLength(1);
	const own = page.locator('#thread li[aria-current="true"]');
	await expect(own).toContainText('Through two');
	await expect(own).toContainText('closed');
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
