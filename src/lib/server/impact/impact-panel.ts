import { createHash } from 'node:crypto';
import type { DrawingPair } from '$lib/charts/drawing';
import {
	IMPACT_COMPARISON_FRAME,
	IMPACT_DAYS_FRAME,
	impactMixFrame,
	IMPACT_PLACEBO_FRAME
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

type Options = { filters: Pick<Filters, 'weekStart'>; pens: Drawings | null };

/** A report as the page takes it, whatever became of it. */
export function impactPanel(panel: Panel<ImpactReport>, { filters, pens }: Options): Panel<ImpactPanel> {
	if (!panel.ok) return panel;
	const figures = impactFigures(panel.value, filters);
	const { days: _, ...report } = panel.value;
	const drawings = pens && drawFigures(pens, figures);
	return { ...panel, value: { report, figures, drawings, claim: claimOfReport(panel.value) } };
}

function drawFigures(pens: Drawings, { days, comparison, placebo, mix }: ImpactFigures): ImpactDrawings {
	const key = (name: string, data: object) =>
		`impact ${name} ${createHash('sha256').update(JSON.stringify(data)).digest('base64url')}`;
	return {
		days: pens.drawFigure(key('days', days), (size) => impactDaysOption(days, size), IMPACT_DAYS_FRAME),
		comparison:
			comparison &&
			pens.drawFigure(
				key('comparison', comparison),
				(size) => impactComparisonOption(comparison, size),
				IMPACT_COMPARISON_FRAME
			),
		placebo:
			placebo &&
			pens.drawFigure(
				key('placebo', placebo),
				(size) => impactPlaceboOption(placebo, size),
				IMPACT_PLACEBO_FRAME
			),
		mix:
			mix &&
			pens.drawFigure(key('mix', mix), (size) => impactMixOption(mix, size), impactMixFrame(mix.rows.length))
	};
}
