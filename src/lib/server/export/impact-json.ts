import { isoInstant } from './iso-instant';
import type { IgnoredValue } from '$lib/filters/filters';
import { METHODS, type ImpactEstimate, type ImpactReport, type Method } from '$lib/server/impact/report';
import type { ImpactPlan } from '$lib/server/impact/impact-plan';
import type { BrandInView } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';

const { verdicts } = exportWords.impact;

const named = (brands: readonly BrandInView[]) => brands.map(({ id, name }) => ({ id, name }));

/** One method's answer; numbers are null where there is too little of anything to compute them. */
type ExportedEstimate = Record<'estimate' | 'low' | 'high' | 'peek_low' | 'peek_high', number | null> & {
	method: Method;
	n_before: number;
	n_after: number;
	days_before: number;
	days_after: number;
	verdict: (typeof verdicts)[keyof typeof verdicts];
	warnings: string[];
};

const exported = (one: ImpactEstimate): ExportedEstimate => ({
	method: one.method,
	estimate: one.estimate,
	low: one.low,
	high: one.high,
	peek_low: one.peekLow,
	peek_high: one.peekHigh,
	n_before: one.nBefore,
	n_after: one.nAfter,
	days_before: one.daysBefore,
	days_after: one.daysAfter,
	verdict: verdicts[one.verdict],
	warnings: one.warnings
});

/** A method that the days are too few for. */
function withoutNumbers(method: Method, { windows, warnings }: ImpactReport): ExportedEstimate {
	const of = (kind: 'before' | 'during') => windows.find((window) => window.kind === kind);
	return {
		method,
		estimate: null,
		low: null,
		high: null,
		peek_low: null,
		peek_high: null,
		n_before: of('before')?.n ?? 0,
		n_after: of('during')?.n ?? 0,
		days_before: of('before')?.days ?? 0,
		days_after: of('during')?.days ?? 0,
		verdict: verdicts['too-little'],
		warnings
	};
}

/** Every method once the campaign has begun; the comparison only with somebody to compare with. */
function estimatesOf(report: ImpactReport): ExportedEstimate[] {
	if (report.state === 'planned') return [];
	const methods = METHODS.filter(
		(method) => method !== 'difference-in-differences' || report.controls.length > 0
	);
	return methods.map((method) => {
		const found = report.estimates.find((one) => one.method === method);
		return found === undefined ? withoutNumbers(method, report) : exported(found);
	});
}

/** The page with these numbers as its claim, values of the link that were not used, brands that did not answer. */
type Beside = { link: string; ignored: IgnoredValue[]; missing: string[] };

/** The report of a campaign for programs: numbers are fractions, days local ones, instants ISO 8601. */
export function impactJson(plan: ImpactPlan, report: ImpactReport, beside: Beside) {
	const { evidence, campaign, mix, placebo, preTrend, detectability } = report;
	const { during, before } = plan.spans;
	return {
		campaign: {
			id: campaign.id,
			name: campaign.name,
			start: during.from,
			end: during.to,
			hypothesis: campaign.hypothesis,
			metric: campaign.metric,
			expected: campaign.expected === null ? null : campaign.expected / 100,
			written_before_start: campaign.writtenBeforeStart
		},
		as_of: isoInstant(evidence.asOf, evidence.timeZone),
		estimates: estimatesOf(report),
		headline: report.headline?.method ?? null,
		expected_answer: report.expectedAnswer,
		state: report.state,
		days: report.progress,
		brands: named(report.brands),
		controls: named(report.controls),
		baseline: before,
		windows: report.windows.map(({ kind, span, days, counts, n, net, low, high }) => ({
			kind,
			...span,
			days,
			...counts,
			n,
			net,
			low,
			high
		})),
		pre_trend: preTrend,
		mix,
		placebo: placebo && {
			observed: placebo.observed,
			rank: placebo.rank,
			windows: placebo.windows.length,
			p: placebo.p
		},
		break_even: report.breakEven,
		detectability,
		warnings: report.warnings,
		time_zone: evidence.timeZone,
		formula_version: evidence.formulaVersion,
		data_hash: evidence.dataHash,
		...beside
	};
}
