import { createHash } from 'node:crypto';
import { Drawing } from '$lib/charts/drawing';
import { detachedChart, type ChartInstance, type ChartOption } from '$lib/charts/echarts';

type SvgPainter = {
	renderToString(options: { useViewBox: boolean; cssEmphasis: boolean; cssAnimation: boolean }): string;
};

/**
 * Draws an option as SVG text. The painter's own `renderToString` is called, since `renderToSVGString` always adds a
 * <style> block, which the page's content policy blocks.
 * @example draw(volumeTrendOption(volume, size), size).svg // '<svg preserveAspectRatio="xMinYMin meet" width="527" …'
 */
export function draw(option: ChartOption, size: { width: number; height: number }): Drawing {
	const chart = detachedChart(size);
	try {
		chart.setOption(option);
		const svg = painterOf(chart).renderToString({
			useViewBox: true,
			cssEmphasis: false,
			cssAnimation: false
		});
		return new Drawing(withOwnIds(startingLeft(withoutMarks(svg))));
	} finally {
		chart.dispose();
	}
}

function painterOf(chart: ChartInstance): SvgPainter {
	return (chart.getZr() as unknown as { painter: SvgPainter }).painter;
}

/** ECharts marks every element for a script of its own that would answer clicks; nobody here reads the marks. */
function withoutMarks(svg: string): string {
	return svg.replaceAll(/ ecmeta_\w+="[^"]*"/g, '');
}

/** In a box of another width the drawing keeps its shape and starts at the left, where its labels meet the panel. */
function startingLeft(svg: string): string {
	return svg.replace('<svg ', '<svg preserveAspectRatio="xMinYMin meet" ');
}

/**
 * Numbers its ids anew. ECharts counts charts from zero in every process, so a drawing of the server and a chart of
 * the browser would clip each other, and the same chart would never be the same text twice. Quotes are escaped in
 * text, so only attributes match.
 */
function withOwnIds(svg: string): string {
	const plain = svg.replaceAll(/( id="|="url\(#)zr\d+-/g, '$1zr-');
	const own = createHash('sha256').update(plain).digest('base64url').slice(0, 8);
	return plain.replaceAll(/( id="|="url\(#)zr-/g, `$1zr-${own}-`);
}
