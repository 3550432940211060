import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAnswer, type ExpectedAnswer } from './expected-change';

const about = (estimate: number, half: number, peek: number) => ({
	low: estimate - half,
	high: estimate + half,
	peekLow: estimate - peek,
	peekHigh: estimate + peek
});

describe('the answer to an expected change', () => {
	it.each<[string, number, [number, number, number], ExpectedAnswer]>([
		['both intervals lie beyond it', 0.05, [0.12, 0.03, 0.05], 'reached'],
		['a limit is exactly the change', 0.0625, [0.125, 0.03125, 0.0625], 'reached'],
		['only the fixed interval lies beyond it', 0.08, [0.12, 0.03, 0.05], 'likely-reached'],
		['both contain it', 0.1, [0.12, 0.03, 0.05], 'unsure'],
		['only the fixed interval ends before it', 0.16, [0.12, 0.03, 0.05], 'likely-short'],
		['both end before it', 0.18, [0.12, 0.03, 0.05], 'short'],
		[
			'the other limit is exactly the change, which is contained',
			0.1875,
			[0.125, 0.03125, 0.0625],
			'likely-short'
		],
		['a rise was expected and a fall is sure', 0.05, [-0.12, 0.03, 0.05], 'short'],
		['a fall was expected and a larger one is sure', -0.05, [-0.12, 0.03, 0.05], 'reached'],
		['a larger fall was expected', -0.2, [-0.12, 0.03, 0.05], 'short'],
		['a fall was expected and a rise is sure', -0.05, [0.12, 0.03, 0.05], 'short'],
		['nobody can tell under daily looks', 0.05, [0.12, 0.03, Infinity], 'likely-reached']
	])('where %s: %d about %j is %s', (_, expected, [estimate, half, peek], answer) => {
		expect(expectedAnswer(expected, about(estimate, half, peek))).toBe(answer);
	});

	it('is the same for a fall as for a rise of the same size', () => {
		const size = fc.double({ min: 0.001, max: 2, noNaN: true });
		const estimate = fc.double({ min: -2, max: 2, noNaN: true });
		const width = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(size, estimate, width, width, (expected, at, half, more) => {
				const there = expectedAnswer(expected, about(at, half, half + more));
				expect(expectedAnswer(-expected, about(-at, half, half + more))).toBe(there);
			})
		);
	});

	it('never says that a larger change was reached than one that was not', () => {
		const order: ExpectedAnswer[] = ['reached', 'likely-reached', 'unsure', 'likely-short', 'short'];
		const size = fc.double({ min: 0.001, max: 1, noNaN: true });
		fc.assert(
			fc.property(size, size, size, size, (expected, larger, half, more) => {
				const limits = about(0.4, half, half + more);
				const rank = (change: number) => order.indexOf(expectedAnswer(change, limits));
				expect(rank(expected + larger)).toBeGreaterThanOrEqual(rank(expected));
			})
		);
	});
});
