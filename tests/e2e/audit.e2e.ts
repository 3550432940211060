import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectClean } from './looks';
import { openReady } from './page-numbers';

const START = '/messages/audit?brand=1&range=90d';
const HIDDEN = /positive|neutral|negative/;

const progressOf = (page: Page) => page.locator('.progress [role=status]');
const idOf = (page: Page) => new URL(page.url()).pathname.split('/')[3]!;

/** Draw some messages of one brand, and stand before the first of them. */
async function draw(page: Page, size: number, seed: number): Promise<string> {
	await page.goto(`${START}&n=${size}&seed=${seed}&wait=all`);
	await page.getByRole('button', { name: 'Draw the messages' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does this message feel like?');
	await expect(progressOf(page)).toHaveText(`Message 1 of ${size}, 0 rated`);
	return idOf(page);
}

type Kept = { messages: { label: string; rating: string | null; text: string }[] };
const fileOf = (dataDirectory: string, id: string) => join(dataDirectory, 'audits', `${id}.json`);

async function kept(dataDirectory: string, id: string): Promise<Kept> {
	return JSON.parse(await readFile(fileOf(dataDirectory, id), 'utf8')) as Kept;
}

/** Rate every message as it is labelled but for the positive ones, every third of which is called negative. */
async function rateAll(page: Page, dataDirectory: string, id: string) {
	const keys = { negative: '1', neutral: '2', positive: '3' } as Record<string, string>;
	const { messages } = await kept(dataDirectory, id);
	for (const [index, { label }] of messages.entries()) {
		await expect(progressOf(page)).toContainText(`Message ${index + 1} of`);
		await page.keyboard.press(label === 'positive' && index % 3 === 0 ? '1' : keys[label]!);
		await expect(progressOf(page)).toContainText(`${index + 1} rated`);
	}
}

test('labels that nobody ever checked: rated blind by keys, they show what sentiment is without their errors', async ({
	page,
	app,
	problems
}) => {
	const id = await draw(page, 40, 5);
	await rateAll(page, app.dataDirectory, id);
	await page.getByRole('button', { name: 'Finish and show the result' }).click();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toContainText('% of the labels agree with you');
	const net = page.locator('#numbers-title-panel tbody tr').last().locator('td').last();
	const shown = (await net.locator('.value').innerText()).replace('−', '-').match(/[+-]?[\d.]+/)![0];

	const csv = await (await page.request.get(`/messages/audit/${id}/audit.csv`)).text();
	const lines = csv.replace(/^\uFEFF/, '').split('\r\n');
	const counts = Object.fromEntries(
		[...lines.find((line) => line.startsWith('# Reported'))!.matchAll(/(\w+)=(\d+)/g)].map(
			([, name, count]) => [name!, Number(count)]
		)
	);
	const all = counts.positive! + counts.neutral! + counts.negative!;
	const rows = lines
		.filter((line) => /^\d+,/.test(line))
		.map((line) => line.match(/,(negative|neutral|positive),(negative|neutral|positive|unsure)?,/)!);
	expect(rows).toHaveLength(40);
	const shareOf = (rating: string) =>
		Object.entries(counts).reduce((sum, [label, count]) => {
			const labelled = rows.filter((row) => row[1] === label);
			const rated = labelled.filter((row) => row[2] === rating);
			return sum + (count / all) * (labelled.length === 0 ? 0 : rated.length / labelled.length);
		}, 0);
	const corrected = 100 * (shareOf('positive') - shareOf('negative'));
	const decimals = shown.includes('.') ? 1 : 0;
	expect(Number(shown)).toBeCloseTo(Number(corrected.toFixed(decimals)), 6);
	const json = (await (await page.request.get(`/messages/audit/${id}/audit.json`)).json()) as {
		meta: { result: { corrected: { net: { estimate: number } } } };
		rows: unknown[];
	};
	expect(100 * json.meta.result.corrected.net.estimate).toBeCloseTo(corrected, 9);
	expect(json.rows).toHaveLength(40);

	const shownRows = await page.locator('#disagreements ol > li').count();
	expect(shownRows).toBe(rows.filter((row) => row[1] !== row[2]).length);
	await page.locator('#disagreements').getByRole('link', { name: 'Open the message' }).first().click();
	await expect(page.locator('#messages li[aria-current="true"]')).toHaveCount(1);
	expect(problems).toEqual([]);
});

test('a rater who knows the label repeats it: no page of an unfinished audit tells any', async ({
	page,
	app
}) => {
	const id = await draw(page, 30, 6);
	const path = `/messages/audit/${id}`;
	const bare = async (address: string) =>
		(await (await page.request.get(address)).text()).replace(/nonce="[^"]*"|nonce-[\w+/=-]+/g, '');
	const addresses = [`${path}?at=2`, `${path}/__data.json?at=2`, '/messages/audit/__data.json?brand=1'];
	const before = await Promise.all(addresses.map(bare));
	expect(before[1]).not.toMatch(HIDDEN);
	expect(before[1]).not.toContain('label');
	const { messages, ...rest } = await kept(app.dataDirectory, id);
	const turned = { negative: 'positive', neutral: 'negative', positive: 'neutral' } as Record<string, string>;
	const other = { ...rest, messages: messages.map((row) => ({ ...row, label: turned[row.label] })) };
	await writeFile(fileOf(app.dataDirectory, id), JSON.stringify(other));
	const after = await Promise.all(addresses.slice(0, 2).map(bare));
	expect(after).toEqual(before.slice(0, 2));
	expect((await page.request.get(`${path}/audit.csv`)).status()).toBe(409);
	await page.goto(`${path}/result`);
	await expect(page).toHaveURL(path);
});

test('an interrupted audit is not lost: its link goes on where it stopped, and Back changes a rating', async ({
	page,
	app,
	browser
}) => {
	const id = await draw(page, 30, 7);
	await page.keyboard.press('2');
	await expect(progressOf(page)).toHaveText('Message 2 of 30, 1 rated');
	await page.getByRole('button', { name: "can't say" }).click();
	await expect(progressOf(page)).toHaveText('Message 3 of 30, 2 rated');
	await expect(page.getByText('These are 1, so that finishing now shows none.')).toBeVisible();
	const context = await browser.newContext();
	const next = await context.newPage();
	await next.goto(`${app.url}/messages/audit/${id}`);
	await expect(progressOf(next)).toHaveText('Message 3 of 30, 2 rated');
	await context.close();
	await page.keyboard.press('ArrowLeft');
	await expect(progressOf(page)).toHaveText('Message 2 of 30, 2 rated');
	await expect(page.getByRole('button', { name: /can't say/ })).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: /^negative/ }).dblclick();
	await expect(progressOf(page)).toHaveText('Message 3 of 30, 2 rated');
	expect((await kept(app.dataDirectory, id)).messages.slice(0, 4).map(({ rating }) => rating)).toEqual([
		'neutral',
		'negative',
		null,
		null
	]);
});

test('without scripts an audit is drawn, rated, finished and deleted by its forms', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${app.url}${START}&n=30&seed=8&wait=all`);
	await page.getByRole('button', { name: 'Draw the messages' }).click();
	const id = idOf(page);
	for (let place = 1; place <= 30; place += 1) {
		await expect(progressOf(page)).toContainText(`Message ${place} of 30`);
		await page.getByRole('button', { name: place === 30 ? "can't say" : /^positive/ }).click();
	}
	await page.getByRole('button', { name: 'Finish and show the result' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'29 ratings are too few to say anything. From 30 on there is a result.'
	);
	await expect(page.locator('#matrix')).toContainText('1 message left out because you could not say');
	const late = await page.request.post(`${app.url}/messages/audit/${id}?/rate`, {
		form: { place: '1', rating: 'negative' },
		headers: { origin: app.url, accept: 'text/html' },
		maxRedirects: 0
	});
	expect([late.status(), late.headers().location]).toEqual([303, `/messages/audit/${id}/result`]);
	expect((await kept(app.dataDirectory, id)).messages[0]?.rating).toBe('positive');
	await page.goto(`${app.url}/messages/audit?brand=1`);
	const listed = page.locator('#audits li').filter({ has: page.locator(`a[href*="${id}"]`) });
	await expect(listed).toContainText('30 messages rated');
	await listed.getByRole('link').click();
	await page.getByText('Delete this audit').click();
	await page.getByRole('button', { name: 'Delete it' }).click();
	await expect(page.getByText('The audit is deleted.')).toBeVisible();
	expect(await readdir(join(app.dataDirectory, 'audits'))).not.toContain(`${id}.json`);
	expect((await page.request.get(`${app.url}/messages/audit/${id}`)).status()).toBe(404);
	await context.close();
});

test('a number that makes no audit is refused beside its field, and an audit is found from messages and the palette', async ({
	page,
	app
}) => {
	await page.goto('/messages?brand=1&range=90d');
	await page.getByRole('link', { name: 'Check the labels: rate a random sample' }).click();
	await expect(page).toHaveURL(/\/messages\/audit\?brand=1&range=90d$/);
	await expect(page.locator('#draw')).toContainText(/100 ratings: about ±\d+ points/);
	const size = page.getByLabel('Messages to rate');
	await size.evaluate((field: HTMLInputElement) => field.form!.setAttribute('novalidate', ''));
	await size.fill('7');
	await page.getByRole('button', { name: 'Draw the messages' }).click();
	await expect(page.getByRole('alert')).toHaveText('Choose a whole number from 30 to 400.');
	await expect(size).toHaveValue('7');
	expect(await readdir(join(app.dataDirectory, 'audits')).catch(() => [])).toHaveLength(
		await page.locator('#audits li').count()
	);
	// Keys work once the scripts are there, and Enter once the palette is.
	await openReady(page, '/?brand=2');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('label audit');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/messages\/audit\?brand=2$/);
});

for (const width of [1440, 360]) {
	test(`the pages of an audit can be read by everyone, in any look, at ${width} pixels`, async ({
		page,
		app
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize({ width, height: 900 });
		const id = await draw(page, 40, width);
		const noScroll = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
		await expectClean(page, 'rating');
		expect(await noScroll()).toBe(true);
		await rateAll(page, app.dataDirectory, id);
		await page.getByRole('button', { name: 'Finish and show the result' }).click();
		await expect(page.locator('#numbers-title-panel table')).toBeVisible();
		await expectClean(page, 'result');
		expect(await noScroll()).toBe(true);
		await page.goto(`${START}&wait=all`);
		await expectClean(page, 'start');
		expect(await noScroll()).toBe(true);
	});
}
