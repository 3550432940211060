import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { answerJson } from '../support/fake-upstream';
import { askingOf, brandsOf, endpointOf, startSlowHost, type SlowHost } from '../support/slow-host';
import { movedClock, startUndertone, type Undertone } from '../support/undertone';
import { drawingOf, reveal } from './autumn';
import { axeFindings, expect, test as base } from './fixtures';

const BRANDS = ['Alder', 'Birch', 'Cedar'];
/** Far from any day on which this may run, so that no clock of the host's is taken for it. */
const DATE = '2031-05-14T09:30:00Z';
const LINK = '/?range=7d';

const test = base.extend<{ host: SlowHost; view: Undertone }>({
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => {
		const host = await startSlowHost(BRANDS, 0);
		await use(host);
		await host.close();
	},
	view: async ({ host }, use) => {
		const app = await startUndertone({ ...askingOf(host), ...movedClock(DATE) });
		await use(app);
		// A server that ends waits for the calls that it has sent.
		host.letGo();
		await app.stop();
	}
});

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

type Call = Parameters<typeof endpointOf>[0];
const asks = (endpoint: string) => (call: Call) => endpointOf(call) === endpoint;
const isVolume = asks('volume_time_series');
const isSentiment = asks('sentiment_time_series');

const panel = (page: Page, id: string) => page.locator(`#${id}`);
const figureOf = (page: Page, id: string) => panel(page, id).locator('figure');
const refuse = (status: number, headers: Record<string, string> = {}) =>
	answerJson({ code: 'refused' }, status, headers);

test('one failing question takes the whole page: its panel names the question and the brand, the others stand', async ({
	page,
	host,
	view
}) => {
	host.answerBy((call) => (isVolume(call) ? refuse(500) : null));
	await page.goto(`${view.url}${LINK}&brand=2`);
	const notice = panel(page, 'volume-trend').locator('.notice');
	await expect(notice).toContainText('Volume by type could not be loaded');
	await expect(notice).toContainText('The Community API failed.');
	await expect(notice).toContainText('Asked for Birch, 8 – 14 May 2031.');
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	await expect(figureOf(page, 'sentiment-split')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch');
	await expect(page.locator('main')).not.toContainText('Infinity');
	expect(await axeFindings(page)).toEqual([]);

	host.answerBy(null);
	view.skipTwoMinutes();
	await notice.getByRole('link', { name: 'Try again' }).click();
	await expect(figureOf(page, 'volume-trend')).toBeVisible();
});

test('“None” is read as no brands: where the host does not tell them the filter says so, and a choice loses none', async ({
	page,
	host
}) => {
	host.answerBy(() => refuse(503));
	const app = await startUndertone({ ...askingOf(host), ...movedClock(DATE) });
	await page.goto(`${app.url}${LINK}&brand=2&wait=all`);
	const filters = page.getByRole('form', { name: 'Filters' });
	const brands = filters.locator('summary', { hasText: 'Brands' });
	await expect(brands).toContainText('Not loaded');
	await expect(filters).not.toContainText('None');
	await brands.click();
	await expect(filters).toContainText('The host did not say which brands there are');
	await expect(filters.getByRole('link', { name: 'Ask again' })).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);

	host.answerBy(null);
	app.skipTwoMinutes();
	await filters.locator('summary', { hasText: 'Sentiment' }).click();
	await filters.getByRole('checkbox', { name: 'negative' }).check();
	await filters.getByRole('button', { name: 'Show', exact: true }).click();
	await expect(page).toHaveURL(/brand=2.*sentiment=negative/);
	await expect(async () => {
		await page.reload();
		await expect(brands).toContainText('Birch', { timeout: 2_000 });
	}).toPass();
	await app.stop();
});

test('one brand that fails falsifies the others: it is left out by name, and is no zero', async ({
	page,
	host,
	view
}) => {
	host.answerBy((call) => (isSentiment(call) && brandsOf(call).includes(2) ? refuse(500) : null));
	await page.goto(view.url + LINK);
	await expect(panel(page, 'sentiment-trend')).toContainText('Without Birch, which could not be loaded.');
	await expect(panel(page, 'sentiment-trend').locator('figure ul li')).toHaveCount(2);
	await expect(panel(page, 'sentiment-split')).toContainText('Birch');
});

test('“too many requests” reads like a crash: a ring counts down, and the panel asks again by itself', async ({
	page,
	host,
	view
}) => {
	host.hold(isVolume);
	await page.goto(view.url + LINK, { waitUntil: 'commit' });
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	await expect(figureOf(page, 'sentiment-split')).toBeVisible();
	host.answerBy((call) => (isVolume(call) ? refuse(429, { 'retry-after': '6' }) : null));
	host.letGo();
	const limited = panel(page, 'volume-trend');
	await expect(limited.locator('.ring')).toBeVisible();
	await expect(limited).toContainText('The minute’s budget of the Community API is used up.');
	await expect(limited.getByText(/^Asking again in [1-5] seconds?$/).first()).toBeVisible();
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	host.answerBy(null);
	await expect(figureOf(page, 'volume-trend')).toBeVisible();
	await expect(limited.locator('.ring')).toHaveCount(0);
});

test('stale numbers without “as of”: every panel has its age, and old ones say that newer could not be had', async ({
	page,
	host,
	view
}) => {
	const panels = ['sentiment-trend', 'sentiment-split', 'volume-trend', 'keywords'];
	await page.goto(`${view.url}${LINK}&wait=all`);
	for (const id of panels) await expect(panel(page, id).locator('.as-of')).toHaveText('as of 09:30');
	const table = await panel(page, 'volume-trend').locator('details tbody').textContent();

	host.answerBy(() => refuse(503));
	view.skipTwoMinutes();
	await page.goto(`${view.url}${LINK}&wait=all`);
	await expect(async () => {
		await page.reload();
		for (const id of panels) {
			const sentence = panel(page, id).getByText('Numbers from 09:30. Newer ones could not be fetched.');
			await expect(sentence).toBeVisible({ timeout: 2_000 });
		}
	}).toPass();
	await expect(panel(page, 'volume-trend').locator('.picture').first()).toHaveCSS('opacity', '0.45');
	expect(await panel(page, 'volume-trend').locator('details tbody').textContent()).toBe(table);
	const file = await (await page.request.get(`${view.url}/export/volume-trend.csv?range=7d`)).text();
	expect(file).toContain('# Stale: newer numbers were asked for and could not be had.');

	host.answerBy(null);
	view.skipTwoMinutes();
	await expect(async () => {
		await page.reload();
		await expect(panel(page, 'volume-trend').locator('.as-of')).toHaveText('as of 09:34', { timeout: 2_000 });
	}).toPass();
	await expect(page.locator('main')).not.toContainText('could not be fetched');
});

test('a refresh empties the page: “Refresh” of a panel keeps the old numbers until the new ones are there', async ({
	page,
	host,
	view
}) => {
	await page.goto(view.url + LINK);
	await expect(drawingOf(page, '#sentiment-trend')).toBeVisible();
	const before = host.calls.length;
	view.skipTwoMinutes();
	host.hold(() => true);
	await panel(page, 'volume-trend')
		.getByRole('button', { name: /^Export and more/ })
		.click();
	await page.getByRole('menuitem', { name: 'Refresh' }).click();
	await expect.poll(() => host.calls.length).toBeGreaterThan(before);
	await expect(figureOf(page, 'volume-trend')).toBeVisible();
	await expect(page.locator('.skeleton')).toHaveCount(0);
	host.letGo();
	await expect(async () => {
		await panel(page, 'volume-trend')
			.getByRole('button', { name: /^Export and more/ })
			.click();
		await page.getByRole('menuitem', { name: 'Refresh' }).click();
		await expect(panel(page, 'volume-trend').locator('.as-of')).toHaveText('as of 09:32', { timeout: 2_000 });
	}).toPass();
});

test('missing is drawn as zero: days that the host left out are a hatched gap with its reason, and an empty cell', async ({
	page,
	host,
	view
}) => {
	host.beSilentAt(Date.UTC(2031, 4, 10), Date.UTC(2031, 4, 11));
	for (const chart of ['line', 'stacked']) {
		await page.goto(`${view.url}${LINK}&chart=${chart}`);
		for (const id of ['sentiment-trend', 'volume-trend']) {
			await reveal(page, `#${id}`);
			const drawing = drawingOf(page, `#${id}`);
			await expect(drawing.getByText('No data, 10 – 11 May 2031')).toBeVisible();
			await expect(drawing.locator('path[fill="url(#hatch)"]')).toHaveCount(1);
			await expect(panel(page, id).getByText('no data: the host sent nothing for this time')).toBeVisible();
			const rows = await panel(page, id).locator('details tbody tr').allTextContents();
			expect(rows[2]).toMatch(/^\s*Sat 10 May 2031, no data[\s–]+$/);
			expect(rows[4]).not.toContain('–');
		}
	}
	const text = await (await page.request.get(`${view.url}/export/volume-trend.csv?range=7d`)).text();
	const rows = parse(text, { bom: true, comment: '#', columns: true }) as Record<string, string>[];
	const empty = rows.filter(({ count }) => count === '').map((row) => row.bucket_start!.slice(0, 10));
	expect([...new Set(empty)]).toEqual(['2031-05-10', '2031-05-11']);
});
