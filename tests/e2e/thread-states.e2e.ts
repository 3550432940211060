import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerJson, reset, type ReceivedCall, type Reply } from '../support/fake-upstream';
import { askingOf, startSlowHost, type SlowHost } from '../support/slow-host';
import { movedClock, startUndertone, type Undertone } from '../support/undertone';
import { axeFindings, expect, faintColours, test as base } from './fixtures';

/** Far from any day on which this may run, so that no clock of the host's is taken for it. */
const DATE = '2031-05-14T09:30:00Z';
const NOW = Date.parse(DATE);
const LINK = '/messages?brand=1&from=2031-05-14&to=2031-05-14&message=5&wait=all';

const MESSAGE = {
	...{ id: 5, type: 'INSTAGRAM_CONVERSATION', text: 'Where is my parcel?', conversation_id: 'c5' },
	...{ source_updated_at: '2031-05-14T09:00:00Z', source_created_at: '2031-05-14T09:00:00Z' },
	...{ username: 'mira', tags: [], is_closed: false, sentiment: { is_negative: true } }
};
const CONVERSATION = {
	...{ id: 'c5', brand_id: 1, type: 'INSTAGRAM_CONVERSATION', is_group: false },
	last_received_at: '2031-05-14T09:00:00Z',
	follower_participant: { user_handle: 'mira' },
	messages: [{ id: 5, text: MESSAGE.text, created_at: '2031-05-14T09:00:00Z', username: 'mira' }]
};

const isOfThread = ({ path }: ReceivedCall) =>
	path.startsWith('/conversations/') || path.startsWith('/interaction/');
const isReply = (call: ReceivedCall) => isOfThread(call) && call.method === 'POST';

/** A host with one message and its conversation, but for what a test answers in another way. */
const answering = (other: (call: ReceivedCall) => Reply | null) => (call: ReceivedCall) => {
	const reply = other(call);
	if (reply !== null) return reply;
	if (call.path.startsWith('/community_interactions')) {
		return answerJson({ data: [MESSAGE], paging: { count: 1, next: null, previous: null } });
	}
	if (isReply(call)) return answerJson({ data: { id: 9 } }, 201);
	return isOfThread(call) ? answerJson({ data: CONVERSATION }) : null;
};

const test = base.extend<{ host: SlowHost; view: Undertone }>({
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => {
		const host = await startSlowHost(['Alder'], 0);
		host.answerBy(answering(() => null));
		await use(host);
		await host.close();
	},
	view: async ({ host }, use) => {
		const app = await startUndertone({ ...askingOf(host), ...movedClock(DATE), UNDERTONE_REPLIES: 'on' });
		await use(app);
		host.letGo();
		await app.stop();
	}
});

test.use({ viewport: { width: 1440, height: 900 } });

const threadOf = (page: Page) => page.locator('#thread');

async function answer(page: Page, text: string): Promise<void> {
	await threadOf(page).getByLabel('Your reply').fill(text);
	await threadOf(page).getByRole('button', { name: 'Reply', exact: true }).click();
}

test('a thread that cannot be had takes the list with it: it says so in its own place, and comes when it is asked again', async ({
	page,
	host,
	view
}) => {
	host.answerBy(answering((call) => (isOfThread(call) ? answerJson({ code: 'down' }, 500) : null)));
	await page.goto(view.url + LINK);
	await expect(threadOf(page).locator('.notice')).toContainText('Thread could not be loaded');
	await expect(threadOf(page).getByLabel('Your reply')).toHaveCount(0);
	await expect(page.locator('#messages ol > li')).toContainText(MESSAGE.text);
	expect(await axeFindings(page, ['#thread'])).toEqual([]);
	host.answerBy(answering(() => null));
	view.skipTwoMinutes();
	await threadOf(page).getByRole('link', { name: 'Try again' }).click();
	await expect(threadOf(page).locator('ol > li')).toContainText(MESSAGE.text);
	await expect(threadOf(page).getByLabel('Your reply')).toBeVisible();
});

test('an old thread passes for the newest: it says from when it is while the host is away', async ({
	page,
	host,
	view
}) => {
	await page.goto(view.url + LINK);
	await expect(threadOf(page).locator('ol > li')).toHaveCount(1);
	host.answerBy(answering(() => answerJson({ code: 'down' }, 503)));
	view.skipTwoMinutes();
	await expect(async () => {
		await page.reload();
		const sentence = 'As it was at 09:30. What came since could not be fetched.';
		await expect(threadOf(page)).toContainText(sentence, { timeout: 2_000 });
	}).toPass();
	await expect(threadOf(page).locator('ol > li')).toContainText(MESSAGE.text);
	host.answerBy(answering(() => null));
	view.skipTwoMinutes();
	await expect(async () => {
		await page.reload();
		await expect(threadOf(page)).not.toContainText('could not be fetched', { timeout: 2_000 });
	}).toPass();
});

test('a reply that the host refuses is lost: it stands in the thread with the host’s own words as text, and goes out again', async ({
	page,
	host,
	view
}) => {
	const words = '<b>Blocked</b> by the customer.';
	const refusal = answerJson({ errors: { json: { text: [words] } } }, 422);
	host.answerBy(answering((call) => (isReply(call) ? refusal : null)));
	await page.goto(view.url + LINK);
	await answer(page, 'It is on its way.');
	await expect(threadOf(page).getByRole('alert')).toContainText('The host refused it.');
	await expect(threadOf(page).getByLabel('Your reply')).toHaveValue('It is on its way.');
	const row = threadOf(page).locator('li.failed');
	await expect(row).toContainText('Not sent');
	await expect(row.locator('blockquote')).toHaveText(words);
	await expect(row).toContainText('It is on its way.');
	host.answerBy(answering(() => null));
	await row.getByRole('button', { name: 'Send again' }).click();
	await expect(threadOf(page).locator('li.sent')).toContainText('Sent');
	await expect(threadOf(page).locator('li.failed')).toHaveCount(0);
	expect(host.calls.filter(isReply)).toHaveLength(2);
});

test('a reply goes out twice since nobody knows of the first: the doubt stands in the thread and on the start of the list until a person looked', async ({
	page,
	host,
	view
}) => {
	host.answerBy(answering((call) => (isReply(call) ? reset : null)));
	await page.goto(view.url + LINK);
	await answer(page, 'It is on its way.');
	const row = threadOf(page).locator('li.unknown');
	await expect(row).toContainText('Nobody knows whether it arrived');
	host.answerBy(answering(() => null));
	await page.goto(`${view.url}${LINK}`);
	await expect(row).toContainText('Nothing is sent again by itself.');
	await page.getByRole('link', { name: '1 reply waits for somebody' }).click();
	await expect(page.locator('li.unknown')).toContainText('It is on its way.');
	await page.getByRole('button', { name: 'It is there', exact: true }).click();
	await expect(page.locator('li.sent')).toContainText('Somebody looked at the thread, and it is there.');
	expect(host.calls.filter(isReply)).toHaveLength(1);
});

const ROW = {
	address: { kind: 'message', brandId: 1, conversationId: 'c5' },
	answered: { interactionId: '5', time: NOW - 1_800_000 },
	...{
		by: null,
		fate: null,
		code: null,
		words: [],
		answerId: null,
		settledBy: null,
		closing: 'no',
		again: null
	}
};

/** One reply in every state that it can be found in, the times a minute apart. */
const ROWS = [
	{ state: 'unknown', text: 'Is it there?' },
	{ state: 'queued', text: 'Kept for later.' },
	{
		state: 'failed',
		fate: 'refused',
		words: [`No: ${'word '.repeat(50)}`],
		settledBy: 'host',
		text: 'Refused.'
	},
	{ state: 'failed', fate: 'not_sent', settledBy: 'host', text: `Never left: ${'w'.repeat(300)}` },
	{ state: 'failed', fate: 'not_sent', settledBy: 'person', text: 'Given up.' },
	{ state: 'failed', fate: 'unknown', settledBy: 'person', text: 'Looked for.' },
	{ state: 'sent', settledBy: 'host', closing: 'failed', text: 'Not closed.' }
].map((row, at) => ({
	...ROW,
	...row,
	id: `${(NOW - 3_600_000 + at * 60_000).toString(36)}-${String(at).repeat(16)}`,
	createdAt: NOW - 3_600_000 + at * 60_000,
	changedAt: NOW - 3_600_000 + at * 60_000
}));

const SAYS = [
	['Is it there?', 'Nobody knows whether it arrived'],
	['Kept for later.', 'Undertone ended before it was sent.'],
	['Refused.', 'The host refused it.'],
	['Never left', 'It never reached the host.'],
	['Given up.', 'Somebody gave it up before it was sent.'],
	['Looked for.', 'and it is not there.'],
	['Not closed.', 'the thread could not be closed']
] as const;

test('a state of a reply reads like another, or cannot be read on a phone or in the dark: each says what is true and what to do', async ({
	page,
	view
}) => {
	await writeFile(join(view.dataDirectory, 'outbox.json'), JSON.stringify({ version: 1, rows: ROWS }));
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 900 });
		for (const address of [LINK, '/messages/replies']) {
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			await page.goto(view.url + address);
			// A thread keeps what still matters to it; the list keeps all of them.
			const shown = address === LINK ? SAYS.filter((_, at) => at < 4 || at === 6) : SAYS;
			for (const [text, says] of shown) {
				const row = page.locator('li[id^="reply-"]').filter({ hasText: says });
				await expect(row).toHaveCount(1);
				if (address !== LINK || says !== SAYS[6][1]) await expect(row).toContainText(text);
			}
			await expect(page.locator('li[id^="reply-"]')).toHaveCount(shown.length);
			await expect(page.getByRole('button', { name: 'Send now' })).toHaveCount(1);
			await expect(page.getByRole('button', { name: 'It is there', exact: true })).toHaveCount(1);
			const parts = address === LINK ? ['#thread'] : ['main'];
			expect(await axeFindings(page, parts), `${address} at ${width}`).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
			await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
			expect(await faintColours(page, parts), `${address} at ${width}, dark`).toEqual([]);
		}
	}
});
