import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts';
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	MarkPointComponent,
	type GridComponentOption
} from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { keepKeysPlain } from './plain-keys';

/**
 * The only import of ECharts. On the server it is an ordinary module; the browser loads it by `import('./echarts')`
 * after the server's drawing can already be read, so it never counts towards the first script.
 */
keepKeysPlain();
use([
	BarChart,
	LineChart,
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	MarkPointComponent,
	SVGRenderer
]);

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;
export type ChartInstance = EChartsType;

type PixelSize = { width: number; height: number };

/** A chart in an element of the page. SVG here too, so that `var(--token)` colours follow the theme by themselves. */
export function mountChart(element: HTMLElement, { width, height }: PixelSize): ChartInstance {
	return init(element, null, { renderer: 'svg', width, height });
}

/** A chart without a page, for the server. The caller disposes it. */
export function detachedChart({ width, height }: PixelSize): ChartInstance {
	return init(null, null, { renderer: 'svg', ssr: true, width, height });
}
