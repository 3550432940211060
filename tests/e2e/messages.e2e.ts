import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { importRows, type ImportedRow } from '../support/imported';
import { movedClock } from '../support/undertone';
import { NOW } from './autumn';
import { axeFindings, expect, testOver } from './fixtures';

const MINUTE = 60_000;
const BRANDS = ['Alder', 'Birch'];
const TYPES = ['TIKTOK_COMMENT', 'INSTAGRAM_ADS_COMMENT', 'FACEBOOK_CONVERSATION', 'YOUTUBE_COMMENT'];
const MOODS = ['positive', 'negative', 'neutral', 'negative', 'positive'];
const HOSTILE =
	'<img src=x onerror="document.title=\'owned\'"> delivery </mark><script>document.title="owned"</script>';
const TEXTS = [
	'the taste is lovely',
	'Delivery was far too late',
	HOSTILE,
	'=HYPERLINK("https://evil.example","delivery")',
	'ＤＥＬＩＶＥＲＹ, far\ntoo late; https://shop.example/delivery'
];

/** A message of the list by its place: the newest is the first. No two of type, mood and words keep step. */
function rowAt(index: number, more: Partial<ImportedRow> = {}): ImportedRow {
	return {
		id: `m-${index}`,
		brand: BRANDS[index % BRANDS.length]!,
		type: TYPES[index % TYPES.length]!,
		text: TEXTS[index % TEXTS.length]!,
		sentiment: MOODS[(index * 3) % MOODS.length]!,
		created_at: new Date(Date.parse(NOW) - (index + 60) * 7 * MINUTE).toISOString(),
		author: index % 7 === 0 ? '=1+1' : 'someone',
		tags: ['-urgent'],
		...more
	};
}
const ROWS = Array.from({ length: 640 }, (_, index) => rowAt(index));

const test = testOver(ROWS, NOW);

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

const rowsOf = (page: Page) => page.locator('#messages ol[data-walked] > li');
const idsIn = (page: Page) => rowsOf(page).evaluateAll((rows) => rows.map((row) => row.id));
const numberIn = (text: string | null) => Number((text ?? '').replace(/,/g, '').match(/\d+/)?.[0]);
const totalOf = async (page: Page) => numberIn(await page.locator('#messages-title').textContent());
const walkedTo = (page: Page) => page.locator('#messages li:focus');

/** Keys are of use once the page is. */
async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(rowsOf(page).first()).toBeVisible();
	await page.waitForFunction(() => !document.querySelector('#messages header details'));
}

test('whoever works through a day of messages without a mouse reads, opens and leaves each by keys alone', async ({
	page,
	problems
}) => {
	await open(page, '/messages?brand=1');
	const ids = await idsIn(page);
	const at = (index: number) => expect(walkedTo(page)).toHaveAttribute('id', ids[index]!);
	await page.keyboard.press('j');
	await at(0);
	await page.keyboard.press('j');
	await page.keyboard.press('ArrowDown');
	await at(2);
	await page.keyboard.press('k');
	await at(1);
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await at(0);
	await page.keyboard.press('j');
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog');
	await expect(panel.locator('li[aria-current="true"]')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await at(1);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toContainText('Next message');
	await expect(page.getByRole('dialog')).not.toContainText('Opens the keywords');
	await page.getByRole('switch').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('j');
	await at(1);
	await page.keyboard.press('ArrowDown');
	await at(2);
	expect(problems).toEqual([]);
});

test('direct messages drown among comments: each kind has its count and a direct switch', async ({
	page
}) => {
	await open(page, '/messages?brand=1&brand=2');
	const kinds = page.getByRole('navigation', { name: 'Kinds of messages' });
	const countOf = async (name: RegExp) => numberIn(await kinds.getByRole('link', { name }).textContent());
	const all = await totalOf(page);
	const parts = [await countOf(/^Comments/), await countOf(/^Ad comments/), await countOf(/^Direct/)];
	expect(parts).toEqual([320, 160, 160]);
	expect(await countOf(/^All/)).toBe(all);
	await kinds.getByRole('link', { name: /^Direct/ }).click();
	await expect(page).toHaveURL(/type=dms/);
	await expect(page.locator('#messages-title')).toHaveText(`${parts[2]} messages`);
	await expect(rowsOf(page).filter({ hasNotText: 'direct message' })).toHaveCount(0);
	expect(await countOf(/^Comments/)).toBe(parts[0]);
	await kinds.getByRole('link', { name: /^All/ }).click();
	await expect(page.locator('#messages-title')).toHaveText(`${all} messages`);
});

test('one cannot see why a message was found: what the filter found is marked, as text and nothing else', async ({
	page,
	problems
}) => {
	await open(page, '/messages?q=delivery,too late');
	const texts = rowsOf(page).locator('.text');
	for (const text of await texts.all()) expect(await text.locator('mark').count()).toBeGreaterThan(0);
	const marks = new Set(await page.locator('#messages mark').allTextContents());
	expect(marks).toEqual(new Set(['Delivery', 'delivery', 'ＤＥＬＩＶＥＲＹ', 'too late']));
	await expect(texts.filter({ hasText: 'shop.example' }).first()).toContainText(
		'https://shop.example/delivery'
	);
	await expect(texts.filter({ hasText: '<img' }).first()).toContainText('</mark><script>');
	await expect(page.locator('#messages').locator('img, script')).toHaveCount(0);
	await expect(page).not.toHaveTitle(/owned/);
	const times = rowsOf(page).locator('time').first();
	await expect(times).toHaveAttribute('title', 'Time in UTC');
	await expect(rowsOf(page).first()).toContainText(/\d+ (minutes|hours|days) ago/);
	expect(problems).toEqual([]);
});

test('a link to a message fails once newer ones pushed it to another page: it is found, marked, and that is said', async ({
	page
}) => {
	await open(page, '/messages?page=4');
	const id = (await idsIn(page))[20]!;
	await open(page, `/messages?message=${id.replace('message-', '')}`);
	const opened = page.locator('#messages li[aria-current="true"]');
	await expect(opened).toHaveAttribute('id', id);
	await expect(opened).toBeInViewport();
	await expect(opened).toContainText('The message of this link');
	await expect(page.locator('#messages')).toContainText('is on page 4 by now');
	await expect(page.locator('#messages ol')).toHaveAttribute('start', '151');
});

test('a list that is read on repeats messages when new ones come: each stands once, and the page stays light', async ({
	page,
	app
}) => {
	await open(page, '/messages?brand=1');
	const total = await totalOf(page);
	const before = await idsIn(page);
	const late = Array.from({ length: 30 }, (_, index) =>
		rowAt(2 * index, {
			id: `late-${index}`,
			brand: 'Alder',
			created_at: new Date(Date.parse(NOW) - (40 - index) * MINUTE).toISOString()
		})
	);
	await importRows(app.dataDirectory, late, movedClock(NOW));
	await page.getByRole('button', { name: 'Show more' }).click();
	const seen = new Set(before);
	const places = new Map<string, string>();
	const look = async () => {
		const rows = await rowsOf(page).evaluateAll((all) =>
			all.map((row) => [row.id, row.getAttribute('aria-posinset')!] as const)
		);
		expect(rows.length).toBeLessThanOrEqual(60);
		for (const [rowId, place] of rows) {
			expect(places.get(rowId) ?? place).toBe(place);
			places.set(rowId, place);
			seen.add(rowId);
		}
	};
	await expect(async () => {
		await page.mouse.move(400, 500);
		await page.mouse.wheel(0, 1_200);
		await page.waitForTimeout(30);
		await look();
		expect(seen.size).toBe(total);
	}).toPass({ intervals: [0], timeout: 90_000 });
	expect(new Set(places.values()).size).toBe(places.size);
	await expect(page.locator('#messages')).toContainText(`${total} of`);
});

test('nobody knows what waits until the list is opened: a saved filter has its count on the start page', async ({
	page,
	problems
}) => {
	await page.goto('/');
	await expect(page.locator('#saved-filters')).toContainText('No message filter is saved.');
	await open(page, '/messages?q=delivery&sentiment=negative&closed=false');
	const total = await totalOf(page);
	expect(total).toBeGreaterThan(20);
	await page.getByRole('link', { name: 'Save view', exact: true }).click();
	const name = 'Delivery <b>negative</b>';
	await page.getByRole('dialog').getByLabel('Name').fill(name);
	await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('dialog').getByRole('button', { name: 'Save view' })).toBeHidden();
	await page.goto('/?wait=all');
	const filter = page.locator('#saved-filters').getByRole('link', { name });
	await expect(filter.locator('b')).toHaveText(String(total));
	await expect(page.locator('#saved-filters bdi b')).toHaveCount(0);
	expect(await axeFindings(page, ['#saved-filters'])).toEqual([]);
	await filter.click();
	await expect(page.locator('#messages-title')).toHaveText(`${total} messages`);
	await page.goto('/saved');
	await expect(page.getByRole('link', { name })).toBeVisible();
	expect(problems).toEqual([]);
});

test('a help desk gets the page and not the list: every file has all messages of the filter, in its order, as they were written', async ({
	page
}) => {
	await open(page, '/messages?q=delivery&brand=1');
	const total = await totalOf(page);
	expect(total).toBeGreaterThan(50);
	await page
		.locator('#messages')
		.getByRole('button', { name: /^Export and more/ })
		.click();
	const textOf = async (entry: string) => {
		const address = await page.getByRole('menuitem', { name: entry }).getAttribute('href');
		return (await page.request.get(address!)).text();
	};
	const started = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: 'Download NDJSON' }).click();
	const file = await readFile(await (await started).path(), 'utf8');
	const lines = file.trim().split('\n');
	const written = lines.map((line) => JSON.parse(line) as { id: number; text: string; author: string });
	const ids = written.map(({ id }) => String(id));
	expect(ids).toHaveLength(total);
	expect((await idsIn(page)).map((id) => id.replace('message-', ''))).toEqual(ids.slice(0, 50));
	await page
		.locator('#messages')
		.getByRole('button', { name: /^Export and more/ })
		.click();
	const read = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];
	const tickets = read(await textOf('Tickets for Zendesk (CSV)'));
	const cases = read(await textOf('Cases for Salesforce (CSV)'));
	expect(tickets.map((ticket) => ticket.external_id)).toEqual(ids);
	expect(cases.map((one) => one.Subject)).toEqual(tickets.map((ticket) => ticket.subject));
	const beginnings = written.map(({ text, author }) => [`${text}\n\n`, author]);
	const textAnd = (description = '', name = '') => [
		description.slice(0, description.indexOf('\n\n') + 2),
		name
	];
	expect(tickets.map(({ description, requester }) => textAnd(description, requester))).toEqual(beginnings);
	expect(cases.map((one) => textAnd(one.Description, one.SuppliedName))).toEqual(beginnings);
	expect(beginnings.flat()).toContain('=1+1');
});

test('without scripts the kinds, the pages and the files of a list are links, and all rows of a page stand there', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${app.url}/messages?wait=all`);
	await expect(rowsOf(page)).toHaveCount(50);
	await page.locator('#messages header summary').click();
	await expect(page.getByRole('link', { name: 'Tickets for Zendesk (CSV)' })).toBeVisible();
	await page.getByRole('link', { name: /^Ad comments/ }).click();
	await expect(page.locator('#messages-title')).toHaveText('160 messages');
	await page.getByRole('link', { name: 'Next page' }).click();
	await expect(page.locator('#messages ol')).toHaveAttribute('start', '51');
	await context.close();
});

for (const width of [1440, 360]) {
	test(`axe finds nothing in the kinds and the walked rows at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await open(page, '/messages?brand=1');
		await page.keyboard.press('j');
		await expect(walkedTo(page)).toHaveCount(1);
		expect(await axeFindings(page, ['#messages'])).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
	});
}
