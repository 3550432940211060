import type { Browser, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { axeFindings, expect, faintColours, test } from './fixtures';

const WIDTHS = [1440, 360];
const PAGE_SIZE = 50;

/** A limit for a machine that has much else to do; every step waits for a state and not for a time. */
test.describe.configure({ timeout: 120_000 });

const rows = (page: Page) => page.locator('#keywords tbody tr[data-row]');
const row = (page: Page, index: number) => page.locator(`#keywords tbody tr[data-row="${index}"]`);
/** The exact counts of a word: all brands, then each one. */
const counts = (page: Page) => page.locator('#word-counts tr:has(td.mentions)');
const wordOf = async (page: Page, index: number) =>
	(await row(page, index).locator('th bdi').textContent()) ?? '';
const numberIn = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));
/** The list once the browser has taken it over: until then its menu is a list of plain links. */
async function openList(page: Page, address: string) {
	await page.goto(address);
	await expect(page.locator('#keywords header .menu button')).toBeVisible();
	await expect(rows(page).first()).toBeVisible();
}
/** What the list says of its rows, such as "1 to 50 of 500 keywords". */
const said = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d,]+ .*keywords$/ });
const allOf = async (page: Page) =>
	numberIn((await said(page).textContent())!.match(/([\d,]+) keywords/)![1]!);
const nextPage = (page: Page) => page.locator('#keywords').getByRole('link', { name: 'Next page' });
const searchOf = (page: Page) => new URL(page.url()).searchParams;

/** What the host itself counts, asked past the page. */
async function countOf(page: Page, query: string, days: { after: string; before: string }, brands: number[]) {
	const answer = await page.request.post('/api/volume_time_series', {
		data: {
			brand_ids: brands,
			query,
			source_updated_after: days.after,
			source_updated_before: days.before
		}
	});
	const { data } = (await answer.json()) as { data: Record<string, { total: number }> };
	return Object.values(data).reduce((sum, { total }) => sum + total, 0);
}

/** The word of the first row that has no counterpart: it is among those that are mentioned least. */
async function firstUnlisted(browser: Browser, address: string): Promise<string> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${address}&sort=mentions`);
	const word = await rows(page)
		.filter({ hasText: 'not in the top list' })
		.locator('th bdi', { hasText: /^[a-z]+$/ })
		.first()
		.textContent();
	await context.close();
	return word ?? '';
}

async function brandIds(page: Page): Promise<number[]> {
	const answer = await page.request.get('/api/self');
	return ((await answer.json()) as { accessible_brands: number[] }).accessible_brands;
}

test('a missing keyword is not shown as zero: it says so, and one click counts it in both periods', async ({
	page,
	browser,
	app,
	problems
}) => {
	const [now, before] = [
		['2026-10-01', '2026-10-07'],
		['2026-09-24', '2026-09-30']
	] as const;
	const compared = `compare=custom&compare_from=${before[0]}&compare_to=${before[1]}&match=date`;
	const address = `/keywords?from=${now[0]}&to=${now[1]}&${compared}`;
	const word = await firstUnlisted(browser, `${app.url}${address}&wait=all`);
	await openList(page, `${address}&find=${encodeURIComponent(word)}`);
	const unlisted = rows(page).filter({ has: page.locator('bdi', { hasText: new RegExp(`^${word}$`) }) });
	await expect(unlisted.locator('td.change')).toHaveText(/^\s*not in the top list\s*count it\s*$/);
	await unlisted.getByRole('link', { name: `Count “${word}” exactly in both periods` }).click();
	await expect(page).toHaveURL(/[?&]word=/);

	const brands = await brandIds(page);
	const exact = await countOf(page, word, { after: now[0], before: now[1] }, brands);
	const earlier = await countOf(page, word, { after: before[0], before: before[1] }, brands);
	const total = counts(page).first();
	await expect(total.locator('td.mentions')).toHaveText(exact.toLocaleString('en-GB'));
	if (earlier > 0)
		await expect(total.locator('td.was')).toContainText(`${earlier.toLocaleString('en-GB')} before`);
	else await expect(total.locator('td.was')).toContainText(exact > 0 ? 'none before' : 'none in both');
	expect(problems).toEqual([]);
});

test('“Infinity %” for a word that nobody used before: it says “none before” and gives no percentage', async ({
	page
}) => {
	// The demo has two years of messages, and these days lie before the first of them.
	await page.goto(
		'/keywords?wait=all&compare=custom&compare_from=2020-01-01&compare_to=2020-01-28&match=date&word=taste'
	);
	const total = counts(page).first();
	await expect(total.locator('td.mentions')).toHaveText(/[1-9]/);
	await expect(total.locator('td.was')).toHaveText(/^\s*none before\s*$/);
	await expect(page.locator('main')).not.toContainText(/NaN|Infinity|∞|undefined/);
	for (const change of await page.locator('#keywords td.change').allTextContents()) {
		expect(change).not.toContain('%');
	}
});

test('a CSV that ignores the filters: the file of the keywords has the rows, counts and change that the table shows', async ({
	page
}) => {
	await openList(page, '/keywords?brand=3&range=90d&compare=previous&omit=taste&find=ba');
	const shown = await rows(page).evaluateAll((found) =>
		found.map((tr) => ({
			word: tr.querySelector('th bdi')?.textContent ?? '',
			mentions: tr.querySelector('td.mentions')?.textContent?.replace(/[^\d]/g, '') ?? ''
		}))
	);
	expect(shown.length).toBeGreaterThan(0);
	const answer = await page.request.get(`/export/keywords.csv${new URL(page.url()).search}`);
	const text = await answer.text();
	const file = parse(text, { bom: true, columns: true, comment: '#', comment_no_infix: true }) as Record<
		string,
		string
	>[];
	expect(file.some(({ keyword }) => keyword === 'taste')).toBe(false);
	for (const { word, mentions } of shown) {
		expect(file.find(({ keyword }) => keyword === word)?.mentions, word).toBe(mentions);
	}
	expect(Object.keys(file[0]!)).toContain('change_verdict');
});

test('a word that no list holds is counted exactly, brand by brand, and so is a phrase', async ({ page }) => {
	await page.goto('/keywords');
	for (const words of ['taste', 'the', 'customer service']) {
		await page.getByRole('searchbox', { name: 'Exact count of a word or phrase' }).fill(words);
		await page.getByRole('button', { name: 'Count it' }).click();
		await expect.poll(() => searchOf(page).get('word')).toBe(words);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${words}”`);
		await expect(counts(page)).toHaveCount(9);
		await expect(counts(page).first().locator('th')).toContainText('All brands');
		const mentions = (await counts(page).locator('td.mentions').allTextContents()).map(numberIn);
		expect(mentions[0]).toBe(mentions.slice(1).reduce((sum, count) => sum + count, 0));
		await expect(page.getByRole('heading', { level: 1 })).toContainText(
			mentions[0] === 0 ? 'No interaction mentions' : `is in ${mentions[0]!.toLocaleString('en-GB')} of`
		);
	}
});

test('a slow page wipes what was typed before its scripts came: it stays, and is what the form asks', async ({
	page
}) => {
	let letScriptsCome = () => {};
	const scripts = new Promise<void>((resolve) => (letScriptsCome = resolve));
	await page.route('**/*.js', async (route) => {
		await scripts;
		await route.continue();
	});
	await page.goto('/keywords?wait=all', { waitUntil: 'commit' });
	const field = page.getByRole('searchbox', { name: 'Exact count of a word or phrase' });
	await field.fill('oat');
	letScriptsCome();
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox'), 'the scripts are there').toBeVisible();
	await page.keyboard.press('Escape');
	await expect(field).toHaveValue('oat');
	await field.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('“oat” is in');
});

test('the exact count of a listed word is the number in the list', async ({ page }) => {
	await openList(page, '/keywords');
	for (const index of [0, 5]) {
		const word = await wordOf(page, index);
		const mentions = await row(page, index).locator('td.mentions').textContent();
		await row(page, index).locator('th a').click();
		await expect.poll(() => searchOf(page).get('word')).toBe(word);
		const total = page.locator('#word-counts tr.total td.mentions');
		await expect(total).toHaveText(String(numberIn(mentions)));
		await page.goBack();
		await expect(page.locator('#word-counts')).toHaveCount(0);
	}
});

test('−14 to +2 here and −15 to +3 there: a word has one interval in the list, in the list that is filtered for it, and on its own page', async ({
	page
}) => {
	for (const word of ['delivery', 'taste']) {
		const inList = rows(page).filter({ has: page.locator('bdi', { hasText: new RegExp(`^${word}$`) }) });
		const own = page.locator('#word-counts tr.total');
		const told = async (line: Locator) => [
			await line.locator('.score b').textContent(),
			await line.locator('.score[title]').getAttribute('title'),
			await line.getByRole('img', { name: 'negative' }).getAttribute('aria-label')
		];
		const shown: (string | null)[][] = [];
		for (const [search, line] of [
			['?range=90d', inList],
			[`?range=90d&q=${word}`, inList],
			[`?range=90d&word=${word}`, inList],
			[`?range=90d&word=${word}`, own],
			[`?range=90d&word=${word}&sentiment=negative`, own]
		] as const) {
			await page.goto(`/keywords${search}&wait=all`);
			await expect(line).toHaveCount(1);
			shown.push(await told(line));
		}
		expect(shown[0]![1]).toMatch(/^95 % interval: [+−]?[\d.]+ to [+−]?[\d.]+$/);
		expect(new Set(shown.map(String)).size, shown.join('; ')).toBe(1);
	}
});

test('a headline that only repeats the search: filtered for a word it says whether its messages are worse than all others, and what comes up beside it', async ({
	page
}) => {
	await openList(page, '/keywords?range=90d&q=delivery&wait=all');
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).not.toContainText('most: in');
	await expect(heading).toContainText('Messages with “delivery” are more negative than all others');
	const said = (await heading.textContent())!.replaceAll('\u00a0', ' ');
	const [, own, others] = said.match(/: (\S+) against (\S+) points of net sentiment\./) ?? [];
	expect(own).toBe(await row(page, 0).locator('.score b').textContent());
	expect(Number(others!.replace('−', '-'))).toBeGreaterThan(Number(own!.replace('−', '-')));
	const total = await row(page, 0)
		.locator('td.mentions a')
		.evaluate((link) => link.firstChild!.textContent);
	const [beside, count] = [
		await wordOf(page, 1),
		await row(page, 1)
			.locator('td.mentions a')
			.evaluate((link) => link.firstChild!.textContent)
	];
	expect(said).toContain(`“${beside}” comes up most beside it, in ${count} of ${total}.`);

	const negative = await page.goto('/keywords?range=90d&q=delivery&sentiment=negative&wait=all');
	expect(negative?.status()).toBe(200);
	await expect(heading).toContainText('interactions have “delivery”');
});

test('an order that vanishes on refresh: the table sorts by every column, the link keeps it, and Back undoes one choice', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openList(page, '/keywords?compare=previous');
	const head = page.locator('#keywords thead');
	const choices = ['Keyword', 'Of all, %', 'Negative', 'Neutral', 'Positive', 'Net, points', 'Change'];
	for (const name of choices) {
		await head.getByRole('link', { name, exact: true }).click();
		await expect(head.getByRole('columnheader', { name })).toHaveAttribute(
			'aria-sort',
			name === 'Keyword' ? 'ascending' : 'descending'
		);
	}
	await expect.poll(() => searchOf(page).get('sort')).toBe('-change');
	await page.goBack();
	await expect.poll(() => searchOf(page).get('sort')).toBe('-net');
	const scores = async () =>
		(await rows(page).locator('td.score b').allTextContents()).map((text) => Number(text.replace('−', '-')));
	const isFalling = async () => {
		const shown = await scores();
		return shown.length > 5 && shown.every((score, index) => index === 0 || score <= shown[index - 1]!);
	};
	await expect.poll(isFalling).toBe(true);
	await page.reload();
	await expect(rows(page).first().locator('td.score b')).toHaveText(/^\+/);
});

test('typing in the search never floods Back, and the link keeps what was found', async ({ page }) => {
	await page.goto('/');
	await openList(page, '/keywords');
	const length = await page.evaluate(() => history.length);
	const word = await wordOf(page, 3);
	const all = await allOf(page);
	await page.getByRole('searchbox', { name: 'Find in this list' }).pressSequentially(word, { delay: 20 });
	await expect(said(page)).toHaveText(new RegExp(`^\\d+ of ${all} keywords$`));
	await expect(row(page, 0).locator('th')).toContainText(word);
	await expect.poll(() => searchOf(page).get('find')).toBe(word);
	expect(await page.evaluate(() => history.length)).toBe(length);
	await expect(page.getByRole('searchbox', { name: 'Find in this list' })).toBeFocused();
	await page.reload();
	await expect(page.getByRole('searchbox', { name: 'Find in this list' })).toHaveValue(word);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
});

test('a search that finds nothing offers the exact count and never a zero', async ({ page }) => {
	await openList(page, '/keywords');
	await page.getByRole('searchbox', { name: 'Find in this list' }).fill('zzzunheard');
	await expect(page.locator('#keywords')).toContainText('No listed keyword holds “zzzunheard”');
	await expect(page.locator('#keywords')).toContainText('Others may be mentioned, too');
	await page.getByRole('link', { name: 'Count “zzzunheard” exactly' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('No interaction mentions “zzzunheard”');
});

test('the link drops part of the state: hidden words stay hidden in the link that is sent, and come back with one click', async ({
	page,
	context
}) => {
	await openList(page, '/keywords');
	const [first, second] = [await wordOf(page, 0), await wordOf(page, 1)];
	await row(page, 0)
		.getByRole('link', { name: `Hide “${first}”` })
		.click();
	await expect(row(page, 0).locator('th')).toContainText(second);
	await row(page, 0)
		.getByRole('link', { name: `Hide “${second}”` })
		.click();
	await expect.poll(() => searchOf(page).getAll('omit').sort()).toEqual([first, second].sort());

	const other = await context.newPage();
	await openList(other, page.url());
	const line = other.getByRole('group', { name: 'Hidden:' });
	await expect(line).toContainText(first);
	expect(await wordOf(other, 0)).not.toBe(first);
	await line.getByRole('link', { name: `Show “${first}” again` }).click();
	await expect(row(other, 0).locator('th')).toContainText(first);
	await expect.poll(() => searchOf(other).getAll('omit')).toEqual([second]);
});

/** The pages of the list from the one that is open, each as its words, walked by their links. */
async function walkPages(page: Page): Promise<string[][]> {
	const pages: string[][] = [];
	for (;;) {
		const first = pages.flat().length;
		await expect(rows(page).first()).toHaveAttribute('data-row', String(first));
		pages.push(await rows(page).locator('th bdi').allTextContents());
		const count = pages.at(-1)!.length;
		await expect(said(page)).toHaveText(new RegExp(`^${first + 1} to ${first + count} of `));
		if ((await nextPage(page).count()) === 0) return pages;
		await nextPage(page).click();
	}
}

test('a list of 24,000 pixels that nobody reads to its end: it has pages of fifty, each with a link of its own', async ({
	page
}) => {
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 900 });
		await openList(page, '/keywords?range=90d');
		const all = await allOf(page);
		expect(all).toBe(500);
		await expect(rows(page)).toHaveCount(PAGE_SIZE);
		expect(await page.evaluate(() => document.body.scrollHeight)).toBeLessThan(width > 1000 ? 4_000 : 8_500);
		await nextPage(page).click();
		await expect.poll(() => searchOf(page).get('page')).toBe('2');
		await expect(said(page)).toHaveText(`51 to 100 of ${all} keywords`);
		await expect(page.locator('#keywords thead')).toBeInViewport();
	}
	const word = await wordOf(page, 50);
	await page.reload();
	expect(await wordOf(page, 50)).toBe(word);
	await page.goBack();
	await expect(said(page)).toHaveText('1 to 50 of 500 keywords');
});

test('turning the page forgets what was asked: its order, search and hidden words stay, and each new question begins on page 1', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openList(page, '/keywords?range=90d&omit=taste&sort=keyword');
	const all = await allOf(page);
	await nextPage(page).click();
	await expect.poll(() => page.url()).toMatch(/\?range=90d&omit=taste&sort=keyword&page=2#keywords$/);
	await page.locator('#keywords thead').getByRole('link', { name: 'Mentions', exact: true }).click();
	await expect.poll(() => searchOf(page).get('sort')).toBe(null);
	expect(searchOf(page).get('page')).toBe(null);
	await expect(row(page, 0)).toBeVisible();

	await page.getByRole('searchbox', { name: 'Find in this list' }).fill('e');
	await expect(said(page)).toHaveText(new RegExp(`^1 to 50 of \\d+ found among ${all} keywords$`));
	await expect.poll(() => searchOf(page).get('find')).toBe('e');
	await nextPage(page).click();
	await expect.poll(() => searchOf(page).get('page')).toBe('2');
	for (const word of await rows(page).locator('th bdi').allTextContents()) expect(word).toMatch(/[eé]/i);
	const [word, after] = [await wordOf(page, 50), await wordOf(page, 51)];
	await row(page, 50)
		.getByRole('link', { name: `Hide “${word}”` })
		.click();
	await expect(row(page, 50).locator('th')).toContainText(after);
	await row(page, 50).locator('th a').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${after}”`);
	await page.getByRole('link', { name: 'Back to all keywords' }).click();
	await expect(row(page, 50).locator('th')).toContainText(after);
	await page.getByRole('searchbox', { name: 'Find in this list' }).fill('ta');
	await expect(row(page, 0)).toBeVisible();
	await expect.poll(() => searchOf(page).get('page')).toBe(null);
});

test('without scripts only the first page can be read: links walk all pages, and forms and links sort, search and count', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${app.url}/keywords?wait=all`);
	const pages = await walkPages(page);
	const all = pages.flat().length;
	expect(pages.slice(0, -1).every(({ length }) => length === PAGE_SIZE)).toBe(true);
	expect(new Set(pages.flat()).size).toBe(all);
	await expect(page.locator('#keywords footer')).toContainText(`The host listed ${all} keywords.`);
	await page.locator('#keywords').getByRole('link', { name: 'Previous page' }).click();
	await expect(page).toHaveURL(new RegExp(`page=${pages.length - 1}&wait=all#keywords$`));
	await page.locator('#keywords thead').getByRole('link', { name: 'Keyword', exact: true }).click();
	await expect(page).toHaveURL(/sort=keyword/);
	const words = await rows(page).locator('th bdi').allTextContents();
	expect(words[0]).toMatch(/^#?[\da]/i);
	await page.getByRole('searchbox', { name: 'Find in this list' }).fill('ta');
	await page.getByRole('button', { name: 'Find' }).click();
	await expect(page).toHaveURL(/find=ta/);
	for (const word of await rows(page).locator('th bdi').allTextContents()) expect(word).toContain('ta');
	await page.getByRole('searchbox', { name: 'Exact count of a word or phrase' }).fill('taste');
	await page.getByRole('button', { name: 'Count it' }).click();
	await expect(counts(page).first()).toContainText('All brands');
	await context.close();
});

test('a file of what is on the screen alone: from any page the CSV and the JSON have every keyword, and the page says so', async ({
	page
}) => {
	await openList(page, '/keywords?sort=keyword&page=3');
	const all = await allOf(page);
	await expect(page.locator('#keywords footer')).toContainText(
		`This page holds 101 to 150 of ${all}; the CSV and the JSON of the menu hold all ${all}.`
	);
	await page.locator('#keywords header .menu button').click();
	for (const name of ['Download CSV', 'Download JSON']) {
		const address = await page.getByRole('menuitem', { name }).getAttribute('href');
		const text = await (await page.request.get(address!)).text();
		const rowsIn = name.endsWith('JSON')
			? (JSON.parse(text) as { rows: unknown[] }).rows
			: (parse(text, { bom: true, columns: true, comment: '#', comment_no_infix: true }) as unknown[]);
		expect(rowsIn, name).toHaveLength(all);
	}
});

test('an old link to a page that the list no longer has shows nothing: it says so and leads to the last one', async ({
	page
}) => {
	await page.goto('/keywords?page=4000');
	await expect(page.locator('#keywords')).toContainText('There is no page 4,000');
	await page.locator('#keywords').getByRole('link', { name: 'Last page' }).click();
	await expect(rows(page).first()).toBeVisible();
	await expect(nextPage(page)).toHaveCount(0);
	await expect(page.locator('#keywords')).toContainText(`Page ${searchOf(page).get('page')} of`);
});

test('the names of the columns stay in sight however far the list is scrolled', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openList(page, '/keywords?range=90d');
	const head = page.locator('#keywords thead');
	await row(page, 40).scrollIntoViewIfNeeded();
	await expect(row(page, 0)).not.toBeInViewport();
	for (const name of ['Mentions', 'Net, points']) {
		await expect(head.getByRole('columnheader', { name })).toBeInViewport();
	}
});

test('Back returns to the row that one left', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openList(page, '/keywords?range=90d&page=4');
	await row(page, 180).scrollIntoViewIfNeeded();
	const word = await wordOf(page, 180);
	await row(page, 180).locator('th a').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${word}”`);
	await page.goBack();
	await expect(row(page, 180)).toBeInViewport();
	expect(await wordOf(page, 180)).toBe(word);
});

test('a table that only a mouse can use: the keyboard alone walks the rows of all pages, opens a word and comes back', async ({
	page
}) => {
	await openList(page, '/keywords');
	const all = await allOf(page);
	await row(page, 0).locator('th a').focus();
	for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
	await expect(row(page, 3).locator('th a')).toBeFocused();
	for (let stride = 1; stride <= 5; stride += 1) {
		await page.keyboard.press('PageDown');
		await expect(row(page, 3 + 10 * stride).locator('th a')).toBeFocused();
	}
	expect(searchOf(page).get('page')).toBe('2');
	for (let step = 0; step < 4; step += 1) {
		await page.keyboard.press('ArrowUp');
		await expect(row(page, 52 - step).locator('th a')).toBeFocused();
	}
	expect(searchOf(page).get('page')).toBe(null);
	await page.keyboard.press('End');
	await expect(row(page, all - 1).locator('th a')).toBeFocused();
	await page.keyboard.press('Home');
	await expect(row(page, 0).locator('th a')).toBeFocused();
	const word = await wordOf(page, 0);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${word}”`);
});

test('an order that is no column falls back, and the page prints the value it had', async ({ page }) => {
	await page.goto('/keywords?sort=-colour&word=%2C');
	const notice = page.getByRole('status').filter({ hasText: 'could not be used' });
	await expect(notice).toContainText('Order (sort=-colour): use one of');
	await expect(notice).toContainText('Word (word=,): it holds no word');
	await expect(rows(page).first()).toBeVisible();
});

test('filters that nothing fits say so, and hostile words are text', async ({ page, problems }) => {
	await page.goto('/keywords?q=zzzzunheardof');
	await expect(page.locator('#keywords')).toContainText('No message matches');
	await page.goto(`/keywords?word=${encodeURIComponent('<img src=x onerror=alert(1)>')}&omit=%3Cb%3Ebold`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror=alert(1)>');
	await expect(page.getByRole('group', { name: 'Hidden:' })).toContainText('<b>bold');
	await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/);
	expect(problems).toEqual([]);
});

test('the keywords have no sideways scroll at 360 pixels, with a word and a comparison', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	for (const search of [
		'',
		'?compare=previous',
		'?compare=previous&word=taste',
		'?word=taste&omit=one&omit=oat'
	]) {
		await openList(page, `/keywords${search}`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), search).toBe(0);
	}
});

/** What axe finds in parts of a page at each width and in the other theme; the page stays open. */
async function findingsInEveryLook(page: Page, parts: readonly string[]): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	const found: string[] = [];
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		found.push(...(await axeFindings(page, parts)).map((finding) => `${width} px: ${finding}`));
	}
	await page.emulateMedia({ colorScheme: 'dark' });
	return [...found, ...(await faintColours(page)).map((finding) => `dark: ${finding}`)];
}

test('axe finds nothing in the list of keywords at any width, light or dark', async ({ page }) => {
	await openList(page, '/keywords?compare=previous&omit=one&sort=-net');
	expect(await findingsInEveryLook(page, ['#numbers', '#keywords'])).toEqual([]);
});

test('axe finds nothing beside one keyword at any width, light or dark', async ({ page }) => {
	await openList(page, '/keywords?compare=previous&word=taste');
	await page.locator('#word-volume').scrollIntoViewIfNeeded();
	await expect(page.locator('#word-volume .canvas svg')).toBeVisible();
	const parts = ['#numbers', '#word-counts', '#word-trend', '#word-volume', '#word-companions'];
	expect(await findingsInEveryLook(page, parts)).toEqual([]);
});
