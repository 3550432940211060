import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const WIDTHS = [1440, 768, 360];

test('the overview shows its numbers, charts and keywords without any problem in the console', async ({
	page,
	problems
}) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('of rated messages are positive');
	await expect(page.getByRole('figure')).toHaveCount(4);
	await expect(page.locator('#keywords tbody tr').first()).toBeVisible();
	await expect(page.locator('#sentiment-trend .canvas svg')).toBeVisible();
	expect(problems).toEqual([]);
});

test('without scripts every chart stands in a figure, and the keyword table has its rows', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${app.url}/?wait=all`);
	const figures = page.locator('figure');
	await expect(figures).toHaveCount(4);
	for (const figure of await figures.all()) {
		// Of the two drawings the one that fits the figure shows.
		await expect(figure.locator('svg').filter({ visible: true }).first()).toBeVisible();
		await expect(figure.locator('table')).toHaveCount(1);
	}
	expect(await page.locator('#keywords tbody tr').count()).toBeGreaterThan(5);
	await context.close();
});

test('without scripts the filter bar is a form that leads to a short link', async ({ browser, app }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	await page.goto(app.url);
	await page.locator('summary', { hasText: 'Words and tags' }).click();
	await page.getByLabel('Mentions').fill('taste');
	await page.locator('details[open]').getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/\?q=taste$/);
	await context.close();
});

test('nothing moves when the browser takes the charts over', async ({ page }) => {
	await page.addInitScript(() => {
		type Shift = { value: number; sources: { node: Element | null }[] };
		const shifts: unknown[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as unknown as Shift[]) {
				const isOfChart = entry.sources.some(({ node }) => node instanceof Element && node.closest('figure'));
				if (isOfChart)
					shifts.push({ value: entry.value, moved: entry.sources.map(({ node }) => node?.textContent) });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/');
		await page.locator('#volume-trend').scrollIntoViewIfNeeded();
		await expect(page.locator('#volume-trend .canvas svg')).toBeVisible();
		await page.locator('#sentiment-trend').scrollIntoViewIfNeeded();
		await expect(page.locator('#sentiment-trend .canvas svg')).toBeVisible();
		expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([]);
	}
});

/** What a page says of each brand in one place: its name and the score as it is printed there, where there is one. */
const saidOf = async (page: Page, rows: string, name: string, value: string) => {
	const said = await page.locator(rows).evaluateAll(
		(found, [nameOf, valueOf]) =>
			found.map((row): [string, string] => {
				const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
				return [text(nameOf!), text(valueOf!).split(',')[0]!];
			}),
		[name, value]
	);
	return new Map(said.filter(([, score]) => /\d/.test(score)));
};

test('one number, two values: sentence, tile, bar, table, legend and list of brands round the same number alike', async ({
	page
}) => {
	for (const query of ['']) {
		await page.goto(`/?${query}wait=all`);
		const lead = (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00a0', ' ');
		const tile = async (index: number) =>
			/[+−]?[\d.]+/.exec(await page.locator('dl.shares .value').nth(index).innerText())![0];
		const [score, negative, positive] = [await tile(0), await tile(1), await tile(2)];
		expect(lead, query).toContain(`${positive} % of rated messages are positive and ${negative} %`);

		const all = page.locator('#sentiment-split tbody tr').first();
		const [barNegative, barNeutral, barPositive] = await all.locator('td').allTextContents();
		expect([barNegative, barPositive], query).toEqual([`${negative} %`, `${positive} %`]);
		const three = [barNegative, barNeutral, barPositive].map((share) => Math.round(parseFloat(share!) * 10));
		expect(three.reduce((sum, tenths) => sum + tenths)).toBe(1000);
		const drawn = await page.locator('#sentiment-split svg text').allTextContents();
		expect(drawn).toEqual(expect.arrayContaining([negative, positive]));

		const voice = await saidOf(page, '#share-of-voice tbody tr', 'th bdi', 'td.net b');
		expect(voice.size, query).toBeGreaterThan(1);
		await expect(page.locator('#share-of-voice tfoot td.net b')).toHaveText(score);
		const legend = await saidOf(
			page,
			'#sentiment-trend ul[aria-label^="Lines"] li',
			'.name',
			'.toggle small'
		);
		expect(legend, query).toEqual(voice);
		await page.locator('summary', { hasText: 'Brands' }).click();
		const listed = await saidOf(page, 'details[open] .row', '.name bdi', '.standing b');
		// Beside a brand of under thirty messages the list has the interval instead of the value.
		const sure = [...voice].filter(([name]) => !listed.get(name)!.includes(' to '));
		expect(sure.length, query).toBeGreaterThan(1);
		for (const [name, value] of sure) expect(listed.get(name), `${query} ${name}`).toBe(value);
		const [, best, high, worst, low] =
			/([^.]+) stands highest at ([+−\d.]+)(?: %)?, (.+) lowest at ([+−\d.]+?)(?: %)?\.(?: |$)/.exec(lead) ??
			[];
		expect([high, low], lead).toEqual([voice.get(best!.trim()), voice.get(worst!)]);
	}
});

test('a link error that speaks code: a broken key falls back, and the page says what it was and what to use', async ({
	page
}) => {
	await page.goto('/?range=fortnight&brand=1&brand=99999&utm_source=mail');
	const notice = page.getByRole('status').filter({ hasText: 'could not be used' });
	await expect(notice).toContainText('Dates (range=fortnight): use one of today, yesterday, 7d');
	await expect(notice).toContainText('Brands (brand=99999): no brand with this number can be seen here');
	await expect(notice).not.toContainText('utm_source');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Tarn & Moss');
	await page.goto('/?brand=banana');
	await expect(notice).toContainText('Brands (brand=banana): use a number, such as 3');
});

test('choosing a brand, a range and a sentiment lands in the link, and Back returns', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/');
	await page.locator('summary', { hasText: 'Brands' }).click();
	await page.getByRole('link', { name: 'Only Fennick', exact: true }).click();
	await expect(page).toHaveURL(/\?brand=\d+$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Fennick');
	await page.locator('summary', { hasText: 'Dates' }).click();
	await page.getByRole('link', { name: 'Last 90 days' }).click();
	await expect(page).toHaveURL(/range=90d/);
	await page.goBack();
	await expect(page).toHaveURL(/\?brand=\d+$/);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('eight brands');
});

test('hourly to quarterly: every scale draws its trend', async ({ page, problems }) => {
	const views = [
		'range=7d&scale=hour',
		'range=90d&scale=day',
		'range=12mo&scale=week',
		'range=12mo&scale=month'
	];
	for (const view of [
		...views,
		'range=12mo&scale=quarter',
		'range=28d&tz=Asia/Kathmandu',
		'chart=share&stack=count'
	]) {
		await page.goto(`/?${view}`);
		await expect(page.locator('#sentiment-trend svg').first()).toBeVisible();
		await expect(page.locator('#volume-trend svg').first()).toBeVisible();
	}
	expect(problems).toEqual([]);
});

test('the page has no sideways scroll at 360 pixels, with the filters open or shut', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/');
	const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(await overflow()).toBe(0);
	await page.locator('form .toggle').click();
	await page.locator('summary', { hasText: 'Dates' }).click();
	await expect(page.getByLabel('Time zone')).toBeVisible();
	expect(await overflow()).toBe(0);
});
