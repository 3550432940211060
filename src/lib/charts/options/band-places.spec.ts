import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '../chart-data';
import { timelineOf } from '../chart-fixtures';
import { textWidth } from '../scale';
import { bandNames, bandPlaces, shownBands } from './band-places';

const MARGIN = { left: 36, right: 8, top: 30, bottom: 28 };
const size = (width: number) => ({ width, height: 300, narrow: width < 480 });
const band = (from: number, to: number, name: string, more: Partial<Band> = {}): Band => ({
	...{ from, to, name },
	...more
});
const placesOf = (bands: Band[], width = 617, count = 28, more: object = {}) =>
	bandPlaces({ timeline: timelineOf(count), bands, ...more }, size(width), MARGIN, false);

describe('a band', () => {
	it('reaches half a bucket to both sides, and never out of the plot', () => {
		const [whole, one] = placesOf([band(0, 10, 'All'), band(5, 5, 'One')], 144, 11);
		expect(whole).toMatchObject({ left: 36, right: 136 });
		expect(one).toMatchObject({ left: 81, right: 91 });
	});

	it('leaves a hair of the page before one that begins where it ends, and none before one that it overlaps', () => {
		const [first, next] = placesOf([band(2, 4, 'First'), band(5, 7, 'Next')], 144, 11);
		expect(next!.left - first!.right).toBe(3);
		const [under, over] = placesOf([band(2, 6, 'Under'), band(5, 7, 'Over')], 144, 11);
		expect(over!.left).toBeLessThan(under!.right);
	});

	it('that is a point is one line in the middle of its bucket', () => {
		expect(placesOf([band(5, 5, 'One', { isPoint: true })], 144, 11)).toMatchObject([
			{ left: 86, right: 86 }
		]);
	});

	it('is drawn over bars from edge to edge of them', () => {
		const chart = { timeline: timelineOf(10), bands: [band(2, 3, 'Bars')] };
		expect(bandPlaces(chart, size(144), MARGIN, true)).toMatchObject([{ left: 56, right: 76 }]);
	});
});

describe('the names of bands', () => {
	it('never run into each other or out of the chart, on any width', () => {
		const anyBand = fc
			.tuple(fc.nat(27), fc.nat(27), fc.stringMatching(/^[A-Za-z ]{1,30}$/), fc.boolean())
			.map(([one, other, name, isPoint]) =>
				isPoint ? band(one, one, name, { isPoint }) : band(Math.min(one, other), Math.max(one, other), name)
			);
		fc.assert(
			fc.property(fc.array(anyBand, { maxLength: 8 }), fc.integer({ min: 200, max: 900 }), (bands, width) => {
				const shown = placesOf(bands, width).filter(({ labelWidth }) => labelWidth > 0);
				shown.forEach(({ left, labelWidth, band: { name } }, index) => {
					const end = left + Math.min(labelWidth, textWidth(name));
					expect(end).toBeLessThanOrEqual(width);
					const next = shown[index + 1];
					if (next) expect(end).toBeLessThan(next.left);
				});
			})
		);
	});

	it('give way to each other: with room for one, the later one keeps it', () => {
		const places = placesOf([band(0, 9, 'Slow Mornings'), band(1, 4, 'New wrapper')], 300);
		expect(places.map(({ labelWidth }) => labelWidth > 0)).toEqual([false, true]);
	});

	it('give way to the words of a break', () => {
		const breaks = [{ index: 3, note: 'Direct messages from 0 to 20 %' }];
		const [before, within] = placesOf([band(0, 1, 'Long name'), band(4, 6, 'Short')], 617, 28, { breaks });
		expect(before!.left + before!.labelWidth).toBeLessThan(36 + 2.5 * (573 / 27));
		expect(within!.labelWidth).toBe(0);
	});
});

describe('a band of a hidden line', () => {
	const bands = [
		band(0, 3, 'Own', { series: ['3'] }),
		band(2, 5, 'Both', { series: ['3', '4'] }),
		band(3, 4, 'All')
	];

	it('is not shown, unless it is about another one, too', () => {
		expect(shownBands({ bands, hidden: ['3'] }).map(({ name }) => name)).toEqual(['Both', 'All']);
	});

	it('is named in no bucket', () => {
		expect(bandNames({ bands, hidden: [] }, 3)).toEqual(['Own', 'Both', 'All']);
		expect(bandNames({ bands, hidden: ['3'] }, 3)).toEqual(['Both', 'All']);
		expect(bandNames({ bands, hidden: [] }, 1)).toEqual(['Own']);
	});
});
