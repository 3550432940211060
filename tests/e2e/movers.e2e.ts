import { axeFindings, expect, test } from './fixtures';

/** A day of the demo plan, counted back from today in UTC, as links write it. */
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Some days of a brand against those before. */
const against = (brand: number, [from, to]: [number, number], [earlier, until]: [number, number]) =>
	`/keywords?brand=${brand}&from=${day(from)}&to=${day(to)}` +
	`&compare=custom&compare_from=${day(earlier)}&compare_to=${day(until)}`;

/** The two weeks of Fennick's campaign and the four before it; Quillby's week of the new wrapper and the one before. */
const CAMPAIGN = () => against(3, [20, 7], [48, 21]);
const WRAPPER = () => against(4, [6, 0], [34, 7]);

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

	test('people suddenly write about something new, and nobody tells me which word to look for', async ({
		page
	}) => {
		await page.goto(`${CAMPAIGN()}&wait=all`);
		const more = page.getByRole('table', { name: 'More often' });
		const hashtag = more.getByRole('row').filter({ hasText: '#slowmornings' });
		const cells = hashtag.getByRole('cell');
		await expect(cells.nth(1)).toContainText(/0\.0 %\s*0 of \d/);
		await expect(cells.nth(2)).toContainText(/\+\d+\.?\d* pp/);
		await expect(cells.nth(3)).toContainText('+');
		await expect(page.locator('#keyword-movers .summary')).toContainText(/(\d+|One) of the \d+ words/);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
		const stated = await cells.first().locator('small').textContent();
		await hashtag.getByRole('link', { name: 'Read the messages with “#slowmornings”' }).click();
		await expect(page.locator('#messages-title')).toContainText(`${stated!.trim().split(' ')[0]} messages`);
	});
});

test('a complaint that is new this week drowns in the words that are always there', async ({ page }) => {
	await page.goto(`${WRAPPER()}&wait=all`);
	const first = page.getByRole('table', { name: 'More often' }).locator('tbody tr').first();
	await expect(first.getByRole('rowheader')).toContainText('wrapper');
	await expect(first).toContainText(/0\.0 %\s*0 of \d/);
});

test('a word that the earlier list leaves out is taken for zero: its exact count stands there', async ({
	page
}) => {
	await page.goto(`${CAMPAIGN()}&wait=all`);
	const file = await page.request.get(CAMPAIGN().replace('/keywords', '/export/keyword-movers.json'));
	const { rows } = (await file.json()) as { rows: { keyword: string; b_mentions: number }[] };
	const { keyword, b_mentions: stated } = rows.find(({ keyword }) => keyword === '#slowmornings')!;
	const body = { brand_ids: [3], query: keyword };
	const window = {
		source_updated_after: `${day(48)}T00:00:00Z`,
		source_updated_before: `${day(20)}T00:00:00Z`
	};
	const answer = await page.request.post('/api/volume_time_series', { data: { ...body, ...window } });
	expect(answer.status()).toBe(200);
	const { data } = (await answer.json()) as { data: Record<string, { total: number }> };
	const counted = Object.values(data).reduce((sum, { total }) => sum + total, 0);
	expect([counted, Object.keys(data).length]).toEqual([stated, 28]);
});

test('two brands side by side tell what people say of one and not of the other', async ({
	page,
	problems
}) => {
	await page.goto(`/keywords?brand=1&brand=3&from=${day(180)}&to=${day(1)}&wait=all`);
	const ofTarn = page.getByRole('table', { name: 'More often with Tarn & Moss' });
	await expect(ofTarn.getByRole('rowheader').filter({ hasText: 'skin' }).first()).toBeVisible();
	expect(await axeFindings(page, ['#keyword-movers'])).toEqual([]);
	expect(problems).toEqual([]);
});

test('chance is sold as a trend: where nothing moved, the page says that nothing moved', async ({ page }) => {
	await page.goto(`${against(3, [110, 97], [138, 111])}&wait=all`);
	await expect(page.locator('#keyword-movers .summary')).toContainText('none stands out');
	await expect(page.locator('#keyword-movers table')).toHaveCount(0);
});

test('a handful of comments looks like a shift of words: it is too little to compare', async ({ page }) => {
	await page.goto(`${against(3, [2, 2], [3, 3])}&platform=youtube&type=dms&wait=all`);
	await expect(page.locator('#keyword-movers .summary')).toContainText('fewer than ten interactions');
});

test('a campaign is judged by its score alone: its page says which words came with it and which left', async ({
	page,
	problems
}) => {
	await page.goto('/impact?campaign=slow-mornings');
	const panel = page.locator('#impact-movers');
	const hashtag = panel.getByRole('row').filter({ hasText: '#slowmornings' });
	await expect(hashtag).toContainText(/\+\d+\.?\d* pp/);
	const shown = await hashtag.getByRole('cell').nth(2).locator('b').textContent();
	expect(await axeFindings(page, ['#impact-movers'])).toEqual([]);
	await hashtag.getByRole('link', { name: '#slowmornings', exact: true }).click();
	await expect(page).toHaveURL(/\/keywords\?.*word=%23slowmornings/);
	await page.getByRole('link', { name: 'Back to all keywords' }).click();
	const same = page.locator('#keyword-movers').getByRole('row').filter({ hasText: '#slowmornings' });
	await expect(same.getByRole('cell').nth(2).locator('b')).toHaveText(shown!);
	expect(problems).toEqual([]);
});
