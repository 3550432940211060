import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tooltipPlace } from './tooltip-place';

const room = {
	x: 100,
	plot: { left: 60, top: 300, height: 388 },
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
			const place = tooltipPlace({ ...room, x, plot: { left, top, height: 388 } });
			expect(left + place.left).toBeGreaterThanOrEqual(8);
			expect(left + place.left + 284).toBeLessThanOrEqual(1440 - 8);
			expect(top + place.top).toBeGreaterThanOrEqual(8);
			expect(top + place.top + 160).toBeLessThanOrEqual(900 - 8);
		})
	);
});
