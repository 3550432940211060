import { describe, expect, test } from 'vitest';
import { emptierSide, type Side } from './note-place';

const PLOT = { left: 0, right: 600, top: 0, bottom: 300 };
const ORDER: Side[] = ['left', 'right', 'bottom', 'top'];
const LETTERS = 20;
const level = (y: number, from = 0, to = 600) => [
	{ x: from, y },
	{ x: to, y }
];

describe('the note of a ring', () => {
	test('stands on the first side of the order where nothing lies under it', () => {
		expect(emptierSide({ x: 300, y: 150 }, LETTERS, [], PLOT, ORDER)).toBe('left');
	});

	test('goes to the other side when a line runs on this one', () => {
		expect(emptierSide({ x: 300, y: 150 }, LETTERS, [level(150, 0, 290)], PLOT, ORDER)).toBe('right');
	});

	test('goes below a line that runs on both sides, and above where another runs below', () => {
		const ring = { x: 300, y: 150 };
		expect(emptierSide(ring, LETTERS, [level(150)], PLOT, ORDER)).toBe('bottom');
		expect(emptierSide(ring, LETTERS, [level(150), level(176)], PLOT, ORDER)).toBe('top');
	});

	test('takes the least covered side when every side is covered', () => {
		const lines = [level(150), level(150), level(176), level(176), level(124)];
		expect(emptierSide({ x: 300, y: 150 }, LETTERS, lines, PLOT, ORDER)).toBe('top');
	});

	test('never leaves the plot for an emptier place', () => {
		expect(emptierSide({ x: 60, y: 290 }, LETTERS, [level(290, 70, 600)], PLOT, ORDER)).toBe('right');
	});

	test('keeps the first side where it fits nowhere', () => {
		expect(emptierSide({ x: 300, y: 150 }, 400, [], PLOT, ORDER)).toBe('left');
	});

	test('does not mind a gap of a line', () => {
		const gap = [{ x: 0, y: 150 }, null, { x: 290, y: 150 }];
		expect(emptierSide({ x: 300, y: 150 }, LETTERS, [gap], PLOT, ORDER)).toBe('left');
	});
});
