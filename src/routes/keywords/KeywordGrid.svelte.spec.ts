import '../../app.css';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ListedKeyword } from '$lib/server/panels/keyword-list';
import KeywordGrid from './KeywordGrid.svelte';
import { nextOrder, sortOf, USUAL_ORDER, type Order } from './keyword-order';
import { PAGE_SIZE } from './keyword-pages';

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

const props = (rows: readonly ListedKeyword[] = many, order: Order = USUAL_ORDER, page = 1) => ({
	rows,
	page,
	order,
	scoreTitle: 'Net, points',
	isPoints: true,
	withSentiment: true,
	withShares: true,
	change: null,
	hrefOrder: (by: Order) => `?sort=${sortOf(by) ?? ''}`,
	hrefWord: (word: string) => `?word=${word}`,
	hrefMessages: (word: string) => `/messages?q=${word}`,
	hrefHide: (word: string) => `?omit=${word}`,
	turn: async () => undefined
});

/** The table with somebody beside it who turns its pages, as the page does. */
async function renderPages(rows: readonly ListedKeyword[] = many) {
	const turn = vi.fn(async (page: number) => rendered.rerender({ page }));
	const rendered = await render(KeywordGrid, { ...props(rows), turn });
	await frame();
	return { ...rendered, turn };
}

const rowsOf = (container: Element) => [...container.querySelectorAll<HTMLElement>('tbody tr')];
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

describe('5,000 keywords never stand in the page at once', () => {
	for (const [name, width] of [
		['a desktop', 1280],
		['a phone', 360]
	] as const) {
		test(`on ${name} each page has fifty rows at most, and each says its place among all`, async () => {
			await page.viewport(width, 900);
			for (const shown of [1, 7, 100]) {
				const { container, unmount } = await render(KeywordGrid, props(many, USUAL_ORDER, shown));
				const places = rowsOf(container).map((row) => Number(row.dataset.row));
				const first = (shown - 1) * PAGE_SIZE;
				expect(places).toEqual(Array.from({ length: PAGE_SIZE }, (_, index) => first + index));
				expect(container.querySelector('table')?.getAttribute('aria-rowcount')).toBe(String(MANY + 1));
				expect(rowsOf(container)[0]?.getAttribute('aria-rowindex')).toBe(String(first + 2));
				await unmount();
			}
		});
	}

	test('and every page has the same axis', async () => {
		const wide = keyword(MANY, { score: { value: -0.8, low: -0.9, high: -0.7, decimals: 0 } });
		const { container, rerender } = await render(KeywordGrid, props([...many.slice(0, 99), wide]));
		const ends = () => container.querySelector('.axis')?.textContent;
		const before = ends();
		await rerender({ page: 2 });
		expect(rowsOf(container).at(-1)?.dataset.row).toBe('99');
		expect(ends()).toBe(before);
		expect(before).toContain('−');
	});

	test('and the head of the table stays in sight', async () => {
		const { container } = await render(KeywordGrid, props());
		await frame();
		scrollTo(0, 1_200);
		await frame();
		for (const head of container.querySelectorAll('thead th')) {
			expect(head.getBoundingClientRect().top).toBe(0);
		}
	});
});

describe('the keyboard', () => {
	test('walks every row of all pages, and each page is turned when its rows are reached', async () => {
		const { container, turn } = await renderPages();
		container.querySelector<HTMLElement>('[data-row="0"] a')!.focus();
		press('ArrowDown');
		await expect.poll(focused).toBe('1');
		press('PageDown');
		await expect.poll(focused).toBe('11');
		expect(turn).not.toHaveBeenCalled();
		for (let stride = 0; stride < 4; stride += 1) {
			press('PageDown');
			await expect.poll(focused).toBe(String(21 + stride * 10));
		}
		expect(turn).toHaveBeenCalledExactlyOnceWith(2);
		press('End');
		await expect.poll(focused).toBe(String(MANY - 1));
		await frame();
		expect(document.activeElement!.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
		press('Home');
		await expect.poll(focused).toBe('0');
		press('ArrowUp');
		await expect.poll(focused).toBe('0');
		expect(turn.mock.calls.map(([to]) => to)).toEqual([2, MANY / PAGE_SIZE, 1]);
	});

	test('goes back over the edge of a page to the last row of the one before', async () => {
		const { container, turn, rerender } = await renderPages();
		await rerender({ page: 3 });
		container.querySelector<HTMLElement>('[data-row="100"] [data-link="messages"]')!.focus();
		press('ArrowUp');
		await expect.poll(focused).toBe('99');
		expect(document.activeElement?.getAttribute('href')).toBe('/messages?q=word 99');
		expect(turn).toHaveBeenCalledExactlyOnceWith(2);
	});

	test('finds its stop on a page that was turned by a link', async () => {
		const { container, rerender } = await renderPages();
		container.querySelector<HTMLElement>('[data-row="30"] a')!.focus();
		await rerender({ page: 2 });
		const stop = [...container.querySelectorAll<HTMLElement>('tbody a')].find((link) => link.tabIndex === 0);
		expect(stop?.closest('tr')?.dataset.row).toBe('50');
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
