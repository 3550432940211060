import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openWhole, VIEWS } from './views';

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

/**
 * What can be hit around each control, found by asking the page what lies under a point: a small button may have a
 * larger area, and one that is covered has none. Links inside a sentence are as tall as its lines, which WCAG allows,
 * and so are points of a chart, whose messages can be opened from its table as well.
 */
function smallTargets(page: Page, least: number): Promise<string[]> {
	return page.evaluate((size) => {
		const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="slider"], [role="menuitem"]';
		const shown = (one: Element) =>
			one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
			one.getBoundingClientRect().width > 1 &&
			!one.closest('.visually-hidden, .skip, .underlay, [aria-hidden="true"], noscript');
		const inSentence = (one: Element) =>
			getComputedStyle(one).display === 'inline' &&
			[...(one.parentElement?.childNodes ?? [])].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''
			);
		const reach = (one: Element, from: { x: number; y: number }, step: { x: number; y: number }) => {
			const own = one.closest('label') ?? one;
			let length = 0;
			while (length < size) {
				const under = document.elementFromPoint(from.x + step.x * length, from.y + step.y * length);
				if (!under || !(own.contains(under) || under.closest('label') === own)) break;
				length++;
			}
			return length;
		};
		return [...document.querySelectorAll(CONTROLS)]
			.filter((one) => shown(one) && !inSentence(one))
			.flatMap((one) => {
				one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
				const box = one.getBoundingClientRect();
				const from = { x: box.x + Math.min(box.width, 300) / 2, y: box.y + box.height / 2 };
				const height = reach(one, from, { x: 0, y: -1 }) + reach(one, from, { x: 0, y: 1 }) - 1;
				const width = reach(one, from, { x: -1, y: 0 }) + reach(one, from, { x: 1, y: 0 }) - 1;
				if (height >= size - 1 && width >= 24 - 1) return [];
				const name = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 24);
				return [`${one.tagName.toLowerCase()} “${name}”: ${width} × ${height}`];
			});
	}, least);
}

const viewsOf = (page: Page) => page.getByRole('navigation', { name: 'Main' });

/** Make the words of the views as wide as those of the widest common system font, whichever fonts there are here. */
const widen = (page: Page) =>
	viewsOf(page).evaluate((nav) => {
		document.documentElement.style.setProperty('--font', "'DejaVu Sans', Verdana, sans-serif");
		const words = [...nav.querySelectorAll('a')];
		const signs = words.reduce((sum, word) => sum + (word.textContent ?? '').length, 0);
		const width = words.reduce((sum, word) => sum + word.getBoundingClientRect().width, 0);
		const wanted = signs * 0.6 * Number.parseFloat(getComputedStyle(nav).fontSize);
		nav.style.letterSpacing = `${Math.max(0, wanted - width) / signs}px`;
	});

for (const width of [320, 360, 390]) {
	test(`the last view drops to a line of its own: at ${width} px the five stand on one, in a wide system font, too`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 800 });
		await page.route('**/*.woff2', (route) => route.abort());
		await page.goto('/');
		await widen(page);
		const tops = await viewsOf(page)
			.getByRole('link')
			.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
		expect(tops).toHaveLength(5);
		expect(new Set(tops).size).toBe(1);
		expect(await tooWide(page)).toEqual([]);
	});
}

for (const view of VIEWS) {
	test(`a phone shows only half of it: ${view} never scrolls sideways, neither at 360 px nor at a zoom of 200 %`, async ({
		browser,
		app
	}) => {
		for (const { width, scale } of [
			{ width: 360, scale: 3 },
			{ width: 720, scale: 2 },
			{ width: 1440, scale: 1 }
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

	test(`too small for a thumb: every control of ${view} can be hit on 44 px`, async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await openWhole(page, view);
		expect(await smallTargets(page, 44)).toEqual([]);
	});
}

test('too small for a thumb: a saved view can be opened on 44 px', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await openWhole(page, '/saved?on=%2F');
	await page.getByRole('textbox', { name: 'Name' }).fill('Hit by a thumb');
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByText('Hit by a thumb', { exact: true })).toBeVisible();
	await openWhole(page, '/saved');
	await expect(page.getByRole('link', { name: 'Hit by a thumb' })).toBeVisible();
	expect(await smallTargets(page, 44)).toEqual([]);
});

test('half a page where the font did not arrive: a tablet never scrolls sideways in a wider one', async ({
	page
}) => {
	await page.setViewportSize({ width: 768, height: 900 });
	await page.route('**/*.woff2', (route) => route.abort());
	for (const view of ['/?compare=previous', '/keywords?word=taste&compare=previous', '/data/campaigns']) {
		await openWhole(page, view);
		expect(await tooWide(page), view).toEqual([]);
	}
});

test('the phone keeps the best news back: it says the whole finding that the desktop says', async ({
	page
}) => {
	const finding = page.getByRole('heading', { level: 1 });
	const said = async () => (await finding.innerText()).replace(/\s+/g, ' ').trim();
	await page.setViewportSize({ width: 1440, height: 900 });
	await openWhole(page, '/');
	const whole = await said();
	expect(whole.split('. ').length).toBeGreaterThan(1);
	await page.setViewportSize({ width: 360, height: 800 });
	expect(await said()).toBe(whole);
});

test('the box over a chart stays and covers the legend: a tap beside the chart closes it', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/?wait=all');
	const trend = page.locator('#sentiment-trend');
	await trend.scrollIntoViewIfNeeded();
	await trend.getByRole('slider').click();
	const close = trend.getByRole('button', { name: 'Close' });
	await expect(close).toBeVisible();
	await trend.getByRole('heading', { level: 2 }).click();
	await expect(close).toHaveCount(0);
});

test('four lines before the first number: days, zone and views take two, and the link is copied by one tap', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await openWhole(page, '/');
	const line = page.locator('main .under p').first();
	expect((await line.boundingBox())!.height).toBeLessThanOrEqual(10 + 2 * 18 + 4);
	const views = page.locator('.under summary', { hasText: 'Views' });
	const [text, menu] = [(await line.boundingBox())!, (await views.boundingBox())!];
	expect(menu.y, 'the menu stands beside it').toBeLessThan(text.y + text.height);
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
});

test('too small for a thumb: every filter can be hit on 44 px', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await openWhole(page, '/?brand=1&brand=2&compare=previous');
	await page.locator('form .toggle').click();
	const menus = page.locator('form details[name="filter-menu"]');
	for (const menu of await menus.all()) {
		await menu.locator('summary').click();
		await expect(menu).toHaveAttribute('open');
		expect(await smallTargets(page, 44), await menu.locator('summary').innerText()).toEqual([]);
	}
});

test('a zoom of 200 % hides the way: the filters and a chart can be used at half the width', async ({
	page
}) => {
	await page.setViewportSize({ width: 640, height: 400 });
	await openWhole(page, '/');
	await page.locator('form .toggle').click();
	await page.locator('form details[name="filter-menu"] summary').first().click();
	await page.getByRole('link', { name: 'Only Ovelle', exact: true }).click();
	await expect(page).toHaveURL(/brand=/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ovelle');
	await page.locator('#sentiment-trend').scrollIntoViewIfNeeded();
	const cursor = page.locator('#sentiment-trend').getByRole('slider');
	await cursor.press('ArrowLeft');
	await expect(
		page.locator('#sentiment-trend .tooltip, #sentiment-trend [role="status"]').first()
	).toBeVisible();
});
