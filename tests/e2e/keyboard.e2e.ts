import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Keys mean something once the page's scripts have taken over: then the trend can be walked. */
async function openReady(page: Page, address: string) {
	await page.goto(address);
	await expect(trendOf(page)).toBeVisible();
}

const trendOf = (page: Page) => page.locator('#sentiment-trend').getByRole('slider');

async function pressUntilFocused(page: Page, key: string, target: ReturnType<Page['locator']>) {
	for (let presses = 0; presses < 150; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`150 presses of ${key} did not lead there`);
}

/** Everything that the page counts: the sentence on top, the key numbers, and the tables behind the charts. */
async function numbersOf(page: Page): Promise<string[]> {
	await expect(trendOf(page)).toBeVisible();
	await expect(page.locator('main [role="status"]:has-text("loading")')).toHaveCount(0);
	return page
		.locator('main h1, main dl, main section[aria-labelledby] table')
		.evaluateAll((parts) =>
			parts
				.filter((part) => part.closest('.tooltip') === null)
				.map((part) => part.textContent?.replace(/\s+/g, ' ').trim() ?? '')
		);
}

test('charts can be used without a mouse: brands, days, a comparison, a point and a link by keyboard alone', async ({
	page,
	browser,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openReady(page, '/');

	// Brands: all are ticked, so taking the first away leaves the others.
	await page.keyboard.press('b');
	const firstBrand = page.getByRole('group', { name: 'Brands' }).getByRole('checkbox').first();
	await expect(firstBrand).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?brand=\d+&brand=\d+/);

	// Days: the last seven, and the seven before them, which are complete.
	await page.keyboard.press('w');
	await expect(page).toHaveURL(/range=7d/);
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
	await page.keyboard.press('x');
	await expect(page).toHaveURL(/compare=previous/);
	await expect(page.getByText(/^Compared with .+, matched by weekday/).first()).toBeVisible();

	// The trend: each step is spoken.
	const trend = trendOf(page);
	await pressUntilFocused(page, 'Tab', trend);
	const spoken = new Set<string | null>();
	for (const key of ['Home', 'ArrowRight', 'ArrowRight']) {
		await page.keyboard.press(key);
		spoken.add(await trend.getAttribute('aria-valuetext'));
	}
	expect(spoken.size).toBe(3);
	expect([...spoken].every((sentence) => /\d/.test(sentence ?? ''))).toBe(true);
	await expect(page, 'the arrow keys belong to the chart while it has the focus').toHaveURL(
		/compare=previous/
	);

	// The messages behind the point, and back to where one was.
	const before = page.url();
	await page.keyboard.press('Enter');
	const messages = page.getByRole('dialog');
	await expect(messages.getByRole('heading', { level: 2 })).toBeVisible();
	await expect(messages).toContainText(/\d/);
	await expect(page).toHaveURL(/\/messages\?/);
	await page.keyboard.press('Escape');
	await expect(messages).toHaveCount(0);
	await expect(page).toHaveURL(before);

	// The link, from the commands.
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('copy');
	await page.keyboard.press('Enter');
	await expect(page.getByText('The link is copied.')).toBeVisible();
	await page.keyboard.press('Escape');
	const link = await page.evaluate(() => navigator.clipboard.readText());

	const other = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Tokyo' });
	const next = await other.newPage();
	await openReady(next, link);
	expect(new URL(next.url()).search).toBe(new URL(before).search);
	const numbers = await numbersOf(page);
	expect(numbers.length).toBeGreaterThan(4);
	expect(await numbersOf(next)).toEqual(numbers);
	await other.close();
});

test('every key that leads somewhere is a link, so Back neither floods nor resets', async ({ page }) => {
	await openReady(page, '/');
	await page.keyboard.press('w');
	await expect(page).toHaveURL(/\?range=7d$/);
	await page.keyboard.press('i');
	await expect(page).toHaveURL(/\?range=7d&scale=hour$/);
	await page.keyboard.press('x');
	await expect(page).toHaveURL(/&compare=previous$/);
	await page.goBack();
	await expect(page).toHaveURL(/\?range=7d&scale=hour$/);
	await page.goBack();
	await expect(page).toHaveURL(/\?range=7d$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
});

test('keys open the dates, the brands, the search and the keywords, and never write into a field', async ({
	page
}) => {
	await openReady(page, '/');
	await page.keyboard.press('c');
	await expect(page.getByLabel('From', { exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('/');
	const mentions = page.getByLabel('Mentions');
	await expect(mentions).toBeFocused();
	await expect(mentions).toHaveValue('');
	await page.keyboard.type('dwk?');
	await expect(mentions, 'in a field, letters are letters').toHaveValue('dwk?');
	await expect(page).toHaveURL(/\/$/);
	await page.keyboard.press('Escape');
	await page.keyboard.press('k');
	await expect(page).toHaveURL(/\/keywords$/);
});

test('single keys can be switched off, for those whose voice or hand sets them off', async ({ page }) => {
	await openReady(page, '/');
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keyboard' });
	await expect(help.getByRole('row')).toHaveCount(18);
	await help.getByRole('switch', { name: 'Single keys' }).press('Space');
	await page.keyboard.press('Escape');
	await expect(help).toHaveCount(0);
	await page.keyboard.press('w');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
	await expect(page).toHaveURL(/\/$/);
	await page.keyboard.press('Escape');

	await openReady(page, '/');
	await page.keyboard.press('w');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
	await expect(page, 'the switch is remembered').toHaveURL(/\/$/);
});

test('one search finds every view, brand, range and setting', async ({ page }) => {
	await openReady(page, '/');
	await page.keyboard.press('Control+k');
	const options = page.getByRole('dialog', { name: 'Commands' }).getByRole('option');
	await page.keyboard.type('last mo');
	await expect(options.first()).toHaveText('Last month');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?range=last-month$/);

	await page.keyboard.press('Control+k');
	await page.keyboard.type('zzz');
	await expect(page.getByText('No command has these words.')).toBeVisible();
	await page.keyboard.press('Control+a');
	await page.keyboard.type('dark');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

	await page.getByRole('button', { name: 'Search commands' }).click();
	await page.keyboard.type('only ');
	const brand = await options.first().textContent();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?brand=\d+&range=last-month$/);
	await expect(page.locator('details', { hasText: 'Brands' }).first()).toContainText(
		(brand ?? '').replace('Only ', '').trim()
	);

	await page.keyboard.press('Escape');
	await expect(page, 'Escape clears the filters, not the dates').toHaveURL(/\?range=last-month$/);
});
