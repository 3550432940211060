import type { Page } from '@playwright/test';
import { axeFindings, expect, test } from './fixtures';
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
	await expect(fennick).toHaveAccessibleDescription(/^Net sentiment [+−]?\d+\.\d n [\d,]+$/);
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
