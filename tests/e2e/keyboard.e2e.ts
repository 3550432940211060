import type { Page } from '@playwright/test';
import { axeFindings, expect, test } from './fixtures';
import { numbersOf, openReady, trendOf, untilSettled } from './page-numbers';

test.use({ viewport: { width: 1440, height: 900 } });

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

async function pressUntilFocused(page: Page, key: string, target: ReturnType<Page['locator']>) {
	for (let presses = 0; presses < 150; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`150 presses of ${key} did not lead there`);
}

/** Press a key, and wait for where it leads. */
async function pressed(page: Page, key: string, address: RegExp) {
	await page.keyboard.press(key);
	await expect(page).toHaveURL(address);
}

test('charts unusable by keyboard: brands, days, a comparison, a point and a link are reached without a mouse', async ({
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
	await pressed(page, 'Enter', /\?brand=\d+&brand=\d+/);

	// Days by the week: the last thirty, and the thirty before them, which are complete.
	await pressed(page, 't', /range=30d/);
	await pressed(page, 'i', /scale=week/);
	await pressed(page, 'ArrowLeft', /from=[\d-]+&to=[\d-]+&scale=week/);
	await pressed(page, 'x', /compare=previous/);
	await expect(page.getByText(/^Compared with .+, matched by weekday/).first()).toBeVisible();
	await untilSettled(page);

	// The trend: each step is spoken, with what it is compared with.
	const trend = trendOf(page);
	await pressUntilFocused(page, 'Tab', trend);
	const steps = new Set<string | null>();
	for (const key of ['Home', 'ArrowRight', 'ArrowRight']) {
		await page.keyboard.press(key);
		await expect(trend).toHaveAccessibleDescription(/[+−]?\d.*, change [+−]?\d.*Enter: Read the/);
		steps.add(await trend.getAttribute('aria-valuetext'));
	}
	expect(steps.size).toBe(3);
	await expect(page, 'the arrow keys belong to the chart while it has the focus').toHaveURL(
		/compare=previous/
	);

	// The messages behind the point, and back to where one was.
	const before = page.url();
	await pressed(page, 'Enter', /\/messages\?/);
	const messages = page.getByRole('dialog');
	await expect(messages.getByText(/^[\d,]+ messages?, newest first$/)).toBeVisible();
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

	const other = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
	const next = await other.newPage();
	await openReady(next, link);
	expect(new URL(next.url()).search).toBe(new URL(before).search);
	expect(await numbersOf(next)).toEqual(await numbersOf(page));
	await other.close();
});

test('charts unusable with a screen reader: every point says its value and its change, as the table has them', async ({
	page
}) => {
	await openReady(page, '/?range=last-quarter&scale=week&brand=1&brand=2&compare=previous');
	const trend = trendOf(page);
	await expect(page.locator('#sentiment-trend').getByRole('img')).toHaveAccessibleName(/^Net sentiment/);
	const spoken = page.locator('#sentiment-trend [aria-live]');
	await expect(spoken, 'who reads elsewhere is not talked to').toHaveAttribute('aria-live', 'off');
	await trend.focus();
	await expect(spoken).toHaveAttribute('aria-live', 'polite');

	const table = page.locator('#sentiment-trend details table');
	const columns = await table.locator('thead th').allTextContents();
	const rows = await table
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''))
		);
	expect(rows.length).toBeGreaterThan(12);
	const numberIn = (text = '') => Number(text.replace('−', '-'));
	await page.keyboard.press('Home');
	let compared = 0;
	for (const [day = '', ...cells] of rows) {
		const point = () => trend.getAttribute('aria-valuetext');
		await expect.poll(point).toContain(day.split(',')[0]);
		expect(await point()).toMatch(/against|nothing to compare with/);
		const parts = ((await spoken.textContent()) ?? '').split(/; |\. /);
		for (const name of ['Tarn & Moss', 'Ovelle']) {
			const [value = '', , before = ''] = cells.slice(columns.indexOf(name) - 1);
			const [said = '', change] = (parts.find((part) => part.startsWith(name)) ?? '').split(', change ');
			expect(said).toBe(`${name} ${value}`);
			const isCompared = [value, before].every((text) => /\d/.test(text));
			expect(change !== undefined).toBe(isCompared);
			// Each of the three is printed in whole points where its interval is wide.
			const printed = numberIn(value) - numberIn(before);
			if (isCompared) expect(Math.abs(numberIn(change) - printed)).toBeLessThanOrEqual(1.5);
			compared += isCompared ? 1 : 0;
		}
		await page.keyboard.press('ArrowRight');
	}
	expect(compared).toBeGreaterThan(6);
	await page.keyboard.press('ArrowDown');
	await expect(spoken, 'down reads one line alone').not.toContainText(';');
});

test('every key of the map leads where the help says, and Back takes one step for each', async ({ page }) => {
	await openReady(page, '/');
	const trail = [page.url()];
	const follow = async (key: string, address: RegExp) => {
		await page.keyboard.press(key);
		await expect(page).not.toHaveURL(trail.at(-1) ?? '');
		await expect(page).toHaveURL(address);
		trail.push(page.url());
	};
	await follow('d', /\/\?range=today$/);
	await follow('W', /\/\?range=7d$/);
	await follow('t', /\/\?range=30d$/);
	await follow('m', /\/\?range=mtd$/);
	await follow('y', /\/\?range=ytd$/);
	await follow('f', /\/$/);
	await follow('w', /\/\?range=7d$/);
	await follow('i', /\?range=7d&scale=hour$/);
	await follow('x', /\?range=7d&scale=hour&compare=previous$/);
	await follow('x', /\?range=7d&scale=hour$/);
	await follow('ArrowLeft', /\?from=[\d-]+&to=[\d-]+&scale=hour$/);
	const earlier = page.url();
	await follow('ArrowLeft', /\?from=[\d-]+&to=[\d-]+&scale=hour$/);
	await follow('ArrowRight', new RegExp(`\\${new URL(earlier).search}$`));
	await follow('p', /\/impact\?from=[\d-]+&to=[\d-]+&scale=hour$/);
	await follow('k', /\/keywords\?from=[\d-]+&to=[\d-]+&scale=hour$/);
	for (const address of trail.slice(0, -1).reverse()) {
		await page.goBack();
		await expect(page).toHaveURL(address);
	}
});

test('keys open the dates, the brands, the search and the help, and never write into a field', async ({
	page
}) => {
	await openReady(page, '/?range=7d&platform=tiktok');
	await page.keyboard.press('c');
	await expect(page.getByLabel('From', { exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('b');
	await expect(page.getByRole('group', { name: 'Brands' }).getByRole('checkbox').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('/');
	const mentions = page.getByLabel('Mentions');
	await expect(mentions).toBeFocused();
	await expect(mentions).toHaveValue('');
	await page.keyboard.type('dwk?');
	await expect(mentions, 'in a field, letters are letters').toHaveValue('dwk?');
	await expect(page).toHaveURL(/\?range=7d&platform=tiktok$/);
	await page.keyboard.press('Escape');

	// Single keys can be switched off, for those whose voice or hand sets them off.
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keyboard' });
	await expect(help.getByRole('row')).toHaveCount(19);
	expect(await axeFindings(page)).toEqual([]);
	await help.getByRole('switch', { name: 'Single keys' }).press('Space');
	await page.keyboard.press('Escape');
	await expect(help).toHaveCount(0);
	for (const isFresh of [false, true]) {
		if (isFresh) await openReady(page, '/?range=7d&platform=tiktok');
		await page.keyboard.press('m');
		await page.keyboard.press('Control+k');
		await expect(palette(page)).toBeVisible();
		await expect(page, 'the switch is remembered').toHaveURL(/range=7d/);
		await page.keyboard.press('Escape');
		await expect(palette(page)).toHaveCount(0);
	}
	await pressed(page, 'Escape', /\?range=7d$/);
});

test('one Esc too many clears the filters: the page says so, and Enter sets them again', async ({ page }) => {
	await openReady(page, '/?range=7d&platform=tiktok&brand=2');
	await pressed(page, 'Escape', /\/\?range=7d$/);
	await expect(page.getByRole('status').filter({ hasText: 'Filters cleared.' })).toBeAttached();
	const undo = page.getByRole('link', { name: 'Undo: set the filters again' });
	await expect(undo).toBeVisible();
	await expect(undo).toBeFocused();
	expect(await axeFindings(page, ['.under'])).toEqual([]);
	// It waits for the reader: nothing but another question takes it away.
	await untilSettled(page);
	await expect(undo).toBeVisible();
	await pressed(page, 'Enter', /\/\?range=7d&platform=tiktok&brand=2$/);
	await expect(undo).toHaveCount(0);

	await pressed(page, 'Escape', /\/\?range=7d$/);
	await expect(undo).toBeFocused();
	await pressed(page, 'm', /range=mtd/);
	await expect(undo, 'it is gone with the next question').toHaveCount(0);
	await page.goBack();
	await expect(undo, 'and comes back with this one').toBeVisible();
});

test('the palette is slow to come: what is typed meanwhile is not lost, and Enter goes where it was meant to', async ({
	page
}) => {
	await openReady(page, '/?range=7d');
	let letGo = () => {};
	const held = new Promise<void>((go) => (letGo = go));
	await page.route('**/_app/immutable/**', async (route) => {
		await held;
		await route.continue();
	});
	await page.keyboard.press('Control+k');
	await page.keyboard.type('last mox');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Enter');
	await expect(palette(page)).toHaveCount(0);
	await expect(page).toHaveURL(/\?range=7d$/);
	letGo();
	await expect(page).toHaveURL(/\?range=last-month$/);
	await expect(palette(page)).toHaveCount(0);
});

test('a palette that comes after one thought better of it is in the way: Escape calls it off, and clears nothing', async ({
	page
}) => {
	await openReady(page, '/?range=7d&platform=tiktok');
	let letGo = () => {};
	const held = new Promise<void>((go) => (letGo = go));
	const fetched = page.waitForResponse('**/_app/immutable/**');
	await page.route('**/_app/immutable/**', async (route) => {
		await held;
		await route.continue();
	});
	await page.keyboard.press('Control+k');
	await page.keyboard.press('Escape');
	letGo();
	await fetched;
	await untilSettled(page);
	await expect(palette(page)).toHaveCount(0);
	await expect(page).toHaveURL(/platform=tiktok/);
	await page.keyboard.press('Control+k');
	await expect(palette(page)).toBeVisible();
});

test('settings are hard to find: one search has every view, brand, range and look, and axe finds nothing in it', async ({
	page
}) => {
	await openReady(page, '/');
	await page.keyboard.press('Control+k');
	const options = palette(page).getByRole('option');
	await expect(options.first()).toBeVisible();
	expect(await axeFindings(page), 'with everything listed').toEqual([]);
	await page.keyboard.type('last mo');
	await expect(options.first()).toHaveText('Last month');
	await pressed(page, 'Enter', /\?range=last-month$/);

	await page.keyboard.press('Control+k');
	await page.keyboard.type('zzz');
	await expect(options).toHaveText(['Exact count of “zzz”', 'Messages with “zzz”']);
	const inPalette = () => axeFindings(page, ['[role="dialog"]']);
	expect(await inPalette(), 'with no other command').toEqual([]);
	await page.keyboard.press('Control+a');
	await page.keyboard.type('dark');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

	await page.getByRole('button', { name: 'Search commands' }).click();
	expect(await inPalette(), 'dark').toEqual([]);
	await page.keyboard.type('only ');
	await expect(options.first()).toHaveText(/^Only /);
	const brand = await options.first().textContent();
	await pressed(page, 'Enter', /\?brand=\d+&range=last-month$/);
	await expect(page.locator('details', { hasText: 'Brands' }).first()).toContainText(
		(brand ?? '').replace('Only ', '').trim()
	);
});

test('the magnifier finds no word: what is typed can be counted exactly, and its messages read, after all commands', async ({
	page
}) => {
	await openReady(page, '/?range=7d');
	await page.keyboard.press('Control+k');
	const options = palette(page).getByRole('option');
	await page.keyboard.type('impact');
	await expect(options.first()).toHaveText('Impact');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('oat milk');
	await expect(options).toHaveText(['Exact count of “oat milk”', 'Messages with “oat milk”']);
	await pressed(page, 'Enter', /\/keywords\?(?=.*word=oat(\+|%20)milk)(?=.*range=7d)/);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('taste');
	await expect(options.last()).toHaveText('Messages with “taste”');
	await page.keyboard.press('End');
	await pressed(page, 'Enter', /\/messages\?(?=.*q=taste)/);
});
