import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/calendar/local-day';
import { impactDaysTable, readImpactDay } from '$lib/charts/impact-reading';
import { impactDaysOption } from '$lib/charts/options/impact-days';
import { daysOf, END, reportOf, running, START, withoutControls } from './report-fixture';
import { impactFigures } from './impact-figures';

const LOOK = { weekStart: 'monday' } as const;

describe('the days of a campaign', () => {
	test('stand on one axis with the place, the words and the levels of each window', () => {
		const { days } = impactFigures(reportOf(), LOOK);
		expect(days.levels).toEqual([
			{
				kind: 'before',
				from: 0,
				to: 27,
				countedTo: 27,
				title: 'Before',
				detail: '28 days',
				measured: 0.231,
				expected: null
			},
			{
				kind: 'during',
				from: 28,
				to: 41,
				countedTo: 41,
				title: 'During',
				detail: '2 – 15 Nov',
				measured: 0.33,
				expected: 0.232
			},
			{
				kind: 'after',
				from: 42,
				to: 47,
				countedTo: 47,
				title: 'After',
				detail: '6 days',
				measured: 0.297,
				expected: 0.25
			}
		]);
		expect(days.timeline.labels[28]).toBe('2 Nov');
		expect(days.timeline.ticks.slice(0, 2)).toEqual([0, 7]);
		expect(days).toMatchObject({ name: 'Fennick', slot: 3, difference: '+9.8 points' });
	});

	test('say of every day the expected level that is drawn over it, and call what the day alone says otherwise', () => {
		const report = reportOf(running());
		const days = report.days.map((day) => (day.expected === null ? day : { ...day, expected: 0.369 }));
		const figure = impactFigures({ ...report, days }, LOOK).days;
		const drawn = impactDaysOption(figure, { width: 760, height: 380, narrow: false }).series;
		const dotted = (Array.isArray(drawn) ? drawn : [drawn]).find((one) => one?.name === 'expected');
		const heights = (dotted?.data as [number, number | null][]).flatMap(([, y]) => (y === null ? [] : [y]));
		expect(heights.map((y) => y.toFixed(1))).toEqual(['23.2', '23.2']);
		const said = (index: number) =>
			readImpactDay(figure, index).rows.find(({ key }) => key === 'expected') ?? null;
		expect(said(27)).toBeNull();
		for (const index of [28, 30, 36]) {
			expect(said(index)).toMatchObject({ name: 'Expected, mean of the window', cells: ['+23.2', ''] });
		}
		const table = impactDaysTable(figure);
		const row = table.makeRows()[30]!;
		const at = (column: string) => row[table.columns.indexOf(column)];
		expect(at('Expected, mean of the window')).toBe('+23.2');
		expect(at('Comparison brands that day, plus the usual gap')).toBe('+36.9');
	});

	test('have no second expectation without comparison brands, where every day expects the level', () => {
		const { columns } = impactDaysTable(impactFigures(reportOf(withoutControls('clear')), LOOK).days);
		expect(columns.filter((column) => /xpected|usual gap/.test(column))).toEqual([
			'Expected, mean of the window'
		]);
	});

	test('end with the unfinished one, which is marked as not counted', () => {
		const { days } = impactFigures(reportOf(running()), LOOK);
		expect(days.timeline.open).toEqual([{ index: 36, note: 'not over, not counted' }]);
		expect(days.levels.at(-1)).toMatchObject({ kind: 'during', from: 28, to: 36, countedTo: 35 });
	});

	test('draw no score of fewer than ten messages, of a day or of a window', () => {
		const report = reportOf(running());
		const days = report.days.map((day) => (day.isComplete ? day : { ...day, n: 9 }));
		expect(impactFigures({ ...report, days }, LOOK).days.values.at(-1)).toBeNull();
		expect(impactFigures(report, LOOK).days.values.at(-1)).toBe(0.05);
		const windows = report.windows.map((window) => ({ ...window, n: 9 }));
		expect(impactFigures({ ...report, windows }, LOOK).days.levels[0]!.measured).toBeNull();
	});

	test('are drawn from six decimals, and no fewer', () => {
		const report = reportOf();
		const days = report.days.map((day) => ({ ...day, net: 0.12345678901, controlsNet: 1 / 3 }));
		const figures = impactFigures({ ...report, days }, LOOK);
		expect(figures.days.values[0]).toBe(0.123457);
		expect(figures.days.controls!.values[0]).toBe(0.333333);
	});

	test('have a gap where days between the windows are not looked at', () => {
		const report = reportOf();
		const span = { from: '2026-08-31', to: '2026-09-27' };
		const before = { ...report.windows[0]!, span };
		const days = [...daysOf(span.from, 28, START, END), ...daysOf(START, 20, START, END)];
		const figures = impactFigures({ ...report, windows: [before, ...report.windows.slice(1)], days }, LOOK);
		expect(figures.days.gaps).toEqual([
			{ from: 28, to: 28, note: '28 Sept – 1 Nov 2026 not looked at', unnamed: true }
		]);
		expect(figures.days.values[28]).toBeNull();
		expect(figures.days.levels[1]).toMatchObject({ from: 29, to: 42 });
	});

	test('of several brands have a line without a brand’s colour', () => {
		const report = reportOf();
		const figures = impactFigures({ ...report, brands: [...report.brands, ...report.controls] }, LOOK);
		expect(figures.days).toMatchObject({ name: 'Four brands together', slot: null });
	});

	test('say no difference while there is too little data for one', () => {
		const report = reportOf();
		const headline = { ...report.headline!, verdict: 'too-little' as const };
		expect(impactFigures({ ...report, headline }, LOOK).days.difference).toBeNull();
		expect(impactFigures({ ...report, headline: null }, LOOK).days.difference).toBeNull();
	});
});

describe('the comparison', () => {
	test('draws both lines from their own mean before the start', () => {
		const { comparison } = impactFigures(reportOf(), LOOK);
		for (const line of comparison!.lines) {
			const before = line.values.slice(2, 28).map((value) => value ?? NaN);
			expect(Math.abs(before.reduce((sum, value) => sum + value, 0) / before.length)).toBeLessThan(0.01);
		}
		const [target, controls] = comparison!.lines;
		expect(target!.values[35]).toBeGreaterThan(0.07);
		expect(Math.abs(controls!.values[35]!)).toBeLessThan(0.02);
	});

	test('has the trends before the start as the check found them, level in the middle', () => {
		const [target, controls] = impactFigures(reportOf(), LOOK).comparison!.lines;
		expect(target!.trend!.last - target!.trend!.first).toBeCloseTo(-0.0009 * 27, 12);
		expect(controls!.trend!.first).toBeCloseTo(-controls!.trend!.last, 12);
		expect(impactFigures(reportOf({ preTrend: null }), LOOK).comparison!.lines[0]!.trend).toBeNull();
	});

	test('has the usual spread around the comparison brands alone', () => {
		const [target, controls] = impactFigures(reportOf(), LOOK).comparison!.lines;
		expect(target!.half).toBeUndefined();
		expect(controls!.half).toBeGreaterThan(0);
	});

	test('leaves the unfinished day out', () => {
		const { comparison } = impactFigures(reportOf(running()), LOOK);
		expect(comparison!.lines[0]!.values.at(-1)).toBeNull();
	});

	test('is not there without comparison brands', () => {
		expect(impactFigures(reportOf(withoutControls('clear')), LOOK).comparison).toBeNull();
	});
});

test('earlier dates are ranked beside the campaign, each with its day', () => {
	const { placebo } = impactFigures(reportOf(), LOOK);
	expect(placebo).toMatchObject({ observed: 0.098, label: 'Slow Mornings +9.8', rank: 'rank 1 of 61' });
	expect(placebo!.windows[1]!.days).toBe('from 2 Mar 2026 on');
	expect(addDays('2026-03-01', 1)).toBe('2026-03-02');
});

test('mood and mix have the total first, and then each platform by its name', () => {
	const { mix } = impactFigures(reportOf(), LOOK);
	expect(mix!.rows.map(({ name }) => name)).toEqual(['All platforms', 'TikTok', 'Instagram']);
	expect(mix!.rows[0]).toMatchObject({ rate: 0.092, mix: 0.009, strong: true });
	expect(impactFigures(reportOf({ mix: null, placebo: null }), LOOK)).toMatchObject({
		mix: null,
		placebo: null
	});
});
