import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from '@playwright/test';
import { groupOfType } from '../../src/lib/community/vocabulary';
import { platformName } from '../../src/lib/format/names';
import { decimalsOf, formatCount, formatPercent, formatPoints } from '../../src/lib/format/numbers';
import type { ImportedRow } from '../support/imported';
import { NOW, tableOf } from './autumn';
import { expect, testOver } from './fixtures';

const HOUR = 3_600_000;
const HOSTILE_BRAND = `=2+5+cmd|' /C calc'!A0`;
const BRANDS = ['Alder', 'Birch', HOSTILE_BRAND];
const TYPES = ['TIKTOK_COMMENT', 'INSTAGRAM_ADS_COMMENT', 'FACEBOOK_CONVERSATION', 'YOUTUBE_COMMENT'];
const MOODS = ['positive', 'positive', 'neutral', 'negative', 'positive', 'negative', 'neutral'];
const TEXTS = [
	'the taste is lovely',
	'=HYPERLINK("https://evil.example","taste")',
	'+1 for the price, "really"\r\n@SUM(A1:A9)',
	'the price; =1+1 is too high',
	'taste and price'
];

/** Eight weeks of three brands, a few times a day; no two of type, mood and words keep step. */
const ROWS: readonly ImportedRow[] = Array.from({ length: 56 * 24 }, (_, hour) =>
	BRANDS.flatMap((brand, index) =>
		(hour * 7 + index * 3) % 5 < 3 - (index % 2)
			? [
					{
						id: `${index}-${hour}`,
						brand,
						type: TYPES[(hour + index) % TYPES.length]!,
						text: TEXTS[(hour * 3 + index) % TEXTS.length]!,
						sentiment: MOODS[(hour * 5 + index * 2) % MOODS.length]!,
						created_at: new Date(Date.parse(NOW) - hour * HOUR - 600_000).toISOString(),
						author: index === 1 ? '@birch-fan' : 'someone',
						tags: ['-urgent']
					}
				]
			: []
	)
).flat();

const test = testOver(ROWS, NOW);

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

type Row = Record<string, string>;
type File = { columns: string[]; meta: string[]; rows: Row[] };

/** The address that the menu of a panel has for a file. */
async function addressOf(page: Page, panel: string, entry: 'CSV' | 'JSON'): Promise<string> {
	await page
		.locator(panel)
		.getByRole('button', { name: /^Export and more/ })
		.click();
	const address = await page.getByRole('menuitem', { name: `Download ${entry}` }).getAttribute('href');
	await page.keyboard.press('Escape');
	return address!;
}

async function fileAt(page: Page, address: string): Promise<File> {
	const text = await (await page.request.get(address)).text();
	const rows = parse(text, { bom: true, comment: '#', columns: true }) as Row[];
	const lines = text.replace('\ufeff', '').split('\r\n');
	const meta = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
	return { columns: lines[meta.length]!.split(','), meta, rows };
}

const csvOf = async (page: Page, panel: string) => fileAt(page, await addressOf(page, panel, 'CSV'));
const byBucket = (rows: readonly Row[]) => [...Map.groupBy(rows, (row) => row.bucket_start!).values()];
const counted = (cell: string | undefined) => (cell ? formatCount(Number(cell)) : '–');

/** Under a filter for sentiments the trend and the split are counts, and the file has no score and no share either. */
const isOneSided = (page: Page) => page.url().includes('sentiment=negative');

async function expectTrend(page: Page): Promise<void> {
	const { columns, rows } = await tableOf(page, '#sentiment-trend');
	if (isOneSided(page)) {
		const lines = (await csvOf(page, '#sentiment-trend')).rows;
		expect(columns.slice(1)).toEqual(['Negative', 'n rated']);
		expect(lines.map(({ negative, rated }) => [counted(negative), counted(rated)])).toEqual(
			rows.map(({ cells }) => cells)
		);
		expect(new Set(lines.map(({ net, compare_net: before }) => `${net}${before ?? ''}`))).toEqual(
			new Set([''])
		);
		return;
	}
	const isCompared = columns.includes('before');
	const isPoints = !page.url().includes('score=positive');
	/** The file is exact; the page prints as many decimals as the interval of the line supports. */
	const score = (cell: string | undefined, { net_low: low, net_high: high }: Row) => {
		if (!cell) return '–';
		const look = { decimals: decimalsOf(low && high ? { low: Number(low), high: Number(high) } : null) };
		return isPoints ? formatPoints(Number(cell), look) : formatPercent(Number(cell) * 100, look);
	};
	const buckets = byBucket((await csvOf(page, '#sentiment-trend')).rows).map((lines) =>
		lines.flatMap((line) => [
			score(line.net, line),
			counted(line.rated),
			...(isCompared ? [score(line.compare_net, line)] : [])
		])
	);
	expect(buckets).toEqual(rows.map(({ cells }) => (isCompared ? cells.slice(1) : cells)));
}

async function expectVolume(page: Page): Promise<void> {
	const { columns, rows } = await tableOf(page, '#volume-trend');
	const groups = { 'Organic comments': 'comments', 'Ad comments': 'ads', 'Direct messages': 'dms' };
	const buckets = byBucket((await csvOf(page, '#volume-trend')).rows).map((lines) => {
		const sum = (group: string | null, column = 'count') => {
			const own = lines.filter(({ type }) => group === null || groupOfType(type!) === group);
			const known = own.filter((line) => line[column]);
			if (own.length > 0 && known.length === 0) return '–';
			return formatCount(known.reduce((total, line) => total + Number(line[column]), 0));
		};
		return columns
			.slice(1)
			.filter((name) => name !== 'Compared with')
			.map((name) => {
				if (name === 'Total') return sum(null);
				return name === 'Compared' ? sum(null, 'compare_count') : sum(groups[name as keyof typeof groups]);
			});
	});
	const isCompared = columns.at(-1) === 'Compared with';
	expect(buckets).toEqual(rows.map(({ cells }) => (isCompared ? cells.slice(0, -1) : cells)));
}

/** What a bar is called, by the brand and the platform of its row in the file. */
function barOf({ brand, platform }: Row): string {
	const isWhole = platform === 'all';
	return isWhole ? brand!.replace(/^'/, '') : `${brand} ${platformName(platform!)}`;
}

async function expectSplit(page: Page): Promise<void> {
	const { rows } = await tableOf(page, '#sentiment-split');
	const file = await csvOf(page, '#sentiment-split');
	const bars = new Map(file.rows.map((row) => [barOf(row), row]));
	expect(rows.length).toBeGreaterThan(5);
	for (const { when, cells } of rows) {
		const row = bars.get(when) ?? bars.get(`All brands ${when}`);
		if (isOneSided(page)) {
			const isFew = Number(row?.rated) < 10;
			if (!isFew) expect(cells[0], when).toBe(counted(row?.negative));
			expect([cells[1], row?.negative_share], when).toEqual([counted(row?.rated), '']);
			continue;
		}
		const shares = [row?.negative_share, row?.neutral_share, row?.positive_share];
		const few = row?.rated === '0' ? 'none rated' : 'too few to say';
		const decimals = cells[0]!.includes('.') ? 1 : 0;
		const texts = shares[0]
			? shares.map((share) => `${formatPercent(Number(share), { decimals })} %`)
			: [few, '', ''];
		// Beside a share of few messages stands its interval.
		const told = cells.map((cell) => cell.replace(/ \(.*\)$/, ''));
		expect(told, when).toEqual([...texts, counted(row?.rated)]);
	}
}

async function expectKeywords(page: Page): Promise<void> {
	const shown = await page
		.locator('#keywords tbody tr')
		.evaluateAll((trs) =>
			trs.map((tr) => [
				tr.querySelector('th')?.textContent?.trim(),
				tr.querySelector('td.mentions')?.textContent?.trim()
			])
		);
	const { rows } = await csvOf(page, '#keywords');
	expect(rows.slice(0, shown.length).map((row) => [row.keyword, counted(row.mentions)])).toEqual(shown);
}

const LINKS = [
	'/?range=28d',
	'/?range=7d&score=positive&compare=previous',
	'/?range=7d&split=none&platform=tiktok&platform=youtube&tz=America/New_York',
	'/?range=28d&scale=week&week=sunday&type=comments&hide=dms',
	'/?range=28d&sentiment=negative&q=taste&compare=year&match=date',
	'/?range=today&scale=hour&split=platform'
];

for (const link of LINKS) {
	test(`the CSV ignores the filters: each file of “${link}” equals what is drawn, to the digit`, async ({
		page
	}) => {
		await page.goto(`${link}&wait=all`);
		await expectTrend(page);
		await expectVolume(page);
		await expectSplit(page);
		await expectKeywords(page);
		const query = new URL(page.url()).search.replace('&wait=all', '');
		await page.goto(`/messages${query}`);
		const stated = await page.locator('#messages-title').textContent();
		const ids = await page.locator('ol > li .text').allTextContents();
		const { rows } = await fileAt(page, `/export/messages.csv${query}`);
		expect(rows.length, stated!).toBe(Number(stated!.replaceAll(',', '').match(/\d+/)![0]));
		const plain = (text: string) => text.replace(/[\s"']+/g, ' ').trim();
		expect(rows.slice(0, ids.length).map(({ text }) => plain(text!))).toEqual(ids.map(plain));
	});
}

test('a comment becomes a formula in somebody’s spreadsheet: hostile cells are inert, and whole in JSON', async ({
	page
}) => {
	const files = ['distribution', 'sentiment-trend', 'volume-trend', 'keywords', 'messages'];
	for (const name of files) {
		const { rows } = await fileAt(page, `/export/${name}.csv?range=28d`);
		expect(rows.length).toBeGreaterThan(0);
		for (const [column, cell] of rows.flatMap((row) => Object.entries(row))) {
			const isNumber = /^-?\d+(\.\d+)?$/.test(cell);
			if (!isNumber) expect(cell, `${name} ${column}`).not.toMatch(/^[\s"]*[=+\-@\t\r\n]|[;\n]\s*[=+@]/);
		}
		const brands = new Set(rows.map((row) => row.brand));
		if (name !== 'keywords') expect(brands).toContain(`'${HOSTILE_BRAND}`);
	}
	const json = (await (await page.request.get('/export/messages.json?range=28d')).json()) as {
		rows: { brand: string; text: string; tags: string[] }[];
	};
	expect(new Set(json.rows.map(({ brand }) => brand))).toEqual(new Set(BRANDS));
	expect(new Set(json.rows.map(({ text }) => text))).toEqual(new Set(TEXTS));
	expect(json.rows[0]!.tags).toEqual(['-urgent']);
});

const TREND = ['bucket_start', 'brand', 'positive', 'neutral', 'negative', 'rated'];
const SCORE = ['net', 'net_low', 'net_high'];
const COLUMNS: Record<string, string[]> = {
	'sentiment-trend': [...TREND, ...SCORE, 'complete'],
	'volume-trend': ['bucket_start', 'brand', 'type', 'count'],
	keywords: ['keyword', 'mentions', 'negative', 'neutral', 'positive', 'rated', ...SCORE]
};

test('nobody knows what a file was: it says its question, zone, formula and age, and has the same numbers as JSON', async ({
	page
}) => {
	const query = '?range=7d&tz=Asia/Kolkata&platform=tiktok&score=positive';
	for (const name of ['distribution', 'sentiment-trend', 'volume-trend', 'keywords', 'messages']) {
		const { columns, meta, rows } = await fileAt(page, `/export/${name}.csv${query}`);
		if (COLUMNS[name]) expect(columns).toEqual(COLUMNS[name]);
		const said = meta.join('\n');
		expect(said).toContain('TikTok');
		expect(said).toContain('?range=7d&tz=Asia%2FKolkata&platform=tiktok&score=positive');
		expect(meta).toContain('Days: 2026-10-28 to 2026-11-03 (7 days)');
		expect(meta).toContain('Time zone: Asia/Kolkata');
		expect(said).toMatch(/^As of: 2026-11-03T15:00:00\+05:30$/m);
		if (name === 'sentiment-trend') expect(meta).toContain('Formula: Positive share = positive ÷ all rated.');
		const answer = await page.request.get(`/export/${name}.json${query}`);
		const json = (await answer.json()) as { rows: Record<string, unknown>[] };
		const plain = (cell: string) =>
			cell
				.replaceAll('\r\n', '\n')
				.replace(/^'/, '')
				.replaceAll(/([;\n]\s*)'/g, '$1');
		expect(rows.map((row) => Object.values(row).map(plain))).toEqual(
			json.rows.map((row) => Object.values(row).map((cell) => plain(String(cell ?? ''))))
		);
	}
});

async function savedPicture(page: Page, entry: RegExp): Promise<{ name: string; bytes: Buffer }> {
	await page
		.locator('#sentiment-trend')
		.getByRole('button', { name: /^Export and more/ })
		.click();
	const started = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: entry }).click();
	const download: Download = await started;
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the picture is full of spinners: it has the chart, its title and its question, and is sharp at two pixels for one', async ({
	page
}) => {
	await page.goto('/?range=30d');
	const panel = page.locator('#sentiment-trend');
	await expect(panel.locator('.canvas svg')).toBeVisible();
	const drawing = await savedPicture(page, /SVG/);
	expect(drawing.name).toBe('undertone-sentiment-trend.svg');
	const svg = drawing.bytes.toString('utf8');
	const words = [
		'Net sentiment by day',
		'Alder',
		'All brands',
		'5 Oct – 3 Nov 2026',
		'As of 3 Nov 2026, 09:30',
		'/?range=30d'
	];
	const size = await page.evaluate((text) => {
		const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
		return {
			text: [...parsed.querySelectorAll('text')].map((line) => line.textContent).join(' '),
			lines: parsed.querySelectorAll('path[fill="none"]').length,
			width: Number(parsed.getAttribute('width')),
			height: Number(parsed.getAttribute('height'))
		};
	}, svg);
	// A line that is too long for the picture goes on in the next one, without a blank between the two.
	const dense = (text: string | null) => (text ?? '').replaceAll(' ', '');
	for (const word of words) expect(dense(size.text)).toContain(dense(word));
	expect(size.text).not.toMatch(/loading|Show as table|Export and more/);
	expect(svg).not.toMatch(/var\(--|<script|foreignObject/);
	expect(size.lines).toBeGreaterThan(3);

	const picture = await savedPicture(page, /PNG/);
	expect(picture.name).toBe('undertone-sentiment-trend.png');
	expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([
		2 * size.width,
		2 * size.height
	]);
	const painted = await page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
		context.drawImage(bitmap, 0, 0);
		const probe = document.createElement('i');
		probe.style.color = 'var(--brand-1)';
		document.body.append(probe);
		const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g)!.map(Number);
		const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
		let count = 0;
		for (let at = 0; at < data.length; at += 4) {
			if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count += 1;
		}
		return count;
	}, picture.bytes.toString('base64'));
	expect(painted).toBeGreaterThan(500);
});

test('printing gives a screenshot of buttons: on paper controls are gone, and the question, n and age are kept', async ({
	page
}) => {
	await page.goto('/?range=30d&wait=all');
	await expect(page.locator('#sentiment-trend .canvas svg')).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	// The name of the first number is the menu of scores: on paper it is a name and nothing else.
	const controls = page.locator('button, summary, form, nav, input, select').filter({ visible: true });
	await expect(controls).toHaveText(['Net sentiment']);
	await expect(controls.locator('svg').filter({ visible: true })).toHaveCount(0);
	await expect(page.locator('#printed-scope')).toContainText('5 Oct – 3 Nov 2026 (30 days)');
	await expect(page.locator('#printed-scope')).toContainText('/?range=30d');
	for (const id of ['sentiment-trend', 'sentiment-split', 'volume-trend', 'keywords']) {
		await expect(page.locator(`#${id} .as-of`)).toBeVisible();
		await expect(page.locator(`#${id} .as-of`)).toHaveText('as of 09:30');
	}
	await expect(page.locator('#sentiment-trend figure ul small').first()).toContainText(/n \d/);
	await expect(page.locator('dl.shares')).toContainText(/[\d,]+ rated/);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.startsWith('%PDF-')).toBe(true);
	const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
	expect(pages.length).toBeGreaterThan(0);
	expect(pages.length).toBeLessThan(6);
	const [, left, bottom, right, top] = pdf
		.match(/\/MediaBox\s*\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/)!
		.map(Number);
	expect(right! - left!, 'the page lies').toBeGreaterThan(top! - bottom!);
});
