import { createHash } from 'node:crypto';
import type {
	ChartSize,
	DistributionData,
	SentimentStackData,
	SentimentTrendData,
	VolumeTrendData
} from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import type { ChartOption } from '$lib/charts/echarts';
import { splitFrame, STACK_FRAME, trendFrame, VOLUME_FRAME, type FigureFrame } from '$lib/charts/frames';
import { distributionOption } from '$lib/charts/options/distribution';
import { sentimentStackOption } from '$lib/charts/options/sentiment-stack';
import { sentimentTrendOption } from '$lib/charts/options/sentiment-trend';
import { volumeTrendOption } from '$lib/charts/options/volume-trend';
import { draw } from './draw';

type Build = (size: ChartSize) => ChartOption;

/** Finished drawings of every figure. The same data are drawn once for as long as the memory allows. */
export type Drawings = {
	sentimentTrend(data: SentimentTrendData): DrawingPair;
	sentimentStack(data: SentimentStackData): DrawingPair;
	sentimentSplit(data: DistributionData): DrawingPair;
	volumeTrend(data: VolumeTrendData): DrawingPair;
	/** Any other figure. `key` names the question and the version of its data: equal keys mean equal drawings. */
	drawFigure(key: string, build: Build, frame: FigureFrame): DrawingPair;
};

const DEFAULT_BYTES = 32 * 1024 * 1024;

/**
 * @param maxBytes how much SVG text is kept; the drawings that were not asked for the longest go first
 * @example createDrawings().volumeTrend(volume).narrow.svg
 */
export function createDrawings(maxBytes = DEFAULT_BYTES): Drawings {
	const kept = new Map<string, DrawingPair>();
	let bytes = 0;

	const keep = (key: string, pair: DrawingPair) => {
		kept.set(key, pair);
		bytes += sizeOf(key, pair);
		for (const [oldest, drawing] of kept) {
			if (bytes <= maxBytes) return;
			kept.delete(oldest);
			bytes -= sizeOf(oldest, drawing);
		}
	};

	const drawFigure: Drawings['drawFigure'] = (key, build, frame) => {
		const known = kept.get(key);
		if (known) {
			// A map iterates in the order of insertion, so the entry moves to the young end.
			kept.delete(key);
			kept.set(key, known);
			return known;
		}
		const pair = drawPair(build, frame);
		keep(key, pair);
		return pair;
	};

	return {
		drawFigure,
		sentimentTrend: (data) =>
			drawFigure(
				keyOf('sentiment trend', data),
				(size) => sentimentTrendOption(data, size),
				trendFrame(data.series.length)
			),
		sentimentStack: (data) =>
			drawFigure(keyOf('sentiment stack', data), (size) => sentimentStackOption(data, size), STACK_FRAME),
		sentimentSplit: (data) =>
			drawFigure(
				keyOf('sentiment split', data),
				(size) => distributionOption(data, size),
				splitFrame(data.rows.length)
			),
		volumeTrend: (data) =>
			drawFigure(keyOf('volume trend', data), (size) => volumeTrendOption(data, size), VOLUME_FRAME)
	};
}

function drawPair(build: Build, { widths, heights }: FigureFrame): DrawingPair {
	const one = (size: ChartSize) => draw(build(size), size);
	return {
		wide: one({ width: widths.wide, height: heights.wide, narrow: false }),
		narrow: one({ width: widths.narrow, height: heights.narrow, narrow: true })
	};
}

/** The data are their own version: what they hash to cannot be stale. */
function keyOf(figure: string, data: object): string {
	return `${figure} ${createHash('sha256').update(JSON.stringify(data)).digest('base64url')}`;
}

/** Strings of a drawing take one or two bytes a character; two is the safe side. */
function sizeOf(key: string, { wide, narrow }: DrawingPair): number {
	return 2 * (key.length + wide.svg.length + narrow.svg.length);
}
