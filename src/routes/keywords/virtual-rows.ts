/** A row that stands in the page, or rows that do not: a gap as high as they would be. */
export type Piece = { kind: 'row'; index: number } | { kind: 'gap'; first: number; rows: number };

/** Rows that may stand in the page for the sake of fast scrolling; what is in sight stands there in any case. */
const MOST_ROWS = 54;
const MOST_AROUND = 10;

type Sight = {
	count: number;
	/** The height of every row, in pixels. */
	rowHeight: number;
	/** How far the upper edge of the screen is below the first row, in pixels; negative while it is above. */
	top: number;
	/** The height of the screen, in pixels. */
	height: number;
	/** A row that stands there wherever the reader looks, since it has the focus. */
	kept: number | null;
};

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** The first row in sight and the one after the last. */
function inSight({ count, rowHeight, top, height }: Sight): { from: number; to: number } {
	const from = clamp(Math.floor(top / rowHeight), count);
	return { from, to: Math.max(from, clamp(Math.ceil((top + height) / rowHeight), count)) };
}

/**
 * What of a long table stands in the page: the rows in sight, some around them, the one that is kept, and gaps for
 * all others, in order. Rows and gaps together are all rows, each once.
 * @example visiblePieces({ count: 5000, rowHeight: 44, top: 0, height: 880, kept: null })
 * // rows 0 to 29, then a gap of 4970
 */
export function visiblePieces(sight: Sight): Piece[] {
	const { count, kept } = sight;
	const { from, to } = inSight(sight);
	const around = Math.min(MOST_AROUND, Math.max(0, Math.floor((MOST_ROWS - (to - from)) / 2)));
	const first = clamp(from - around, count);
	const last = clamp(to + around, count);
	const rows = Array.from({ length: last - first }, (_, index) => first + index);
	const isAway = kept !== null && kept >= 0 && kept < count && (kept < first || kept >= last);
	return withGaps(isAway ? [...rows, kept].sort((one, other) => one - other) : rows, count);
}

/** Fill what lies between the rows, before the first and after the last. */
function withGaps(rows: readonly number[], count: number): Piece[] {
	const pieces: Piece[] = [];
	let next = 0;
	for (const index of [...rows, count]) {
		if (index > next) pieces.push({ kind: 'gap', first: next, rows: index - next });
		if (index < count) pieces.push({ kind: 'row', index });
		next = index + 1;
	}
	return pieces;
}

/** Every row: what stands in the page without scripts, and on paper. */
export function allPieces(count: number): Piece[] {
	return Array.from({ length: count }, (_, index) => ({ kind: 'row', index }));
}
