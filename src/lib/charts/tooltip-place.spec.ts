import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomBelowHead, rowsThatFit, shownRows, tooltipPlace } from './tooltip-place';

const room = {
	x: 100,
	plot: { left: 60, top: 300, width: 617, height: 388 },
	tooltip: { width: 284, height: 160 },
	window: { width: 1440, height: 900 }
};

test('the tooltip stands right of the crosshair, in the lower part of the plot', () => {
	expect(tooltipPlace(room)).toEqual({ left: 116, top: 388 * 0.4 });
});

test('near the right edge of the window it stands left of the crosshair', () => {
	expect(tooltipPlace({ ...room, x: 1300 })).toMatchObject({ left: 1300 - 16 - 284 });
});

test('it stays inside any window that has room for it', () => {
	const pixels = (min: number, max: number) => fc.integer({ min, max });
	fc.assert(
		fc.property(pixels(0, 700), pixels(0, 600), pixels(-400, 800), (x, left, top) => {
			const place = tooltipPlace({ ...room, x, plot: { left, top, width: 617, height: 388 } });
			expect(left + place.left).toBeGreaterThanOrEqual(8);
			expect(left + place.left + 284).toBeLessThanOrEqual(1440 - 8);
			expect(top + place.top).toBeGreaterThanOrEqual(8);
			expect(top + place.top + 160).toBeLessThanOrEqual(900 - 8);
		})
	);
});

test('where one side of the crosshair has room within the plot, it stands there', () => {
	expect(tooltipPlace({ ...room, x: 400 }).left).toBe(400 - 16 - 284);
	expect(tooltipPlace({ ...room, x: 310 }).left).toBe(310 + 16);
	expect(tooltipPlace({ ...room, plot: { ...room.plot, width: 230 } }).left, 'in none').toBe(116);
});

test('it never covers the labels right of the plot where the margin left of it has room', () => {
	const tooltip = { width: 310, height: 160 };
	for (let x = 0; x <= 617; x += 1) {
		const { left } = tooltipPlace({ ...room, x, tooltip });
		expect(left + tooltip.width, `at ${x}`).toBeLessThanOrEqual(617);
		expect(60 + left, `at ${x}`).toBeGreaterThanOrEqual(8);
	}
});

test('it never covers the head of the panel, however low the plot lies and however many rows there are', () => {
	const pixels = (min: number, max: number) => fc.integer({ min, max });
	const HEAD_AND_FOOT = 110;
	fc.assert(
		fc.property(pixels(-400, 680), pixels(1, 10), fc.boolean(), (top, all, hasNote) => {
			const plot = { ...room.plot, top };
			const heightOf = (shown: number) => HEAD_AND_FOOT + shown * 24 + (hasNote || shown < all ? 18 : 0);
			const fit = (shown: number) =>
				rowsThatFit(roomBelowHead({ plot, window: room.window }), {
					height: heightOf(shown),
					shown,
					all,
					hasNote
				});
			const shown = fit(all);
			expect(fit(shown), 'it stays with what it has found').toBe(shown);
			const place = tooltipPlace({ ...room, plot, tooltip: { width: 284, height: heightOf(shown) } });
			expect(place.top).toBeGreaterThanOrEqual(0);
			expect(top + place.top + heightOf(shown)).toBeLessThanOrEqual(900 - 8);
		})
	);
});

test('no row is lost where all of them fit, and the row that the reader is at is always among them', () => {
	expect(rowsThatFit(400, { height: 350, shown: 10, all: 10, hasNote: false })).toBe(10);
	expect(rowsThatFit(300, { height: 350, shown: 10, all: 10, hasNote: false })).toBe(7);
	const rows = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
	const keysOf = (most: number, chosen: string | null) => shownRows(rows, most, chosen).map(({ key }) => key);
	expect(keysOf(Infinity, 'd')).toEqual(['a', 'b', 'c', 'd']);
	expect(keysOf(2, null)).toEqual(['a', 'b']);
	expect(keysOf(2, 'b')).toEqual(['a', 'b']);
	expect(keysOf(2, 'd')).toEqual(['a', 'd']);
});
