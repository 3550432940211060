import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openAlive } from './views';

test.use({ viewport: { width: 1440, height: 900 } });

const TREND = '#sentiment-trend';

/** The finished lines of the trend by their colour: their width and how strong they are. */
function linesOf(page: Page) {
	return page
		.locator(`${TREND} .canvas path[fill="none"][stroke^="var(--brand-"]:not([stroke-dasharray])`)
		.evaluateAll((all) =>
			all.map((one) => ({
				color: one.getAttribute('stroke')!,
				width: Number(one.getAttribute('stroke-width')),
				opacity: Number(one.getAttribute('stroke-opacity') ?? 1)
			}))
		);
}

const strong = async (page: Page) => [
	...new Set((await linesOf(page)).filter(({ opacity }) => opacity === 1).map(({ color }) => color))
];

test('eight lines are spaghetti: one of them is in focus, the others keep their colours and stand back', async ({
	page
}) => {
	await openAlive(page, '/?range=90d&scale=week');
	await expect(page.locator(`${TREND} figure`)).toContainText('95 % interval');
	const lines = await linesOf(page);
	expect(new Set(lines.map(({ color }) => color)).size, 'nothing is hidden').toBe(8);
	const [focus] = await strong(page);
	expect(await strong(page)).toHaveLength(1);
	for (const { color, width } of lines) expect(width).toBe(color === focus ? 2.5 : 1.25);
	const interval = page.locator(`${TREND} figure svg`, { has: page.locator('.band') });
	await expect(interval, 'its interval is explained in its colour').toHaveAttribute('color', focus!);

	const figure = page.locator(`${TREND} figure`);
	const why = 'Fennick stands out: it has the most rated messages';
	await expect(figure, 'why this one, is said below').toContainText(why);

	// The focus goes where the reader points in the legend, by mouse or by keys, and comes back.
	const legend = page.locator(`${TREND} figure ul[aria-label] li`);
	const other = legend.filter({ hasText: 'Saltgrove' });
	await other.hover();
	await expect.poll(() => strong(page)).not.toEqual([focus]);
	expect(await strong(page)).toHaveLength(1);
	await expect(figure).toContainText('Saltgrove stands out: you point at it');
	await page.mouse.move(5, 5);
	await expect.poll(() => strong(page)).toEqual([focus]);
	await other.getByRole('link').first().focus();
	await expect.poll(() => strong(page)).not.toEqual([focus]);
	await page.locator(`${TREND} [role=slider]`).focus();
	await expect.poll(() => strong(page)).toEqual([focus]);

	// And to the line that the cursor is at: down walks the brands of a day.
	const seen = new Set<string>();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	for (let row = 0; row < 3; row++) {
		await page.keyboard.press('ArrowDown');
		await expect.poll(() => strong(page)).toHaveLength(1);
		seen.add((await strong(page))[0]!);
	}
	expect(seen.size).toBeGreaterThan(1);
	await page.keyboard.press('Escape');
	await expect.poll(() => strong(page)).toEqual([focus]);
});

test('the labels of the lines look shuffled: they stand in the order of the numbers that they print', async ({
	page
}) => {
	await openAlive(page, '/');
	const labels = await page.locator(`${TREND} figure ul[aria-label] li small`).allInnerTexts();
	const printed = labels.map((label) => Number(/^[+−]?[\d.]+/.exec(label)![0].replace('−', '-')));
	expect(printed).toHaveLength(8);
	// From fewer messages a number is printed whole.
	for (const [place, value] of printed.slice(1).entries()) {
		expect(value).toBeLessThanOrEqual(Math.ceil(printed[place]! + 0.5));
	}
	const heights = await page
		.locator(`${TREND} figure ul[aria-label] li`)
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
	expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('four lines can be followed: each of them is as strong as the others', async ({ page }) => {
	await openAlive(page, '/?brand=1&brand=2&brand=3&brand=4');
	expect(await strong(page)).toHaveLength(4);
});

test('high contrast that is not: there no line stands back', async ({ page }) => {
	await page.emulateMedia({ contrast: 'more' });
	await openAlive(page, '/');
	const faint = page.locator(`${TREND} .canvas path[stroke-opacity][stroke^="var(--brand-"]`);
	await expect(faint.first()).toHaveCSS('stroke-opacity', '1');
});

test('the tooltip hides the head of the panel and its switch: it stays below them and in the window, however many brands', async ({
	page
}) => {
	await openAlive(page, '/');
	const field = page.locator(`${TREND} [role=slider]`);
	const tooltip = page.locator(`${TREND} .tooltip`);
	for (const scroll of [0, 260]) {
		await page.mouse.move(5, 5);
		await page.evaluate((top) => scrollTo(0, top), scroll);
		const plot = (await field.boundingBox())!;
		for (const part of [0.05, 0.4, 0.6, 0.95]) {
			const x = plot.x + plot.width * part;
			await page.mouse.move(x, Math.min(plot.y + plot.height * 0.3, 890));
			await expect(tooltip).toBeVisible();
			const box = (await tooltip.boundingBox())!;
			const what = `at ${part} of the width, ${scroll} down`;
			expect(box.y, what).toBeGreaterThanOrEqual(plot.y - 0.5);
			expect(box.y + box.height, what).toBeLessThanOrEqual(900);
			expect(x < box.x || x > box.x + box.width, `${what}, over the pointer`).toBe(true);
			const within = box.x >= plot.x && box.x + box.width <= plot.x + plot.width;
			expect(within, `${what}, within the plot`).toBe(true);
		}
	}
});
