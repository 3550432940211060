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

test('a broken key falls back, and the page prints its name and the value it had', async ({ page }) => {
	await page.goto('/?range=fortnight&brand=1&brand=99999&utm_source=mail');
	const notice = page.getByRole('status').filter({ hasText: 'could not be used' });
	await expect(notice).toContainText('range was “fortnight”');
	await expect(notice).toContainText('brand was “99999”');
	await expect(notice).not.toContainText('utm_source');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Tarn & Moss');
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
