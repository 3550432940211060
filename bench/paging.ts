import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createCommunityClient } from '$lib/community/client';
import { walkPages } from '$lib/community/walk-pages';
import type { FollowingRows } from '$lib/server/panels/messages';
import { browserLaunch } from '../tests/support/browser.mjs';
import { startServer } from './child';
import { importInto, type InteractionsFile } from './import';
import { figureOf } from './measure';
import { milliseconds, wholeNumber, type Table } from './table';

/** Interactions that come while the list is walked, half of them newer than all others. */
const LATE_ROWS = 12_000;
const LAST_DAY = Date.UTC(2026, 5, 30);
const MINUTE = 60_000;
const DAYS = 'from=2024-01-01&to=2026-12-31';
/** So many messages are read on before the list is scrolled, where it has as many. */
const READ_ON = 2_000;
const MOST_LOOKS = 100;
const SCREENS = 120;
const STEP = 400;
const WINDOW = { width: 1440, height: 900 };

/** Messages of the bench's own brands that its file does not have. */
async function writeLate(path: string, brands: readonly { name: string }[]): Promise<InteractionsFile> {
	const lines = Array.from({ length: LATE_ROWS }, (_, index) => {
		const minutes = index % 2 === 0 ? index : -7 * index;
		const at = new Date(LAST_DAY + minutes * MINUTE).toISOString();
		return `late-${index},"${brands[index % brands.length]!.name}",INSTAGRAM_COMMENT,A late word,neutral,${at}`;
	});
	await writeFile(path, ['id,brand,type,text,sentiment,created_at', ...lines, ''].join('\n'));
	return { path, rows: LATE_ROWS, bytes: (await stat(path)).size };
}

/** Milliseconds of each page, at the beginning and at the end of each brand's list, and what the pages had. */
type Walk = { first: number[]; last: number[]; ids: Set<string>; shown: number };

/** The rows of one brand's list from a place on, as the page asks for them while it is read on. */
async function rowsFrom(origin: string, brand: number, offset: number) {
	const response = await fetch(`${origin}/messages/rows/${offset}?brand=${brand}&${DAYS}`);
	if (!response.ok) throw new Error(`The rows from ${offset} on answered ${response.status}.`);
	return { value: (await response.json()) as FollowingRows, asOf: 0, stale: false };
}

/** How many messages all brands have, by the host. */
async function countAll(
	origin: string
): Promise<{ brands: readonly { id: number; name: string }[]; total: number }> {
	const client = createCommunityClient({
		fetch: globalThis.fetch as Parameters<typeof createCommunityClient>[0]['fetch'],
		baseUrl: `${origin}/api`,
		selfUrl: `${origin}/api/self`,
		now: Date.now
	});
	const { brands } = (await client.self()).value;
	const pages = await Promise.all(brands.map(({ id }) => client.interactions({ brand_id: id, limit: 1 })));
	return { brands, total: pages.reduce((sum, { value }) => sum + (value.total ?? 0), 0) };
}

/** Read every brand's list to its end, newest first. */
async function walkAll(origin: string, brands: readonly { id: number }[]): Promise<Walk> {
	const walk: Walk = { first: [], last: [], ids: new Set(), shown: 0 };
	for (const { id } of brands) {
		const pages: number[] = [];
		const ask = (offset: number) => rowsFrom(origin, id, offset);
		const list = walkPages(ask, { limit: 100, keyOf: (row) => row.id });
		for (;;) {
			const start = performance.now();
			const page = await list.next();
			if (page === null) break;
			pages.push(performance.now() - start);
			for (const row of page.value) walk.ids.add(`${id} ${row.id}`);
			walk.shown += page.value.length;
		}
		const tenth = Math.max(1, Math.floor(pages.length / 10));
		walk.first.push(...pages.slice(0, tenth));
		walk.last.push(...pages.slice(-tenth));
	}
	return walk;
}

/** The walk while nobody writes, and once more while an import does. */
async function benchWalks(origin: string, dataDirectory: string): Promise<Table> {
	const { brands, total } = await countAll(origin);
	const late = await writeLate(join(dataDirectory, '..', 'late.csv'), brands);
	const quiet = await walkAll(origin, brands);
	const importing = importInto(dataDirectory, late);
	const busy = await walkAll(origin, brands);
	await importing;
	const came = (await countAll(origin)).total - total;
	const missing = [...quiet.ids].filter((id) => !busy.ids.has(id)).length;
	const twice = busy.shown - busy.ids.size;
	const row = (name: string, samples: readonly number[]) => [
		name,
		milliseconds(figureOf(samples)),
		(figureOf(samples).median / figureOf(quiet.first).median).toFixed(2) + ' ×',
		wholeNumber(samples.length)
	];
	return {
		title: `Walking ${wholeNumber(quiet.ids.size)} messages; ${wholeNumber(came)} others came, ${twice} were shown twice, ${missing} were missing`,
		heads: ['pages of 100', 'ms', '÷ the first', 'pages'],
		rows: [
			row('nobody writes, the first tenth', quiet.first),
			row('nobody writes, the last tenth', quiet.last),
			row('while others come, the first tenth', busy.first),
			row('while others come, the last tenth', busy.last)
		]
	};
}

/** Milliseconds between the frames while the page is scrolled by wheel from its top, and how many rows stood in it. */
async function scroll(page: Page): Promise<{ frames: number[]; rows: number }> {
	await page.evaluate(() => {
		const frames: number[] = [];
		let last = performance.now();
		let rows = 0;
		const note = (now: number) => {
			frames.push(now - last);
			last = now;
			rows = Math.max(rows, document.querySelectorAll('[data-walked] > li').length);
			requestAnimationFrame(note);
		};
		requestAnimationFrame(note);
		Object.assign(window, { measured: () => ({ frames: frames.slice(2), rows }) });
	});
	await page.mouse.move(WINDOW.width / 3, WINDOW.height / 2);
	for (let screen = 0; screen < SCREENS; screen += 1) await page.mouse.wheel(0, STEP);
	return page.evaluate(() =>
		(window as unknown as { measured: () => { frames: number[]; rows: number } }).measured()
	);
}

/** A plain page of the same text, all of its rows in it: what scrolling costs where nothing is done. */
async function plainList(page: Page, rows: number): Promise<void> {
	const item =
		'<li style="padding:14px 0;border-top:1px solid">negative Instagram, comment<p>The taste is lovely</p>someone</li>';
	await page.setContent(`<ol data-walked>${item.repeat(rows)}</ol>`);
}

async function longList(page: Page, origin: string): Promise<number> {
	await page.goto(`${origin}/messages?brand=1&range=12mo`);
	await page.getByRole('button', { name: 'Show more' }).click();
	const last = page.locator('#messages [data-walked] > li').last();
	let place = 0;
	for (let look = 0; look < MOST_LOOKS && place < READ_ON; look += 1) {
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		await page.waitForTimeout(200);
		place = Number(await last.getAttribute('aria-posinset'));
	}
	await page.evaluate(() => scrollTo(0, 0));
	await page.waitForTimeout(300);
	return place;
}

/** The time that 95 of 100 frames keep below. */
function slowFrame(frames: readonly number[]): number {
	return [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
}

function frameRow(
	name: string,
	frames: readonly number[],
	plain: readonly number[],
	rows: string[]
): string[] {
	const late = frames.filter((frame) => frame > 50).length;
	const ratio = frames === plain ? '1' : `${(slowFrame(frames) / slowFrame(plain)).toFixed(2)} ×`;
	return [name, milliseconds(figureOf(frames)), slowFrame(frames).toFixed(1), ratio, String(late), ...rows];
}

/** Frames of scrolling the list in Chromium, beside those of a plain page with as many rows. */
async function benchScrolling(origin: string): Promise<Table> {
	const { chromium } = await import('playwright');
	const browser = await chromium.launch(browserLaunch());
	try {
		const page = await browser.newPage({ viewport: WINDOW });
		const count = await longList(page, origin);
		const list = await scroll(page);
		await plainList(page, count);
		const plain = await scroll(page);
		return {
			title: `Scrolling ${wholeNumber(count)} messages`,
			heads: ['page', 'frame, ms', '95 % below, ms', '÷ plain', 'over 50 ms', 'rows', 'most in the page'],
			rows: [
				frameRow('the list of messages', list.frames, plain.frames, [wholeNumber(count), String(list.rows)]),
				frameRow('a plain list', plain.frames, plain.frames, [wholeNumber(count), String(plain.rows)])
			]
		};
	} finally {
		await browser.close();
	}
}

/**
 * The lists of all brands, walked to their ends while others are imported: what a page costs at the beginning and at
 * the end, and that none came twice and none was missing. Then frames of scrolling.
 */
export async function benchPaging(dataDirectory: string, progress: (line: string) => void): Promise<Table[]> {
	const server = await startServer(dataDirectory);
	try {
		progress('Walking all messages, while nobody writes and while others are imported');
		const walks = await benchWalks(server.origin, dataDirectory);
		progress('Scrolling the list');
		return [walks, await benchScrolling(server.origin)];
	} finally {
		await server.stop();
	}
}
