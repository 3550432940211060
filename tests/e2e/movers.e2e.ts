import { axeFindings, expect, test } from './fixtures';

/** A day of the demo plan, counted back from today in UTC, as links write it. */
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** The two weeks of Fennick's campaign, against the eight weeks before it. */
const campaignDays = () =>
	`/keywords?brand=3&from=${day(20)}&to=${day(7)}&compare=custom&compare_from=${day(76)}&compare_to=${day(21)}`;

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

	test('people suddenly write about something new, and nobody tells me which word to look for', async ({
		page
	}) => {
		await page.goto(`${campaignDays()}&wait=all`);
		const more = page.getByRole('table', { name: 'More often' });
		const hashtag = more.getByRole('row').filter({ hasText: '#slowmornings' });
		const cells = hashtag.getByRole('cell');
		await expect(cells.nth(1)).toContainText(/^(Before)?\s*0\.0 %\s*0 of \d/);
		await expect(cells.nth(2)).toContainText(/\+\d+\.?\d* pp/);
		await expect(cells.nth(3)).toContainText('+');
		await expect(page.locator('#keyword-movers .summary')).toContainText(/\d+ words were compared/);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
		const stated = await cells.first().locator('small').textContent();
		await hashtag.getByRole('link', { name: 'Read the messages with “#slowmornings”' }).click();
		await expect(page.locator('#messages-title')).toContainText(`${stated!.trim().split(' ')[0]} messages`);
	});
});

test('two brands side by side tell what people say of one and not of the other', async ({
	page,
	problems
}) => {
	await page.goto(`/keywords?brand=1&brand=3&from=${day(180)}&to=${day(1)}&wait=all`);
	const ofTarn = page.getByRole('table', { name: 'More often with Tarn & Moss' });
	await expect(ofTarn.getByRole('rowheader').filter({ hasText: 'skin' }).first()).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);
	expect(problems).toEqual([]);
});
