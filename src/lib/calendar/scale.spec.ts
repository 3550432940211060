import { describe, expect, it } from 'vitest';
import { autoScale, chooseScale } from './scale';

describe('autoScale', () => {
	it.each([
		[1, 'HOUR'],
		[3, 'HOUR'],
		[4, 'DAY'],
		[119, 'DAY'],
		[120, 'WEEK'],
		[730, 'WEEK'],
		[731, 'MONTH'],
		[47_847, 'MONTH']
	])('of %i days is %s', (days, scale) => {
		expect(autoScale(days)).toBe(scale);
	});
});

describe('chooseScale', () => {
	it.each([
		['HOUR', 100, { scale: 'HOUR', coarsened: false }],
		['HOUR', 101, { scale: 'DAY', coarsened: true }],
		['DAY', 2400, { scale: 'DAY', coarsened: false }],
		['DAY', 2401, { scale: 'WEEK', coarsened: true }],
		['HOUR', 47_847, { scale: 'MONTH', coarsened: true }],
		['QUARTER', 1, { scale: 'QUARTER', coarsened: false }],
		[null, 28, { scale: 'DAY', coarsened: false }],
		[null, 47_847, { scale: 'MONTH', coarsened: false }]
	] as const)('of %s over %i days is %j', (wanted, days, expected) => {
		expect(chooseScale(wanted, days)).toEqual(expected);
	});
});
