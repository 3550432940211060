import type { BrowserContext, Page } from '@playwright/test';
import { axeFindings, expect, faintColours, test } from './fixtures';

const VIEWS = ['/', '/keywords', '/messages', '/data', '/saved', '/compare-links'];
const LOOKS = [
	{ name: 'light', cookies: { theme: 'light' } },
	{ name: 'dark', cookies: { theme: 'dark' } },
	{ name: 'high contrast, light', cookies: { theme: 'light', contrast: 'more' } },
	{ name: 'high contrast, dark', cookies: { theme: 'dark', contrast: 'more' } }
];
const WIDTHS = [1440, 360];

async function choose(context: BrowserContext, url: string, cookies: Record<string, string | undefined>) {
	await context.clearCookies();
	const chosen = Object.entries(cookies).flatMap(([name, value = '']) => ({ name, value, url }));
	await context.addCookies(chosen);
}

/** Change the look of a page as it stands, as the menu of themes does. */
async function look(page: Page, { theme, contrast = '' }: { theme: string; contrast?: string }) {
	await page.evaluate((chosen) => Object.assign(document.documentElement.dataset, chosen), {
		theme,
		contrast
	});
}

/** The page with every panel, without a wait for what streams in. */
async function openWhole(page: Page, view: string) {
	await page.goto(`${view}?wait=all`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

/** Elements that reach beyond the right edge, for the message of a failure. */
function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const edge = document.documentElement.clientWidth;
		if ((document.scrollingElement?.scrollWidth ?? 0) <= edge) return [];
		return [...document.querySelectorAll('main *, header *, footer *')]
			.filter((element) => element.getBoundingClientRect().right > edge + 1)
			.slice(0, 8)
			.map((element) => `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`);
	});
}

for (const view of VIEWS) {
	for (const width of WIDTHS) {
		test(`charts unusable with a screen reader: axe finds nothing on ${view} at ${width} px, whatever the theme`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 900 });
			await openWhole(page, view);
			expect(await axeFindings(page), 'light').toEqual([]);
			for (const { name, cookies } of LOOKS) {
				await look(page, cookies);
				expect(await faintColours(page), name).toEqual([]);
			}
		});
	}

	test(`a phone shows only half of it: ${view} never scrolls sideways at 360 px or at a zoom of 200 %`, async ({
		browser,
		app
	}) => {
		for (const { width, scale } of [
			{ width: 360, scale: 3 },
			{ width: 720, scale: 2 }
		]) {
			const context = await browser.newContext({
				viewport: { width, height: 800 },
				deviceScaleFactor: scale,
				baseURL: app.url
			});
			const page = await context.newPage();
			await openWhole(page, view);
			expect(await tooWide(page), `at ${width} px`).toEqual([]);
			await context.close();
		}
	});
}

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
