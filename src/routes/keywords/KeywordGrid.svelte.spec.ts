import '../../app.css';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ListedKeyword } from '$lib/server/panels/keyword-list';
import KeywordGrid from './KeywordGrid.svelte';
import { nextOrder, sortOf, USUAL_ORDER, type Order } from './keyword-order';

const MANY = 5_000;

const keyword = (index: number, change: Partial<ListedKeyword> = {}): ListedKeyword => ({
	word: `word ${index}`,
	text: `word ${index}`,
	total: MANY - index,
	rated: 100,
	shares: [20, 30, 50],
	shareDecimals: 0,
	score: { value: 0.3, low: 0.2, high: 0.4, decimals: 0 },
	certain: true,
	change: null,
	share: 0.01,
	...change
});
const many = Array.from({ length: MANY }, (_, index) => keyword(index));

const props = (rows: readonly ListedKeyword[] = many, order: Order = USUAL_ORDER) => ({
	rows,
	order,
	scoreTitle: 'Net, points',
	isPoints: true,
	withSentiment: true,
	withShares: true,
	change: null,
	hrefOrder: (by: Order) => `?sort=${sortOf(by) ?? ''}`,
	hrefWord: (word: string) => `?word=${word}`,
	hrefMessages: (word: string) => `/messages?q=${word}`,
	hrefHide: (word: string) => `?omit=${word}`
});

const rowsOf = (container: Element) => [...container.querySelectorAll<HTMLElement>('tbody tr')];
const inSight = (container: Element) =>
	rowsOf(container).filter((row) => {
		const { top, bottom } = row.getBoundingClientRect();
		return row.dataset.row !== undefined && bottom > 60 && top < innerHeight;
	});
const frame = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
const press = (key: string) =>
	document.activeElement!.dispatchEvent(
		new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
	);
const focused = () => document.activeElement?.closest<HTMLElement>('tr')?.dataset.row;

beforeEach(async () => {
	await page.viewport(1280, 900);
	scrollTo(0, 0);
});

describe('5,000 keywords scroll smoothly with under 60 rows in the page', () => {
	for (const [name, width] of [
		['a desktop', 1280],
		['a phone', 360]
	] as const) {
		test(`on ${name}, wherever the reader scrolls to`, async () => {
			await page.viewport(width, 900);
			const { container } = await render(KeywordGrid, props());
			await frame();
			const height = container.querySelector('tbody')!.getBoundingClientRect().height;
			const tall = container.querySelector('[data-row="0"]')!.getBoundingClientRect().height;
			expect(height).toBeCloseTo(MANY * tall, -2);
			for (const part of [0, 0.001, 0.25, 0.5, 0.777, 1]) {
				scrollTo(0, part * height);
				await frame();
				expect(rowsOf(container).length).toBeLessThan(60);
				const seen = inSight(container).map((row) => Number(row.dataset.row));
				const first = Math.max(
					0,
					Math.floor((60 - container.querySelector('tbody')!.getBoundingClientRect().top) / tall)
				);
				expect(seen[0]).toBe(first);
				expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => first + index));
				expect(seen.length).toBeGreaterThanOrEqual(Math.min(5, MANY - first));
				expect(container.querySelector('tbody')!.getBoundingClientRect().height).toBeCloseTo(height, -1);
			}
			expect(inSight(container).at(-1)?.dataset.row).toBe(String(MANY - 1));
		});
	}

	test('and the head of the table stays in sight', async () => {
		const { container } = await render(KeywordGrid, props());
		await frame();
		scrollTo(0, 40_000);
		await frame();
		expect(container.querySelector('thead th')!.getBoundingClientRect().top).toBe(0);
	});
});

describe('the keyboard', () => {
	test('walks every row of a long table, also those that do not stand in the page yet', async () => {
		const { container } = await render(KeywordGrid, props());
		await frame();
		container.querySelector<HTMLElement>('[data-row="0"] a')!.focus();
		press('ArrowDown');
		await expect.poll(focused).toBe('1');
		press('PageDown');
		await expect.poll(focused).toBe('11');
		press('End');
		await expect.poll(focused).toBe(String(MANY - 1));
		await frame();
		const last = document.activeElement!.getBoundingClientRect();
		expect(last.bottom).toBeLessThanOrEqual(innerHeight);
		press('ArrowUp');
		await expect.poll(focused).toBe(String(MANY - 2));
		press('Home');
		await expect.poll(focused).toBe('0');
		expect(rowsOf(container).length).toBeLessThan(60);
	});

	test('stays in its column of links, and one row is one stop of the tab key', async () => {
		const { container } = await render(KeywordGrid, props());
		await frame();
		container.querySelector<HTMLElement>('[data-row="0"] [data-link="hide"]')!.focus();
		press('ArrowDown');
		await expect.poll(focused).toBe('1');
		expect(document.activeElement?.getAttribute('href')).toBe('?omit=word 1');
		const stops = [...container.querySelectorAll<HTMLElement>('tbody a')].filter(
			(link) => link.tabIndex === 0
		);
		expect(stops.map((link) => link.closest('tr')?.dataset.row)).toEqual(['1', '1', '1']);
	});

	test('keeps the focus on a row that the reader scrolls away from', async () => {
		const { container } = await render(KeywordGrid, props());
		await frame();
		container.querySelector<HTMLElement>('[data-row="3"] a')!.focus();
		scrollTo(0, 60_000);
		await frame();
		expect(focused()).toBe('3');
		expect(rowsOf(container).length).toBeLessThan(60);
	});
});

test('names are text, whatever they contain', async () => {
	const hostile = '<img src=x onerror="document.title=1">';
	const { container } = await render(KeywordGrid, props([keyword(0, { word: hostile, text: hostile })]));
	expect(container.querySelector('tbody th')!.textContent).toContain(hostile);
	expect(container.querySelector('img')).toBeNull();
});

test('too few rated messages give no number, and few give their interval, hatched', async () => {
	const few = keyword(0, { rated: 23, certain: false });
	const tooFew = keyword(1, { rated: 8, shares: null, score: null, certain: false });
	const { container } = await render(KeywordGrid, props([few, tooFew]));
	const [first, second] = [...container.querySelectorAll('td.score')];
	expect(first!.querySelector('.hatched')?.textContent).toBe('+20 to +40');
	expect(second!.textContent).toBe('too few to say');
});

test('the order is said to those who do not see the arrow, and each column turns it', async () => {
	const order: Order = { column: 'positive', descending: true };
	const { container } = await render(KeywordGrid, props(many.slice(0, 3), order));
	const sorted = [...container.querySelectorAll('th[aria-sort]')];
	expect(sorted.map((head) => head.getAttribute('aria-sort'))).toEqual(['descending']);
	expect(sorted[0]!.textContent).toContain('Positive');
	const hrefs = [...container.querySelectorAll('a.sort')].map((link) => link.getAttribute('href'));
	expect(hrefs).toContain(`?sort=${sortOf(nextOrder(order, 'positive'))}`);
	expect(hrefs).toHaveLength(7);
});
