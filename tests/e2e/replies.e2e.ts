import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { startImported, type ImportedRow } from '../support/imported';
import type { Undertone } from '../support/undertone';
import { axeFindings, expect, faintColours, testOver } from './fixtures';
import { untilSettled } from './page-numbers';

const TODAY = '2026-06-30T12:00:00Z';
const WORST = '2026-06-25';

const comment = (day: string, index: number, sentiment: string): ImportedRow => ({
	id: `c-${day}-${index}`,
	brand: 'Ovelle',
	type: 'INSTAGRAM_COMMENT',
	text: `Comment ${index} of ${day}`,
	sentiment,
	created_at: `${day}T0${index % 8}:${10 + index}:00Z`,
	author: `writer${index}`,
	media_id: 'post-1'
});

/** Ten days of comments, of which one is bad. */
const COMMENTS = Array.from({ length: 10 }, (_, at) => `2026-06-${20 + at}`).flatMap((day) =>
	Array.from({ length: 40 }, (_, index) => {
		const isNegative = day === WORST ? index < 36 : index < 4;
		return comment(day, index, isNegative ? 'negative' : 'positive');
	})
);

const message = (id: string, type: string, day: string, more: Partial<ImportedRow> = {}): ImportedRow => ({
	id,
	brand: 'Ovelle',
	type,
	text: `Text of ${id}`,
	sentiment: 'neutral',
	created_at: `2026-06-${day}T10:00:00Z`,
	author: `author-${id}`,
	...(type.endsWith('_CONVERSATION') ? { conversation_id: `in-${id}` } : { media_id: 'post-2' }),
	...more
});

const ROWS: ImportedRow[] = [
	...COMMENTS,
	message('open', 'INSTAGRAM_CONVERSATION', '29'),
	message('second', 'INSTAGRAM_CONVERSATION', '29'),
	message('third', 'INSTAGRAM_CONVERSATION', '29'),
	message('off', 'FACEBOOK_CONVERSATION', '29'),
	message('old', 'FACEBOOK_CONVERSATION', '10'),
	message('group-1', 'INSTAGRAM_CONVERSATION', '29', { conversation_id: 'in-group' }),
	message('group-2', 'INSTAGRAM_CONVERSATION', '29', { conversation_id: 'in-group' }),
	message('video', 'YOUTUBE_COMMENT', '29', { media_id: 'post-3' }),
	message('clip', 'TIKTOK_COMMENT', '29', { media_id: 'post-4' }),
	message('tagged', 'FACEBOOK_COMMENT', '29', { media_id: 'post-5' })
];

const test = testOver(ROWS, TODAY);

test.use({ viewport: { width: 1440, height: 900 } });
test.slow();

const threadOf = (page: Page) => page.locator('#thread');
const numberIn = (text: string | null) => Number((text ?? '').replace(/,/g, '').match(/\d+/)?.[0]);

/** The thread of one of the rows above, by the words in it. */
async function openThread(page: Page, id: string, more = ''): Promise<Locator> {
	await page.goto(`/messages?from=2026-06-01&to=2026-06-30&type=${typeOf(id)}&wait=all${more}`);
	const row = page.locator('#messages ol > li').filter({ hasText: `Text of ${id}` });
	const link = await row.getByRole('link', { name: 'Thread of this message' }).getAttribute('href');
	await page.goto(`${link}&wait=all`);
	await expect(threadOf(page).locator('li[aria-current="true"]')).toContainText(`Text of ${id}`);
	return threadOf(page);
}

const typeOf = (id: string) => ROWS.find((row) => row.id === id)!.type;

type OutboxRow = { id: string; text: string; state: string };

async function outboxOf(app: Undertone): Promise<OutboxRow[]> {
	const text = await readFile(join(app.dataDirectory, 'outbox.json'), 'utf8').catch(() => '{"rows": []}');
	return (JSON.parse(text) as { rows: OutboxRow[] }).rows;
}

async function statedCount(panel: Locator): Promise<number> {
	const stated = panel.getByText(/^[\d,]+ messages?, newest first$/);
	await expect(stated).toBeVisible();
	return numberIn(await stated.textContent());
}

const WAYS = [
	{ name: 'by mouse', width: 1440, isByKeys: false },
	{ name: 'by keys alone', width: 1440, isByKeys: true },
	{ name: 'at 360 pixels', width: 360, isByKeys: false }
];

for (const { name, width, isByKeys } of WAYS) {
	test(`from the worst day of a brand to an answer that closes its message, and the count has changed, ${name}`, async ({
		page,
		problems
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/?from=2026-06-20&to=2026-06-29&scale=day&closed=false');
		const cursor = page.locator('#sentiment-trend [role=slider]');
		await page.locator('#sentiment-trend').scrollIntoViewIfNeeded();
		await expect(cursor).toBeVisible();
		await cursor.focus();
		await page.keyboard.press('Home');
		for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
		if (isByKeys) await page.keyboard.press('Enter');
		else {
			const line = (await page.locator('#sentiment-trend .crosshair').boundingBox())!;
			const place = [line.x, line.y + line.height / 2] as const;
			await page.keyboard.press('Escape');
			await page.mouse.click(...place);
			await expect(page.locator('#sentiment-trend .tooltip.pinned')).toContainText('25 Jun');
			await page.mouse.click(...place);
		}
		const panel = page.getByRole('dialog');
		const before = await statedCount(panel);
		const press = async (target: Locator) => {
			if (!isByKeys) return target.click();
			await target.focus();
			await page.keyboard.press('Enter');
		};
		await press(panel.locator('ol > li').first().getByRole('link', { name: 'Thread of this message' }));
		const field = panel.getByLabel('Your reply');
		await field.focus();
		await page.keyboard.type(`We are on it, ${name}.`);
		await press(panel.getByRole('button', { name: 'Reply and close' }));
		const row = panel.locator('li.sent');
		await expect(row).toContainText('Sent');
		await expect(row).toContainText('The thread was closed.');
		await expect(row).toBeFocused();
		await expect(field).toHaveValue('');
		await expect(panel.locator('ol').first()).toContainText(`We are on it, ${name}.`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await press(panel.getByRole('link', { name: 'All messages' }));
		await expect(panel.getByText(new RegExp(`^${before - 1} messages, newest first$`))).toBeVisible();
		expect(problems).toEqual([]);
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a reply is sent, stands in its thread, and its form is refused with nothing lost of what was typed', async ({
		page,
		app
	}) => {
		const thread = await openThread(page, 'open');
		const long = 'é'.repeat(501);
		await thread.getByLabel('Your reply').fill(long);
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(thread.getByRole('alert')).toContainText('1002 bytes, and at most 1000 can be sent');
		await expect(thread.getByLabel('Your reply')).toHaveValue(long);
		await thread.getByLabel('Your reply').fill('  ');
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(thread.getByRole('alert')).toContainText('There is nothing to send.');
		expect(await outboxOf(app)).not.toContainEqual(expect.objectContaining({ text: long }));
		await thread.getByLabel('Your reply').fill('<b>On its way</b>');
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(page).toHaveURL(/#reply-/);
		await expect(thread.locator('ol > li').last()).toContainText('<b>On its way</b>');
		await expect(thread.locator('li.sent')).toContainText('Sent');
	});

	test('a form that comes twice is one reply, and the same words in another form are asked about first', async ({
		page,
		app
	}) => {
		const thread = await openThread(page, 'second');
		const body = await thread.locator('form[action*="/reply"]').evaluate((form: HTMLFormElement) => ({
			action: form.action,
			fields: Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]))
		}));
		const send = () =>
			page.request.post(body.action, {
				form: { ...body.fields, text: 'Only once' },
				headers: { origin: app.url, accept: 'text/html' }
			});
		await Promise.all([send(), send()]);
		await send();
		await page.reload();
		await expect(thread.locator('ol > li').filter({ hasText: 'Only once' })).toHaveCount(1);
		await thread.getByLabel('Your reply').fill('Only once');
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(thread.getByRole('alert')).toContainText('The same words were sent to this thread');
		await expect(thread.getByLabel('Your reply')).toHaveValue('Only once');
		await thread.getByRole('button', { name: 'Send the same words again' }).click();
		await expect(thread.locator('ol > li').filter({ hasText: 'Only once' })).toHaveCount(2);
		const rows = (await outboxOf(app)).filter(({ text }) => text === 'Only once');
		expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
	});

	test('tags are put on, made and taken off, and a conversation is closed and opened again', async ({
		page
	}) => {
		const thread = await openThread(page, 'third');
		const tags = thread.locator('details').filter({ hasText: 'Add a tag' });
		await tags.locator('summary').click();
		await tags.getByLabel('Add a tag').fill('Delivery');
		await tags.getByRole('button', { name: 'Add', exact: true }).click();
		await expect(thread.getByRole('alert')).toContainText('There is no tag Delivery yet.');
		await tags.getByRole('button', { name: 'Make the tag Delivery' }).click();
		const own = thread.locator('li[aria-current="true"]');
		await expect(own.locator('.tag')).toHaveText(['Delivery']);
		await tags.locator('summary').click();
		await tags.getByLabel('Add a tag').fill('Late again');
		await tags.getByRole('button', { name: 'Add', exact: true }).click();
		await expect(thread.getByRole('alert')).toContainText('There is no tag Late again yet.');
		await tags.getByRole('button', { name: 'Make the tag Late again' }).click();
		await expect(own.locator('.tag')).toHaveText(['Delivery', 'Late again']);
		await tags.locator('summary').click();
		await tags.getByRole('button', { name: 'Take off Delivery' }).click();
		await expect(own.locator('.tag')).toHaveText(['Late again']);
		await thread.getByRole('button', { name: 'Close the conversation' }).click();
		await expect(own).toContainText('closed');
		await thread.getByRole('button', { name: 'Reopen the conversation' }).click();
		await expect(own).not.toContainText('closed');
	});
});

test('what a platform does not take is said before anything is typed, and where it was typed', async ({
	page
}) => {
	const old = await openThread(page, 'old');
	await expect(old).toContainText(
		'Facebook takes replies for 7 days after the customer’s last message, and these are over.'
	);
	await expect(old.getByLabel('Your reply')).toHaveCount(0);
	const group = await openThread(page, 'group-1');
	await expect(group).toContainText('Conversations with several people cannot be answered from here.');
	await expect(group.getByLabel('Your reply')).toHaveCount(0);
	const open = await openThread(page, 'open');
	await expect(open).toContainText('Instagram takes a reply for another 5 d 22 h.');
	const video = await openThread(page, 'video');
	await expect(video).toContainText(
		'YouTube takes replies to comments, none to replies, and shows no emoji in them.'
	);
	await video.getByLabel('Your reply').fill('Thanks 😍');
	await expect(video).toContainText('YouTube does not show emoji in replies. Take out 😍.');
	await video.getByRole('button', { name: 'Reply', exact: true }).click();
	await expect(video.getByRole('alert')).toContainText('Nothing was sent.');
	await expect(video.getByLabel('Your reply')).toHaveValue('Thanks 😍');
	const clip = await openThread(page, 'clip');
	await clip.getByLabel('Your reply').fill(`Hi @mira ${'x'.repeat(150)}`);
	await expect(clip).toContainText('TikTok turns @mira into plain text: nobody will be notified.');
	await expect(clip).toContainText('159 of 150 characters');
});

test('a message of the list is closed in place: it leaves the open ones, the count follows, and the focus is not lost', async ({
	page,
	problems
}) => {
	await page.goto('/messages?from=2026-06-29&to=2026-06-29&type=INSTAGRAM_COMMENT&closed=false&wait=all');
	const title = page.locator('#messages h2');
	const before = numberIn(await title.textContent());
	const first = page.locator('#messages ol > li').first();
	const text = await first.locator('.text').innerText();
	await first.getByRole('button', { name: /^Close the message of/ }).click();
	await expect(title).toHaveText(`${before - 1} messages`);
	await expect(page.locator('#messages')).not.toContainText(text);
	const said = page.getByRole('status').filter({ hasText: /^The message of .+ is closed\.$/ });
	await expect(said).toBeFocused();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(title).toHaveText(`${before} messages`);
	await expect(page.locator('#messages')).toContainText(text);
	await expect(page.getByRole('status').filter({ hasText: /is open again\.$/ })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
	expect(problems).toEqual([]);
});

test('a tag cannot be typed, since the letters are taken as keys: its field stays open and gets every one', async ({
	page
}) => {
	await page.goto('/messages?from=2026-06-28&to=2026-06-28&wait=all');
	await untilSettled(page);
	const address = page.url();
	const first = page.locator('#messages ol > li').first();
	const tags = first.locator('details').filter({ hasText: 'Add a tag' });
	await tags.locator('summary').click();
	await tags.getByLabel('Add a tag').pressSequentially('vip');
	await expect(tags.getByLabel('Add a tag')).toHaveValue('vip');
	await tags.getByRole('button', { name: 'Add', exact: true }).click();
	await tags.getByRole('button', { name: 'Make the tag vip' }).click();
	await expect(first.locator('.tag', { hasText: 'vip' })).toBeVisible();
	expect(page.url()).toBe(address);
});

test('a form of somebody who is not allowed, or about nothing that is there, writes nothing and says why', async ({
	page,
	app
}) => {
	const thread = await openThread(page, 'open');
	await page.evaluate(() => {
		for (const field of document.querySelectorAll<HTMLInputElement>('input[name=conversation]')) {
			field.value = 'nowhere';
		}
	});
	await thread.getByLabel('Your reply').fill('Hello?');
	await thread.getByRole('button', { name: 'Reply', exact: true }).click();
	await expect(thread.getByRole('alert')).toContainText('no such conversation or comment');
	await expect(thread.getByLabel('Your reply')).toHaveValue('Hello?');
	// At once, before a list that is read anew writes its own ids.
	await page.evaluate(() => {
		const close = document.querySelector<HTMLButtonElement>('#messages ol button[name=set][value=close]')!;
		close.form!.querySelector<HTMLInputElement>('input[name=interaction]')!.value = '999999999';
		close.click();
	});
	await expect(page.locator('#messages').getByRole('alert')).toContainText('Nothing was changed.');
	expect((await outboxOf(app)).filter(({ text }) => text === 'Hello?')).toEqual([]);
});

test('where replies are off the thread says why and how to turn them on, and a form that comes all the same is refused', async ({
	page
}) => {
	const app = await startImported(ROWS.slice(-4), TODAY, { UNDERTONE_REPLIES: 'off' });
	try {
		await page.goto(`${app.url}/messages?from=2026-06-29&to=2026-06-29&type=TIKTOK_COMMENT&wait=all`);
		await page.getByRole('link', { name: 'Thread of this message' }).first().click();
		const panel = page.getByRole('dialog');
		await expect(panel).toContainText('Replies are off here.');
		await expect(panel).toContainText('UNDERTONE_REPLIES=on');
		await expect(page.getByLabel('Your reply')).toHaveCount(0);
		await expect(page.getByRole('button', { name: /^Close the message/ })).toHaveCount(0);
		for (const action of ['reply', 'change', 'again', 'confirm', 'send', 'discard']) {
			const answer = await page.request.post(`${app.url}/messages?/${action}`, {
				form: { id: 'x', text: 'Hi', set: 'close', interaction: '1', brand: '1' },
				headers: { origin: app.url, accept: 'application/json' }
			});
			const { type, status, data } = (await answer.json()) as { type: string; status: number; data: string };
			expect([type, status], action).toEqual(['failure', 403]);
			expect(data).toContain('UNDERTONE_REPLIES');
		}
		expect(await outboxOf(app)).toEqual([]);
	} finally {
		await app.stop();
	}
});

for (const width of [1440, 360]) {
	test(`axe finds nothing in the form, in a refusal and in the list of replies, at ${width} pixels`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const thread = await openThread(page, 'tagged');
		await thread.locator('summary').first().click();
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(thread.getByRole('alert')).toBeVisible();
		expect(await axeFindings(page, ['#thread', '#messages li[aria-current]'])).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
		expect(await faintColours(page, ['#thread', '#messages li[aria-current]'])).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await thread.getByLabel('Your reply').fill(`Noted at ${width}.`);
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
		await expect(thread.locator('ol').first()).toContainText(`Noted at ${width}.`);
		await page.goto('/messages/replies');
		await expect(page.locator('main')).toContainText(`Noted at ${width}.`);
		expect(await faintColours(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'light' });
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
	});
}
