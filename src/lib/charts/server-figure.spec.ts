import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { createDrawings } from '$lib/server/drawings/drawings';
import { impactFigures } from '$lib/server/impact/impact-figures';
import { reportOf, running } from '$lib/server/impact/report-fixture';
import { seriesOf, splitOf, trendOf } from './chart-fixtures';
import ImpactDays from './ImpactDays.svelte';
import SentimentSplit from './SentimentSplit.svelte';
import SentimentTrend from './SentimentTrend.svelte';
import { symbolPath } from './symbols';

const trend = trendOf([seriesOf(1, 10), seriesOf(2, 10)], { hidden: ['brand-2'] });
const page = () =>
	render(SentimentTrend, {
		props: {
			data: trend,
			drawing: createDrawings().sentimentTrend(trend),
			summary: 'Net sentiment by day for two brands',
			hrefHidden: (keys: string[]) => `/?${keys.map((key) => `hide=${key}`).join('&')}`
		}
	}).body;

test('without scripts the chart stands in the page in both layouts, with its summary', () => {
	const html = page();
	expect(html.match(/<svg preserveAspectRatio/g)).toHaveLength(2);
	expect(html).toContain('aria-label="Net sentiment by day for two brands"');
});

test('without scripts the legend hides and shows by links', () => {
	const html = page();
	expect(html).toContain('href="/?hide=brand-2&amp;hide=brand-1"');
	expect(html).toContain('href="/?"');
});

test('without scripts the numbers can be read as a table', () => {
	const html = page();
	expect(html).toMatch(
		/<details[^]*<table[^]*<th scope="row"[^>]*>(<!--[^>]*-->)*1 Nov 2026(<!--[^>]*-->)*<\/th>[^]*<\/details>/
	);
});

test('without a drawing the figure keeps its height for the browser’s chart', () => {
	const { body } = render(SentimentSplit, { props: { data: splitOf(), drawing: null, summary: 'Split' } });
	expect(body).not.toContain('preserveAspectRatio');
	expect(body).toContain('--wide-height: 168px');
});

test('the day that is not over has the brand’s own symbol in the legend, hollow as in the chart, and no circle', () => {
	const { days: data } = impactFigures(reportOf(running()), { weekStart: 'monday' });
	const { body } = render(ImpactDays, { props: { data, drawing: null, summary: 'Days' } });
	const legend = /today is not over and not counted/.exec(body)!.index;
	const mark = body.slice(body.lastIndexOf('<svg', legend), legend);
	expect(mark).toMatch(
		new RegExp(`<path class="open[^"]*" d="${symbolPath(3)}" stroke="var\\(--brand-3\\)"`)
	);
	expect(body).not.toContain('<circle');
});
