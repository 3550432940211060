import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createCommunityClient } from '$lib/community/client';
import { createInteractionPages } from '$lib/community/interaction-pages';
import { browserLaunch } from '../tests/support/browser.mjs';
import { startServer } from './child';
import { importInto, type InteractionsFile } from './import';
import { figureOf, ratioOf, type Figure } from './measure';
import { milliseconds, times, wholeNumber, type Table } from './table';

/** Interactions that come while the list is walked, half of them newer than all others. */
const LATE_ROWS = 12_000;
const LAST_DAY = Date.UTC(2026, 5, 30);
const MINUTE = 60_000;
const READ_ON = 20;
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

type Walk = { pages: number[]; shown: number; twice: number; missing: number };

/** Walk every brand's list to its end over HTTP, newest first, while an import writes into the same store. */
async function walkAll(origin: string, dataDirectory: string): Promise<Walk> {
	const client = createCommunityClient({
		fetch: globalThis.fetch as Parameters<typeof createCommunityClient>[0]['fetch'],
		baseUrl: `${origin}/api`,
		selfUrl: `${origin}/api/self`,
		now: Date.now
	});
	const { brands } = (await client.self()).value;
	const totals = async () => {
		const pages = await Promise.all(
			brands.map(({ id }) => client.interactions({ brand_id: id, limit: 1, offset: 0 }))
		);
		return pages.reduce((sum, { value }) => sum + (value.total ?? 0), 0);
	};
	const atStart = await totals();
	const late = await writeLate(join(dataDirectory, '..', 'late.csv'), brands);
	const importing = importInto(dataDirectory, late);
	const pages: number[] = [];
	const seen = new Set<string>();
	let shown = 0;
	for (const { id } of brands) {
		const walk = createInteractionPages(client.interactions, { brand_id: id });
		for (;;) {
			const start = performance.now();
			const page = await walk.next();
			if (page === null) break;
			pages.push(performance.now() - start);
			for (const row of page.value) seen.add(`${id} ${row.id}`);
			shown += page.value.length;
		}
	}
	await importing;
	return { pages, shown, twice: shown - seen.size, missing: Math.max(0, atStart - seen.size) };
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
	for (let read = 1; read < READ_ON; read += 1) {
		const before = await page.locator('#messages [data-walked] > li').last().getAttribute('aria-posinset');
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		await page.waitForFunction(
			(place) =>
				[...document.querySelectorAll('[data-walked] > li')].at(-1)?.getAttribute('aria-posinset') !== place,
			before
		);
	}
	const count = Number(
		await page.locator('#messages [data-walked] > li').last().getAttribute('aria-posinset')
	);
	await page.evaluate(() => scrollTo(0, 0));
	await page.waitForTimeout(300);
	return count;
}

const p95 = (frames: readonly number[]): Figure => {
	const { median, ...figure } = figureOf(frames);
	const sorted = [...frames].sort((a, b) => a - b);
	return { ...figure, median: sorted[Math.floor(sorted.length * 0.95)] ?? median };
};

function frameRow(
	name: string,
	frames: readonly number[],
	plain: readonly number[],
	rows: string[]
): string[] {
	const late = frames.filter((frame) => frame > 50).length;
	const ratio = frames === plain ? '1' : `${(p95(frames).median / p95(plain).median).toFixed(2)} ×`;
	return [name, milliseconds(figureOf(frames)), p95(frames).median.toFixed(1), ratio, String(late), ...rows];
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
 * The lists of all brands, walked to their ends while as many again as a day's worth are imported: what a page costs at
 * the beginning and at the end, and that none came twice and none was missing. Then frames of scrolling.
 */
export async function benchPaging(
	dataDirectory: string,
	rows: number,
	progress: (line: string) => void
): Promise<Table[]> {
	progress('Walking all messages while others are imported');
	const server = await startServer(dataDirectory);
	try {
		const { pages, shown, twice, missing } = await walkAll(server.origin, dataDirectory);
		const tenth = Math.max(1, Math.floor(pages.length / 10));
		const first = pages.slice(0, tenth);
		const last = pages.slice(-tenth);
		const row = (name: string, samples: readonly number[]) => [
			name,
			milliseconds(figureOf(samples)),
			samples === first ? '1' : times(ratioOf(samples, first)),
			wholeNumber(samples.length)
		];
		progress('Scrolling the list');
		return [
			{
				title: `Walking ${wholeNumber(rows)} messages while ${wholeNumber(LATE_ROWS)} come`,
				heads: ['pages of 100', 'ms', '÷ the first', 'pages'],
				rows: [
					row('the first tenth', first),
					row('the last tenth', last),
					row('all', pages),
					[`shown ${wholeNumber(shown)}, twice ${twice}, missing ${missing}`, '—', '—', '—']
				]
			},
			await benchScrolling(server.origin)
		];
	} finally {
		await server.stop();
	}
}
