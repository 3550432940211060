import { expect, test } from 'vitest';
import { spreadOf, trailingMeans, weightedMean } from './impact-smoothing';

const day = (net: number | null, n: number | null = 100) => ({ net, n });

test('a mean of days weighs each by its messages, and days without any count for nothing', () => {
	expect(weightedMean([day(0.2, 100), day(0.5, 200), day(null, 0)])).toBeCloseTo(0.4, 12);
	expect(weightedMean([])).toBeNull();
});

test('a smoothed day looks back two days and never ahead, so a change does not show before it began', () => {
	const means = trailingMeans([0, 0, 0, 0.3, 0.3, 0.3].map((net) => day(net)));
	expect(means[2]).toBe(0);
	expect(means[3]).toBeCloseTo(0.1, 12);
	expect(means[5]).toBeCloseTo(0.3, 12);
});

test('a gap is not bridged: what lies behind it is forgotten', () => {
	const means = trailingMeans([day(0.9), day(null, null), day(0.1), day(0.2)]);
	expect(means).toEqual([0.9, null, 0.1, expect.closeTo(0.15, 12)]);
});

test('three days with fewer than ten messages together have no mean', () => {
	expect(trailingMeans([day(0.5, 4), day(0.5, 4), day(0.5, 4)])).toEqual([null, null, 0.5]);
});

test('the usual spread is that of 95 % of the values about 0, and few values have none', () => {
	expect(spreadOf([0.01, -0.01, 0.01, -0.01, 0.01, -0.01, 0.01, null])).toBeCloseTo(0.0195996, 6);
	expect(spreadOf([0.1, -0.1])).toBeNull();
});
