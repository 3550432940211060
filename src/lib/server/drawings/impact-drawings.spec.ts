import { describe, expect, test } from 'vitest';
import type { ChartSize } from '$lib/charts/chart-data';
import type { ChartOption } from '$lib/charts/echarts';
import { impactComparisonOption } from '$lib/charts/options/impact-comparison';
import { impactDaysMargin, impactDaysOption } from '$lib/charts/options/impact-days';
import { impactMixOption, mixHeight } from '$lib/charts/options/impact-mix';
import { impactPlaceboOption, placeboBins } from '$lib/charts/options/impact-placebo';
import { windowTitles } from '$lib/charts/options/impact-plot';
import { impactFigures } from '$lib/server/impact/impact-figures';
import { reportOf, running, withoutControls } from '$lib/server/impact/report-fixture';
import { draw } from './draw';

const WIDE: ChartSize = { width: 753, height: 446, narrow: false };
const NARROW: ChartSize = { width: 328, height: 300, narrow: true };
const LOOK = { weekStart: 'monday' } as const;

const whole = impactFigures(reportOf(), LOOK);
const bare = impactFigures(reportOf(withoutControls('clear')), LOOK);
const moving = impactFigures(reportOf(running()), LOOK);
const comparison = whole.comparison!;
const placebo = whole.placebo!;
const mix = whole.mix!;

const elements = (svg: string, tag: string) => svg.match(new RegExp(`<${tag}[ >][^>]*>`, 'g')) ?? [];
const svgOf = (option: ChartOption, size = WIDE) => draw(option, size).svg;

const charts: [string, (size: ChartSize) => ChartOption][] = [
	['the days of a campaign', (size) => impactDaysOption(whole.days, size)],
	['the days without comparison brands', (size) => impactDaysOption(bare.days, size)],
	['the days of a running campaign', (size) => impactDaysOption(moving.days, size)],
	[
		'no days at all',
		(size) =>
			impactDaysOption(
				{
					...whole.days,
					levels: [],
					values: [],
					counts: [],
					expectedByDay: null,
					timeline: { labels: [], titles: [], ticks: [], open: [] }
				},
				size
			)
	],
	['the comparison', (size) => impactComparisonOption(comparison, size)],
	['earlier dates', (size) => impactPlaceboOption(placebo, size)],
	[
		'one earlier date',
		(size) => impactPlaceboOption({ ...placebo, windows: placebo.windows.slice(0, 1) }, size)
	],
	['mood and mix', (size) => impactMixOption(mix, size)]
];

describe.each(charts)('%s', (_, build) => {
	test.each([WIDE, NARROW])(
		'are drawn without a style block, a script or a number that is none ($width px)',
		(size) => {
			const svg = svgOf(build(size), size);
			expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
			expect(svg.match(/<style|<script|<foreignObject|NaN|undefined|Infinity|ecmeta/g)).toBeNull();
		}
	);

	test('take their colours from the tokens of the page alone', () => {
		const svg = svgOf(build(WIDE)).replace(/<defs[^]*<\/defs>/, '');
		expect(svg.match(/[":;]#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
		const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]!);
		for (const color of colors) expect(color).toMatch(/^(none|transparent|var\(--|url\(#)/);
	});
});

test('each day is a mark, the mean of each window a step, and the expected level dotted', () => {
	const paths = elements(svgOf(impactDaysOption(whole.days, WIDE)), 'path');
	expect(
		paths.filter((path) => path.includes('fill="var(--brand-3)"') && path.includes('stroke="var(--bg)"'))
	).toHaveLength(48);
	expect(
		paths.filter((path) => path.includes('stroke="var(--ink)"') && path.includes('stroke-width="2.5"'))
	).toHaveLength(3);
	expect(paths.filter((path) => path.includes('stroke-dasharray="0.1,4"'))).toHaveLength(1);
});

test('the difference is filled over the days of the campaign alone, and named', () => {
	const svg = svgOf(impactDaysOption(whole.days, WIDE));
	expect(elements(svg, 'path').filter((path) => path.includes('fill-opacity="0.17"'))).toHaveLength(1);
	expect(svg).toContain('>+9.8 points<');
	const unknown = { ...whole.days, levels: whole.days.levels.map((level) => ({ ...level, expected: null })) };
	expect(svgOf(impactDaysOption(unknown, WIDE))).not.toContain('fill-opacity="0.17"');
});

test('the size of a flat difference stands above it', () => {
	const flat = {
		...whole.days,
		levels: whole.days.levels.map((level) => ({ ...level, expected: level.measured }))
	};
	const heightOf = (days: typeof flat, text: string) =>
		Number(
			svgOf(impactDaysOption(days, WIDE)).match(
				new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${text}<`)
			)?.[1]
		);
	expect(heightOf(flat, '\\+9.8 points')).toBeLessThan(heightOf(whole.days, '\\+9.8 points') - 20);
});

test('the unfinished day is hollow', () => {
	const hollow = (days: typeof whole.days) =>
		elements(svgOf(impactDaysOption(days, WIDE)), 'path').filter(
			(path) => path.includes('fill="var(--bg)"') && path.includes('stroke="var(--brand-3)"')
		).length;
	expect([hollow(moving.days), hollow(whole.days)]).toEqual([1, 0]);
});

test('windows say as much above the plot as they have room for', () => {
	const margin = impactDaysMargin(whole.days, NARROW);
	const titles = (size: ChartSize) =>
		windowTitles(whole.days.levels, size, impactDaysMargin(whole.days, size), 48);
	expect(titles(WIDE)).toEqual(['Before, 28 days', 'During, 2 – 15 Nov', 'After, 6 days']);
	expect(titles(NARROW)).toEqual(['Before, 28 days', 'During', 'After']);
	const short = whole.days.levels.map((level) => (level.kind === 'after' ? { ...level, from: 47 } : level));
	expect(windowTitles(short, NARROW, margin, 48).at(-1)).toBe('');
});

test('the ends of the levels are named beside the plot where it is wide, and never over each other', () => {
	const close = {
		...whole.days,
		levels: whole.days.levels.map((level) => ({ ...level, expected: level.measured }))
	};
	const heights = (word: string) =>
		Number(
			svgOf(impactDaysOption(close, WIDE)).match(
				new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${word}<`)
			)?.[1]
		);
	expect(Math.abs(heights('measured') - heights('expected'))).toBeGreaterThanOrEqual(15.9);
	expect(svgOf(impactDaysOption(whole.days, NARROW), NARROW)).not.toContain('measured');
});

test('the trends before the start stop at the start', () => {
	const option = impactComparisonOption(comparison, WIDE);
	const trends = (option.series as { name: string; data: [number, number | null][] }[]).filter(({ name }) =>
		name.endsWith('trend')
	);
	expect(trends.map(({ name }) => name)).toEqual(['target trend', 'controls trend']);
	for (const { data } of trends) {
		expect(data.map(([day]) => day)).toEqual([0, 27]);
		for (const [, height] of data) expect(height).toBeTypeOf('number');
	}
});

test('every earlier window is a dot in its column, and the campaign has a line with its brand’s symbol', () => {
	const size = { width: 527, height: 300, narrow: false };
	const bins = placeboBins(placebo, size);
	expect(bins.reduce((sum, { windows }) => sum + windows.length, 0)).toBe(60);
	for (const { low, high, windows } of bins)
		for (const { difference } of windows) {
			expect(difference).toBeGreaterThanOrEqual(low - 1e-9);
			expect(difference).toBeLessThanOrEqual(high + 1e-9);
		}
	expect(bins.filter(({ isObserved }) => isObserved)).toHaveLength(1);
	const svg = svgOf(impactPlaceboOption(placebo, size), size);
	expect(elements(svg, 'path').filter((path) => path.includes('fill="var(--ink-3)"'))).toHaveLength(60);
	expect(svg).toContain('>Slow Mornings +9.8<');
	expect(svg).toContain('>rank 1 of 61<');
});

test('a tower of dots stays inside the plot', () => {
	const size = { width: 527, height: 300, narrow: false };
	const many = { ...placebo, windows: Array.from({ length: 150 }, () => placebo.windows[0]!) };
	const option = impactPlaceboOption(many, size);
	const top = (option.yAxis as { max: number }).max;
	const [dots] = option.series as unknown as { data: [number, number][] }[];
	expect(Math.max(...dots!.data.map(([, y]) => y))).toBeLessThan(top);
});

test('mood is solid and mix hatched, and negative parts have their value on the left', () => {
	const size = { width: 753, height: mixHeight(3), narrow: false };
	const svg = svgOf(impactMixOption(mix, size), size);
	const paths = elements(svg, 'path');
	expect(paths.filter((path) => path.includes('fill="var(--ink)"'))).toHaveLength(3);
	expect(paths.filter((path) => path.includes('fill="url(#hatch)"'))).toHaveLength(3);
	for (const text of ['>+9.2<', '>+0.9<', '>−3.1<', '>TikTok<', '>All platforms<'])
		expect(svg).toContain(text);
});

test('two years of days are a line, since their marks would lie on each other, and the unfinished one stays hollow', () => {
	const many = (count: number) => {
		const { timeline } = moving.days;
		const index = Array.from({ length: count }, (_, day) => day);
		const values = index.map((day) => Math.sin(day) / 10);
		const open = [{ index: count - 1, note: '' }];
		const labels = index.map(String);
		const days = { ...moving.days, levels: [], gaps: [], values, counts: values, expected: values };
		const at = { ...days, timeline: { ...timeline, labels, titles: labels, days: labels, ticks: [], open } };
		const paths = elements(svgOf(impactDaysOption(at, WIDE)), 'path');
		return {
			marks: paths.filter((path) => path.includes('fill="var(--brand-3)"')).length,
			hollow: paths.filter((path) => path.includes('fill="var(--bg)"')).length
		};
	};
	expect(many(200)).toEqual({ marks: 199, hollow: 1 });
	expect(many(729)).toEqual({ marks: 0, hollow: 1 });
});
