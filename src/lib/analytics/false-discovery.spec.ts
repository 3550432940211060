import fc from 'fast-check';
import { expect, it } from 'vitest';
import { falseDiscoveries, worthTesting } from './false-discovery';

it('rejects four of the fifteen of Benjamini and Hochberg’s own example', () => {
	const example = [
		0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
		0.759, 1
	];
	expect(falseDiscoveries(example, 0.05)).toEqual(example.map((_, index) => index < 4));
});

it('keeps the order of what it was given, and takes a smaller value along with a larger one that stands', () => {
	expect(falseDiscoveries([0.04, 0.9, 0.03, 0.05], 0.08)).toEqual([true, false, true, true]);
});

it('finds nothing in nothing', () => {
	expect(falseDiscoveries([], 0.05)).toEqual([]);
	expect(falseDiscoveries([0.3, 0.5], 0.05)).toEqual([false, false]);
});

it('keeps the tests that can find something beside each other, and none that cannot', () => {
	expect(worthTesting([0.001, 0.01, 0.4], 0.05)).toEqual([true, true, false]);
	expect(worthTesting([0.03, 0.03, 0.03], 0.05)).toEqual([false, false, false]);
	expect(worthTesting([0.03], 0.05)).toEqual([true]);
	expect(worthTesting([], 0.05)).toEqual([]);
});

it('finds what many hopeless tests would hide, and loses nothing without them', () => {
	const hopeless = Array.from({ length: 400 }, () => 0.5);
	const p = [0.0004, ...hopeless];
	expect(falseDiscoveries(p, 0.05)[0]).toBe(false);
	const kept = worthTesting([0.0001, ...hopeless], 0.05);
	expect(
		falseDiscoveries(
			p.filter((_, index) => kept[index]),
			0.05
		)
	).toEqual([true]);
});

it('keeps as many as the definition does, which counts anew for each k', () => {
	const share = fc.integer({ min: 0, max: 60 }).map((value) => value / 600);
	fc.assert(
		fc.property(fc.array(share, { maxLength: 40 }), (attainable) => {
			const ks = Array.from({ length: attainable.length + 1 }, (_, index) => index + 1);
			const k = ks.find((one) => attainable.filter((p) => p <= 0.05 / one).length <= one)!;
			expect(worthTesting(attainable, 0.05)).toEqual(attainable.map((p) => p <= 0.05 / k));
		})
	);
});
