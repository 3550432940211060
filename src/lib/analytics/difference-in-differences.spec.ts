import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInDifferences, fourMeans } from './difference-in-differences';
import { pooledDays } from './impact-design';
import type { DayCounts, ImpactDays } from './impact-estimate';

const NEUTRAL = 400;
/** A day of a thousand messages with this net sentiment, to three digits. */
const day = (index: number, net: number): DayCounts => {
	const positive = Math.round((1000 - NEUTRAL) / 2 + net * 500);
	return { day: `day ${index}`, weekday: index % 7, positive, neutral: NEUTRAL, negative: 600 - positive };
};
const series = (nets: number[], start: number): ImpactDays => {
	const days = nets.map((net, index) => day(index, net));
	return { before: days.slice(0, start), after: days.slice(start) };
};
/** Something that jumps about but repeats: no two neighbours alike, no trend. */
const jitter = (t: number, size: number) => size * Math.sin(t * t * 1.7);

const days = Array.from({ length: 42 }, (_, t) => t);
const common = (t: number) => jitter(t, 0.05) + (t % 7 === 0 ? -0.04 : 0) + t * 0.002 + (t === 30 ? -0.3 : 0);

describe('the difference in differences', () => {
	const comparison = series(
		days.map((t) => 0.1 + common(t) + jitter(t + 60, 0.02)),
		28
	);
	const target = series(
		days.map((t) => 0.3 + common(t) + jitter(t + 11, 0.02) + (t >= 28 ? 0.08 : 0)),
		28
	);

	it('finds a planted effect beside weekdays, a trend and news that hit everybody', () => {
		const found = differenceInDifferences(target, comparison)!;
		expect(found.estimate).toBeCloseTo(0.08, 1.7);
		expect(found.low).toBeLessThan(0.08);
		expect(found.high).toBeGreaterThan(0.08);
		expect(found.low).toBeGreaterThan(0.05);
		expect(found.warnings).toEqual([]);
		expect(found).toMatchObject({ nBefore: 28_000, nAfter: 14_000, daysBefore: 28, daysAfter: 14 });
	});

	it('gives an incident of everybody to nobody', () => {
		const hit = (t: number) => common(t) + (t >= 28 ? -0.25 : 0);
		const found = differenceInDifferences(
			series(
				days.map((t) => 0.3 + hit(t) + jitter(t + 11, 0.02)),
				28
			),
			series(
				days.map((t) => 0.1 + hit(t) + jitter(t + 60, 0.02)),
				28
			)
		)!;
		expect(found.low).toBeLessThan(0);
		expect(found.high).toBeGreaterThan(0);
	});

	it('of days of equal size is the equation of four means', () => {
		const found = differenceInDifferences(target, comparison)!;
		const { targetAfter, targetBefore, comparisonAfter, comparisonBefore } = found.means;
		const equation = targetAfter - targetBefore - (comparisonAfter - comparisonBefore);
		expect(found.estimate).toBeCloseTo(equation, 10);
		expect(fourMeans(target, comparison)).toEqual(found.means);
	});

	it('does not care for what both have in common: a weekday, a trend, a piece of news', () => {
		const without = differenceInDifferences(
			series(
				days.map((t) => 0.3 + jitter(t + 11, 0.02) + (t >= 28 ? 0.08 : 0)),
				28
			),
			series(
				days.map((t) => 0.1 + jitter(t + 60, 0.02)),
				28
			)
		)!;
		const found = differenceInDifferences(target, comparison)!;
		expect(found.estimate).toBeCloseTo(without.estimate, 3);
		expect(found.standardError / without.standardError).toBeCloseTo(1, 1);
	});

	it('warns when the brands moved apart before the start, and not when they moved alike', () => {
		const apart = series(
			days.map((t) => 0.2 + common(t) + jitter(t + 11, 0.02) + 0.006 * t),
			28
		);
		const found = differenceInDifferences(apart, comparison)!;
		expect(found.warnings).toContain('pre-trend');
		expect(found.preTrend).toMatchObject({ passed: false });
		expect(found.preTrend!.difference).toBeCloseTo(0.006, 2.5);
		expect(found.preTrend!.target - found.preTrend!.comparison).toBeCloseTo(found.preTrend!.difference, 12);
		expect(differenceInDifferences(target, comparison)!.preTrend).toMatchObject({ passed: true });
	});

	it('says when the baseline is too short to tell', () => {
		const cut = ({ before, after }: ImpactDays, length: number) => ({ before: before.slice(-length), after });
		const found = differenceInDifferences(cut(target, 13), cut(comparison, 13))!;
		expect(found.warnings).toContain('short-baseline');
		const few = differenceInDifferences(cut(target, 4), cut(comparison, 4))!;
		expect(few.preTrend).toBeNull();
		expect(few.warnings).toEqual(['short-baseline']);
	});

	it('counts a day only where both groups have messages', () => {
		const empty = (counts: DayCounts) => ({ ...counts, positive: 0, neutral: 0, negative: 0 });
		const holes = { ...comparison, after: comparison.after.map((d, i) => (i < 3 ? empty(d) : d)) };
		expect(differenceInDifferences(target, holes)).toMatchObject({ daysAfter: 11, nAfter: 11_000 });
		expect(differenceInDifferences(target, { ...comparison, after: comparison.after.map(empty) })).toBeNull();
	});

	it('turns its sign when the groups are exchanged', () => {
		const nets = fc.array(
			fc.integer({ min: -500, max: 500 }).map((value) => value / 1000),
			{ minLength: 24, maxLength: 24 }
		);
		fc.assert(
			fc.property(nets, nets, (a, b) => {
				const there = differenceInDifferences(series(a, 14), series(b, 14))!;
				const back = differenceInDifferences(series(b, 14), series(a, 14))!;
				expect(back.estimate).toBeCloseTo(-there.estimate, 9);
				expect(back.peekHigh).toBeCloseTo(-there.peekLow, 9);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('several brands as one', () => {
	it('are their sums, day by day', () => {
		expect(pooledDays([[day(0, 0.1)], [day(0, 0.3)]])).toEqual([
			{ day: 'day 0', weekday: 0, positive: 800, neutral: 800, negative: 400 }
		]);
		expect(pooledDays([])).toEqual([]);
	});
});
