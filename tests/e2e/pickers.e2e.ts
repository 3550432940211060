import type { Page } from '@playwright/test';
import { axeFindings, expect, faintColours, test } from './fixtures';
import { openReady, untilSettled } from './page-numbers';

test.use({ viewport: { width: 1440, height: 900 } });

const menu = (page: Page) => page.locator('details[open]');
const brandsOf = (page: Page) => menu(page).getByRole('group', { name: 'Brands' });
const allBrands = (page: Page) => menu(page).getByRole('checkbox', { name: /^All brands/ });

const openMenu = (page: Page, name: string) =>
	page.locator('summary', { has: page.getByText(name, { exact: true }) }).click();

test('ticking brands one by one is a chore: one box ticks all, and says when only some of them are', async ({
	page
}) => {
	await openReady(page, '/');
	await openMenu(page, 'Brands');
	await expect(allBrands(page)).toBeChecked();
	await expect(allBrands(page)).toHaveAccessibleName('All brands 8 of 8');
	await brandsOf(page).getByRole('checkbox').first().uncheck();
	await expect(allBrands(page)).toHaveAccessibleName('All brands 7 of 8');
	expect(await allBrands(page).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
	await allBrands(page).click();
	await expect(brandsOf(page).getByRole('checkbox', { checked: true })).toHaveCount(8);
	await allBrands(page).click();
	await expect(brandsOf(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
	await expect(menu(page)).toContainText('With none ticked, all are shown.');
	await brandsOf(page)
		.getByRole('checkbox', { name: /Fennick/ })
		.check();
	await menu(page).getByRole('button', { name: 'Show 1 brand', exact: true }).click();
	await expect(page).toHaveURL(/\?brand=\d+$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Fennick');
});

test('a brand is hard to find among many: typing narrows the list, and what is ticked beyond it is kept', async ({
	page
}) => {
	await openReady(page, '/');
	await openMenu(page, 'Brands');
	await allBrands(page).click();
	await brandsOf(page)
		.getByRole('checkbox', { name: /Fennick/ })
		.check();
	const find = menu(page).getByRole('searchbox', { name: 'Find a brand' });
	await find.fill('zzz');
	await expect(brandsOf(page).getByRole('checkbox')).toHaveCount(0);
	await expect(menu(page)).toContainText('No brand has this in its name.');
	await find.fill('ovélle');
	await expect(brandsOf(page).getByRole('checkbox')).toHaveCount(1);
	await find.press('Enter');
	await expect(page, 'nothing is sent before a brand is chosen').toHaveURL(/\/$/);
	await expect(brandsOf(page).getByRole('checkbox', { name: /Ovelle/ })).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?brand=\d+&brand=\d+$/);
	await expect(page.locator('main')).toContainText('Fennick');
	await expect(page.locator('main')).toContainText('Ovelle');
});

test('brands are chosen blindly: each stands in the list with its score and the messages behind it', async ({
	page
}) => {
	await openReady(page, '/');
	await openMenu(page, 'Brands');
	const fennick = brandsOf(page).getByRole('checkbox', { name: /Fennick/ });
	await expect(fennick).toHaveAccessibleDescription(/^Net sentiment [+−]?\d+(\.\d)? n [\d,]+$/);
	const values = await brandsOf(page).locator('b').allTextContents();
	const number = (text: string) => Number(text.replace('−', '-'));
	const highest = values.reduce((best, text) => (number(text) > number(best) ? text : best));
	await expect(page.getByRole('heading', { level: 1 })).toContainText(`highest at ${highest}`);

	await page.goto('/messages');
	await openMenu(page, 'Brands');
	await expect(brandsOf(page).getByRole('checkbox').first()).toHaveAccessibleDescription('');
});

test('without scripts brands are ticked as ever: no box that does nothing, and a link to all of them', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	await page.goto(`${app.url}/?brand=1`);
	await openMenu(page, 'Brands');
	await expect(allBrands(page)).toHaveCount(0);
	await expect(menu(page).getByRole('searchbox')).toHaveCount(0);
	await brandsOf(page).getByRole('checkbox', { checked: false }).first().check();
	await menu(page).getByRole('button', { name: 'Show', exact: true }).click();
	await expect(page).toHaveURL(/\?brand=\d+&brand=\d+$/);
	await openMenu(page, 'Brands');
	await menu(page).getByRole('link', { name: 'Reset to all brands' }).click();
	await expect(page).toHaveURL(/\/$/);
	await context.close();
});

test('axe finds nothing in the open list of brands, and every row of it is 44 px high on a phone', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/');
	await untilSettled(page);
	await page.locator('form .toggle').click();
	await openMenu(page, 'Brands');
	await expect(allBrands(page)).toBeVisible();
	expect(await axeFindings(page, ['details[open]'])).toEqual([]);
	const low = await menu(page)
		.locator('label, a, button')
		.evaluateAll((parts) =>
			parts.filter((part) => part.getBoundingClientRect().height < 44).map((part) => part.textContent)
		);
	expect(low).toEqual([]);
});

/** A week that lies in the past of every machine. */
const WEEK = 'from=2025-03-10&to=2025-03-16';
const fieldOf = (page: Page, name: 'From' | 'To') => menu(page).getByLabel(name, { exact: true });
/** Browsers differ in whether a comma follows the weekday. */
const dayOf = (page: Page, name: string) =>
	menu(page).getByRole('button', { name: new RegExp(`^${name.replace(' ', ',? ')}$`) });
const filled = (page: Page) => menu(page).locator('td[data-selected]:not([data-outside-month])');
const dotted = (page: Page) => menu(page).locator('td[data-compared]:not([data-outside-month])');

async function openDates(page: Page, address: string) {
	await page.goto(address);
	await untilSettled(page);
	await openMenu(page, 'Dates');
	await expect(menu(page).getByRole('grid').first()).toBeVisible();
}

test('dates must be typed: two clicks choose them, the fields follow, and the button says what it will show', async ({
	page
}) => {
	await openDates(page, `/messages?${WEEK}`);
	await expect(menu(page).getByRole('grid')).toHaveCount(2);
	await expect(menu(page).getByRole('grid', { name: 'March 2025' })).toBeVisible();
	await expect(filled(page)).toHaveCount(7);
	await dayOf(page, 'Thursday 20 March 2025').click();
	await expect(menu(page).getByRole('button', { name: 'Show 1 day', exact: true })).toBeVisible();
	await dayOf(page, 'Wednesday 26 February 2025').click();
	await expect(fieldOf(page, 'From')).toHaveValue('2025-02-26');
	await expect(fieldOf(page, 'To')).toHaveValue('2025-03-20');
	await expect(filled(page)).toHaveCount(23);
	await menu(page).getByRole('button', { name: 'Show 23 days', exact: true }).click();
	await expect(page).toHaveURL(/\/messages\?from=2025-02-26&to=2025-03-20$/);
});

test('the calendar and the fields contradict each other: what is typed is filled, and days that are none fill nothing', async ({
	page
}) => {
	await openDates(page, `/messages?${WEEK}`);
	await fieldOf(page, 'From').fill('2024-12-30');
	await fieldOf(page, 'To').fill('2025-01-02');
	await expect(filled(page)).toHaveCount(4);
	await expect(menu(page).getByRole('grid', { name: 'December 2024' })).toBeVisible();
	await fieldOf(page, 'To').fill('2024-12-01');
	await expect(filled(page)).toHaveCount(0);
	await expect(menu(page).getByRole('button', { name: 'Show these days', exact: true })).toBeVisible();
});

test('the calendar needs a mouse: keys walk its days, weeks and months, and choose', async ({ page }) => {
	await openDates(page, `/messages?${WEEK}`);
	await dayOf(page, 'Monday 10 March 2025').focus();
	const walk = [
		['ArrowRight', 'Tuesday 11 March 2025'],
		['ArrowDown', 'Tuesday 18 March 2025'],
		['End', 'Sunday 23 March 2025'],
		['PageDown', 'Wednesday 23 April 2025'],
		['PageUp', 'Sunday 23 March 2025'],
		['PageUp', 'Sunday 23 February 2025'],
		['Home', 'Monday 17 February 2025'],
		['ArrowLeft', 'Sunday 16 February 2025']
	] as const;
	for (const [key, day] of walk) {
		await page.keyboard.press(key);
		await expect(dayOf(page, day), key).toBeFocused();
	}
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Space');
	await expect(fieldOf(page, 'From')).toHaveValue('2025-02-16');
	await expect(fieldOf(page, 'To')).toHaveValue('2025-02-17');
	await expect(page, 'nothing is sent by the way').toHaveURL(new RegExp(`${WEEK}$`));
	await fieldOf(page, 'To').press('Enter');
	await expect(page).toHaveURL(/from=2025-02-16&to=2025-02-17$/);
});

test('what the days are compared with is anybody’s guess: the calendar dots them, also for days not shown yet', async ({
	page
}) => {
	await openDates(page, `/messages?${WEEK}`);
	await expect(dotted(page)).toHaveCount(0);
	await openDates(page, `/messages?${WEEK}&compare=previous`);
	await expect(dotted(page)).toHaveText(['3', '4', '5', '6', '7', '8', '9']);
	await expect(menu(page)).toContainText('7 days, compared with 3 – 9 Mar 2025');
	await dayOf(page, 'Wednesday 19 March 2025').click();
	await dayOf(page, 'Thursday 20 March 2025').click();
	await expect(dotted(page)).toHaveText(['12', '13']);
});

test('the week starts on the wrong day, and tomorrow can be asked for: the calendar knows the view’s week and zone', async ({
	page
}) => {
	await openDates(page, '/messages?range=7d&tz=Pacific/Kiritimati&week=sunday');
	await expect(menu(page).locator('th').first()).toHaveText('Su');
	const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format();
	const days = menu(page).locator('[data-bits-day]:not([data-outside-month])');
	await expect(days.and(page.locator('[aria-current="date"]'))).toHaveAttribute('data-value', today);
	const choosable = await days
		.and(page.locator(':not([aria-disabled="true"])'))
		.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
	expect(choosable.at(-1), 'no day after today').toBe(today);
	await expect(menu(page).getByRole('button', { name: 'Later months' })).toBeDisabled();
	await menu(page).getByRole('button', { name: 'Show 7 days', exact: true }).click();
	await expect(page, 'days that nobody changed stay a range that moves on').toHaveURL(/\?range=7d&tz=/);
});

test('a calendar for eagles: on a phone it is one month whose days are 44 px, and axe finds nothing in it', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto(`/messages?${WEEK}&compare=previous`);
	await untilSettled(page);
	await page.locator('form .toggle').click();
	await openMenu(page, 'Dates');
	await expect(menu(page).getByRole('grid')).toHaveCount(1);
	const sizes = await menu(page)
		.locator('[data-bits-day]:not([data-outside-month]), button')
		.evaluateAll((parts) =>
			parts.map((part) => part.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))
		);
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
	expect(await axeFindings(page, ['details[open]'])).toEqual([]);
	for (const look of [
		{ theme: 'dark' },
		{ theme: 'light', contrast: 'more' },
		{ theme: 'dark', contrast: 'more' }
	]) {
		await page.evaluate((chosen) => Object.assign(document.documentElement.dataset, chosen), look);
		expect(await faintColours(page), JSON.stringify(look)).toEqual([]);
	}
});

test('without scripts the days are two fields, and they lead there', async ({ browser, app }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	await page.goto(`${app.url}/messages?${WEEK}`);
	await openMenu(page, 'Dates');
	await expect(menu(page).getByRole('grid')).toHaveCount(0);
	await fieldOf(page, 'To').fill('2025-03-12');
	await menu(page).getByRole('button', { name: 'Show these days', exact: true }).click();
	await expect(page).toHaveURL(/from=2025-03-10&to=2025-03-12/);
	await context.close();
});
