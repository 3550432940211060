import { expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { seriesOf, splitOf, trendOf, volumeOf } from './chart-fixtures';
import { Drawing } from './drawing';
import MoodMix from './MoodMix.svelte';
import SentimentSplit from './SentimentSplit.svelte';
import SentimentTrend from './SentimentTrend.svelte';
import VolumeTrend from './VolumeTrend.svelte';

/** The first chart of a browser has to fetch ECharts. */
const PATIENT = { timeout: 20_000 };

const served = () => ({
	wide: new Drawing('<svg viewBox="0 0 625 388"><text>served wide</text></svg>'),
	narrow: new Drawing('<svg viewBox="0 0 328 300"><text>served narrow</text></svg>')
});
const href = (keys: string[]) => `?${keys.map((key) => `hide=${key}`).join('&')}`;
const box = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect;

test('the browser’s chart takes the place of the server’s drawing, and nothing moves', async () => {
	const data = trendOf([seriesOf(1, 28), seriesOf(2, 28)]);
	const { container } = await render(SentimentTrend, {
		data,
		drawing: served(),
		summary: 'Net sentiment by day',
		hrefHidden: href
	});
	const figure = container.querySelector('figure')!;
	const picture = container.querySelector('[role=img]')!;
	expect(picture.textContent).toContain('served wide');
	const before = [box(figure), box(picture)];

	figure.dispatchEvent(new PointerEvent('pointerenter'));
	await expect.poll(() => picture.querySelectorAll('svg text').length, PATIENT).toBeGreaterThan(5);
	await expect.poll(() => picture.textContent, PATIENT).not.toContain('served');
	expect([box(figure), box(picture)]).toEqual(before);
});

test('a number that is no longer true stands nowhere, not even faint and below the screen', async () => {
	const rows = (rate: number) => [{ key: 'total', name: 'All platforms', strong: true, rate, mix: 0.01 }];
	const data = (rate: number) => ({
		...{ locale: 'en-GB', rows: rows(rate) },
		words: { rate: 'mood', mix: 'share' }
	});
	const above = document.createElement('div');
	above.style.height = '4000px';
	document.body.prepend(above);
	onTestFinished(() => above.remove());
	const props = { data: data(0.05), drawing: served(), summary: 'Mood or mix' };
	const { container, rerender } = await render(MoodMix, props);
	const picture = container.querySelector('[role=img]')!;
	expect(picture.textContent).toContain('served wide');
	await rerender({ ...props, data: data(0.31), drawing: null });
	expect(picture.textContent).not.toContain('served');
	await expect.poll(() => picture.textContent, PATIENT).toContain('+31');
	expect(box(picture).top, 'drawn for paper, too').toBeGreaterThan(innerHeight + 1000);
});

const cursorOf = async (container: Element) => {
	await expect.poll(() => container.querySelector('[role=slider]'), PATIENT).not.toBeNull();
	return container.querySelector<HTMLElement>('[role=slider]')!;
};
/** The live region that speaks for a cursor. */
const spokenBy = (cursor: Element) => document.getElementById(cursor.getAttribute('aria-describedby') ?? '');
const press = (element: Element, key: string) =>
	element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('names are text in the tooltip, whatever they contain', async () => {
	const hostile = '<img src=x onerror="document.title=1"> {a|b} &amp;';
	const data = volumeOf(10);
	data.layers[0]!.name = hostile;
	const { container } = await render(VolumeTrend, {
		data,
		drawing: null,
		summary: 'Volume',
		hrefHidden: href
	});
	const cursor = await cursorOf(container);
	press(cursor, 'Home');
	await expect.poll(() => container.querySelector('.tooltip')?.textContent).toContain(hostile);
	expect(container.querySelector('img')).toBeNull();
});

test('the arrow keys walk the buckets, and the reading is spoken', async () => {
	const data = volumeOf(10);
	const { container } = await render(VolumeTrend, {
		data,
		drawing: null,
		summary: 'Volume',
		hrefHidden: href
	});
	const cursor = await cursorOf(container);
	press(cursor, 'Home');
	press(cursor, 'ArrowRight');
	await expect.poll(() => cursor.getAttribute('aria-valuetext')).toBe('2 Nov 2026');
	expect(spokenBy(cursor)?.textContent).toMatch(/^Total 1,830/);
	expect(cursor.getAttribute('aria-valuenow')).toBe('1');
});

test('a click pins the tooltip, and Escape closes it', async () => {
	const data = volumeOf(10);
	const { container } = await render(VolumeTrend, {
		data,
		drawing: null,
		summary: 'Volume',
		hrefHidden: href
	});
	const cursor = await cursorOf(container);
	const { left, width } = cursor.getBoundingClientRect();
	cursor.dispatchEvent(new MouseEvent('click', { clientX: left + width / 2, bubbles: true }));
	await expect.poll(() => container.querySelector('.tooltip.pinned')).not.toBeNull();
	cursor.dispatchEvent(new PointerEvent('pointerleave'));
	expect(container.querySelector('.tooltip')).not.toBeNull();
	press(document.body, 'Escape');
	await expect.poll(() => container.querySelector('.tooltip')).toBeNull();
});

test('a double click follows the link that shows one brand alone', async () => {
	const data = trendOf([seriesOf(1, 5), seriesOf(2, 5), seriesOf(3, 5)]);
	const { container } = await render(SentimentTrend, {
		data,
		drawing: null,
		summary: 'Trend',
		hrefHidden: href
	});
	const followed: string[] = [];
	container.addEventListener('click', (event) => {
		const link = (event.target as Element).closest('a');
		if (link && !event.defaultPrevented) followed.push(link.getAttribute('href')!);
		event.preventDefault();
	});
	const [first] = container.querySelectorAll<HTMLElement>('a.toggle');
	first!.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, cancelable: true }));
	first!.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true }));
	first!.dispatchEvent(new MouseEvent('dblclick', { detail: 2, bubbles: true, cancelable: true }));
	expect(followed).toEqual(['?hide=brand-1', '?hide=brand-2&hide=brand-3']);
});

test('new numbers redraw the chart in the same element', async () => {
	const data = trendOf([seriesOf(1, 5), seriesOf(2, 5)]);
	const props = { data, drawing: null, summary: 'Trend', hrefHidden: href };
	const { container, rerender } = await render(SentimentTrend, props);
	await cursorOf(container);
	const svg = container.querySelector('.canvas svg')!;
	expect(svg.outerHTML).toContain('var(--brand-2)');
	await rerender({ ...props, data: { ...data, hidden: ['brand-2'] } });
	await expect.poll(() => svg.outerHTML).not.toContain('var(--brand-2)');
	expect(container.querySelector('.canvas svg')).toBe(svg);
});

const messages = {
	hrefAt: (index: number, key: string | null) => `/messages?day=${index}&brand=${key ?? 'all'}`,
	exact: true,
	note: null
};

/** The addresses that are followed inside of an element; none of them is really left for. */
function followedIn(container: Element): string[] {
	const followed: string[] = [];
	container.addEventListener('click', (event) => {
		const link = (event.target as Element).closest('a');
		if (link) followed.push(link.getAttribute('href')!);
		event.preventDefault();
	});
	return followed;
}

test('Enter opens the messages of the day, and up and down choose whose', async () => {
	const data = trendOf([seriesOf(1, 5), seriesOf(2, 5)]);
	const { container } = await render(SentimentTrend, {
		data,
		drawing: null,
		summary: 'Trend',
		hrefHidden: href,
		messages
	});
	const followed = followedIn(container);
	const cursor = await cursorOf(container);
	press(cursor, 'Home');
	const spoken = () => spokenBy(cursor)?.textContent;
	await expect.poll(spoken).toMatch(/Enter: Read the 200 messages$/);
	press(cursor, 'Enter');
	press(cursor, 'ArrowRight');
	press(cursor, 'ArrowDown');
	press(cursor, 'ArrowDown');
	await expect.poll(spoken).toBe('Brand 2 +35. Enter: Read the 101 messages of Brand 2');
	press(cursor, 'Enter');
	press(cursor, 'ArrowUp');
	press(cursor, 'ArrowUp');
	await expect.poll(spoken).toContain('202 messages');
	press(cursor, 'Enter');
	expect(followed).toEqual([
		'/messages?day=0&brand=all',
		'/messages?day=1&brand=brand-2',
		'/messages?day=1&brand=all'
	]);
});

test('the first click pins what is read, and the second opens its messages', async () => {
	const data = volumeOf(10);
	const { container } = await render(VolumeTrend, {
		data,
		drawing: null,
		summary: 'Volume',
		hrefHidden: href,
		messages
	});
	const followed = followedIn(container);
	const cursor = await cursorOf(container);
	const { left, top, width, height } = cursor.getBoundingClientRect();
	const click = () =>
		cursor.dispatchEvent(
			new MouseEvent('click', { clientX: left + width / 2, clientY: top + height - 40, bubbles: true })
		);
	click();
	await expect.poll(() => container.querySelector('.tooltip.pinned')).not.toBeNull();
	expect(followed).toEqual([]);
	const names = [...container.querySelectorAll('.tooltip tbody a')].map((link) => link.textContent?.trim());
	expect(names).toContain('Ad comments');
	click();
	expect(followed).toEqual(['/messages?day=4&brand=comments']);
	expect(container.querySelector('.tooltip.pinned')).not.toBeNull();
});

test('every row of the table and every bar of the split leads to its messages, where it has any', async () => {
	const { container } = await render(SentimentSplit, {
		data: splitOf(),
		drawing: null,
		summary: 'Split',
		hrefOf: (row: string, sentiment: string | null) => `/messages?row=${row}&of=${sentiment ?? 'all'}`
	});
	const links = (selector: string) =>
		[...container.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
	expect(links('tbody a')).toEqual([
		'/messages?row=all&of=all',
		'/messages?row=a&of=all',
		'/messages?row=b&of=all'
	]);
	const bars = '.plot a:not([tabindex="-1"])';
	expect(links(bars)).toEqual(links('tbody a'));
	await expect.poll(() => links('.plot a[tabindex="-1"]').length, PATIENT).toBe(6);
	expect(links('.plot a[tabindex="-1"]')[0]).toBe('/messages?row=all&of=negative');
});

test('mood or mix is read by the arrow keys like any other chart, platform by platform', async () => {
	const rows = [
		{ key: 'total', name: 'All platforms', strong: true, rate: 0.05, mix: -0.01 },
		{ key: 'tiktok', name: 'TikTok', rate: 0.03, mix: 0.002 }
	];
	const data = { locale: 'en-GB', rows, words: { rate: 'mood', mix: 'share' } };
	const { container } = await render(MoodMix, { data, drawing: null, summary: 'Mood or mix' });
	const cursor = await cursorOf(container);
	expect(cursor.getAttribute('aria-valuetext')).toBe('All platforms');
	press(cursor, 'ArrowDown');
	press(cursor, 'ArrowDown');
	await expect.poll(() => cursor.getAttribute('aria-valuetext')).toBe('TikTok');
	expect(spokenBy(cursor)?.textContent).toBe('Mood +3.0; Share +0.2; Together +3.2');
	const line = container.querySelector<HTMLElement>('.crosshair')!.getBoundingClientRect();
	expect(line.width).toBeGreaterThan(10 * line.height);
	press(cursor, 'ArrowDown');
	press(cursor, 'ArrowUp');
	await expect.poll(() => cursor.getAttribute('aria-valuetext')).toBe('All platforms');
});
