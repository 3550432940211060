import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Z } from './interval';
import { erf, normalBelow, normalQuantile } from './normal';

const isWithin = (found: number, expected: number, relative = 1e-12) =>
	expect(Math.abs(found / expected - 1)).toBeLessThan(relative);

describe('the error function', () => {
	it.each([
		[0.1, 0.1124629160182849],
		[0.5, 0.5204998778130465],
		[1, 0.8427007929497149],
		[1.5, 0.9661051464753108],
		[2, 0.9953222650189527],
		[3, 0.9999779095030014]
	])('of %s is the one of the tables', (x, value) => {
		isWithin(erf(x), value);
		isWithin(erf(-x), -value);
	});

	it('of 0 is 0', () => {
		expect(erf(0)).toBe(0);
	});
});

describe('the normal distribution', () => {
	it.each([
		[-8, 6.220960574271785e-16],
		[-3, 0.0013498980316300933],
		[-1, 0.15865525393145707],
		[0, 0.5],
		[1, 0.8413447460685429],
		[1.959963984540054, 0.975]
	])('has below %s what the tables say', (z, probability) => {
		isWithin(normalBelow(z), probability);
	});
});

describe('the normal quantile', () => {
	it.each([
		[0.25, -0.6744897501960817],
		[0.001, -3.090232306167814],
		[1e-20, -9.262340089798409],
		[0.8, 0.8416212335729143],
		[0.9995, 3.2905267314919255]
	])('of %s is Wichura’s', (probability, z) => {
		isWithin(normalQuantile(probability), z, 1e-13);
	});

	it('of .975 is the z of all intervals', () => {
		expect(normalQuantile(0.975)).toBeCloseTo(Z, 14);
	});

	it('of certainty is infinite', () => {
		expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
	});

	it('is undone by the probability', () => {
		fc.assert(
			fc.property(fc.double({ min: -8, max: 6, noNaN: true }), (z) => {
				const back = normalQuantile(normalBelow(z));
				expect(Math.abs(back - z)).toBeLessThan(1e-12 * Math.exp(Math.max(0, z) ** 2 / 2 + 2));
			})
		);
	});
});
