export type TooltipRoom = {
	/** The crosshair, in pixels from the left edge of the plot. */
	x: number;
	/** The plot in the window. */
	plot: { left: number; top: number; width: number; height: number };
	tooltip: { width: number; height: number };
	window: { width: number; height: number };
};

const FROM_CROSSHAIR = 16;
const FROM_WINDOW = 8;
const LOWER_PART = 0.4;

/**
 * Right of the crosshair or left of it: within the plot where one side of it has room, else over the margin left of the
 * plot, since right of it stand the labels of the lines; else within the window.
 */
function besideCrosshair({ x, plot, tooltip, window }: TooltipRoom): number {
	const right = x + FROM_CROSSHAIR;
	const left = x - FROM_CROSSHAIR - tooltip.width;
	if (right + tooltip.width <= plot.width) return right;
	if (plot.left + left >= FROM_WINDOW) return left;
	return plot.left + right + tooltip.width <= window.width - FROM_WINDOW ? right : left;
}

/**
 * Where a tooltip stands, in pixels from the plot's top left corner: beside the crosshair, in the lower part of the
 * plot, and never outside the window. One that is as high as `roomBelowHead` at most never covers what stands above
 * the plot.
 */
export function tooltipPlace(room: TooltipRoom): { left: number; top: number } {
	const { plot, tooltip, window } = room;
	const lowest = window.height - FROM_WINDOW - tooltip.height - plot.top;
	return {
		left: Math.max(besideCrosshair(room), FROM_WINDOW - plot.left),
		top: Math.max(Math.min(plot.height * LOWER_PART, lowest), FROM_WINDOW - plot.top)
	};
}

/** How high a tooltip can be, in pixels, that stands in the window and not over what is above the plot. */
export function roomBelowHead({ plot, window }: Pick<TooltipRoom, 'plot' | 'window'>): number {
	return window.height - FROM_WINDOW - Math.max(plot.top, FROM_WINDOW);
}

const ROW = 24;
const NOTE = 18;
const FEWEST_ROWS = 2;

/**
 * How many rows a tooltip can show so that it is no higher than its room: all of them, or fewer with a note of how
 * many more there are.
 * @param height the tooltip's with `shown` of its `all` rows, in pixels
 * @param hasNote whether it would say that there are more of them anyway
 */
export function rowsThatFit(
	room: number,
	{ height, shown, all, hasNote }: { height: number; shown: number; all: number; hasNote: boolean }
): number {
	const note = hasNote ? 0 : NOTE;
	const around = height - shown * ROW - (shown < all ? note : 0);
	if (around + all * ROW <= room) return all;
	return Math.min(all, Math.max(FEWEST_ROWS, Math.floor((room - around - note) / ROW)));
}

/**
 * The first rows, and the chosen one in place of the last of them where it is none.
 * @example shownRows([{ key: 'a' }, { key: 'b' }, { key: 'c' }], 2, 'c') // [{ key: 'a' }, { key: 'c' }]
 */
export function shownRows<T extends { key: string }>(
	rows: readonly T[],
	most: number,
	chosen: string | null
): T[] {
	const first = rows.slice(0, most);
	const own = rows.find(({ key }) => key === chosen);
	return own && !first.includes(own) ? [...first.slice(0, -1), own] : first;
}
