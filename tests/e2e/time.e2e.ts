import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { columnOf, countBetween, drawingOf, reveal, sumOf, tableOf, test } from './autumn';
import { expect } from './fixtures';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

const TREND = '#sentiment-trend';
const VOLUME = '#volume-trend';

type Row = Record<string, string>;

/** The rows of the file that a panel offers, and its lines of metadata. */
async function csvOf(page: Page, panel: string): Promise<{ meta: string[]; rows: Row[] }> {
	await page.locator(panel).getByRole('button', { name: 'Export and more' }).click();
	const address = await page.getByRole('menuitem', { name: 'Download CSV' }).getAttribute('href');
	await page.keyboard.press('Escape');
	const text = await (await page.request.get(address!)).text();
	const rows = parse(text, { bom: true, comment: '#', columns: true }) as Row[];
	return { meta: text.split('\r\n').filter((line) => /^\ufeff?# /.test(line)), rows };
}

const startsOf = (rows: readonly Row[]) => [...new Set(rows.map((row) => row.bucket_start!))];
const countsOf = (rows: readonly Row[]) =>
	startsOf(rows).map((start) =>
		rows.filter((row) => row.bucket_start === start).reduce((sum, row) => sum + Number(row.count), 0)
	);
const whensOf = async (page: Page, chart: string) =>
	(await tableOf(page, chart)).rows.map(({ when }) => when);

/** Dashes as wide as their gaps, which mean only one thing: in progress. */
const dashed = (page: Page) => drawingOf(page, TREND).locator('path[stroke-dasharray^="4"]');
const hatchedBars = (page: Page) => drawingOf(page, VOLUME).locator('[fill^="url("]');
/** Symbols filled with the colour of the page. */
const hollow = (page: Page) => drawingOf(page, TREND).locator('path[fill="var(--bg)"]');

async function openCharts(page: Page, link: string) {
	await page.goto(link);
	for (const chart of [VOLUME, TREND]) {
		await reveal(page, chart);
	}
}

test('the unfinished bucket looks like a crash: it is dashed and hollow or hatched, and says “9 of 24 h”', async ({
	page,
	problems
}) => {
	await openCharts(page, '/?range=7d');
	await expect(dashed(page)).toHaveCount(2);
	await expect(hollow(page)).toHaveCount(2);
	await expect(hatchedBars(page)).not.toHaveCount(0);
	for (const chart of [TREND, VOLUME]) {
		await expect(page.locator(chart).getByText('in progress, 9 of 24 h', { exact: true })).toBeVisible();
		expect((await whensOf(page, chart)).at(-1)).toBe('Tue 3 Nov 2026, in progress, 9 of 24 h');
	}
	const cursor = page.locator(`${TREND} [role=slider]`);
	await cursor.focus();
	await cursor.press('End');
	await expect(page.locator(`${TREND} .tooltip`)).toContainText(/Tue 3 Nov 2026\s+in progress, 9 of 24 h/);
	await expect(cursor).toHaveAttribute('aria-valuetext', /^Tue 3 Nov 2026, in progress, 9 of 24 h/);
	expect(problems).toEqual([]);
});

test('the unfinished bucket can be left out: only complete days, in the charts, the numbers and the file', async ({
	page
}) => {
	await openCharts(page, '/?range=7d');
	await page.getByRole('link', { name: 'Complete days only' }).click();
	await expect(page).toHaveURL(/complete=true/);
	await expect(page.getByText('6 days, complete days only')).toBeVisible();
	await expect(dashed(page)).toHaveCount(0);
	await expect(hatchedBars(page)).toHaveCount(0);
	expect((await whensOf(page, VOLUME)).at(-1)).toBe('Mon 2 Nov 2026');
	const whole = countBetween('2026-10-28T00:00:00Z', '2026-11-03T00:00:00Z');
	expect(sumOf(await columnOf(page, VOLUME, 'Total'))).toBe(whole);
	const { rows } = await csvOf(page, VOLUME);
	expect(countsOf(rows).reduce((sum, count) => sum + count)).toBe(whole);
	await page.getByRole('link', { name: 'Count the unfinished day, too' }).click();
	await expect(dashed(page)).toHaveCount(2);
});

test('the dash stays on finished data: a range that is over has none, nor any hatching', async ({ page }) => {
	await openCharts(page, '/?from=2026-10-20&to=2026-11-02');
	await expect(dashed(page)).toHaveCount(0);
	await expect(hatchedBars(page)).toHaveCount(0);
	await expect(page.locator('main')).not.toContainText('in progress');
});

test('today looks as if everybody had gone home: hours that have not begun are blank and no zero', async ({
	page
}) => {
	await openCharts(page, '/?range=today&scale=hour');
	const { rows } = await tableOf(page, VOLUME);
	expect(rows[9]!.when).toBe('Tue 3 Nov 2026, 09:00, in progress, 30 of 60 min');
	expect(rows[10]!.when).toBe('Tue 3 Nov 2026, 10:00, still to come');
	const totals = await columnOf(page, VOLUME, 'Total');
	expect(totals.slice(0, 10)).toEqual([...Array<number>(9).fill(4), 2]);
	expect(totals.slice(10)).toEqual(Array(14).fill(null));
	await expect(page.locator(VOLUME).getByText('in progress, 30 of 60 min', { exact: true })).toBeVisible();
	const { rows: exported } = await csvOf(page, VOLUME);
	const later = exported.filter((row) => row.bucket_start! >= '2026-11-03T10');
	expect(new Set(later.map((row) => row.count))).toEqual(new Set(['']));
});

test('the week starts on the wrong day: charts, ranges, the page and the file agree on the one that is chosen', async ({
	page
}) => {
	const weeks = {
		monday: ['Week of 5 Oct 2026', 'Week of 12 Oct 2026', 'Week of 19 Oct 2026', 'Week of 26 Oct 2026'],
		sunday: ['Week of 4 Oct 2026, only partly within these dates', 'Week of 11 Oct 2026']
	};
	await page.goto('/?from=2026-10-05&to=2026-11-01&scale=week&wait=all');
	expect(await whensOf(page, VOLUME)).toEqual(weeks.monday);
	await page.goto('/?from=2026-10-05&to=2026-11-01&scale=week&week=sunday');
	expect((await whensOf(page, VOLUME)).slice(0, 2)).toEqual(weeks.sunday);
	await expect(page.getByRole('contentinfo')).toContainText('weeks start on Sunday');
	const totals = await columnOf(page, VOLUME, 'Total');
	expect(totals[0]).toBe(countBetween('2026-10-05T00:00:00Z', '2026-10-11T00:00:00Z'));
	expect(totals[1]).toBe(countBetween('2026-10-11T00:00:00Z', '2026-10-18T00:00:00Z'));
	const { meta, rows } = await csvOf(page, VOLUME);
	expect(meta).toContain('# Weeks start on: Sunday');
	expect(countsOf(rows)).toEqual(totals);
	await page.goto('/?range=wtd&week=saturday&wait=all');
	expect((await whensOf(page, VOLUME))[0]).toBe('Sat 31 Oct 2026');
});

test('filter and export use different zones: one zone cuts the page, its messages and its files', async ({
	page
}) => {
	const local = ['2026-10-14T18:30:00Z', '2026-10-15T18:30:00Z'] as const;
	await page.goto('/?tz=Asia/Kolkata&from=2026-10-15&to=2026-10-15&scale=day');
	expect(await columnOf(page, VOLUME, 'Total')).toEqual([countBetween(...local)]);
	await expect(page.getByRole('contentinfo')).toContainText('All dates in Asia/Kolkata');
	const { meta, rows } = await csvOf(page, VOLUME);
	expect(meta).toContain('# Time zone: Asia/Kolkata');
	expect(startsOf(rows)).toEqual(['2026-10-15T00:00:00+05:30']);
	expect(countsOf(rows)).toEqual([countBetween(...local)]);
	const text = await (
		await page.request.get('/export/messages.csv?tz=Asia/Kolkata&from=2026-10-15&to=2026-10-15')
	).text();
	const messages = parse(text, { bom: true, comment: '#', columns: true }) as Row[];
	expect(messages).toHaveLength(countBetween(...local));
	for (const { updated_at: time } of messages) expect(time).toMatch(/^2026-10-15T\d\d:\d\d:\d\d\+05:30$/);
});

/** Local days on which the clocks move, with the instants at which they begin and end. */
const CHANGES = [
	{
		tz: 'America/New_York',
		day: '2026-03-08',
		from: '2026-03-08T05:00:00Z',
		to: '2026-03-09T04:00:00Z',
		offsets: ['-05:00', '-04:00'],
		hours: 23,
		odd: ['01:00', '03:00']
	},
	{
		tz: 'America/New_York',
		day: '2026-11-01',
		from: '2026-11-01T04:00:00Z',
		to: '2026-11-02T05:00:00Z',
		offsets: ['-04:00', '-05:00'],
		hours: 25,
		odd: ['01:00 (GMT-4)', '01:00 (GMT-5)', '02:00']
	},
	{
		tz: 'Australia/Lord_Howe',
		day: '2026-04-05',
		from: '2026-04-04T13:00:00Z',
		to: '2026-04-05T13:30:00Z',
		offsets: ['+11:00', '+10:30'],
		hours: 25,
		odd: ['01:00', '01:30', '02:00']
	},
	{
		tz: 'Australia/Lord_Howe',
		day: '2026-10-04',
		from: '2026-10-03T13:30:00Z',
		to: '2026-10-04T13:00:00Z',
		offsets: ['+10:30', '+11:00'],
		hours: 24,
		odd: ['01:00', '02:30', '03:00']
	}
];

for (const { tz, day, from, to, offsets, hours, odd } of CHANGES) {
	test(`a day on which the clocks change is doubled or missing: ${tz}, ${day} has each of its messages once`, async ({
		page
	}) => {
		const count = countBetween(from, to);
		await page.goto(`/?tz=${tz}&from=${day}&to=${day}&scale=day`);
		expect(await columnOf(page, VOLUME, 'Total')).toEqual([count]);
		const asDay = await csvOf(page, VOLUME);
		expect(startsOf(asDay.rows)).toEqual([`${day}T00:00:00${offsets[0]}`]);
		expect(countsOf(asDay.rows)).toEqual([count]);

		await page.goto(`/?tz=${tz}&from=${day}&to=${day}&scale=hour`);
		const names = (await whensOf(page, VOLUME)).map((name) => name.split(', ')[1]!);
		expect(names).toHaveLength(hours);
		const place = names.indexOf(odd[0]!);
		expect(names.slice(place, place + odd.length)).toEqual(odd);
		expect(sumOf(await columnOf(page, VOLUME, 'Total'))).toBe(count);
		const asHours = await csvOf(page, VOLUME);
		expect(startsOf(asHours.rows)).toHaveLength(hours);
		expect(countsOf(asHours.rows).reduce((sum, each) => sum + each)).toBe(count);
		expect(new Set(startsOf(asHours.rows).map((start) => start.slice(-6)))).toEqual(new Set(offsets));
	});
}

test('beyond a hundred days the host counts in days of UTC, and the page and its files say so', async ({
	page
}) => {
	await page.goto('/?tz=America/New_York&from=2026-03-01&to=2026-11-01&scale=day');
	await expect(page.getByText('Beyond 100 days the host counts UTC days').first()).toBeVisible();
	const { meta, rows } = await csvOf(page, VOLUME);
	expect(meta.join('\n')).toContain('# Approximate UTC days');
	expect(startsOf(rows)[0]).toBe('2026-03-01T00:00:00+00:00');
});
