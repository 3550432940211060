import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS, shownRows } from './shown-rows';

const sight = fc.record({
	heights: fc.array(fc.integer({ min: 72, max: 600 }), { minLength: MOST_ROWS + 1, maxLength: 400 }),
	scrolled: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
	height: fc.integer({ min: 300, max: 1_600 }),
	kept: fc.option(fc.nat(450))
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the rows of a long list that stand in the page', () => {
	it('are with their gaps as high as all rows, in order', () => {
		fc.assert(
			fc.property(sight, ({ heights, scrolled, height, kept }) => {
				const { rows, after } = shownRows({ heights, top: scrolled * sum(heights), height, kept });
				const indexes = rows.map(({ index }) => index);
				expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
				const own = sum(indexes.map((index) => heights[index]!));
				expect(own + sum(rows.map(({ gap }) => gap)) + after).toBe(sum(heights));
			})
		);
	});

	it('are all of which the reader sees a pixel, each in its place', () => {
		fc.assert(
			fc.property(sight, ({ heights, scrolled, height, kept }) => {
				const top = scrolled * sum(heights);
				const { rows } = shownRows({ heights, top, height, kept });
				const startOf = new Map<number, number>();
				let start = 0;
				for (const { index, gap } of rows) {
					startOf.set(index, start + gap);
					start += gap + heights[index]!;
				}
				let place = 0;
				heights.forEach((own, index) => {
					if (place < top + height && place + own > top) expect(startOf.get(index)).toBe(place);
					place += own;
				});
			})
		);
	});

	it('are among them the one with the focus and its neighbours, so that the keys find the next one', () => {
		fc.assert(
			fc.property(sight, fc.nat(), ({ heights, scrolled, height }, place) => {
				const kept = place % heights.length;
				const { rows } = shownRows({ heights, top: scrolled * sum(heights), height, kept });
				const indexes = rows.map(({ index }) => index);
				for (const index of [kept - 1, kept, kept + 1]) {
					if (index >= 0 && index < heights.length) expect(indexes).toContain(index);
				}
			})
		);
	});

	it('are at most 60 of 100,000, on every screen up to 1,600 pixels', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 72, max: 200 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(own, at) => {
					const heights = Array<number>(100_000).fill(own);
					const { rows } = shownRows({ heights, top: at * sum(heights), height: 1_600, kept: 50_000 });
					expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
				}
			),
			{ numRuns: 30 }
		);
	});

	it('are all of a list that is not long, so that it can be searched and printed', () => {
		const heights = Array<number>(MOST_ROWS).fill(100);
		expect(shownRows({ heights, top: 90_000, height: 500, kept: null })).toEqual({
			rows: heights.map((_, index) => ({ index, gap: 0 })),
			after: 0
		});
	});
});
