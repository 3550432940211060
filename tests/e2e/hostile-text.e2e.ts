import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { test as base, expect, type Page } from '@playwright/test';
import { answerJson, type ReceivedCall } from '../support/fake-upstream';
import { expectHarmless, HOSTILE, LONE, watchPage } from '../support/hostile';
import { endpointOf, startSlowHost } from '../support/slow-host';
import { movedClock, startUndertone, type Undertone } from '../support/undertone';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

const NOW = '2026-05-20T12:00:00Z';
const DAYS = 'from=2026-05-01&to=2026-05-19';
const MEGABYTE = 1_048_576;
/** A brand that is called "chocolate" in Hebrew: ours stands to the left and to the right of it. */
const HEBREW = '\u05e9\u05d5\u05e7\u05d5\u05dc\u05d3';
const BRANDS = ['__proto__', HOSTILE[0]!, HOSTILE[8]!, HEBREW];
const TEXTS = [...HOSTILE, ...LONE, 'x'.repeat(60_000), '\u0301'.repeat(20_000)];

/** Every text as a comment, as the author and the tag of another, and as a direct message in a thread that it names. */
const ROWS = TEXTS.flatMap((text, at) => {
	const common = {
		brand: BRANDS[at % BRANDS.length]!,
		sentiment: ['positive', 'neutral', 'negative'][at % 3]!,
		created_at: new Date(Date.UTC(2026, 4, 2 + (at % 17), 9, at)).toISOString()
	};
	const name = text.slice(0, 64);
	return [
		{ ...common, id: `c${at}`, type: 'TIKTOK_COMMENT', text, author: name, tags: [name], media_id: name },
		{ ...common, id: `d${at}`, type: 'INSTAGRAM_CONVERSATION', text, author: name, conversation_id: name },
		{
			...common,
			id: `e${at}`,
			type: 'INSTAGRAM_COMMENT',
			text: `plain ${at}`,
			permalink: 'https://posts.example/1'
		}
	];
});

const WIDE = {
	brand: BRANDS[0]!,
	type: 'TIKTOK_COMMENT',
	created_at: '2026-05-04T10:00:00Z',
	sentiment: 'neutral'
};
const HUGE = 'm'.repeat(MEGABYTE - 100);

/** What the import has to refuse, each for its own reason. */
const REFUSED = [
	{ ...WIDE, id: 'r1', text: HUGE },
	{ ...WIDE, id: 'r2', text: 'fine', author: HUGE },
	{ ...WIDE, id: 'r3', text: 'fine', tags: [HUGE] },
	{ ...WIDE, id: 'r4', text: `${HOSTILE[0]} and more`, type: HOSTILE[0]! },
	{ ...WIDE, id: 'r5', text: 'fine', sentiment: HOSTILE[1]! },
	{ ...WIDE, id: 'r6', text: HOSTILE[2]!, created_at: HOSTILE[2]! }
];

type SetAside = { reason: string; count: number; lines: number[] };
type Imported = { app: Undertone; report: { read: number; new: number; set_aside: SetAside[] } };

/** Rows as a file of lines of JSON, with one line of bytes that are no text, brought in by the import command. */
async function startHostile(): Promise<Imported> {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-hostile-'));
	const file = join(directory, 'hostile<img src=x>.ndjson');
	const lines = [...ROWS, ...REFUSED].map((row) => `${JSON.stringify(row)}\n`).join('');
	const broken = Buffer.from([...Buffer.from('{"id":"r7","text":"'), 0xff, 0xfe, ...Buffer.from('"}\n')]);
	await writeFile(file, Buffer.concat([Buffer.from(lines), broken]));
	const clock = movedClock(NOW);
	const told = join(directory, 'report.json');
	await run(
		join(root, 'node_modules/.bin/node'),
		[join(root, 'build/scripts/import.js'), file, '--report', told],
		{
			cwd: root,
			env: { PATH: process.env.PATH, ...clock, UNDERTONE_DATA_DIR: directory }
		}
	);
	const report = JSON.parse(await readFile(told, 'utf8')) as Imported['report'];
	const app = await startUndertone({ ...clock, UNDERTONE_DATA_DIR: directory, UNDERTONE_DEMO: 'off' });
	const stop = async () => {
		await app.stop();
		await rm(directory, { recursive: true, force: true });
	};
	return { app: { ...app, stop }, report };
}

const test = base.extend<{ problems: string[] }, { imported: Imported }>({
	imported: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const imported = await startHostile();
			await use(imported);
			await imported.app.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: ({ imported }, use) => use(imported.app.url),
	problems: async ({ page }, use) => use(await watchPage(page))
});

/** Open an address with all of its panels, and look at it before and after scripts take it over. */
async function visit(page: Page, address: string) {
	const answer = await page.goto(address + (address.includes('?') ? '&' : '?') + 'wait=all');
	expect(answer?.status(), address).toBeLessThan(500);
	await page.waitForLoadState('networkidle');
	await expectHarmless(page, address);
}

test('a row that is too large or broken is set aside with its reason, and none is lost without a word', async ({
	imported,
	page,
	problems
}) => {
	const { report } = imported;
	const aside = report.set_aside.flatMap(({ lines }) => lines).toSorted((one, other) => one - other);
	const refusedFrom = ROWS.length + 1;
	expect(aside).toEqual(Array.from({ length: REFUSED.length + 1 }, (_, at) => refusedFrom + at));
	expect(report.read).toBe(ROWS.length + REFUSED.length + 1);
	expect(report.new).toBe(ROWS.length);
	await visit(page, '/data');
	await visit(page, '/data/set-aside');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(String(aside.length));
	const addresses = await page
		.locator('a[href*="/data/set-aside/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	expect(new Set(addresses).size).toBe(aside.length);
	for (const address of addresses) await visit(page, address);
	const file = await (await page.request.get('/data/set-aside.csv')).text();
	expect(file.isWellFormed()).toBe(true);
	expect(file).toContain('r4');
	expect(problems).toEqual([]);
});

const idOfTag = async (page: Page, name: string) => {
	const brands = (await (await page.request.get('/api/self')).json()).accessible_brands as number[];
	const answer = await page.request.get(`/api/tags?brand_ids=${brands.join(',')}&limit=100`);
	const { data } = (await answer.json()) as { data: { id: number; name: string; brand_id: number }[] };
	return data.find((tag) => tag.name === name)!;
};

test('messages, names and tags that are markup, turn the line or hide in it are text in every list and thread', async ({
	page,
	problems
}) => {
	await visit(page, `/messages?${DAYS}`);
	const list = page.locator('#messages');
	for (const text of [HOSTILE[0]!, HOSTILE[3]!, HOSTILE[4]!, '__proto__']) {
		await expect(list.getByText(text, { exact: true }).first()).toBeAttached();
	}
	await expect(list.getByText('dekcatta inside after', { exact: true }).first()).toBeAttached();
	await visit(page, `/messages?${DAYS}&page=2`);
	await expect(list.getByText('end \ufffd', { exact: true }).first()).toBeAttached();
	const tag = await idOfTag(page, HOSTILE[0]!);
	await visit(page, `/messages?${DAYS}&tag=${tag.id}`);
	await expect(page.locator('#messages ol > li')).toHaveCount(1);
	for (const query of ['<img src=x', '{{constructor}}', "'"]) {
		await visit(page, `/messages?${DAYS}&q=${encodeURIComponent(query)}`);
	}
	await visit(page, `/messages?${DAYS}&q=__proto__`);
	await expect(page.locator('#messages mark').first()).toHaveText('__proto__');

	await visit(page, `/messages?${DAYS}`);
	const threads = await page
		.locator('#messages a[href*="message="]')
		.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!.split('#')[0]!))]);
	expect(threads.length).toBeGreaterThan(40);
	for (const address of threads.filter((_, at) => at % 10 === 3)) await visit(page, address);
	expect(problems).toEqual([]);
});

test('brands and keywords that are markup are text on the overview, in its charts, menus, tooltips and panels', async ({
	page,
	problems
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const address of [
		`/?${DAYS}`,
		`/?${DAYS}&split=brand&chart=multiples&compare=previous`,
		`/?${DAYS}&split=platform&stack=count&q=${encodeURIComponent(HOSTILE[0]!)}`,
		`/keywords?${DAYS}`,
		`/keywords?${DAYS}&word=__proto__`,
		`/keywords?${DAYS}&word=${encodeURIComponent(HOSTILE[0]!)}&omit=${encodeURIComponent(HOSTILE[8]!)}`,
		`/keywords?${DAYS}&find=${encodeURIComponent(HOSTILE[1]!)}&sort=constructor`,
		`/impact?${DAYS}`,
		`/data/campaigns`,
		`/nowhere/${encodeURIComponent(HOSTILE[0]!)}`,
		`/?brand=${encodeURIComponent(HOSTILE[0]!)}&tz=${encodeURIComponent(HOSTILE[1]!)}&__proto__=x&campaign=${encodeURIComponent(HOSTILE[8]!)}`,
		`/compare-links?a=${encodeURIComponent(`/?q=${encodeURIComponent(HOSTILE[0]!)}`)}&b=${encodeURIComponent('javascript:alert(1)')}`
	]) {
		await visit(page, address);
	}
	await visit(page, `/keywords?${DAYS}`);
	await expect(page.getByText('__proto__', { exact: true }).first()).toBeAttached();

	await visit(page, `/?${DAYS}`);
	const cursor = page.locator('#sentiment-trend [role=slider]').first();
	await cursor.focus();
	for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
		await page.keyboard.press(key);
		await expectHarmless(page, `the tooltip after ${key}`);
	}
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	const palette = page.getByRole('dialog');
	await expect(palette.getByText(HOSTILE[0]!).first()).toBeAttached();
	await page.keyboard.type('<img');
	await expectHarmless(page, 'the palette');
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /^Rated messages [\d,]+: read/ }).click();
	await expect(page.getByRole('dialog').locator('ol > li').first()).toBeVisible();
	await expectHarmless(page, 'the panel of messages');
	expect(problems).toEqual([]);
});

test('names that people give here are text, too: saved views, campaigns and audits', async ({
	page,
	baseURL,
	problems
}) => {
	const headers = { origin: baseURL!, accept: 'text/html' };
	const send = async (address: string, form: Record<string, string>) => {
		const answer = await page.request.post(address, { form, headers, maxRedirects: 0 });
		expect(answer.status(), address).toBe(303);
		return answer.headers().location!;
	};
	for (const [at, text] of [...HOSTILE, LONE[1]!].entries()) {
		const name = text.slice(0, 70);
		await send('/saved?/save', { name: `${name} ${at}`, path: '/', query: DAYS });
		await send('/data/campaigns?/create', {
			kind: at % 2 ? 'annotation' : 'campaign',
			name: `${name.slice(0, 60)} ${at}`,
			start: '2026-05-10',
			end: '2026-05-16',
			hypothesis: text,
			link: '',
			colour: 'ink',
			metric: 'net'
		});
	}
	for (const address of ['/saved', `/saved?${DAYS}&on=/`, '/data/campaigns', `/?${DAYS}`, '/impact']) {
		await visit(page, address);
	}
	const saved = await page.request.get('/saved/list');
	expect(((await saved.json()) as { name: string }[]).every(({ name }) => name.isWellFormed())).toBe(true);
	await visit(page, '/data/campaigns');
	const campaigns = await page
		.locator('a[href^="/data/campaigns/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	for (const address of campaigns.slice(0, 3)) {
		await visit(page, address);
		const id = new URL(address, baseURL).pathname.split('/').at(-1);
		await visit(page, `/impact?campaign=${id}`);
	}

	const drawn = await send(`/messages/audit?${DAYS}&/draw`, { n: '30', seed: '1' });
	for (let place = 1; place <= 30; place += 1) {
		await send(`${drawn}?/rate`, { place: String(place), rating: place % 2 ? 'positive' : 'negative' });
		if (place % 10 === 0) await visit(page, `${drawn}?at=${place}`);
	}
	await send(`${drawn}?/finish`, {});
	await visit(page, `${drawn}/result`);
	await visit(page, '/messages/audit');
	expect(problems).toEqual([]);
});

test('a reply that is markup or turns the line is text in its thread and among the replies, and where it is refused', async ({
	page,
	problems
}) => {
	await visit(page, `/messages?${DAYS}&type=INSTAGRAM_CONVERSATION`);
	const link = page.getByRole('link', { name: 'Thread of this message' }).first();
	await visit(page, (await link.getAttribute('href'))!.split('#')[0]!);
	const thread = page.locator('#thread');
	const send = async (text: string) => {
		await thread.getByLabel('Your reply').fill(text);
		await thread.getByRole('button', { name: 'Reply', exact: true }).click();
	};
	const saidOf = (text: string) => thread.locator('p').filter({ hasText: text });
	for (const [text, shown] of [
		[HOSTILE[2]!, HOSTILE[2]!],
		[HOSTILE[8]!, 'dekcatta inside after']
	] as const) {
		const before = await saidOf(shown).count();
		await send(text);
		await expect(saidOf(shown)).toHaveCount(before + 1);
		await expectHarmless(page, `the thread after ${text}`);
	}
	await send(HOSTILE[0]!.repeat(40));
	await expect(thread.getByRole('alert')).toBeVisible();
	await expectHarmless(page, 'the refusal');
	await visit(page, '/messages/replies');
	await expect(page.getByRole('main').getByText(HOSTILE[2]!).first()).toBeAttached();
	expect(problems).toEqual([]);
});

test('a name that is written from right to left turns the days and numbers beside it around on no view of its brand', async ({
	page,
	baseURL,
	problems
}) => {
	const { brands } = (await (await page.request.get('/api/self')).json()) as {
		brands: Record<string, { id: number; name: string }>;
	};
	const { id } = Object.values(brands).find(({ name }) => name === HEBREW)!;
	const view = `brand=${id}&${DAYS}`;
	for (const address of [
		`/?${view}&compare=previous`,
		`/keywords?${view}`,
		`/impact?${view}`,
		`/?${view}&split=platform&stack=count`
	]) {
		await visit(page, address);
	}
	await visit(page, `/messages?${view}`);
	const isolated = `\u2068${HEBREW}\u2069`;
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		`Messages of ${isolated}, 1 – 19 May 2026`
	);
	const thread = page.getByRole('link', { name: 'Thread of this message' }).first();
	await visit(page, (await thread.getAttribute('href'))!.split('#')[0]!);
	await expect(page.locator('#thread')).toContainText(HEBREW);
	await page.setViewportSize({ width: 360, height: 800 });
	await visit(page, `/?${view}`);
	await visit(page, `/messages?${view}`);

	const send = (address: string, form: Record<string, string>) =>
		page.request.post(address, { form, headers: { origin: baseURL!, accept: 'text/html' }, maxRedirects: 0 });
	const drawn = await send(`/messages/audit?${DAYS}&/draw`, { n: '30', seed: '1' });
	const audit = drawn.headers().location!;
	for (const place of ['1', '2', '3']) await send(`${audit}?/rate`, { place, rating: 'neutral' });
	await visit(page, `${audit}?at=4`);
	await send(`${audit}?/finish`, {});
	await visit(page, `${audit}/result`);
	await visit(page, '/messages/audit');
	expect(problems).toEqual([]);
});

/** A text as RFC 4180 has it: cells by record. */
function cellsOf(csv: string): string[] {
	return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
	);
}

test('files hold the same text inert: no cell opens a formula, and JSON gives back what was written', async ({
	page
}) => {
	for (const name of ['distribution', 'sentiment-trend', 'volume-trend', 'keywords', 'messages']) {
		for (const format of ['csv', 'json']) {
			const answer = await page.request.get(`/export/${name}.${format}?${DAYS}`);
			expect(answer.status(), `${name}.${format}`).toBe(200);
			expect(answer.headers()['x-content-type-options']).toBe('nosniff');
			expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
			const text = await answer.text();
			expect(text.isWellFormed()).toBe(true);
			if (format === 'csv') {
				const opening = cellsOf(text).filter((cell) => /^[=+@]/.test(cell));
				expect(opening, name).toEqual([]);
			} else {
				const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
				expect(rows.length, name).toBeGreaterThan(0);
			}
		}
	}
	const { rows } = (await (await page.request.get(`/export/messages.json?${DAYS}`)).json()) as {
		rows: { text: string }[];
	};
	const texts = rows.map(({ text }) => text);
	for (const text of HOSTILE) expect(texts).toContain(text);
	for (const text of LONE) expect(texts).toContain(text.toWellFormed());
});

/** What a host may send that keeps no bounds: rows, names and keywords of a megabyte and of markup. */
function unboundedReply(call: ReceivedCall) {
	const endpoint = endpointOf(call);
	const huge = `${HOSTILE[0]} ${'w'.repeat(MEGABYTE)}`;
	const pieces = `${HOSTILE[1]} ${'many words '.repeat(MEGABYTE / 11)}`;
	if (endpoint === 'top_keywords') {
		const words = [huge, pieces, ...HOSTILE, ...LONE, 'toString', 'valueOf'];
		return answerJson({
			data: words.map((keyword) => ({ keyword, positive: 40, neutral: 30, negative: 30, total: 100 }))
		});
	}
	if (endpoint === 'tags') {
		return answerJson({
			data: [huge, ...HOSTILE].map((name, id) => ({ id: id + 1, brand_id: 1, name, color: HOSTILE[0] }))
		});
	}
	if (endpoint === 'community_interactions') {
		const rows = [huge, pieces, ...HOSTILE, ...LONE].map((text, id) => ({
			id: id + 1,
			type: id === 3 ? HOSTILE[0] : 'TIKTOK_COMMENT',
			text,
			source_updated_at: '2026-05-18T10:00:00Z',
			sentiment: { is_negative: true, is_neutral: false, is_positive: false },
			tags: [{ id: 1, name: text, color: null }],
			username: text,
			permalink: 'javascript:alert(1)',
			is_closed: false
		}));
		return answerJson({ data: rows, paging: { count: rows.length, previous: null, next: null } });
	}
	return null;
}

test('a host that sends a megabyte as a message, a name, a tag or a keyword neither stops the page nor writes on it', async ({
	page,
	problems
}) => {
	const host = await startSlowHost([HOSTILE[0]!, `${HOSTILE[8]} ${'b'.repeat(20_000)}`, '__proto__'], 0);
	host.answerBy(unboundedReply);
	const app = await startUndertone({
		...movedClock(NOW),
		COMMUNITY_API_URL: host.origin,
		COMMUNITY_AUTH_URL: `${host.origin}/self`,
		COMMUNITY_API_TOKEN: 'x',
		UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
	});
	try {
		for (const address of [
			`/?${DAYS}`,
			`/?brand=1&${DAYS}`,
			`/keywords?${DAYS}`,
			`/keywords?${DAYS}&word=__proto__`,
			`/messages?brand=1&${DAYS}`,
			`/messages?brand=1&${DAYS}&tag=1`,
			`/messages?brand=1&${DAYS}&message=1`,
			`/messages/audit?brand=1&${DAYS}`,
			`/data`
		]) {
			await visit(page, app.url + address);
			const size = (await page.content()).length;
			expect(size, address).toBeLessThan(1.5 * MEGABYTE);
		}
		await visit(page, `${app.url}/keywords?${DAYS}`);
		await expect(page.locator('#keywords').getByText(HOSTILE[0]!.slice(0, 20)).first()).toBeAttached();
		await expect(page.locator('#keywords')).toContainText('2 more keywords are longer than 200 characters');
		await visit(page, `${app.url}/messages?brand=1&${DAYS}`);
		await expect(page.locator('#messages ol > li')).toHaveCount(2 + HOSTILE.length + LONE.length);
	} finally {
		await app.stop();
		await host.close();
	}
	expect(problems).toEqual([]);
});
