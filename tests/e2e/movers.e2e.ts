import type { Locator } from '@playwright/test';
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

/** Tarn & Moss beside the deliveries of another brand: words that people love, and words that they do not. */
const TWO_BRANDS = () => `/keywords?brand=1&brand=5&from=${day(400)}&to=${day(1)}`;

/** The score of each word with the ends of its interval, in the order of the rows. */
const scoresIn = async (tables: Locator) => {
	const cells = await tables.locator('tbody td:last-child').allTextContents();
	return cells.map((text) => (text.replaceAll('−', '-').match(/[+-]?\d+(\.\d+)?/g) ?? []).map(Number));
};

test.describe('what moved and hurts drowns in what moved and is loved', () => {
	test.use({ javaScriptEnabled: false });

	test('without scripts a link leaves the words that people surely feel badly about, and the file has the same', async ({
		page
	}) => {
		await page.goto(`${TWO_BRANDS()}&wait=all`);
		const panel = page.locator('#keyword-movers');
		const tables = panel.getByRole('table');
		const summary = await panel.locator('.summary').textContent();
		expect((await scoresIn(tables)).some(([value]) => value! > 0)).toBe(true);
		await panel.getByRole('link', { name: /^Surely negative \d+$/ }).click();
		await expect(page).toHaveURL(/&movers=negative&wait=all#keyword-movers$/);
		const chosen = panel.getByRole('link', { name: /^Surely negative \d+$/ });
		await expect(chosen).toHaveAttribute('aria-current', 'true');
		const scores = await scoresIn(tables);
		expect(scores.length).toBeGreaterThan(1);
		for (const [value, , high] of scores) expect([value! < 0, high! <= 0]).toEqual([true, true]);
		await expect(tables.getByRole('rowheader').filter({ hasText: 'delivery' })).toBeVisible();
		await expect(panel).toContainText('None of these words is surely negative.');
		await expect(panel.locator('.summary'), 'which words stand out is not chosen').toHaveText(summary!);
		await expect(panel.locator('footer')).toContainText('the whole interval of net sentiment is below 0');

		const file = await page.request.get(
			`${TWO_BRANDS()}&movers=negative`.replace('/keywords', '/export/keyword-movers.json')
		);
		const { meta, rows } = (await file.json()) as { meta: unknown; rows: { net_high: number }[] };
		expect(JSON.stringify(meta)).toContain('Only words that are surely negative');
		expect(String(rows.length)).toBe((await chosen.textContent())!.match(/\d+/)![0]);
		expect(rows.every(({ net_high }) => net_high < 0)).toBe(true);
		await panel.getByRole('link', { name: /^All \d+$/ }).click();
		await expect(page).not.toHaveURL(/movers=/);
	});
});

test('the worst word stands wherever chance put it: words that moved stand from the most negative or the most positive', async ({
	page,
	problems
}) => {
	await page.goto(`${TWO_BRANDS()}&page=2&wait=all`);
	const panel = page.locator('#keyword-movers');
	const first = panel.getByRole('table').first();
	for (const [name, sort, sign] of [
		['Most negative first', 'net', 1],
		['Most positive first', '-net', -1]
	] as const) {
		await panel.getByRole('link', { name }).click();
		await expect.poll(() => new URL(page.url()).searchParams.get('movers_sort')).toBe(sort);
		await expect(panel.getByRole('link', { name })).toHaveAttribute('aria-current', 'true');
		const isInOrder = async () => {
			const values = (await scoresIn(first)).flatMap(([value]) => value ?? []);
			const steps = values.slice(1).map((value, at) => sign * (value - values[at]!));
			return values.length > 2 && steps.every((step) => step >= 0);
		};
		await expect.poll(isInOrder).toBe(true);
	}
	expect(new URL(page.url()).searchParams.get('page'), 'the list below stays on its page').toBe('2');
	await panel.getByRole('link', { name: 'Largest difference first' }).click();
	await expect.poll(() => new URL(page.url()).searchParams.get('movers_sort')).toBe('difference');
	const differences = async () => {
		const texts = await first
			.locator('tbody tr')
			.evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
		return texts.map((text) => Number(/\+([\d.]+) pp/.exec(text)?.[1]));
	};
	await expect
		.poll(async () => {
			const values = await differences();
			return values.length > 2 && values.every((value, at) => at === 0 || value <= values[at - 1]!);
		})
		.toBe(true);
	await panel.getByRole('link', { name: 'Surest first' }).click();
	await expect.poll(() => new URL(page.url()).searchParams.has('movers_sort')).toBe(false);
	await page.goto(`${TWO_BRANDS()}&movers=angry&wait=all`);
	await expect(page.getByRole('status').filter({ hasText: 'could not be used' })).toContainText(
		'Keywords that moved (movers=angry): use one of negative, positive'
	);
	expect(await axeFindings(page, ['#keyword-movers'])).toEqual([]);
	expect(problems).toEqual([]);
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
