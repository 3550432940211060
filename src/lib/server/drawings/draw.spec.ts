import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartSize, SplitRow, Triple } from '$lib/charts/chart-data';
import { seriesOf, splitOf, timelineOf, trendOf, volumeOf } from '$lib/charts/chart-fixtures';
import type { ChartOption } from '$lib/charts/echarts';
import { distributionHeight, distributionOption } from '$lib/charts/options/distribution';
import { sentimentStackOption } from '$lib/charts/options/sentiment-stack';
import { sentimentTrendOption } from '$lib/charts/options/sentiment-trend';
import { volumeTrendOption } from '$lib/charts/options/volume-trend';
import { draw } from './draw';

const WIDE: ChartSize = { width: 617, height: 388, narrow: false };
const NARROW: ChartSize = { width: 328, height: 300, narrow: true };

const stack = {
	locale: 'en-GB',
	timeline: timelineOf(28),
	negative: volumeOf(28).layers[2]!.values,
	neutral: volumeOf(28).layers[1]!.values,
	positive: volumeOf(28).layers[0]!.values,
	decimals: volumeOf(28).layers[0]!.values.map(() => 0 as const)
};
const brands = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => seriesOf(slot, 28, { focus: slot === 3 }));
const CAMPAIGNS = [
	{ from: 2, to: 9, name: 'Slow Mornings', colour: 'brand-3' },
	{ from: 12, to: 12, name: 'Price rise', isPoint: true },
	{ from: 22, to: 27, name: 'A campaign with a long name', campaign: 'long' }
];
const charts: [string, (size: ChartSize) => ChartOption][] = [
	['a trend', (size) => sentimentTrendOption(trendOf(brands), size)],
	['a trend of nothing', (size) => sentimentTrendOption(trendOf([]), size)],
	['a trend of one bucket', (size) => sentimentTrendOption(trendOf([seriesOf(1, 1)]), size)],
	['a trend with campaigns', (size) => sentimentTrendOption(trendOf(brands, { bands: CAMPAIGNS }), size)],
	['a volume with campaigns', (size) => volumeTrendOption(volumeOf(28, { bands: CAMPAIGNS }), size)],
	[
		'a stack with campaigns',
		(size) => sentimentStackOption({ ...stack, mode: 'count', bands: CAMPAIGNS }, size)
	],
	['a volume', (size) => volumeTrendOption(volumeOf(28), size)],
	['a volume over two years', (size) => volumeTrendOption(volumeOf(730), size)],
	['a stack of counts', (size) => sentimentStackOption({ ...stack, mode: 'count' }, size)],
	['a stack of shares', (size) => sentimentStackOption({ ...stack, mode: 'share' }, size)],
	['a split', (size) => distributionOption(splitOf(), size)],
	['a split of counts', (size) => distributionOption(splitOf({ stack: 'count' }), size)]
];

/** Elements of a drawing, as tag and attributes. */
const elements = (svg: string, tag: string) => svg.match(new RegExp(`<${tag}[ >][^>]*>`, 'g')) ?? [];
const svgOf = (option: ChartOption, size = WIDE) => draw(option, size).svg;

describe.each(charts)('%s', (_, build) => {
	test.each([WIDE, NARROW])(
		'is drawn without a style block, a script or a number that is none ($width px)',
		(size) => {
			const svg = svgOf(build(size), size);
			expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
			expect(svg.match(/<style|<script|<foreignObject|NaN|undefined|Infinity|ecmeta/g)).toBeNull();
		}
	);

	test('takes its colours from the tokens of the page alone', () => {
		// What clips is never painted, and its black is ECharts' own.
		const svg = svgOf(build(WIDE)).replace(/<defs[^]*<\/defs>/, '');
		expect(svg.match(/[":;]#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
		const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]!);
		for (const color of colors)
			expect(color).toMatch(/^(none|transparent|var\(--|url\(#|color-mix\(.*var\(--)/);
	});

	test('is the same text each time it is drawn', () => {
		expect(svgOf(build(WIDE))).toBe(svgOf(build(WIDE)));
	});
});

test('two different drawings share no id, so that they can stand in one page', () => {
	const ids = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
	const first = ids(svgOf(sentimentTrendOption(trendOf(brands), WIDE)));
	const second = ids(svgOf(sentimentTrendOption(trendOf(brands), NARROW), NARROW));
	expect(first.length).toBeGreaterThan(0);
	expect(first.filter((id) => second.includes(id))).toEqual([]);
});

test('the segment into a bucket in progress is dashed and ends in a hollow symbol, all others are solid', () => {
	const trend = trendOf([seriesOf(1, 8)]);
	const lines = elements(svgOf(sentimentTrendOption(trend, WIDE)), 'path').filter((path) =>
		path.includes('stroke="var(--brand-1)"')
	);
	expect(lines.filter((path) => path.includes('stroke-dasharray="4,4"'))).toHaveLength(1);
	expect(lines.filter((path) => path.includes('fill="var(--bg)"'))).toHaveLength(1);

	const finished = { ...trend, timeline: { ...trend.timeline, open: [] } };
	expect(svgOf(sentimentTrendOption(finished, WIDE))).not.toContain('stroke-dasharray');
});

test('the dashed segment starts where the solid line ends', () => {
	const option = sentimentTrendOption(trendOf([seriesOf(1, 8)]), WIDE);
	const [, solid, dashed] = option.series as { data: (number | null)[] }[];
	expect(solid!.data[7]).toBeNull();
	expect(dashed!.data.slice(0, 6)).toEqual(Array(6).fill(null));
	expect(dashed!.data[6]).toBe(solid!.data[6]);
	expect(dashed!.data[7]).toBeTypeOf('number');
});

test('a missing bucket is a gap: the line stops and starts again', () => {
	const whole = seriesOf(1, 9).values;
	const broken = whole.map((value, index) => (index === 3 ? null : value));
	const moves = (values: (number | null)[]) => {
		const svg = svgOf(sentimentTrendOption(trendOf([seriesOf(1, 9, { values })]), WIDE));
		const line = elements(svg, 'path').find(
			(path) => path.includes('stroke="var(--brand-1)"') && !path.includes('stroke-dasharray')
		);
		return line?.match(/ d="([^"]*)"/)?.[1]?.match(/M/g)?.length;
	};
	expect(moves(whole)).toBe(1);
	expect(moves(broken)).toBe(2);
});

test('a value between two missing ones is shown by its symbol, since it has no line', () => {
	const values = [null, null, 0.2, null, null, null, null, null, null];
	const svg = svgOf(sentimentTrendOption(trendOf([seriesOf(1, 9, { values })]), WIDE));
	expect(elements(svg, 'path').filter((path) => path.includes('fill="var(--brand-1)"'))).toHaveLength(1);
});

test('hidden brands are neither drawn nor do they stretch the axis', () => {
	const far = seriesOf(2, 8, { values: Array(8).fill(-0.95) });
	const svg = svgOf(sentimentTrendOption(trendOf([seriesOf(1, 8), far], { hidden: ['brand-2'] }), WIDE));
	expect(svg).not.toContain('var(--brand-2)');
	expect(svg).not.toContain('−50');
});

test('only the focused brand has its interval behind it', () => {
	const bands = (focus: boolean) =>
		elements(svgOf(sentimentTrendOption(trendOf([seriesOf(1, 8, { focus })]), WIDE)), 'path').filter((path) =>
			path.includes('fill-opacity="0.13"')
		);
	expect(bands(true)).toHaveLength(1);
	expect(bands(false)).toHaveLength(0);
});

test('a bar in progress is hollow and hatched', () => {
	const svg = svgOf(volumeTrendOption(volumeOf(10), WIDE));
	for (const role of ['comments', 'ads', 'dms']) {
		expect(svg.split(`fill="url(#hatch-${role})"`)).toHaveLength(2);
	}
});

test('no interactions at all are a flat line on zero, and no answer is none', () => {
	const of = (value: number | null) => {
		const volume = volumeOf(10);
		const layers = volume.layers.map((layer) => ({ ...layer, values: layer.values.map(() => value) }));
		return elements(svgOf(volumeTrendOption({ ...volume, layers }, WIDE)), 'path');
	};
	const isFlatLine = (path: string) =>
		path.includes('stroke="var(--type-1)"') && path.includes('stroke-width="2"');
	expect(of(0).filter(isFlatLine)).toHaveLength(1);
	expect(of(null).filter(isFlatLine)).toHaveLength(0);
});

test('more buckets than bars have room for become one area for each part', () => {
	const few = elements(svgOf(volumeTrendOption(volumeOf(120), WIDE)), 'path').length;
	const many = elements(svgOf(volumeTrendOption(volumeOf(121), WIDE)), 'path').length;
	expect(few).toBeGreaterThan(360);
	expect(many).toBeLessThan(60);
});

test('shares have their label inside from 8 % on', () => {
	const size = { width: 527, height: distributionHeight(5, false), narrow: false };
	const svg = svgOf(distributionOption(splitOf(), size), size);
	expect(svg).toContain('>10.0<');
	expect(svg).toContain('>60.0<');
	expect(svg).not.toContain('>5.0<');
});

test('where only one sentiment is counted, any number of its messages is a bar, and what has no answer is hatched', () => {
	const size = { width: 527, height: distributionHeight(5, false), narrow: false };
	const rows = splitOf().rows.map((row) => (row.counts ? { ...row, counts: [7, 0, 0] as Triple } : row));
	const svg = svgOf(distributionOption(splitOf({ stack: 'count', rows, only: ['negative'] }), size), size);
	expect(elements(svg, 'path').filter((path) => path.includes('fill="url(#hatch)"'))).toHaveLength(1);
	expect(svg).not.toContain('too few to say');
});

test('a stack of one sentiment has no layer of the others, not even the edge of an empty bar', () => {
	const svg = svgOf(sentimentStackOption({ ...stack, mode: 'count', only: ['negative'] }, WIDE), WIDE);
	const whole = svgOf(sentimentStackOption({ ...stack, mode: 'count' }, WIDE), WIDE);
	for (const colour of ['var(--neu)', 'var(--pos)']) {
		expect(whole).toContain(colour);
		expect(svg).not.toContain(colour);
	}
});

test('fewer than ten messages are hatched with their n, and so is a brand without an answer', () => {
	const size = { width: 527, height: distributionHeight(5, false), narrow: false };
	const svg = svgOf(distributionOption(splitOf(), size), size);
	expect(elements(svg, 'path').filter((path) => path.includes('fill="url(#hatch)"'))).toHaveLength(2);
	for (const text of ['too few to say', 'not loaded', '>7<']) expect(svg).toContain(text);
});

test('a split grows with its rows, and more on a phone', () => {
	expect(distributionHeight(12, false) - distributionHeight(11, false)).toBe(32);
	expect(distributionHeight(12, true)).toBeGreaterThan(distributionHeight(12, false));
});

describe('names that other people chose', () => {
	const drawn = (name: string) => {
		const split = splitOf();
		split.rows[1]!.name = name;
		const trend = trendOf([seriesOf(1, 28, { name })], {
			bands: [{ from: 2, to: 20, name }],
			marks: [{ series: 'brand-1', index: 5, note: name }]
		});
		const size = { width: 900, height: distributionHeight(5, false), narrow: false };
		return svgOf(distributionOption(split, size), size) + svgOf(sentimentTrendOption(trend, WIDE));
	};

	test('are text where they hold markup', () => {
		const svg = drawn('<img src=x onerror=alert(1)>');
		expect(svg).not.toContain('<img');
		expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;');
	});

	test('stay as they are where they hold the syntax of rich text', () => {
		expect(drawn('{a|b} {name}').split('{a|b} {name}')).toHaveLength(4);
	});

	test('lose the marks that turn the direction of text', () => {
		expect(drawn('price\u202e drop')).not.toContain('\u202e');
	});

	test('add no element to a drawing, whatever they are', () => {
		const tags = (svg: string) => new Set(svg.match(/<\/?[a-zA-Z!?]+/g));
		const known = tags(drawn('plain'));
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
				for (const tag of tags(drawn(name))) expect(known).toContain(tag);
			}),
			{ numRuns: 25 }
		);
	});
});

describe('campaigns and annotations', () => {
	const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
	const drawn = (size: ChartSize) =>
		svgOf(sentimentTrendOption(trendOf(brands, { bands: CAMPAIGNS }), size), size);

	test.each([WIDE, NARROW])('stand with their names above the plot ($width px)', (size) => {
		expect(texts(drawn(size))).toEqual(expect.arrayContaining(['Slow Mornings', 'Price rise']));
	});

	test('are a band of 5 % ink or of their own colour, and a thin line for a point in time', () => {
		const svg = drawn(WIDE);
		const fills = elements(svg, 'polygon').map((area) => /fill="([^"]*)"/.exec(area)?.[1]);
		expect(fills).toEqual(['color-mix(in srgb, var(--brand-3) 12%, transparent)', 'var(--c-band)']);
		// Lines are moved to whole pixels.
		const x = Math.floor(36 + (12 / 27) * (WIDE.width - 44)) + 0.5;
		const rule = elements(svg, 'path').find((path) => path.includes(`"M${x} 360L${x} 26"`));
		expect(rule).toContain('stroke="var(--c-band-edge)"');
	});
});

test('of under thirty messages the intervals take the place of the bar, without the shares where there is no room', () => {
	const intervals = [0.1, 0.2, 0.3].map((low) => ({ low, high: low + 0.3 }));
	const few: SplitRow = {
		...{ key: 'a', name: 'Fennick', counts: [4, 5, 9], shares: [22, 28, 50], decimals: 0, n: 18 },
		intervals
	};
	const textOf = (width: number, stack: 'share' | 'count') => {
		const size = { width, height: distributionHeight(1, true), narrow: true };
		return svgOf(distributionOption(splitOf({ rows: [few], stack }), size), size);
	};
	expect(textOf(328, 'share')).toContain('22 (10 to 40) · 28 (20 to 50) · 50 (30 to 60)');
	expect(textOf(216, 'share')).toContain('10 to 40 · 20 to 50 · 30 to 60');
	expect(textOf(328, 'count')).not.toContain('10 to 40');
});
