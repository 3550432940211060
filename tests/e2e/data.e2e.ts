import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { startUndertone, type Undertone } from '../support/undertone';
import { axeFindings, expect, faintColours, test } from './fixtures';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/reviews.csv');
const MEANINGS = [
	['5 stars', 'positive'],
	['4 stars', 'positive'],
	['3 stars', 'neutral'],
	['2 stars', 'negative'],
	['1 star', 'negative']
] as const;

/** Each journey imports into a store of its own: the demo of the other tests stays as it is. */
let own: Undertone;

test.beforeAll(async () => {
	own = await startUndertone({ UNDERTONE_DEMO: 'off' });
});

test.afterAll(() => own.stop());

async function chooseFile(page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
	await page.goto(`${own.url}/data`);
	await page.locator('input[type=file]').setInputFiles(file);
	await page.waitForURL(/\/data\/uploads\//);
	await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible();
}

const csv = (name: string, lines: string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(['brand,type,text,created_at', ...lines, ''].join('\n'))
});

/** One of the facts of a list of names and values. */
const fact = (page: Page, name: string) =>
	page
		.locator('dl.facts > div')
		.filter({ has: page.getByText(name, { exact: true }) })
		.locator('dd');

/** A limit for a machine that has much else to do; every step waits for a state and not for a time. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('stale numbers without an “as of”: every panel of the data says when it was asked, and every brand how fresh it is', async ({
	page
}) => {
	// The demo of the other tests, whose newest message is some minutes old.
	await page.goto('/data?wait=all');
	await expect(page.locator('h1')).toContainText(/Newest message .* ago/);
	for (const panel of ['brands', 'aside', 'imports']) {
		await expect(page.locator(`#${panel} .as-of`)).toHaveText(/as of \d\d:\d\d/);
	}
	const brands = page.locator('#brands tbody tr');
	await expect(brands).toHaveCount(8);
	for (const brand of await brands.all()) await expect(brand).toContainText(/ago\s*\d+ \w+ \d{4}, \d\d:\d\d/);
});

test('an empty store says what to do instead of showing empty charts', async ({ page, problems }) => {
	await page.goto(`${own.url}/data`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Import a file');
	await expect(fact(page, 'Calls left this minute')).toContainText('None is spent');
	expect(await axeFindings(page)).toEqual([]);
	expect(problems).toEqual([]);
});

test('an export with columns of its own is mapped and imported by hand, and its brands are on the overview without a restart', async ({
	page,
	problems
}) => {
	await chooseFile(page, EXAMPLE);
	await expect(page.getByLabel('Column of Brand')).toHaveValue('1');
	await expect(page.getByText('6 of all 61 rows would enter').first()).toBeVisible();
	for (const [label, meaning] of MEANINGS) {
		await page.getByLabel(`Meaning of ${label}`).selectOption(meaning);
	}
	await expect(page.getByText('50 of all 61 rows would enter').first()).toBeVisible();
	await expect(page.getByText(/^3 new brands, .*Koru & Pine.*\. Each gets a place of its own/)).toBeVisible();
	await expect(page.getByRole('cell', { name: '4 May 2026, 06:12 UTC' })).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);

	await page.reload();
	await expect(page.getByText('50 of all 61 rows would enter').first()).toBeVisible();
	await expect(page.getByLabel('Meaning of 5 stars')).toHaveValue('positive');

	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'The file is imported' })).toBeVisible();
	await expect(fact(page, 'Read')).toHaveText('61');
	// Review 1006 stands twice in the file.
	await expect(fact(page, 'New')).toHaveText('49');
	await expect(fact(page, 'There already')).toHaveText('1');
	await expect(fact(page, 'Set aside')).toHaveText('11');
	expect(await axeFindings(page)).toEqual([]);

	// The file is of May: the usual 28 days would be empty.
	const overview = page.getByRole('link', { name: 'Open the overview' });
	await expect(overview).toHaveAttribute('href', /[?&]to=2026-05-/);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download the report' }).click();
	const report = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { read: number };
	expect(report).toMatchObject({ read: 61, new: 49, updated: 0, duplicate: 1 });

	await page.goto(`${own.url}/data`);
	await page.getByRole('link', { name: 'Tidal Outdoor' }).click();
	await expect(page).toHaveURL(/[?&]to=2026-05-/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('14 rated messages');
	await page.goto(`${own.url}/?from=2026-05-01&to=2026-05-31`);
	for (const brand of ['Fernway Cosmetics', 'Tidal Outdoor', 'Koru & Pine']) {
		await expect(page.locator('main')).toContainText(brand);
	}
	expect(problems).toEqual([]);
});

test('the same file again changes nothing', async ({ page }) => {
	await chooseFile(page, EXAMPLE);
	for (const [label, meaning] of MEANINGS) {
		await page.getByLabel(`Meaning of ${label}`).selectOption(meaning);
	}
	await expect(page.getByText('50 of all 61 rows would enter').first()).toBeVisible();
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(fact(page, 'There already')).toHaveText('50');
	await expect(fact(page, 'New')).toHaveText('0');
	await page.goto(`${own.url}/data/set-aside`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('11 rows are set aside.');
});

test('a row that did not fit is not lost: it is mended by hand and counted', async ({ page, problems }) => {
	await page.goto(`${own.url}/data`);
	const brand = page.getByRole('row').filter({ hasText: 'Koru & Pine' });
	const before = Number(await brand.getByRole('cell').nth(1).innerText());
	await page.getByRole('link', { name: /The time has no time zone/ }).click();
	await page.getByRole('link', { name: 'Mend line 57 of reviews.csv' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Line 57 of reviews.csv');
	expect(await axeFindings(page)).toEqual([]);
	const created = page.getByLabel('Created');
	await expect(created).toHaveValue('2026-05-09 09:10:00');
	await expect(created).toHaveAttribute('aria-invalid', 'true');
	// Seen as well as told: the ring of a wrong field is twice that of the others.
	await expect(created).toHaveCSS('box-shadow', /\b2px inset/);

	await created.fill('9 May');
	await page.getByRole('button', { name: 'Retry this row' }).click();
	await expect(page.getByRole('alert')).toContainText('It does not fit yet.');
	await expect(created).toHaveValue('9 May');

	await created.fill('2026-05-09T09:10:00+12:00');
	await page.getByRole('button', { name: 'Retry this row' }).click();
	await expect(
		page.getByRole('status').filter({ hasText: 'The row is in: a new interaction.' })
	).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('10 rows are set aside.');
	await page.goto(`${own.url}/data`);
	await expect(brand.getByRole('cell').nth(1)).toHaveText(String(before + 1));
	expect(problems).toEqual([]);
});

test('all rows of one reason are tried again at once after one change, without scripts too', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${own.url}/data/set-aside`);
	await page.getByRole('link', { name: /The label "6 stars" has no meaning/ }).click();
	await page.getByLabel('“6 stars” means').selectOption('positive');
	await page.getByRole('button', { name: 'Retry 1 row' }).click();
	await expect(page.getByRole('status').filter({ hasText: '1 row is in.' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('9 rows are set aside.');
	await context.close();
});

test('a time format that cannot be used is named beside its field, and no row is touched', async ({
	page
}) => {
	await page.goto(`${own.url}/data/set-aside`);
	await page.getByRole('link', { name: /day or month may come first/ }).click();
	await page.getByLabel('Time format').fill('dd/MM');
	await page.getByRole('button', { name: 'Retry 1 row' }).click();
	await expect(page.getByRole('alert')).toContainText('The time format "dd/MM" has no year');
	await expect(page.getByLabel('Time format')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Time format').fill('dd/MM/yyyy HH:mm');
	await page.getByLabel('Time zone of times').fill('Europe/Berlin');
	await page.getByRole('button', { name: 'Retry 1 row' }).click();
	await expect(page.getByRole('status').filter({ hasText: '1 row is in.' })).toBeVisible();
});

test('rows set aside are taken out as CSV that no spreadsheet computes, and are deleted only after a question', async ({
	page
}) => {
	await page.goto(`${own.url}/data/set-aside`);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download as CSV' }).click();
	const text = await readFile(await (await download).path(), 'utf8');
	const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
	expect(rows).toHaveLength(8);
	expect(rows.find(({ line }) => line === '59')).toMatchObject({
		...{ file: 'reviews.csv', reason: 'brand is empty', comment: 'A comment without a brand' }
	});

	await page.getByRole('link', { name: /The text is not UTF-8/ }).click();
	await expect(page.getByRole('button', { name: 'Delete for good' })).toBeHidden();
	await page.getByText('Delete 1 row').click();
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await expect(page.getByRole('status').filter({ hasText: '1 row is deleted.' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 rows are set aside.');
	expect(await axeFindings(page)).toEqual([]);
});

test('a large file goes on where it was after the tab was closed in the middle of it', async ({
	page,
	context
}) => {
	const words = 'what a lovely long comment about this. '.repeat(20);
	const lines = Array.from(
		{ length: 2_500 },
		(_, at) => `Large,TIKTOK_COMMENT,${words}${at},2026-05-0${(at % 9) + 1}T10:00:00Z`
	);
	const path = join(own.dataDirectory, 'large.csv');
	await writeFile(path, ['brand,type,text,created_at', ...lines, ''].join('\n'));
	let parts = 0;
	await page.route('**/part', async (route) => {
		parts += 1;
		if (parts > 2) await route.abort();
		else await route.continue();
	});
	await page.goto(`${own.url}/data`);
	await page.locator('input[type=file]').setInputFiles(path);
	await page.waitForURL(/\/data\/uploads\//);
	await expect(page.getByText('The connection is lost')).toBeVisible();
	await expect(page.getByText(/786 KB of 2\.\d MB/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
	const address = page.url();
	await page.close();

	const other = await context.newPage();
	const sent: number[] = [];
	other.on('request', (request) => {
		if (request.url().endsWith('/part')) sent.push(Number(request.headers()['upload-offset']));
	});
	await other.goto(address);
	await expect(other.getByText('Choose large.csv again')).toBeVisible();
	await other.locator('input[type=file]').setInputFiles(path);
	await expect(other.getByText('of all 2,500 rows would enter').first()).toBeVisible();
	expect(sent[0]).toBe(2 * 384 * 1024);
	await other.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(fact(other, 'New')).toHaveText('2,500');
	await other.goto(`${own.url}/data`);
	await expect(other.getByRole('row').filter({ hasText: 'large.csv' })).toContainText('Done');
});

test('other people’s words in a file stay words, in the preview and in the list', async ({
	page,
	problems
}) => {
	const hostile = '<img src=x onerror=alert(1)>';
	await chooseFile(
		page,
		csv('hostile.csv', [
			`Acme,TIKTOK_COMMENT,${hostile},2026-05-01T10:00:00Z`,
			`Acme,${hostile},x,2026-05-01T10:00:00Z`
		])
	);
	await expect(page.getByText(hostile).first()).toBeVisible();
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await page.getByRole('link', { name: 'See the rows set aside' }).click();
	await expect(page.getByText(hostile).first()).toBeVisible();
	await expect(page.locator('img')).toHaveCount(0);
	expect(problems).toEqual([]);
});

test('on a phone nothing of it scrolls sideways, and it says as of when the numbers are, in both themes', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of ['/data', '/data/set-aside']) {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(`${own.url}${path}`);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, path).toBeLessThanOrEqual(360);
		await expect(page.locator('footer').last()).toContainText(/as of \d+ \w+ \d{4}, \d\d:\d\d/);
		expect(await axeFindings(page), path).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await faintColours(page), `${path} in dark`).toEqual([]);
	}
});

test('the endpoints of an upload take nothing from another site, and nothing that is no upload', async ({
	request
}) => {
	const about = { name: 'a.csv', size: 3, modified: 1 };
	const foreign = await request.post(`${own.url}/data/uploads`, {
		data: about,
		headers: { 'sec-fetch-site': 'cross-site' }
	});
	expect(foreign.status()).toBe(403);
	const wrong = await request.post(`${own.url}/data/uploads`, { data: { ...about, name: 'a.xlsx' } });
	expect(wrong.status()).toBe(422);
	expect(await wrong.json()).toMatchObject({
		fields: ['name']
	});
	expect(((await wrong.json()) as { message: string }).message).toContain('.csv');
	const missing = await request.get(`${own.url}/data/uploads/..%2F..%2Fundertone.duckdb/state`);
	expect(missing.status()).toBe(404);
});

test('a live host shows its brands and its budget, keeps its token, and says why nothing can be imported into it', async ({
	page,
	request
}) => {
	const address = own.url.replace('localhost', '127.0.0.1');
	const live = await startUndertone({
		COMMUNITY_API_URL: `${address}/api`,
		COMMUNITY_AUTH_URL: `${address}/api/self`,
		COMMUNITY_API_TOKEN: 'very-secret-token',
		UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
	});
	await page.goto(`${live.url}/data?wait=all`);
	await expect(
		page.getByText('This server shows the live Community API, which takes no imports.')
	).toBeVisible();
	await expect(page.locator('input[type=file]')).toHaveCount(0);
	await expect(fact(page, 'Address')).toHaveText(`${address}/api`);
	await expect(fact(page, 'Calls left this minute')).toContainText(/\d+ of 900/);
	await expect(page.getByRole('row').filter({ hasText: 'Tidal Outdoor' })).toContainText('ago');
	expect(await page.content()).not.toContain('very-secret-token');
	expect(await axeFindings(page)).toEqual([]);
	const refused = await request.post(`${live.url}/data/uploads`, {
		data: { name: 'a.csv', size: 1, modified: 1 }
	});
	expect(refused.status()).toBe(404);
	await live.stop();
});
