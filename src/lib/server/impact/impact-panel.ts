import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { ChartSize } from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import type { ChartOption } from '$lib/charts/echarts';
import {
	IMPACT_COMPARISON_FRAME,
	IMPACT_DAYS_FRAME,
	impactMixFrame,
	IMPACT_PLACEBO_FRAME,
	type FigureFrame
} from '$lib/charts/frames';
import { impactComparisonOption } from '$lib/charts/options/impact-comparison';
import { impactDaysOption } from '$lib/charts/options/impact-days';
import { impactMixOption } from '$lib/charts/options/impact-mix';
import { impactPlaceboOption } from '$lib/charts/options/impact-placebo';
import type { Panel } from '$lib/errors/settle';
import type { Filters } from '$lib/filters/filters';
import type { Drawings } from '$lib/server/drawings/drawings';
import { claimOfReport } from './impact-evidence';
import { impactFigures, type ImpactFigures } from './impact-figures';
import type { ImpactReport } from './report';

/** The server's drawings of a report's charts, by the name of the figure; null where there is nothing to draw. */
export type ImpactDrawings = Record<keyof ImpactFigures, DrawingPair | null>;

/** What the page gets: the report without its days, which the figures hold, the figures, and their drawings. */
export type ImpactPanel = {
	report: Omit<ImpactReport, 'days'>;
	figures: ImpactFigures;
	/** null where a browser that draws itself asked for the data alone. */
	drawings: ImpactDrawings | null;
	/** What a link to this report claims; null where it says no number. */
	claim: string | null;
};

type Options = {
	filters: Pick<Filters, 'weekStart'>;
	/** null where nobody will see a drawing: a browser draws itself what comes after its page. */
	pens: Drawings | null;
};

/** A report as the page takes it, whatever became of it. */
export async function impactPanel(
	panel: Panel<ImpactReport>,
	{ filters, pens }: Options
): Promise<Panel<ImpactPanel>> {
	if (!panel.ok) return panel;
	const figures = impactFigures(panel.value, filters);
	const { days: _, ...report } = panel.value;
	const drawings = pens && (await drawFigures(pens, figures));
	return { ...panel, value: { report, figures, drawings, claim: claimOfReport(panel.value) } };
}

/** One figure after the other, and what else is waiting in between: two years take a while to draw. */
async function drawFigures(
	pens: Drawings,
	{ days, comparison, placebo, mix }: ImpactFigures
): Promise<ImpactDrawings> {
	const draw = async <Data extends object>(
		name: string,
		data: Data | null,
		build: (data: Data, size: ChartSize) => ChartOption,
		frame: FigureFrame
	) => {
		if (data === null) return null;
		await turn();
		const version = createHash('sha256').update(JSON.stringify(data)).digest('base64url');
		return pens.drawFigure(`impact ${name} ${version}`, (size) => build(data, size), frame);
	};
	return {
		days: await draw('days', days, impactDaysOption, IMPACT_DAYS_FRAME),
		comparison: await draw('comparison', comparison, impactComparisonOption, IMPACT_COMPARISON_FRAME),
		placebo: await draw('placebo', placebo, impactPlaceboOption, IMPACT_PLACEBO_FRAME),
		mix: await draw('mix', mix, impactMixOption, impactMixFrame(mix?.rows.length ?? 0))
	};
}
