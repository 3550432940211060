/** A row that stands in the page, and how many pixels of rows before it do not. */
export type ShownRow = { index: number; gap: number };

/** The rows that stand in the page, and the pixels of those behind the last. */
export type ShownRows = { rows: ShownRow[]; after: number };

type Sight = {
	/** The height of each row, in pixels. */
	heights: readonly number[];
	/** How far the upper edge of the screen is below the first row, in pixels; negative while it is above. */
	top: number;
	/** The height of the screen, in pixels. */
	height: number;
	/** Rows that stand there wherever the reader looks: the one with the focus, and its neighbours. */
	kept: number | null;
};

/** A list up to this long stands in the page whole, so that it can be searched and printed as it is. */
export const MOST_ROWS = 60;

/** How far beyond the screen rows stand ready, in pixels. */
const AROUND = 700;

const isKept = (kept: number | null, index: number) => kept !== null && Math.abs(kept - index) <= 1;

/**
 * What of a long list stands in the page: the rows in sight, some before and after, and those that are kept. Rows and
 * gaps together are as high as all rows.
 * @example shownRows({ heights: Array(1000).fill(100), top: 50_000, height: 900, kept: null })
 * // rows 493 to 515, the first with a gap of 49,300
 */
export function shownRows({ heights, top, height, kept }: Sight): ShownRows {
	const rows: ShownRow[] = [];
	const isShort = heights.length <= MOST_ROWS;
	let start = 0;
	let gap = 0;
	heights.forEach((own, index) => {
		const isNear = start < top + height + AROUND && start + own > top - AROUND;
		if (isShort || isNear || isKept(kept, index)) {
			rows.push({ index, gap });
			gap = 0;
		} else gap += own;
		start += own;
	});
	return { rows, after: gap };
}
