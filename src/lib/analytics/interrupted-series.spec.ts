import { describe, expect, it } from 'vitest';
import type { DayCounts, ImpactDays } from './impact-estimate';
import { interruptedSeries } from './interrupted-series';

const day = (index: number, net: number, n = 1000): DayCounts => {
	const [positive, negative] = [Math.round(n * (0.3 + net / 2)), Math.round(n * (0.3 - net / 2))];
	return { day: `day ${index}`, weekday: index % 7, positive, negative, neutral: n - positive - negative };
};
const series = (net: (t: number) => number, start: number, length: number): ImpactDays => {
	const days = Array.from({ length }, (_, t) => day(t, net(t)));
	return { before: days.slice(0, start), after: days.slice(start) };
};
const jitter = (t: number, size: number) => size * Math.sin(t * t * 1.7);

describe('the interrupted series', () => {
	it('finds a step beside a trend and weekdays, where before and after takes the trend for an effect', () => {
		const found = interruptedSeries(
			series((t) => 0.1 + 0.004 * t + (t % 7 > 4 ? 0.05 : 0) + jitter(t, 0.01) + (t >= 28 ? 0.1 : 0), 28, 56)
		)!;
		expect(found.estimate).toBeCloseTo(0.1, 1.7);
		expect(found.slope).toBeCloseTo(0.004, 3);
		expect(found.low).toBeLessThan(0.1);
		expect(found.high).toBeGreaterThan(0.1);
		expect(found.low).toBeGreaterThan(0.06);
	});

	it('says nothing of a trend without a step', () => {
		const found = interruptedSeries(series((t) => 0.1 + 0.004 * t + jitter(t, 0.03), 28, 56))!;
		expect(found.low).toBeLessThan(0);
		expect(found.high).toBeGreaterThan(0);
	});

	it('draws every day as it would have been: the fit before the start, the fit less the step since', () => {
		const found = interruptedSeries(series((t) => 0.1 + jitter(t, 0.02) + (t >= 20 ? 0.2 : 0), 20, 34))!;
		expect(found.series).toHaveLength(34);
		found.series.forEach(({ fitted, counterfactual }, t) =>
			expect(fitted - counterfactual).toBeCloseTo(t < 20 ? 0 : found.estimate, 12)
		);
		const weighed = found.series.reduce((sum, { net, fitted, n }) => sum + n * (net - fitted), 0);
		expect(weighed).toBeCloseTo(0, 8);
	});

	it('takes the largest of three standard errors: plain, Newey and West’s, and that of the comments', () => {
		const slow = interruptedSeries(series((t) => 0.1 + 0.1 * Math.sin(t / 4), 28, 56))!;
		expect(slow.neweyWestStandardError).toBeGreaterThan(slow.plainStandardError);
		expect(slow.standardError).toBe(slow.neweyWestStandardError);
		const quick = interruptedSeries(series((t) => 0.1 + (t % 2 ? 0.1 : -0.1), 28, 56))!;
		expect(quick.plainStandardError).toBeGreaterThan(quick.neweyWestStandardError);
		expect(quick.standardError).toBe(quick.plainStandardError);
		const still = interruptedSeries(series(() => 0.1, 28, 56))!;
		expect(still.plainStandardError).toBeLessThan(1e-9);
		expect(still.standardError).toBeGreaterThan(0.01);
	});

	it('counts days without messages as days, and asks nothing of them', () => {
		const whole = series((t) => 0.1 + 0.004 * t + (t >= 28 ? 0.1 : 0), 28, 56);
		const empty = whole.before.map((d, t) => (t === 9 ? { ...d, positive: 0, neutral: 0, negative: 0 } : d));
		const found = interruptedSeries({ ...whole, before: empty })!;
		expect(found.daysBefore).toBe(27);
		expect(found.estimate).toBeCloseTo(0.1, 3);
	});

	it('leaves weekdays out that cannot be told from the step, and the question stays', () => {
		const found = interruptedSeries(series((t) => (t >= 3 ? 0.2 : 0.1) + jitter(t, 0.01), 3, 9));
		expect(found).not.toBeNull();
		expect(interruptedSeries(series(() => 0.1, 1, 9))).toBeNull();
	});
});
