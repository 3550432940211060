import type { Page } from '@playwright/test';
import { columnOf, countBetween, drawingOf, reveal, sumOf, tableOf, test } from './autumn';
import { expect } from './fixtures';

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

const TREND = '#sentiment-trend';
const VOLUME = '#volume-trend';

const volumeTile = (page: Page) => page.locator('dl.volumes .number').filter({ hasText: /^\s*Volume/ });
const comparedWith = async (page: Page, chart: string) => {
	const { columns, rows } = await tableOf(page, chart);
	const index = columns.indexOf('Compared with') - 1;
	return rows.map(({ when, cells }) => ({ when, against: cells[index]! }));
};
const percentMore = (now: number, before: number) =>
	`${((now / before - 1) * 100).toFixed(1).replace('-', '')} % ${now > before ? 'more' : 'fewer'}`;

test('today so far is held against a whole day: it meets the same hours of yesterday, in every number', async ({
	page
}) => {
	await page.goto('/?range=today&compare=previous&match=date');
	await expect(page.getByText('Compared with 2 Nov 2026 until 09:30, matched by date')).toBeVisible();
	const now = countBetween('2026-11-03T00:00:00Z', '2026-11-03T09:30:00Z');
	const before = countBetween('2026-11-02T00:00:00Z', '2026-11-02T09:30:00Z');
	expect(before).toBeLessThan(countBetween('2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z') / 2);
	expect(sumOf(await columnOf(page, VOLUME, 'Total'))).toBe(now);
	expect(sumOf(await columnOf(page, VOLUME, 'Compared'))).toBe(before);
	await expect(volumeTile(page)).toContainText('as many');

	await page.goto('/?range=7d&compare=previous');
	expect((await comparedWith(page, VOLUME)).at(-1)).toEqual({
		when: 'Tue 3 Nov 2026, in progress, 9 of 24 h',
		against: 'Tue 27 Oct 2026 until 09:30'
	});
	expect((await columnOf(page, VOLUME, 'Compared')).at(-1)).toBe(
		countBetween('2026-10-27T00:00:00Z', '2026-10-27T09:30:00Z')
	);
});

test('a year ago compares a Saturday with a Sunday: weekdays meet, unless the reader asks for dates', async ({
	page
}) => {
	await page.goto('/?from=2026-10-26&to=2026-11-01&compare=year');
	for (const chart of [TREND, VOLUME]) {
		for (const { when, against } of await comparedWith(page, chart)) {
			expect(against.slice(0, 3)).toBe(when.slice(0, 3));
		}
	}
	expect((await comparedWith(page, VOLUME))[5]).toEqual({
		when: 'Sat 31 Oct 2026',
		against: 'Sat 1 Nov 2025'
	});
	const saturday = countBetween('2025-11-01T00:00:00Z', '2025-11-02T00:00:00Z');
	expect((await columnOf(page, VOLUME, 'Compared'))[5]).toBe(saturday);
	expect((await columnOf(page, VOLUME, 'Total'))[5]).toBe(saturday);

	await page.locator('summary', { hasText: 'Compared with' }).click();
	await page.getByRole('link', { name: 'Date', exact: true }).click();
	await expect(page).toHaveURL(/match=date/);
	await expect(page.getByText('26 Oct – 1 Nov 2025, matched by date').first()).toBeVisible();
	await expect
		.poll(async () => (await comparedWith(page, VOLUME))[5])
		.toEqual({ when: 'Sat 31 Oct 2026', against: 'Fri 31 Oct 2025' });
});

test('twelve days beat seven: periods of different length become rates per day, and the page says so', async ({
	page
}) => {
	const link = '/?from=2026-10-20&to=2026-10-31&compare=custom&compare_from=2026-10-05&compare_to=2026-10-11';
	await page.goto(link);
	await expect(page.getByText('not as many days, so counts are compared per day')).toBeVisible();
	const now = countBetween('2026-10-20T00:00:00Z', '2026-11-01T00:00:00Z') / 12;
	const before = countBetween('2026-10-05T00:00:00Z', '2026-10-12T00:00:00Z') / 7;
	await expect(volumeTile(page)).toContainText(`${percentMore(now, before)} a day`);
	const note = await (await page.request.get(link.replace('/?', '/export/volume-trend.csv?'))).text();
	expect(note).toContain('# Note: The compared days are not as many, so compare rates and not counts.');
});

test('“Infinity %”: where nothing was counted before, the page says “new” and never divides by it', async ({
	page,
	problems
}) => {
	await page.goto('/?from=2026-10-01&to=2026-10-07&compare=previous');
	await expect(volumeTile(page)).toContainText('new: none before');
	await expect(page.locator('main')).not.toContainText(/NaN|Infinity|∞|undefined|null/);
	await page.goto('/?from=2026-05-01&to=2026-05-07&compare=previous');
	await expect(volumeTile(page)).toContainText('no change: none before either');
	await expect(page.locator('main')).not.toContainText(/NaN|Infinity|∞|undefined|null/);
	expect(problems).toEqual([]);
});

test('missing is drawn as zero, and zero as missing: nothing at all is a flat line that says “0 interactions”', async ({
	page
}) => {
	await page.goto('/?from=2026-05-01&to=2026-05-28');
	await reveal(page, VOLUME);
	await expect(
		page.locator(VOLUME).getByText('0 interactions: counted, and nothing was there')
	).toBeVisible();
	await expect(drawingOf(page, VOLUME).locator('path[stroke="var(--type-1)"][fill="none"]')).toHaveCount(1);
	expect(await columnOf(page, VOLUME, 'Total')).toEqual(Array(28).fill(0));
	await expect(page.locator(VOLUME)).not.toContainText('no data');
});

/** Each brand with the colour and the shape of its symbol in the legend. */
const legendOf = (page: Page) =>
	page.locator(`${TREND} figure ul li`).evaluateAll((items) =>
		items.map((item) => ({
			name: item.querySelector('.name')?.textContent,
			color: getComputedStyle(item.querySelector('svg path')!).fill,
			shape: item.querySelector('svg path')?.getAttribute('d')
		}))
	);

test('colours change under filters: a brand keeps its colour and its shape whoever stands beside it', async ({
	page
}) => {
	await page.goto('/?range=28d&wait=all');
	const birch = (await legendOf(page)).find(({ name }) => name === 'Birch');
	expect(birch?.color).toMatch(/^rgb/);
	await page.locator('summary', { hasText: 'Brands' }).click();
	await page.getByRole('link', { name: 'Only Birch', exact: true }).click();
	await expect(page.locator(`${TREND} figure ul li`)).toHaveCount(1);
	expect(await legendOf(page)).toEqual([birch]);
	await page.goto('/?range=28d&type=ads&split=brand&wait=all');
	expect((await legendOf(page)).find(({ name }) => name === 'Birch')).toEqual(birch);
});

test('the tooltip hides the chart: it stays beside the pointer and inside of the window, a click pins it, Esc closes it', async ({
	page
}) => {
	await page.goto('/?range=28d&compare=previous');
	await reveal(page, TREND);
	const field = page.locator(`${TREND} [role=slider]`);
	const tooltip = page.locator(`${TREND} .tooltip`);
	const plot = (await field.boundingBox())!;
	for (const part of [0.1, 0.5, 0.9]) {
		const point = { x: plot.x + plot.width * part, y: plot.y + plot.height * 0.3 };
		await page.mouse.move(point.x, point.y);
		await expect(tooltip).toBeVisible();
		const box = (await tooltip.boundingBox())!;
		const isOver = point.x >= box.x && point.x <= box.x + box.width;
		expect(isOver, `at ${part} of the width`).toBe(false);
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(1440);
		expect(box.x + box.width, 'over the names of the lines').toBeLessThanOrEqual(plot.x + plot.width + 1);
	}
	await expect(tooltip.locator('thead')).toContainText('change');
	const values = await tooltip.locator('tbody tr td:nth-of-type(1)').allTextContents();
	const numbers = values.map((value) => Number(value.replace('−', '-')));
	expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));

	await page.mouse.click(plot.x + plot.width / 2, plot.y + plot.height * 0.05);
	const title = await tooltip.locator('.title span').textContent();
	await page.mouse.move(plot.x + plot.width / 2, plot.y - 200);
	await expect(tooltip).toHaveClass(/pinned/);
	await expect(tooltip.locator('.title span')).toHaveText(title!);
	await page.keyboard.press('Escape');
	await expect(tooltip).toHaveCount(0);
});

test('numbers run into each other on a tablet: no cell of a table is wider than its column', async ({
	page
}) => {
	await page.goto('/?range=28d&compare=previous&wait=all');
	const cells = page.locator('#share-of-voice td, #keywords td');
	for (const width of [768, 1024, 1110, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		const tooWide = await cells.evaluateAll((all) =>
			all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent.trim())
		);
		expect(tooWide, `at ${width}`).toEqual([]);
	}
});
