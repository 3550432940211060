import { distributionHeight } from './options/distribution';
import { mixHeight } from './options/impact-mix';

/**
 * The box of a figure, in pixels. The heights hold for the server's drawing and for the browser's chart alike, so
 * that nothing moves when one replaces the other; the widths are those of the commonest desktop and phone, where the
 * server's drawing fits exactly.
 */
export type FigureFrame = { heights: LayoutPair; widths: LayoutPair };
export type LayoutPair = { wide: number; narrow: number };

const PHONE = 328;
const SEVEN_COLUMNS = 753;
const FIVE_COLUMNS = 527;

/** Room for the labels at the line ends, beside the plot. */
export const LINE_ENDS_WIDTH = 136;

/** Room that the label of one line takes at its end, with the air that keeps it near its line. */
const HEIGHT_OF_A_LINE = 60;

/** The frame of a chart of lines: a few more pixels for each line, so that the labels at the ends stay by them. */
export function trendFrame(lines: number): FigureFrame {
	return {
		heights: { wide: Math.min(520, Math.max(388, lines * HEIGHT_OF_A_LINE)), narrow: 300 },
		widths: { wide: SEVEN_COLUMNS - LINE_ENDS_WIDTH, narrow: PHONE }
	};
}

export const STACK_FRAME: FigureFrame = {
	heights: { wide: 388, narrow: 300 },
	widths: { wide: SEVEN_COLUMNS, narrow: PHONE }
};

export const VOLUME_FRAME: FigureFrame = {
	heights: { wide: 340, narrow: 240 },
	widths: { wide: FIVE_COLUMNS, narrow: PHONE }
};

/** The frame of a chart whose height grows with its rows. */
export function splitFrame(rows: number): FigureFrame {
	return {
		heights: { wide: distributionHeight(rows, false), narrow: distributionHeight(rows, true) },
		widths: { wide: FIVE_COLUMNS, narrow: PHONE }
	};
}

/** How many small charts stand beside each other in seven columns: more of many, so that they end with the split. */
export const multiplesBeside = (count: number) => (count > 4 ? 3 : 2);

const BETWEEN_MULTIPLES = 24;

/** The frame of one small chart of as many as are shown; on a phone they stand below each other. */
export function multipleFrame(count: number): FigureFrame {
	const beside = multiplesBeside(count);
	const width = Math.floor((SEVEN_COLUMNS - BETWEEN_MULTIPLES * (beside - 1)) / beside);
	return { heights: { wide: 172, narrow: 172 }, widths: { wide: width, narrow: PHONE } };
}

/** The quiet line below the volume. */
export const COVERAGE_FRAME: FigureFrame = {
	heights: { wide: 132, narrow: 132 },
	widths: { wide: FIVE_COLUMNS, narrow: PHONE }
};

/** The days of a campaign, and the campaign against its comparison brands. */
export const IMPACT_DAYS_FRAME: FigureFrame = {
	heights: { wide: 446, narrow: 300 },
	widths: { wide: SEVEN_COLUMNS, narrow: PHONE }
};

export const IMPACT_COMPARISON_FRAME: FigureFrame = {
	heights: { wide: 320, narrow: 280 },
	widths: { wide: SEVEN_COLUMNS, narrow: PHONE }
};

export const IMPACT_PLACEBO_FRAME: FigureFrame = {
	heights: { wide: 300, narrow: 260 },
	widths: { wide: FIVE_COLUMNS, narrow: PHONE }
};

/** Mood and mix by platform: two bars a row. */
export function impactMixFrame(rows: number): FigureFrame {
	const height = mixHeight(rows);
	return { heights: { wide: height, narrow: height }, widths: { wide: SEVEN_COLUMNS, narrow: PHONE } };
}
