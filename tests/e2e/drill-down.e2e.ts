import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { startUndertone } from '../support/undertone';
import { axeFindings, expect, test } from './fixtures';
import { openReady } from './page-numbers';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

test.use({ viewport: { width: 1440, height: 900 } });

const panelOf = (page: Page) => page.getByRole('dialog');
const cursorOf = (page: Page, chart = '#sentiment-trend') => page.locator(`${chart} [role=slider]`);
const numberIn = (text: string | null) => Number((text ?? '').replace(/,/g, '').match(/\d+/)?.[0]);

/** The count that the panel states, once its messages are there. */
async function statedCount(panel: Locator): Promise<number> {
	const stated = panel.getByText(/^[\d,]+ messages?, newest first$/);
	await expect(stated).toBeVisible();
	return numberIn(await stated.textContent());
}

/** The rows of a list of messages: the ids that tell them apart. */
const idsIn = (list: Page | Locator) =>
	list.locator('ol > li').evaluateAll((rows) => rows.map((row) => row.id));

type Day = { index: number; title: string; value: number; n: number };

/** The day with the lowest value, by the table of the trend of all brands together. */
async function worstDay(page: Page): Promise<Day> {
	const rows = await page.locator('#sentiment-trend details tbody tr').evaluateAll((trs) =>
		trs.map((tr, index) => ({
			index,
			title: tr.querySelector('th')?.textContent?.trim() ?? '',
			cells: [...tr.querySelectorAll('td')].map((td) => td.textContent?.trim() ?? '')
		}))
	);
	const days = rows
		.filter(({ cells }) => /\d/.test(cells[0] ?? ''))
		.map(({ index, title, cells }) => ({
			index,
			title: title.split(',')[0]!,
			value: Number(cells[0]!.replace('−', '-')),
			n: numberIn(cells[1]!)
		}));
	return days.reduce((worst, day) => (day.value < worst.value ? day : worst));
}

async function openTrend(page: Page): Promise<Day> {
	await page.goto('/?split=none&range=28d');
	await expect(cursorOf(page)).toBeVisible();
	return worstDay(page);
}

/** Where a bucket of the trend stands in the window. */
async function placeOf(page: Page, index: number): Promise<{ x: number; y: number }> {
	const cursor = cursorOf(page);
	await cursor.focus();
	await cursor.press('Home');
	for (let step = 0; step < index; step += 1) await cursor.press('ArrowRight');
	const line = (await page.locator('#sentiment-trend .crosshair').boundingBox())!;
	await cursor.press('Escape');
	return { x: line.x, y: line.y + line.height / 2 };
}

test('what happened on the worst day is two clicks away: exactly its messages, and the count agrees', async ({
	page,
	problems
}) => {
	const day = await openTrend(page);
	const { x, y } = await placeOf(page, day.index);
	await page.mouse.click(x, y);
	await expect(page.locator('#sentiment-trend .tooltip.pinned')).toContainText(day.title);
	await page.mouse.click(x, y);
	const panel = panelOf(page);
	expect(await statedCount(panel)).toBe(day.n);
	await expect(panel.getByRole('heading', { level: 2 })).toContainText(day.title);
	await expect(panel).toContainText('The charts count the same number.');
	expect((await idsIn(panel)).length).toBe(Math.min(50, day.n));
	const times = await panel.locator('time').allTextContents();
	expect(new Set(times.map((time) => time.split(',')[0]))).toEqual(new Set([day.title.replace(/^\w+ /, '')]));
	const counts = await panel.locator('.summary li').allTextContents();
	expect(counts.reduce((sum, count) => sum + numberIn(count), 0)).toBe(day.n);
	const ids = await idsIn(panel);
	await panel.getByRole('link', { name: 'Open in Messages' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(day.title);
	expect(numberIn(await page.locator('#messages-title').textContent())).toBe(day.n);
	expect(await idsIn(page)).toEqual(ids);
	expect(problems).toEqual([]);
});

test('without a mouse the messages behind a point are reached, read and left again by keys', async ({
	page
}) => {
	const day = await openTrend(page);
	const cursor = cursorOf(page);
	await cursor.focus();
	await page.keyboard.press('Home');
	for (let step = 0; step < day.index; step += 1) await page.keyboard.press('ArrowRight');
	await expect(cursor).toHaveAttribute('aria-valuetext', new RegExp(`^${day.title}`));
	await expect(cursor).toHaveAccessibleDescription(new RegExp(`Enter: Read the ${day.n} mess`));
	await page.keyboard.press('Enter');
	const panel = panelOf(page);
	expect(await statedCount(panel)).toBe(day.n);
	await expect(panel.locator(':focus')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await expect(cursor).toBeFocused();
	await expect(cursor).toHaveAttribute('aria-valuenow', String(day.index));
	await expect(page).toHaveURL(/\/\?split=none&range=28d$/);
});

test('Back closes the panel, Forward opens it again, and the dashboard behind it stays as it was', async ({
	page
}) => {
	const day = await openTrend(page);
	const { x, y } = await placeOf(page, day.index);
	await page.mouse.click(x, y);
	await page.mouse.click(x, y);
	const panel = panelOf(page);
	await expect(panel).toBeVisible();
	await expect(page).toHaveURL(/\/messages\?/);
	await page.goBack();
	await expect(panel).toBeHidden();
	await expect(page).toHaveURL(/\/\?split=none&range=28d$/);
	await expect(page.locator('#sentiment-trend .canvas svg')).toBeVisible();
	await page.goForward();
	expect(await statedCount(panel)).toBe(day.n);
	await panel.getByRole('link', { name: 'Previous day' }).click();
	await expect(panel.getByRole('heading', { level: 2 })).not.toContainText(day.title);
	await page.goBack();
	await expect(panel).toBeHidden();
	await expect(page).toHaveURL(/\/\?split=none&range=28d$/);
});

test('a reload of the link beside a panel opens the list, so it can be sent', async ({ page, browser }) => {
	const day = await openTrend(page);
	const cursor = cursorOf(page);
	await cursor.focus();
	await page.keyboard.press('Home');
	for (let step = 0; step < day.index; step += 1) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	expect(await statedCount(panelOf(page))).toBe(day.n);
	const context = await browser.newContext();
	const next = await context.newPage();
	await next.goto(page.url());
	// The list may come after the page that holds it.
	const listed = async () => numberIn(await next.locator('#messages-title').textContent());
	await expect.poll(listed).toBe(day.n);
	await context.close();
});

test('without scripts the numbers of a chart are links to the list, with the same count', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${app.url}/?split=none&range=28d&wait=all`);
	const day = await worstDay(page);
	await page.locator('#sentiment-trend details summary').last().click();
	await page.locator('#sentiment-trend details tbody tr').nth(day.index).getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(day.title);
	expect(numberIn(await page.locator('#messages-title').textContent())).toBe(day.n);
	await context.close();
});

test('every number of the overview shows the messages behind it: a key number, a bar, a keyword', async ({
	page
}) => {
	await page.goto('/?range=28d');
	await expect(cursorOf(page)).toBeVisible();
	const panel = panelOf(page);
	const close = async () => {
		await page.keyboard.press('Escape');
		await expect(panel).toBeHidden();
	};

	await page.getByRole('link', { name: /^Rated messages [\d,]+: read the messages$/ }).click();
	const rated = page.locator('dl .number').filter({ has: page.getByText('Rated messages', { exact: true }) });
	expect(await statedCount(panel)).toBe(numberIn(await rated.locator('.value').textContent()));
	await close();

	const bar = page.locator('#sentiment-split').getByRole('link', { name: /^Read the .* of TikTok$/ });
	const inBar = numberIn(await bar.first().getAttribute('aria-label'));
	await bar.first().focus();
	await page.keyboard.press('Enter');
	expect(await statedCount(panel)).toBe(inBar);
	await panel
		.getByRole('link', { name: /negative$/ })
		.first()
		.click();
	await expect(panel.getByRole('link', { name: 'Remove negative' })).toBeVisible();
	expect(await statedCount(panel)).toBeLessThan(inBar);
	await close();

	const row = page.locator('#keywords tbody tr').first();
	const word = (await row.getByRole('link').first().textContent())!.trim();
	await row.getByRole('link').first().click();
	expect(await statedCount(panel)).toBe(numberIn(await row.locator('td').first().textContent()));
	const marks = await panel.locator('mark').allTextContents();
	expect(marks.length).toBeGreaterThanOrEqual((await idsIn(panel)).length);
	expect(new Set(marks.map((mark) => mark.toLowerCase()))).toContain(word.toLowerCase());
});

/** Follow a list page by page, and tell what it showed. */
async function walk(page: Page, address: string): Promise<{ ids: string[]; times: string[]; total: number }> {
	await page.goto(address);
	const ids: string[] = [];
	const times: string[] = [];
	const total = numberIn(await page.locator('#messages-title').textContent());
	for (;;) {
		await expect(page.locator('ol > li').first()).toBeVisible();
		ids.push(...(await idsIn(page)));
		times.push(
			...(await page
				.locator('ol time')
				.evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? '')))
		);
		const next = page.getByRole('link', { name: 'Next page' });
		if ((await next.count()) === 0) return { ids, times, total };
		const before = page.url();
		await next.click();
		await expect(page).not.toHaveURL(before);
		await expect(page.locator('ol')).toHaveAttribute('start', String(ids.length + 1));
	}
}

test('a list over several pages and brands shows every message once, in order', async ({ page }) => {
	for (const address of ['/messages?brand=1', '/messages?range=7d', '/messages?range=7d&sort=oldest']) {
		const { ids, times, total } = await walk(page, address);
		expect(total).toBeGreaterThan(50);
		expect(ids).toHaveLength(total);
		expect(new Set(ids).size).toBe(total);
		const sorted = times.toSorted();
		expect(times).toEqual(address.endsWith('oldest') ? sorted : sorted.reverse());
	}
});

test('a list of several brands that is too long says how far it goes, and one brand can be read to its end', async ({
	page
}) => {
	await page.goto('/messages?range=12mo&page=20');
	await expect(page.locator('#messages')).toContainText('One brand can be read to its end');
	await expect(page.getByRole('link', { name: 'Next page' })).toHaveCount(0);
	await page.goto('/messages?range=12mo&page=21');
	await expect(page.locator('#messages')).toContainText('Too far back to list several brands');
	await page.locator('#messages').getByRole('link', { name: 'Fennick' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Fennick');
	await page.goto('/messages?range=7d&page=90');
	await expect(page.locator('#messages')).toContainText('There is no page 90');
	await page.getByRole('link', { name: 'Last page' }).click();
	await expect(page.locator('ol > li').first()).toBeVisible();
});

test('a link to one message shows it among the others, wherever it is', async ({ page }) => {
	await page.goto('/messages?range=28d&page=3');
	const row = page.locator('ol > li').nth(20);
	const text = await row.locator('.text').innerText();
	await row.getByRole('link', { name: 'Link to this message' }).click();
	const opened = page.locator('#messages li[aria-current="true"]');
	await expect(opened).toHaveCount(1);
	await expect(opened.locator('.text')).toHaveText(text);
	await expect(opened).toBeInViewport();
	await page.goto('/messages?message=999999999');
	await expect(page.locator('#messages')).toContainText('not among these messages');
});

test('filters do not vanish on the way from one view to another', async ({ page }) => {
	await page.goto('/?brand=3&range=90d&platform=tiktok&q=taste');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Messages' }).click();
	await expect(page).toHaveURL(/\/messages\?brand=3&range=90d&platform=tiktok&q=taste$/);
	await page.getByRole('link', { name: 'Remove TikTok' }).click();
	await expect(page).toHaveURL(/\/messages\?brand=3&range=90d&q=taste$/);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
	await expect(page).toHaveURL(/\/\?brand=3&range=90d&q=taste$/);
});

test('messages that match nothing offer the filter to remove', async ({ page, problems }) => {
	await page.goto('/messages?q=zzzzunheardof&range=7d');
	await expect(page.locator('#messages')).toContainText('No message matches');
	await page.locator('#messages').getByRole('link', { name: 'Remove “zzzzunheardof”' }).click();
	await expect(page.locator('ol > li').first()).toBeVisible();
	expect(problems).toEqual([]);
});

const HOSTILE = [
	'<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
	'</li></ol><h1>owned</h1> & &amp; {@html 1} ${1}',
	'\u202ereversed \u2066words\u2069 and a\u200bz\u200dero\ufeffwidth',
	'__proto__ constructor toString',
	'\u0645\u0631\u062d\u0628\u0627 <b>\u0628\u0643</b>',
	`piled ${'z\u0351\u0352\u0353'.repeat(12)}`,
	'javascript:alert(1) https://evil.example/"onmouseover="alert(1)'
];

test('what other people write is text, whatever it holds', async ({ page, problems }) => {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-hostile-'));
	const app = await startUndertone({ UNDERTONE_DATA_DIR: directory, UNDERTONE_DEMO: 'off' });
	try {
		const rows = HOSTILE.map((text, index) => ({
			id: `h${index}`,
			brand: '__proto__ <b>Brand</b>',
			type: index % 2 ? 'INSTAGRAM_CONVERSATION' : 'TIKTOK_COMMENT',
			text,
			sentiment: 'negative',
			created_at: '2026-05-04T10:00:00Z',
			author: `<i>mallory</i>\u202e${index}`,
			tags: ['<u>tag</u>'],
			permalink: index ? 'http://plain.example/1' : 'https://posts.example/1'
		}));
		const file = join(directory, 'hostile.ndjson');
		await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
		await run(join(root, 'node_modules/.bin/node'), [join(root, 'build/scripts/import.js'), file], {
			cwd: root,
			env: { ...process.env, UNDERTONE_DATA_DIR: directory }
		});
		await page.goto(`${app.url}/messages?from=2026-05-04&to=2026-05-04`);
		await expect(page.locator('ol > li')).toHaveCount(HOSTILE.length);
		const list = page.locator('#messages ol');
		await expect(list).toContainText('<img src=x onerror="document.title=\'owned\'">');
		await expect(list).toContainText('</li></ol><h1>owned</h1>');
		await expect(list).toContainText('reversed words and az');
		await expect(list).toContainText('<u>tag</u>');
		await expect(list).toContainText('<i>mallory</i>');
		await expect(list.locator('img, script, h1, b, i, u')).toHaveCount(0);
		expect(await list.textContent()).not.toMatch(/[\u202a-\u202e\u200b\ufeff]/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page).not.toHaveTitle(/owned/);
		const links = await list
			.getByRole('link', { name: /^Original/ })
			.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]));
		expect(links).toEqual([['https://posts.example/1', 'external noopener noreferrer']]);
		await page.goto(`${app.url}/messages?from=2026-05-04&to=2026-05-04&q=__proto__`);
		await expect(page.locator('ol > li')).toHaveCount(1);
		await expect(page.locator('mark')).toHaveText('__proto__');
		await page.goto(`${app.url}/?from=2026-05-04&to=2026-05-04`);
		await page.getByRole('link', { name: /^Rated messages 7: read/ }).click();
		await expect(panelOf(page).locator('ol > li')).toHaveCount(HOSTILE.length);
		await expect(panelOf(page).locator('img, script, h1, i, u')).toHaveCount(0);
		expect(problems).toEqual([]);
	} finally {
		await app.stop();
		await rm(directory, { recursive: true, force: true });
	}
});

test('a host that cannot filter messages by sentiment says so, and states both counts', async ({
	page,
	app
}) => {
	const address = app.url.replace('localhost', '127.0.0.1');
	const second = await startUndertone({
		COMMUNITY_API_URL: `${address}/api`,
		COMMUNITY_AUTH_URL: `${address}/api/self`,
		COMMUNITY_API_TOKEN: 'x',
		UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
	});
	try {
		await page.goto(`${second.url}/messages?wait=all&range=7d&sentiment=negative`);
		await expect(page.locator('#messages')).toContainText('cannot filter messages by sentiment');
		const listed = numberIn(await page.locator('#messages-title').textContent());
		const counted = (await page.locator('#messages').textContent())!.match(/The statistics count ([\d,]+)/);
		expect(numberIn(counted![1]!)).toBeLessThan(listed);
		await page.goto(`${second.url}/messages?wait=all&range=7d`);
		await expect(page.locator('#messages')).toContainText('The charts count the same number.');
	} finally {
		await second.stop();
	}
});

for (const width of [1440, 768, 360]) {
	test(`the panel of messages fits beside the page or takes its place, and axe finds nothing, at ${width} pixels`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		// On a phone the chart stands further down, and it comes alive only near the screen.
		await page.setViewportSize({ width, height: width < 768 ? 1200 : 900 });
		await openReady(page, '/?range=28d');
		await page.getByRole('link', { name: /^Rated messages [\d,]+: read/ }).click();
		await statedCount(panelOf(page));
		const box = (await panelOf(page).boundingBox())!;
		expect([Math.round(box.width), Math.round(box.x + box.width)]).toEqual([
			width < 768 ? width : 520,
			width
		]);
		const wide = await panelOf(page).evaluate((panel) =>
			[panel, ...panel.querySelectorAll('*')].some(
				(part) => part.getBoundingClientRect().right > innerWidth + 1
			)
		);
		expect(wide).toBe(false);
		expect(await axeFindings(page)).toEqual([]);
	});
}
