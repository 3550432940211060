import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { seriesOf, trendOf, volumeOf } from './chart-fixtures';
import { Drawing } from './drawing';
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

test('names are text, whatever they contain', async () => {
	const hostile = '<img src=x onerror="document.title=1"> {a|b} &amp;';
	const data = volumeOf(10);
	data.layers[0]!.name = hostile;
	const { container } = await render(VolumeTrend, {
		data,
		drawing: null,
		summary: 'Volume',
		hrefHidden: href
	});
	await expect.poll(() => container.querySelector('[role=slider]'), PATIENT).not.toBeNull();
	const slider = container.querySelector<HTMLElement>('[role=slider]')!;
	slider.focus();
	slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
	await expect.poll(() => container.querySelector('.tooltip')?.textContent).toContain(hostile);
	expect(container.querySelector('img')).toBeNull();
});
