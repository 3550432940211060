export type TooltipRoom = {
	/** The crosshair, in pixels from the left edge of the plot. */
	x: number;
	/** The plot in the window. */
	plot: { left: number; top: number; height: number };
	tooltip: { width: number; height: number };
	window: { width: number; height: number };
};

const FROM_CROSSHAIR = 16;
const FROM_WINDOW = 8;
const LOWER_PART = 0.4;

/**
 * Where a tooltip stands, in pixels from the plot's top left corner: right of the crosshair, or left of it where the
 * right has no room, in the lower part of the plot, and never outside the window.
 */
export function tooltipPlace({ x, plot, tooltip, window }: TooltipRoom): { left: number; top: number } {
	const right = x + FROM_CROSSHAIR;
	const fits = plot.left + right + tooltip.width <= window.width - FROM_WINDOW;
	const left = fits ? right : x - FROM_CROSSHAIR - tooltip.width;
	const lowest = window.height - FROM_WINDOW - tooltip.height - plot.top;
	return {
		left: Math.max(left, FROM_WINDOW - plot.left),
		top: Math.max(Math.min(plot.height * LOWER_PART, lowest), FROM_WINDOW - plot.top)
	};
}
