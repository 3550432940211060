import type { Page } from '@playwright/test';
import { askingOf, brandsOf, endpointOf, startSlowHost, type SlowHost } from '../support/slow-host';
import { movedClock, startUndertone, type Undertone } from '../support/undertone';
import { expect, test as base } from './fixtures';

const BRANDS = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel'];
/** Milliseconds that the host takes for every call. */
const DELAY = 800;
const LINK = '/?compare=previous';

type Call = Parameters<typeof endpointOf>[0];

const isStatistic = (call: Call) => endpointOf(call) !== 'self' && endpointOf(call) !== 'tags';
const asks =
	(...endpoints: string[]) =>
	(call: Call) =>
		endpoints.includes(endpointOf(call));
/** A share takes its decimals from how much the days differ, so that it reads the same everywhere. */
const asksForShares = asks('sentiment_distribution_stats', 'sentiment_time_series');

const test = base.extend<{ host: SlowHost; slow: Undertone }>({
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => {
		const host = await startSlowHost(BRANDS, DELAY);
		await use(host);
		await host.close();
	},
	slow: async ({ host }, use) => {
		const app = await startUndertone({ ...askingOf(host), ...movedClock() });
		await use(app);
		// A server that ends waits for the calls that it has sent.
		host.letGo();
		await app.stop();
	}
});

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

const panel = (page: Page, id: string) => page.locator(`#${id}`);
const skeletonOf = (page: Page, id: string) => panel(page, id).locator('.skeleton');
const figureOf = (page: Page, id: string) => panel(page, id).locator('figure');

/** The page as it arrives: its document does not end before the last panel has come. */
const begin = (page: Page, address: string) => page.goto(address, { waitUntil: 'commit' });

test('a slow host means a blank page: the page stands before a single number has come, and counts the brands that are here', async ({
	page,
	host,
	slow,
	problems
}) => {
	host.hold(isStatistic);
	await begin(page, slow.url + LINK);
	await expect(page.locator('summary', { hasText: 'All eight' }).first()).toBeVisible();
	await expect(page.getByText(/^Compared with .* matched by weekday/).first()).toBeVisible();
	await expect(panel(page, 'sentiment-split')).toContainText('0 of 8 brands here, 8 to come');
	await expect(skeletonOf(page, 'sentiment-trend')).toBeVisible();
	await expect(page.locator('main figure')).toHaveCount(0);

	const isOfFirstThree = (call: Call) => brandsOf(call).length === 1 && brandsOf(call)[0]! <= 3;
	host.letGo((call) => asksForShares(call) && isOfFirstThree(call));
	await expect(panel(page, 'sentiment-split')).toContainText('3 of 8 brands here, 5 to come');
	await expect(panel(page, 'volume-trend')).toContainText('0 of 8 brands here, 8 to come');
	host.letGo();
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	expect(problems).toEqual([]);
});

test('one slow question holds up the whole page: every panel arrives as soon as its own answers are there', async ({
	page,
	host,
	slow
}) => {
	host.hold(isStatistic);
	await begin(page, slow.url + LINK);
	await expect(skeletonOf(page, 'volume-trend')).toBeVisible();

	host.letGo(asks('volume_time_series'));
	await expect(figureOf(page, 'volume-trend')).toBeVisible();
	await expect(skeletonOf(page, 'sentiment-split')).toBeVisible();

	await expect(skeletonOf(page, 'sentiment-trend')).toBeVisible();
	await expect(skeletonOf(page, 'keywords')).toBeVisible();
	await panel(page, 'sentiment-trend')
		.getByRole('button', { name: /^Export and more/ })
		.click();
	await expect(page.getByRole('menuitem', { name: 'Download CSV' })).toBeVisible();
	await expect(page.getByRole('menuitem', { name: /picture/ }), 'no picture of a spinner').toHaveCount(0);
	await page.keyboard.press('Escape');

	host.letGo(asks('sentiment_time_series'));
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	await expect(skeletonOf(page, 'sentiment-split')).toBeVisible();
	host.letGo(asks('sentiment_distribution_stats'));
	await expect(figureOf(page, 'sentiment-split')).toBeVisible();
	await expect(skeletonOf(page, 'keywords')).toBeVisible();
	host.letGo();
	await expect(panel(page, 'keywords').locator('tbody tr').first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Across eight brands');
});

test('the page jumps when a late answer comes: unusual days that are on their way have their place, and nothing moves for them', async ({
	page,
	host,
	slow
}) => {
	const today = Date.now();
	const isOfWeeksBefore = ({ body }: Call) => {
		const { source_updated_after: from } = JSON.parse(body || '{}') as { source_updated_after?: string };
		return from !== undefined && today - Date.parse(from) > 60 * 86_400_000;
	};
	const places = () =>
		page.evaluate(() =>
			['unusual-days', 'coverage', 'keywords', 'volume-trend'].map((id) => {
				const { x, y, width } = document.getElementById(id)!.getBoundingClientRect();
				return [id, x, y + scrollY, width].join(' ');
			})
		);
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 900 });
		host.hold(isOfWeeksBefore);
		// Another brand for each width, so that nothing of it has been kept.
		await begin(page, `${slow.url}/?brand=${width === 1440 ? 1 : 2}`);
		for (const id of ['coverage', 'volume-trend']) await expect(figureOf(page, id)).toBeVisible();
		await expect(panel(page, 'keywords').locator('tbody tr').first()).toBeVisible();
		await expect(skeletonOf(page, 'unusual-days')).toBeVisible();
		const before = await places();
		host.letGo();
		await expect(panel(page, 'unusual-days')).toContainText('No day stands out');
		expect(await places(), `${width} px`).toEqual(before);
	}
});

test('every visit costs the budget anew: within its time a second visit makes no call, and nothing is asked twice', async ({
	page,
	browser,
	host,
	slow
}) => {
	await page.goto(`${slow.url}${LINK}&wait=all`);
	await expect(figureOf(page, 'sentiment-trend')).toBeVisible();
	const first = host.calls.map(({ path, body }) => `${path} ${body}`);
	expect(first.length).toBeGreaterThan(BRANDS.length * 5);
	expect(new Set(first).size).toBe(first.length);
	expect(host.mostAtOnce()).toBeLessThanOrEqual(32);

	const context = await browser.newContext();
	const other = await context.newPage();
	for (const view of [page, other]) {
		await view.goto(slow.url + LINK);
		for (const id of ['sentiment-trend', 'volume-trend', 'sentiment-split']) {
			await expect(figureOf(view, id)).toBeVisible();
		}
	}
	await context.close();
	expect(host.calls).toHaveLength(first.length);

	slow.skipTwoMinutes();
	host.hold(isStatistic);
	await page.goto(slow.url + LINK);
	await expect(
		figureOf(page, 'sentiment-trend'),
		'old numbers stand while newer ones are fetched'
	).toBeVisible();
	await expect.poll(() => host.calls.length).toBeGreaterThan(first.length);
});
