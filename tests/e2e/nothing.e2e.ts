import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openWhole } from './views';

const waysOf = (page: Page) => page.getByRole('list', { name: 'Ways out' }).getByRole('listitem');

/** The rated messages that a way out promises. */
async function promised(way: ReturnType<typeof waysOf>): Promise<string> {
	return (await way.innerText()).match(/([\d,]+) rated messages/)?.[1] ?? '';
}

test.describe('filters that nothing fits', () => {
	test('seven empty panels to scroll: the overview says it once, and which filter alone keeps the messages away', async ({
		page,
		problems
	}) => {
		await page.goto('/?q=zzzzunheardof&platform=tiktok');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing matches these filters.');
		await expect(page.locator('main section.panel')).toHaveCount(0);
		await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined|too few/);
		await expect(waysOf(page)).toHaveCount(3);
		await expect(waysOf(page).first()).toContainText('Remove “zzzzunheardof”');
		await expect(waysOf(page).nth(1)).toHaveText(/Remove TikTok\s+alone brings nothing back/);
		await expect(waysOf(page).last().getByRole('link', { name: 'Clear all filters' })).toHaveAttribute(
			'href',
			'/'
		);
		const rated = await promised(waysOf(page).first());
		expect(rated).toMatch(/\d/);
		await waysOf(page).first().getByRole('link').click();
		await expect(page).toHaveURL(/\/\?platform=tiktok$/);
		await expect(page.locator('#sentiment-trend figure')).toBeVisible();
		await expect(page.locator('main')).toContainText(`${rated} rated messages`);
		expect(problems).toEqual([]);
	});

	test('days without a message offer other days, and what excludes itself offers each side', async ({
		page
	}) => {
		await openWhole(page, '/?from=2019-01-01&to=2019-01-10');
		await expect(waysOf(page)).toHaveCount(1);
		await waysOf(page).getByRole('link', { name: 'Show the last 28 days' }).click();
		await expect(page.locator('#sentiment-trend figure')).toBeVisible();
		await openWhole(page, '/?platform=tiktok&type=dms&brand=1');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing matches');
		for (const name of ['Remove TikTok', 'Remove Direct messages', 'Show all brands']) {
			await expect(page.getByRole('link', { name })).toBeVisible();
		}
		await expect(waysOf(page).filter({ hasText: 'Show all brands' })).toContainText(
			'alone brings nothing back'
		);
		expect(Number(await promised(waysOf(page).filter({ hasText: 'Remove TikTok' })))).toBeGreaterThan(0);
	});

	test('keywords and messages offer the same ways out', async ({ page }) => {
		await openWhole(page, '/keywords?q=zzzzunheardof');
		await expect(
			page.locator('#keywords').getByRole('link', { name: 'Remove “zzzzunheardof”' })
		).toBeVisible();
		await page.goto('/messages?q=zzzzunheardof&closed=false');
		await expect(page.locator('main section.panel')).toHaveCount(0);
		await waysOf(page).first().getByRole('link', { name: 'Remove “zzzzunheardof”' }).click();
		await expect(page).toHaveURL(/\/messages\?closed=false$/);
		await expect(page.locator('ol > li').first()).toBeVisible();
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('the way out is a link as any other', async ({ page }) => {
			await openWhole(page, '/?q=zzzzunheardof&brand=2');
			await expect(page.locator('main section.panel')).toHaveCount(0);
			await page.getByRole('link', { name: 'Remove “zzzzunheardof”' }).click();
			await expect(page).toHaveURL(/\/\?brand=2&wait=all$|\/\?brand=2$/);
			await expect(page.locator('#sentiment-trend figure')).toBeVisible();
		});
	});
});
