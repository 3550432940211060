import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allPieces, visiblePieces, type Piece } from './virtual-rows';

const sight = fc
	.record({
		count: fc.integer({ min: 0, max: 20_000 }),
		rowHeight: fc.integer({ min: 20, max: 160 }),
		scrolled: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
		height: fc.integer({ min: 0, max: 2_000 }),
		kept: fc.option(fc.integer({ min: -3, max: 20_003 }))
	})
	.map(({ scrolled, ...rest }) => ({ ...rest, top: scrolled * rest.count * rest.rowHeight }));

/** Every index that a list of pieces stands for, in order. */
const indexesOf = (pieces: readonly Piece[]) =>
	pieces.flatMap((piece) =>
		piece.kind === 'row' ? [piece.index] : Array.from({ length: piece.rows }, (_, i) => piece.first + i)
	);
const rowsOf = (pieces: readonly Piece[]) =>
	pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : []));

test('rows and gaps together are all rows, each once and in order', () => {
	fc.assert(
		fc.property(sight, (asked) => {
			const pieces = visiblePieces(asked);
			expect(indexesOf(pieces)).toEqual(Array.from({ length: asked.count }, (_, index) => index));
			for (const piece of pieces) if (piece.kind === 'gap') expect(piece.rows).toBeGreaterThan(0);
		}),
		{ numRuns: 300 }
	);
});

test('a row of which the reader sees a pixel stands in the page', () => {
	fc.assert(
		fc.property(sight, (asked) => {
			const rows = new Set(rowsOf(visiblePieces(asked)));
			for (let index = 0; index < asked.count; index += 1) {
				const upper = index * asked.rowHeight;
				const isSeen = upper < asked.top + asked.height && upper + asked.rowHeight > asked.top;
				if (isSeen && !rows.has(index)) expect.fail(`row ${index} is in sight and not there`);
			}
		}),
		{ numRuns: 300 }
	);
});

test('the row with the focus stands in the page wherever the reader looks', () => {
	fc.assert(
		fc.property(sight, (asked) => {
			const { kept, count } = asked;
			fc.pre(kept !== null && kept >= 0 && kept < count);
			expect(rowsOf(visiblePieces(asked))).toContain(kept);
		}),
		{ numRuns: 300 }
	);
});

test('of 5,000 rows fewer than 60 stand in the page, gaps included, on every screen up to 2,000 pixels', () => {
	fc.assert(
		fc.property(sight, fc.integer({ min: 40, max: 160 }), (asked, rowHeight) => {
			const pieces = visiblePieces({
				...asked,
				rowHeight,
				count: 5_000,
				top: (asked.top % 5_000) * rowHeight
			});
			expect(pieces.length).toBeLessThan(60);
		}),
		{ numRuns: 500 }
	);
});

test('a short table stands in the page whole, without a gap', () => {
	expect(visiblePieces({ count: 12, rowHeight: 44, top: -200, height: 900, kept: null })).toEqual(
		allPieces(12)
	);
});
