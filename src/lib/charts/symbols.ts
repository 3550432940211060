import type { Slot } from './chart-data';

type BrandSymbol = { name: string; path: string };

/**
 * One symbol for each brand slot, in a box of 12 by 12 units. The drawing, the legend and the tooltip share the
 * path, so that a symbol looks the same wherever it stands for its brand.
 */
const BRAND_SYMBOLS: readonly BrandSymbol[] = [
	{ name: 'circle', path: 'M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z' },
	{ name: 'diamond', path: 'M6 0L12 6L6 12L0 6Z' },
	{ name: 'triangle', path: 'M6 1L11.5 11L0.5 11Z' },
	{ name: 'square', path: 'M1 1L11 1L11 11L1 11Z' },
	{ name: 'triangle down', path: 'M0.5 1L11.5 1L6 11Z' },
	{ name: 'cross', path: 'M4 0L8 0L8 4L12 4L12 8L8 8L8 12L4 12L4 8L0 8L0 4L4 4Z' },
	{ name: 'house', path: 'M6 0L11.5 5L11.5 12L0.5 12L0.5 5Z' },
	{ name: 'octagon', path: 'M3.5 0L8.5 0L12 3.5L12 8.5L8.5 12L3.5 12L0 8.5L0 3.5Z' }
];

/** A part of a bar. */
export const SQUARE = 'M1 1L11 1L11 11L1 11Z';

/** What is no single brand: the total and "Other". */
const OTHER_SYMBOL: BrandSymbol = { name: 'bar', path: 'M0 4L12 4L12 8L0 8Z' };

/**
 * The outline of a slot's symbol.
 * @example symbolPath(4) // 'M1 1L11 1L11 11L1 11Z'
 */
export function symbolPath(slot: Slot): string {
	return (typeof slot === 'number' ? (BRAND_SYMBOLS[slot - 1] ?? OTHER_SYMBOL) : OTHER_SYMBOL).path;
}

/** The same symbol in ECharts' terms. */
export function chartSymbol(slot: Slot): string {
	return `path://${symbolPath(slot)}`;
}

/** A shape for each sentiment, in a box of 14 by 14 units, so that colour never stands alone: down, dash, up. */
export const SENTIMENT_SYMBOL = {
	negative: 'M2 3.5L12 3.5L7 11.5Z',
	neutral: 'M2 5.5L12 5.5L12 8.5L2 8.5Z',
	positive: 'M7 2.5L12 10.5L2 10.5Z'
} as const;
