import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext, Page } from '@playwright/test';
import { startUndertone } from '../support/undertone';
import { axeFindings, expect, faintColours, test } from './fixtures';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const BRAND = 3;

test.use({ viewport: { width: 1440, height: 900 } });

type Row = { id: number; text: string; conversation_id: string | null; instagram_comment_id?: string };
type Message = { id: number; text: string; is_from_brand: boolean };

const threadOf = (page: Page) => page.locator('#thread');
const cameFrom = (page: Page) => page.locator('#thread li[aria-current="true"]');

async function rowsOf(request: APIRequestContext, type: string): Promise<Row[]> {
	const answer = await request.get(`/api/community_interactions?brand_id=${BRAND}&limit=100&types=${type}`);
	return (await answer.json()).data;
}

/** A conversation of the last days in which both sides wrote, by the host's own answer: in the order of time. */
async function someConversation(request: APIRequestContext): Promise<{ opened: Row; messages: Message[] }> {
	for (const opened of await rowsOf(request, 'INSTAGRAM_CONVERSATION')) {
		const answer = await request.get(
			`/api/conversations/${opened.conversation_id}?brand_id=${BRAND}&sort=CREATED_AT`
		);
		const { messages } = (await answer.json()).data as { messages: Message[] };
		const written = new Set(messages.map(({ is_from_brand }) => is_from_brand));
		if (messages.length >= 4 && written.size === 2) return { opened, messages };
	}
	throw new Error('no conversation with two sides');
}

/** A reply to a comment, with the comments of its thread and their number under the whole post. */
async function someReply(request: APIRequestContext) {
	for (const opened of await rowsOf(request, 'INSTAGRAM_COMMENT')) {
		const ask = async (what: string) =>
			(await (await request.get(`/api/instagram_comments?brand_id=${BRAND}&limit=100&${what}`)).json()).data;
		const thread: { id: number; text: string; parent_comment_id: string | null; media_id: string }[] =
			await ask(`comment_id=${opened.instagram_comment_id}`);
		const own = thread.find(({ id }) => id === opened.id);
		if (thread.length < 2 || !own?.parent_comment_id) continue;
		const all: unknown[] = await ask(`media_id=${encodeURIComponent(own.media_id)}`);
		return { opened, thread, media: own.media_id, others: all.length - thread.length };
	}
	throw new Error('no reply to a comment');
}

const addressOf = (opened: Row, type: string) =>
	`/messages?brand=${BRAND}&range=90d&type=${type}&message=${opened.id}&wait=all`;

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('one line out of a conversation says nothing: a link opens all of it in order, and both sides are told apart', async ({
		page,
		request
	}) => {
		const { opened, messages } = await someConversation(request);
		await page.goto(addressOf(opened, 'INSTAGRAM_CONVERSATION'));
		const items = threadOf(page).locator('li');
		await expect(items).toHaveCount(messages.length);
		const texts = await items.locator('.text').allInnerTexts();
		expect(texts.map((text) => text.trim())).toEqual(messages.map(({ text }) => text.trim()));
		await expect(cameFrom(page)).toHaveCount(1);
		await expect(cameFrom(page).locator('.text')).toHaveText(opened.text);
		for (const [index, { is_from_brand }] of messages.entries()) {
			const item = items.nth(index);
			if (is_from_brand) await expect(item).toContainText('reply of the brand');
			else await expect(item).toContainText(/negative|neutral|positive|not rated/);
		}
	});

	test('the thread is one click from the list, and the list stays where it was', async ({ page }) => {
		await page.goto(`/messages?brand=${BRAND}&range=90d&page=2&wait=all`);
		const row = page.locator('#messages ol > li').nth(7);
		const text = await row.locator('.text').innerText();
		await row.getByRole('link', { name: 'Thread of this message' }).click();
		await expect(cameFrom(page).locator('.text')).toHaveText(text);
		await expect(page).toHaveURL(/page=2/);
		await page.getByRole('link', { name: 'Hide the thread' }).click();
		await expect(threadOf(page)).toHaveCount(0);
		await expect(page).toHaveURL(/page=2/);
	});
});

test('a comment is read with what it answers, under the post that it belongs to', async ({
	page,
	request
}) => {
	const { opened, thread, media, others } = await someReply(request);
	await page.goto(addressOf(opened, 'INSTAGRAM_COMMENT'));
	await expect(threadOf(page)).toContainText(media);
	const posts = await request.get(`/api/media?brand_id=${BRAND}&media_ids=${encodeURIComponent(media)}`);
	const [post] = (await posts.json()).data as { caption: string; permalink: string }[];
	const shown = threadOf(page).locator('.post');
	await expect(shown).toContainText(post!.caption);
	await expect(shown).toContainText(/Posted \d{1,2} \w{3} \d{4}/);
	await expect(shown.getByRole('link', { name: 'Original on Instagram' })).toHaveAttribute(
		'href',
		post!.permalink
	);
	await expect(threadOf(page)).toContainText(`${thread.length} comments in this thread`);
	await expect(cameFrom(page)).toContainText('reply');
	await expect(threadOf(page).locator('ol').first().locator('li')).toHaveCount(thread.length);
	const expected = others === 0 ? 'No other comments' : `${others} other comment`;
	await expect(threadOf(page)).toContainText(expected);
});

test('a heading of all brands says nothing of one thread: the panel names the brand that it is of', async ({
	page
}) => {
	await page.goto(`/?brand=${BRAND}&brand=1&range=28d`);
	await page.getByRole('link', { name: /^Rated messages [\d,]+: read/ }).click();
	const panel = page.getByRole('dialog');
	const heading = panel.getByRole('heading').first();
	await expect(heading).toContainText(/ and .+, \d/);
	const row = panel.locator('ol > li').first();
	await row.getByRole('link', { name: 'Thread of this message' }).click();
	await expect(panel.locator('li[aria-current="true"]')).toBeVisible();
	await expect(heading).not.toContainText(' and ');
	await expect(heading).toContainText(/^\S.*, \d/);
	await panel.getByRole('link', { name: 'All messages' }).click();
	await expect(heading).toContainText(' and ');
});

test('in the panel beside the page the thread opens, goes back to the messages, and Back leaves the page as it was', async ({
	page,
	problems
}) => {
	await page.goto(`/?brand=${BRAND}&range=28d`);
	await page.getByRole('link', { name: /^Rated messages [\d,]+: read/ }).click();
	const panel = page.getByRole('dialog');
	const row = panel.locator('ol > li').first();
	const text = await row.locator('.text').innerText();
	await row.getByRole('link', { name: 'Thread of this message' }).click();
	await expect(panel.locator('li[aria-current="true"] .text')).toHaveText(text);
	await expect(page).toHaveURL(/message=\d+/);
	await expect(panel.getByRole('link', { name: 'All messages' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(panel.getByText(/^[\d,]+ messages?, newest first$/)).toBeVisible();
	await expect(row.getByRole('link', { name: 'Thread of this message' })).toBeFocused();
	await page.goBack();
	await expect(panel).toBeHidden();
	await expect(page).toHaveURL(/\/\?brand=3/);
	expect(problems).toEqual([]);
});

test('a thread that is not there says so, and takes nothing else away', async ({ page }) => {
	await page.goto('/messages?range=28d&message=999999999&wait=all');
	await expect(threadOf(page)).toContainText('no thread to show');
	await expect(page.locator('#messages ol > li').first()).toBeVisible();
});

test('what other people write in a thread is text, whatever it holds', async ({ page, problems }) => {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-thread-'));
	const app = await startUndertone({ UNDERTONE_DATA_DIR: directory, UNDERTONE_DEMO: 'off' });
	const hostile = [
		'<img src=x onerror="document.title=\'owned\'">',
		'\u202ereversed',
		'</li></ol><h1>owned</h1>'
	];
	try {
		const rows = hostile.map((text, index) => ({
			id: `h${index}`,
			brand: '<b>Brand</b>',
			type: 'INSTAGRAM_CONVERSATION',
			conversation_id: '<i>c</i>/../1?x#y',
			text,
			created_at: `2026-05-04T10:0${index}:00Z`,
			author: `<i>mallory</i>\u202e${index}`,
			tags: ['<u>tag</u>']
		}));
		const file = join(directory, 'hostile.ndjson');
		await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
		await run(join(root, 'node_modules/.bin/node'), [join(root, 'build/scripts/import.js'), file], {
			cwd: root,
			env: { ...process.env, UNDERTONE_DATA_DIR: directory }
		});
		await page.goto(`${app.url}/messages?from=2026-05-04&to=2026-05-04`);
		const list = page.locator('#messages ol > li');
		await list.nth(1).getByRole('link', { name: 'Thread of this message' }).click();
		const panel = page.getByRole('dialog');
		await expect(panel.locator('ol > li')).toHaveCount(hostile.length);
		await expect(panel).toContainText('<img src=x onerror="document.title=\'owned\'">');
		await expect(panel).toContainText(
			'between <i>mallory</i>0, <i>mallory</i>1, <i>mallory</i>2 and <b>Brand</b>'
		);
		await expect(panel.locator('img, script, h1, b, i, u')).toHaveCount(0);
		expect(await panel.textContent()).not.toMatch(/[\u202a-\u202e]/);
		await expect(page).not.toHaveTitle(/owned/);
		expect(problems).toEqual([]);
	} finally {
		await app.stop();
		await rm(directory, { recursive: true, force: true });
	}
});

/** Everything that axe knows in the light, and what can be read in the dark. */
async function expectReadable(page: Page, ...parts: string[]) {
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	expect(await axeFindings(page, parts)).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	expect(await faintColours(page, parts)).toEqual([]);
}

for (const width of [1440, 768, 360]) {
	test(`axe finds nothing in a thread, light or dark, and nothing scrolls sideways, at ${width} pixels`, async ({
		page,
		request
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize({ width, height: 900 });
		const { opened } = await someReply(request);
		await page.goto(addressOf(opened, 'INSTAGRAM_COMMENT'));
		await expect(cameFrom(page)).toBeVisible();
		for (const more of await threadOf(page).locator('summary').all()) await more.click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await expectReadable(page, '#thread', '#messages li[aria-current]');
		await page.locator('#messages').getByRole('link', { name: 'Thread of this message' }).nth(1).click();
		const panel = page.getByRole('dialog');
		await expect(panel.locator('li[aria-current="true"]')).toBeVisible();
		await expectReadable(page, '#thread', '[role=dialog]');
	});
}
