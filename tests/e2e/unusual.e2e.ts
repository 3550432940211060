import type { Page } from '@playwright/test';
import { FALL, startPlanted, VIEW } from '../support/planted';
import type { Undertone } from '../support/undertone';
import { axeFindings, expect, faintColours, test } from './fixtures';
import { tableOf } from './autumn';

/** Brands of which everything is known, so that a day can be called unusual in a store that is small. */
let planted: Undertone;
const [ALDER, BIRCH, CEDAR, DOGWOOD] = [1, 2, 3, 4];

/** A limit for a machine that has much else to do; every step waits for a state and not for a time. */
test.describe.configure({ timeout: 120_000 });

test.beforeAll(async () => {
	planted = await startPlanted();
});
test.afterAll(() => planted.stop());

const numberOf = (text: string) => Number(text.replace('−', '-').replace('+', '').replaceAll(',', ''));

/** The parts of a list of contributions, and what stands below them as their sum. */
async function partsOf(page: Page, list: number) {
	const values = await page
		.locator('#unusual li')
		.first()
		.locator('dl')
		.nth(list)
		.locator('dd')
		.allInnerTexts();
	const numbers = values.map(numberOf);
	return { parts: numbers.slice(0, -1), sum: numbers.at(-1)! };
}

test('a fall that nobody can explain: an unusual day has its ring, its n and the parts that add up to it', async ({
	page,
	problems
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${ALDER}`);
	const first = page.locator('#unusual li').first();
	await expect(first).toContainText(/Alder −\d+ on Thu 17 Sept 2026, n 100, usually \+\d+/);
	await expect(first).toContainText(/That is \d+ points lower: TikTok −\d+/);
	// The numbers of the sentence are one calculation: what it is less what is usual, and the parts together.
	const [now, usual, size, told = ''] =
		/Alder (\S+) on .*, n 100, usually (\S+)\. That is (\d+) points lower: ([^.]*)\./
			.exec((await first.innerText()).replaceAll('\n', ' '))
			?.slice(1) ?? [];
	const jump = numberOf(now ?? '') - numberOf(usual ?? '');
	expect(jump).toBe(-Number(size));
	const parts = told.split(', ').map((part) => numberOf(part.split(' ').at(-1) ?? ''));
	expect(parts.reduce((sum, part) => sum + part, 0)).toBe(jump);
	await expect(page.locator('#sentiment-trend .plot')).toContainText(/Alder −\d+ on 17 Sept, n 100/);
	await first.locator('summary').click();
	await expect(first.locator('dl')).toHaveCount(3);
	await expect(first).toContainText('with “wrapper”');
	const sums: number[] = [];
	for (const list of [0, 1, 2]) {
		const { parts, sum } = await partsOf(page, list);
		sums.push(sum);
		expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(sum, 6);
	}
	expect(new Set(sums).size).toBe(1);
	expect(problems).toEqual([]);
});

test('the reason needs no script: the platforms stand in the page, and the messages of the day are a link', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${ALDER}`);
	const first = page.locator('#unusual li').first();
	await first.locator('summary').click();
	await expect(first.locator('dd').last()).toBeVisible();
	await first.getByRole('link', { name: 'Read the messages' }).click();
	await expect(page).toHaveURL(new RegExp(`/messages\\?brand=${ALDER}&from=${FALL}&to=${FALL}`));
	await context.close();
});

test('false alarms from tiny counts: a brand with few messages a day is never called unusual', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${CEDAR}`);
	await expect(page.locator('#sentiment-trend figure').first()).toBeVisible();
	await expect(page.locator('#unusual')).toHaveCount(0);
	await expect(page.locator('#unusual-days')).toContainText('20 interactions or more');
	await expect(page.locator('#unusual-days')).not.toContainText('stands out');
});

test('“no day stands out” on a day of four times the complaints: under a sentiment filter nothing is claimed of what is not judged, and no score is drawn', async ({
	page,
	problems
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${ALDER}&sentiment=negative&chart=share&score=net`);
	const days = page.locator('#unusual-days');
	await expect(days).toContainText('Only the volume, of negative messages');
	await expect(days).toContainText('No day can be judged. Scores are not judged');
	await expect(days).toContainText('20 negative messages or more');

	const trend = page.locator('#sentiment-trend');
	await expect(trend).toContainText('Only negative messages, counted: a score of them would only repeat');
	const { columns, rows } = await tableOf(page, '#sentiment-trend');
	expect(columns).toEqual(['When', 'Negative', 'n rated']);
	const [complaints, rated] = rows.find(({ when }) => when.includes('17 Sept'))!.cells;
	expect(Number(complaints)).toBeGreaterThan(48);
	expect(rated).toBe(complaints);
	const split = await tableOf(page, '#sentiment-split');
	expect(split.columns.slice(1)).toEqual(['Negative', 'n rated']);
	expect(split.rows[0]!.cells[0]).toMatch(/^\d+$/);
	await expect(page.locator('#sentiment-split')).toContainText('shares of them would only repeat');
	await expect(page.locator('#keywords td.score')).toHaveCount(0);
	await expect(page.locator('#keywords')).toContainText('a net score and a split would only repeat');
	await expect(page.locator('#volume-trend')).toContainText('Only negative messages per day');
	await expect(page.locator('#coverage')).toContainText('of all sentiments');
	for (const id of ['sentiment-trend', 'sentiment-split', 'keywords', 'volume-trend', 'unusual-days']) {
		await expect(page.locator(`#${id}`)).not.toContainText(/−100|100\.0/);
	}
	const numbers = page.getByRole('region', { name: 'Key numbers' });
	await expect(numbers.locator('p')).toContainText('All sentiments: the sentiment filter does not narrow');

	// The choice of the link stays, and comes back with the other sentiments.
	await days.getByRole('link', { name: 'Judge all sentiments' }).click();
	await expect(page).toHaveURL(/chart=share/);
	await expect(trend).toContainText('% of rated messages');
	await expect(trend.getByRole('link', { name: 'Share', exact: true })).toHaveAttribute(
		'aria-current',
		'true'
	);
	await expect(numbers.locator('p')).toHaveCount(0);
	expect(problems).toEqual([]);
});

test('opening the rest of a list rearranges the page: it grows downwards alone, and closes by the same link', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${planted.url}/?wait=all&${VIEW}`);
	const days = page.locator('#unusual-days');
	const summary = days.locator('.rest > summary');
	await expect(summary).toHaveText(/^\d+ more$/, { useInnerText: true });
	const places = async () => ({
		card: await days.boundingBox().then((box) => [box!.x, box!.y, box!.width]),
		items: await Promise.all([0, 1].map((place) => days.locator('li').nth(place).boundingBox())),
		link: await summary.boundingBox().then((box) => [box!.x, box!.y]),
		coverage: await page.locator('#coverage figure').boundingBox()
	});
	await summary.scrollIntoViewIfNeeded();
	const before = await places();
	await summary.click();
	await expect(summary).toHaveText('Fewer', { useInnerText: true });
	await expect(days.locator('li').nth(2)).toBeVisible();
	expect(await places()).toEqual(before);
	await summary.click();
	await expect(summary).toHaveText(/^\d+ more$/, { useInnerText: true });
});

test('a sentence alone leaves a hole in the page: below “no day can be judged” the next panel follows at once', async ({
	page
}) => {
	for (const width of [1440, 768, 360]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${CEDAR}`);
		const sentence = page.locator('#unusual-days').getByText(/^No day can be judged/);
		const said = (await sentence.boundingBox())!;
		const next = (await page.locator('#coverage').boundingBox())!;
		// Between two panels there are 56 pixels.
		expect(next.y - (said.y + said.height), `at ${width} px`).toBeGreaterThan(0);
		expect(next.y - (said.y + said.height), `at ${width} px`).toBeLessThanOrEqual(72);
	}
});

test('a trend from four comments: what is too small has its n and the words that say so, and never a value', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&from=${FALL}&to=${FALL}&brand=${CEDAR}&compare=previous`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'3 rated messages are too few to say anything.'
	);
	await expect(page.locator('#key-numbers, main').first()).toContainText('3 rated, too few to say');
	await expect(page.locator('#sentiment-trend')).toContainText('so no line is drawn');
	await expect(page.locator('#sentiment-split figure')).toContainText('too few to say');
	await expect(page.locator('#coverage')).toContainText('so no line is drawn');
	await expect(page.locator('#keywords')).toContainText('too few to say how it is meant');
	await expect(page.locator('#keywords td.score')).toHaveCount(0);
	await expect(page.locator('main')).not.toContainText(/[+−]\d+(\.\d)? points|NaN|Infinity/);

	await page.goto(`${planted.url}/keywords?wait=all&from=${FALL}&to=${FALL}&brand=${CEDAR}`);
	for (const cell of await page.locator('#keywords td.score').all()) {
		await expect(cell).toHaveText(/^\s*too few to say\s*$/);
	}
});

test('what is counted has changed and nobody says so: the mix of types breaks on the day when direct messages appear', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${BIRCH}`);
	const coverage = page.locator('#coverage');
	await expect(coverage).toContainText(
		'From 10 Sept 2026 on direct messages are 40 % of the volume, before 0 %'
	);
	await expect(coverage).toContainText('do not compare them');
	await page.locator('#volume-trend').scrollIntoViewIfNeeded();
	await expect(page.locator('#volume-trend .plot')).toContainText('Direct messages 0 → 40 %');

	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${ALDER}`);
	await expect(coverage.locator('figure')).toBeVisible();
	await expect(coverage).not.toContainText('do not compare them');
});

test('shares without their counts: the share of voice of all brands is 100 in every column, per sentiment too', async ({
	page
}) => {
	await page.goto('/?wait=all');
	const rows = page.locator('#share-of-voice tbody tr');
	await expect(rows).toHaveCount(8);
	for (const column of [0, 1, 2]) {
		const cells = rows.locator(`td:nth-of-type(${column + 1})`);
		const total = page.locator('#share-of-voice tfoot td').nth(column);
		const shares = await cells.locator('b').allInnerTexts();
		expect(shares.reduce((sum, share) => sum + Number(share) * 10, 0)).toBeCloseTo(1000, 6);
		// As many decimals as its parts have, and as their intervals support.
		const decimals = shares.some((share) => share.includes('.')) ? 1 : 0;
		await expect(total.locator('b')).toHaveText((100).toFixed(decimals));
		const counts = (await cells.locator('small').allInnerTexts()).map(numberOf);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
			numberOf(await total.locator('small').innerText())
		);
	}
});

test('brands on other platforms are no comparison: a brand whose platforms make its score has that of the same mix beside it', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}`);
	const voice = page.locator('#share-of-voice');
	// On TikTok it stands at 0 and on Instagram at 100, where 2,016 of all 5,164 rated comments are.
	await expect(voice).toContainText(
		'Dogwood stands at +16.7, but at +39.0 with the platform mix of all brands together'
	);
	await expect(voice).not.toContainText('Birch stands at');
	const dogwood = voice.locator('tbody tr').filter({ hasText: 'Dogwood' });
	await expect(dogwood.locator('td').last()).toHaveText('+39.0');
});

test('a total that nobody can check: that of all brands is what the host counts when it is asked for all at once', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}`);
	const days = { source_updated_after: '2026-09-01', source_updated_before: '2026-09-28' };
	const pooled = await page.request.post(`${planted.url}/api/sentiment_distribution_stats`, {
		data: { brand_ids: [ALDER, BIRCH, CEDAR, DOGWOOD], ...days }
	});
	type Counts = { positive: number; neutral: number; negative: number };
	const { data } = (await pooled.json()) as { data: Record<string, Counts> };
	const sum = (kind: keyof Counts) => Object.values(data).reduce((all, counts) => all + counts[kind], 0);
	const rated = sum('positive') + sum('neutral') + sum('negative');
	expect(rated).toBeGreaterThan(3_000);

	const total = page.locator('#share-of-voice tfoot td');
	await expect(total.nth(1).locator('small')).toHaveText(sum('negative').toLocaleString('en-GB'));
	await expect(total.nth(2).locator('small')).toHaveText(sum('positive').toLocaleString('en-GB'));
	await expect(total.nth(3).locator('small').first()).toHaveText(`n ${rated.toLocaleString('en-GB')}`);
	const net = (100 * (sum('positive') - sum('negative'))) / rated;
	expect(numberOf(await total.nth(3).locator('b').innerText())).toBeCloseTo(net, 1);
	await expect(page.locator('#sentiment-split')).not.toContainText('asked for all of them at once');
});

test('several brands on one chart need nine tabs: each has a chart of its own beside the others, on the same axes', async ({
	page,
	problems
}) => {
	await page.goto('/?wait=all');
	await page.getByRole('link', { name: 'One each' }).click();
	await expect(page).toHaveURL(/chart=multiples/);
	const charts = page.locator('#sentiment-trend figure');
	await expect(charts).toHaveCount(8);
	const labels = (index: number) =>
		charts
			.nth(index)
			.locator('.plot .canvas svg text')
			.filter({ hasText: /^[+−]?\d+$/ })
			.allTextContents();
	for (const index of [0, 3, 7]) {
		await charts.nth(index).scrollIntoViewIfNeeded();
		await expect.poll(async () => (await labels(index)).length).toBeGreaterThan(2);
		expect((await labels(index)).join()).toBe((await labels(0)).join());
	}
	expect(problems).toEqual([]);
});

test('for a single brand there is no share of voice, and no switch to charts of their own', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${ALDER}`);
	await expect(page.locator('#coverage figure')).toBeVisible();
	await expect(page.locator('#share-of-voice')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'One each' })).toHaveCount(0);
});

test('colours that change under filters: a brand keeps its mark on every view, and all brands together borrow none', async ({
	page
}) => {
	const markOf = (root: string, name: string) =>
		page
			.locator(root)
			.filter({ hasText: name })
			.first()
			.locator('svg path')
			.first()
			.evaluate((path) => getComputedStyle(path).fill);
	await page.goto(`${planted.url}/?wait=all&${VIEW}`);
	const birch = await markOf('#share-of-voice tbody th', 'Birch');
	expect(await markOf('#sentiment-trend li', 'Birch')).toBe(birch);
	expect(birch).not.toBe(await markOf('#share-of-voice tbody th', 'Alder'));
	await page.goto(`${planted.url}/?wait=all&${VIEW}&brand=${BIRCH}`);
	expect(await markOf('#sentiment-trend li', 'Birch')).toBe(birch);
	await page.goto(`${planted.url}/keywords?wait=all&${VIEW}&word=delivery`);
	expect(await markOf('#word-counts th', 'Birch')).toBe(birch);

	await page.goto(`${planted.url}/?wait=all&${VIEW}&split=none`);
	const ink = await page.evaluate(() => getComputedStyle(document.body).color);
	expect(await markOf('#sentiment-trend li', 'All brands')).toBe(ink);
});

test('unusual days, shares and small charts have nothing that axe finds, and nothing runs off a phone', async ({
	page
}) => {
	await page.goto(`${planted.url}/?wait=all&${VIEW}&chart=multiples`);
	const first = page.locator('#unusual li').first();
	await first.locator('summary').click();
	await expect(first.locator('dl')).toHaveCount(3);
	for (const width of [1440, 360]) {
		await page.setViewportSize({ width, height: 900 });
		const parts = ['#sentiment-trend', '#share-of-voice', '#coverage'];
		expect(await axeFindings(page, parts), `${width} px`).toEqual([]);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
	}
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await faintColours(page)).toEqual([]);
});
