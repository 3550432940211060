import type { BrowserContext, Locator, Page } from '@playwright/test';
import { answerJson, startFakeUpstream, type FakeUpstream } from '../support/fake-upstream';
import { startUndertone, type Undertone } from '../support/undertone';
import { axeFindings, axeFindingsBesideColours, expect, test } from './fixtures';
import { expectClean } from './looks';
import { openAlive, openWhole, VIEWS } from './views';

async function choose(context: BrowserContext, url: string, cookies: Record<string, string | undefined>) {
	await context.clearCookies();
	const chosen = Object.entries(cookies).flatMap(([name, value = '']) => ({ name, value, url }));
	await context.addCookies(chosen);
}

/** A click that scripts have to answer: they may not have taken the page over yet. */
async function clickUntil(button: Locator, shown: Locator) {
	await expect(async () => {
		if (!(await shown.isVisible())) await button.click();
		await expect(shown).toBeVisible({ timeout: 5_000 });
	}).toPass();
}

/** Axe reads the whole page each time, which takes its time on a busy machine. */
test.describe.configure({ timeout: 240_000 });

for (const view of VIEWS) {
	test(`charts unusable with a screen reader: axe finds nothing on ${view}, whatever the theme`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await openWhole(page, view);
		await expectClean(page, view);
		for (const width of [768, 360]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await axeFindingsBesideColours(page), `at ${width} px`).toEqual([]);
		}
	});
}

/** A view with every filter and next to nothing below them: axe reads the whole page, whatever it is asked about. */
const SHORT_VIEW = '/keywords?find=nothing-of-the-kind&compare=previous';

test('filters that only a mouse can set: axe finds nothing in any open picker, whatever the theme', async ({
	page
}) => {
	await openWhole(page, SHORT_VIEW);
	const menus = page.locator('form details[name="filter-menu"]');
	// Until scripts take the page over, the link of the view is a menu as well.
	await expect(menus).toHaveCount(8);
	for (const menu of await menus.all()) {
		await menu.locator('summary').click();
		await expect(menu).toHaveAttribute('open');
		// A list that scrolls cuts its last line off, which axe would call too small.
		await menu.locator('.menu').evaluate((list) => (list.style.maxHeight = 'none'));
		expect(await axeFindings(page, ['form details[open]'])).toEqual([]);
	}
	// Below each other they can all be open at once.
	await page.setViewportSize({ width: 900, height: 900 });
	await page.locator('form .toggle').click();
	await menus.evaluateAll((all) => {
		for (const menu of all) menu.removeAttribute('name');
		for (const menu of all) menu.setAttribute('open', '');
	});
	await expectClean(page, 'every picker', 'form');
});

test('dialogs that trap or hide: axe finds nothing in the palette, the help, the links and the menus', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openWhole(page, SHORT_VIEW);
	const dialog = page.getByRole('dialog');
	for (const [name, button] of [
		['commands', page.getByRole('button', { name: 'Search commands' })],
		['keyboard', page.getByRole('button', { name: 'Keyboard' })],
		['copy link', page.locator('.actions').getByText('Copy link')],
		['save view', page.locator('.actions').getByText('Save view')]
	] as const) {
		await clickUntil(button, dialog);
		await expectClean(page, name, '[role="dialog"]');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	}
	const menu = page.getByRole('menu');
	await clickUntil(page.locator('#keywords header .menu button'), menu);
	await expectClean(page, 'panel menu', '[role="menu"]');
	await page.keyboard.press('Escape');
	await page.getByLabel('Theme and contrast').click();
	await expectClean(page, 'theme', '.top-actions');
	await page.keyboard.press('Escape');
	await page.getByText('Views', { exact: true }).click();
	await expect(page.locator('.under .menu').getByRole('link').first()).toBeVisible();
	await expectClean(page, 'views', '.under');
});

test('messages that cannot be reached without a mouse: axe finds nothing in the side panel and in an open thread', async ({
	page
}) => {
	await openAlive(page, '/');
	const panel = page.getByRole('dialog');
	await clickUntil(page.locator('#keywords tbody th a').first(), panel);
	await expect(panel.locator('article, li').first()).toBeVisible();
	await expectClean(page, 'side panel', '[role="dialog"]');
	await openWhole(page, '/messages?brand=1');
	const link = page.locator('main a[data-full]').first();
	await openWhole(page, (await link.getAttribute('href')) ?? '');
	await expectClean(page, 'one message');
});

test('an upload can be mapped by everyone: axe finds nothing on it, whatever the theme', async ({ page }) => {
	await page.goto('/data');
	const rows = ['brand,type,text,created_at', 'Ovelle,TIKTOK_COMMENT,Good,2026-05-04T10:00:00Z', ''];
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
	await page.waitForURL(/\/data\/uploads\//);
	await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible();
	await expectClean(page, 'upload');
	await page.setViewportSize({ width: 360, height: 800 });
	expect(await axeFindingsBesideColours(page), 'upload at 360 px').toEqual([]);
});

test('nothing found looks like a crash: axe finds nothing on an empty view, whatever the theme', async ({
	page
}) => {
	await openWhole(page, '/?brand=1&from=2019-01-01&to=2019-01-10');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing matches');
	await expectClean(page, 'empty');
	await openWhole(page, '/keywords?from=2019-01-01&to=2019-01-10');
	await expectClean(page, 'empty keywords');
});

test.describe('with a host that fails', () => {
	let host: FakeUpstream;
	let failing: Undertone;
	let knowsBrands = false;

	test.beforeAll(async () => {
		host = await startFakeUpstream();
		const brand = { id: 1, name: 'Ovelle', organization: null, organization_id: null };
		const self = { accessible_brands: [1], brands: { ovelle: brand } };
		host.script((response, call) =>
			call.path.startsWith('/api/self') && knowsBrands
				? answerJson(self)(response, call)
				: answerJson({ detail: 'no' }, 500)(response, call)
		);
		failing = await startUndertone({
			COMMUNITY_API_URL: `${host.origin}/api`,
			COMMUNITY_AUTH_URL: `${host.origin}/api/self`,
			COMMUNITY_API_TOKEN: 'x',
			UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
		});
	});

	test.afterAll(async () => {
		await failing.stop();
		await host.close();
	});

	test('an error nobody can read: axe finds nothing on panels that failed, whatever the theme', async ({
		page
	}) => {
		await page.goto(`${failing.url}/?wait=all`);
		await expect(page.locator('main')).toContainText('Brands could not be loaded');
		await expectClean(page, 'without brands');
		knowsBrands = true;
		// A failure is kept for a few seconds, so that a host in trouble is not asked again by every page.
		await expect(async () => {
			await page.goto(`${failing.url}/?wait=all`);
			await expect(page.locator('#sentiment-trend')).toContainText('could not be loaded', { timeout: 1_000 });
		}).toPass();
		await expectClean(page, 'failed');
		await page.goto(`${failing.url}/messages?wait=all`);
		await expect(page.locator('main')).toContainText('could not be loaded');
		await expectClean(page, 'failed messages');
	});
});

test('theme and contrast are kept, and the first paint of the next page has them', async ({ page }) => {
	const root = page.locator('html');
	await openWhole(page, '/saved');
	await expect(async () => {
		await page.getByLabel('Theme and contrast').click();
		await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked({ timeout: 500 });
	}).toPass();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.getByRole('checkbox', { name: 'High contrast' }).check();
	await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)');

	const response = await page.goto('/');
	const html = (await response?.text()) ?? '';
	expect(html).toMatch(/<html lang="en" data-theme="dark" data-contrast="more">/);
	await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)');

	await expect(page.locator('#sentiment-trend').getByRole('slider')).toBeVisible();
	await page.getByLabel('Theme and contrast').click();
	await page.getByRole('radio', { name: 'As the system' }).check();
	await page.getByRole('checkbox', { name: 'High contrast' }).uncheck();
	await page.reload();
	await expect(root).not.toHaveAttribute('data-theme');
	await expect(root).not.toHaveAttribute('data-contrast');
});

test('high contrast follows the system until the reader chooses otherwise', async ({
	page,
	context,
	app
}) => {
	await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
	await openWhole(page, '/saved');
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
	await choose(context, app.url, { contrast: 'usual' });
	await openWhole(page, '/saved');
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(23, 24, 26)');
});

test('nothing moves for those who asked for less motion', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openWhole(page, '/');
	const moving = await page.evaluate(() =>
		[...document.querySelectorAll('body *')]
			.filter((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element);
				return `${transitionDuration}, ${animationDuration}`
					.split(', ')
					.some((time) => Number.parseFloat(time) > 0);
			})
			.map((element) => `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`)
	);
	expect(moving).toEqual([]);
});

/** What has moved without being asked to, as the browser counts it, with the elements that did. */
type Shift = { value: number; moved: string[] };

async function watchShifts(page: Page) {
	await page.addInitScript(() => {
		const shifts: Shift[] = [];
		Object.assign(window, { shifts });
		type Entry = PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
			sources: { node: Node | null }[];
		};
		new PerformanceObserver((list) => {
			for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
				const moved = sources.map(({ node }) => `${node?.nodeName} in ${node?.parentElement?.className}`);
				if (!hadRecentInput) shifts.push({ value, moved });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

test('numbers that jump away from the eye: nothing moves while the overview loads and comes alive', async ({
	page
}) => {
	await watchShifts(page);
	for (const width of [1440, 1280, 768, 360]) {
		await page.setViewportSize({ width, height: 900 });
		await openWhole(page, '/');
		// Only scripts draw the menu of a panel as a button.
		await expect(page.locator('.panels header .menu > button').first()).toBeVisible();
		await page.waitForLoadState('networkidle');
		const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
		const total = shifts.reduce((sum, { value }) => sum + value, 0);
		// A page is painted while it arrives, so a line of it may grow: less than any eye sees.
		expect(total, JSON.stringify(shifts)).toBeLessThan(0.0001);
	}
});
