import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedParts } from './rounded-parts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('signed parts of a whole', () => {
	it.each([
		[[78.4, -4.3], 74, [78, -4]],
		[[85.2, -5.9], 79, [85, -6]],
		[[0.5, 0.5], 1, [1, 0]],
		[[-30.4, -20.3, -10.3], -61, [-31, -20, -10]],
		[[3.9, 3.9], 7, [4, 3]],
		[[2, 3], 4, [2, 2]],
		[[], 3, []]
	])('%j of %j are %j', (values, whole, expected) => {
		expect(roundedParts(values, whole).map((part) => part + 0)).toEqual(expected);
	});

	it('add up to what is printed as the whole, and none lies a whole step from what it is', () => {
		const values = fc.array(
			fc.integer({ min: -80_000, max: 80_000 }).map((eighths) => eighths / 8),
			{ minLength: 1, maxLength: 8 }
		);
		fc.assert(
			fc.property(values, (exact) => {
				const whole = Math.round(sum(exact));
				const parts = roundedParts(exact, whole);
				expect(sum(parts)).toBe(whole + 0);
				parts.forEach((part, index) => expect(Math.abs(part - exact[index]!)).toBeLessThanOrEqual(1));
			})
		);
	});

	it('still add up where the whole is the difference of two rounded numbers', () => {
		const pair = fc.tuple(
			fc.nat(900),
			fc.nat(7_200).map((eighths) => eighths / 8)
		);
		fc.assert(
			fc.property(fc.array(pair, { minLength: 1, maxLength: 5 }), (pairs) => {
				const whole = sum(pairs.map(([now]) => now)) - Math.round(sum(pairs.map(([, usual]) => usual)));
				expect(
					sum(
						roundedParts(
							pairs.map(([now, usual]) => now - usual),
							whole
						)
					)
				).toBe(whole);
			})
		);
	});
});
