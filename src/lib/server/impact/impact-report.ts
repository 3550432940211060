import type { ImpactEstimate as Estimate } from '$lib/analytics/impact-estimate';
import { verdictOf } from '$lib/analytics/verdict';
import { hashTable, impactTable } from './data-table';
import { dayPoints } from './day-points';
import type { ImpactAnswers } from './impact-answers';
import { estimate } from './impact-estimates';
import { evidenceOf } from './impact-evidence';
import type { ImpactPlan } from './impact-plan';
import { levelsOf, windowsOf } from './impact-windows';
import { completeDays, poolDays, type Sides } from './pooled-days';
import type { ImpactEstimate, ImpactReport, Warning } from './report';

type Read = {
	/** When the messages were counted, in milliseconds since 1970. */
	asOf: number;
	timeZone: string;
	/** What the link claims, as it stands there. */
	claim: string | null;
};

/** Both sides of the comparison, pooled; without an answer of any comparison brand there is only one. */
function sidesOf(plan: ImpactPlan, { targets, controls }: ImpactAnswers, asOf: number): Sides {
	return {
		targets: poolDays(plan, targets, asOf),
		controls: controls.length === 0 ? null : poolDays(plan, controls, asOf)
	};
}

/** An estimate as the page and the export know it. */
function shown(estimate: Estimate, shared: readonly Warning[]): ImpactEstimate {
	const { method, low, high, peekLow, peekHigh, nBefore, nAfter, daysBefore, daysAfter } = estimate;
	return {
		method,
		estimate: estimate.estimate,
		low,
		high,
		peekLow,
		peekHigh,
		nBefore,
		nAfter,
		daysBefore,
		daysAfter,
		verdict: verdictOf(estimate),
		warnings: distinct([...estimate.warnings, ...shared])
	};
}

/** With comparison brands theirs, else the plain one. */
function headlineOf(estimates: readonly ImpactEstimate[]): ImpactEstimate | null {
	const of = (method: ImpactEstimate['method']) => estimates.find((one) => one.method === method);
	return of('difference-in-differences') ?? of('before-after') ?? null;
}

/** What has to be known whatever the numbers say. */
function circumstances(plan: ImpactPlan, { missing }: ImpactAnswers): Warning[] {
	return [
		...(plan.state === 'running' ? ['running' as const] : []),
		...plan.news,
		...(plan.plan.approximate ? ['approximate-days' as const] : []),
		...(missing.length > 0 ? ['missing-brands' as const] : [])
	];
}

const distinct = (warnings: readonly Warning[]) => [...new Set(warnings)];

/** Everything that is known of a campaign, from what the host told. Pure. */
export function impactReport(plan: ImpactPlan, answers: ImpactAnswers, read: Read): ImpactReport {
	const sides = sidesOf(plan, answers, read.asOf);
	const hasStarted = plan.state !== 'planned';
	const { found } = hasStarted ? estimate(sides, plan.plannedDays) : { found: [] };
	const shared = circumstances(plan, answers);
	const estimates = found.map((one) => shown(one, shared));
	const headline = headlineOf(estimates);
	const dataHash = hashTable(impactTable(plan, answers, read.asOf));
	return {
		campaign: plan.campaign,
		brands: plan.brands,
		controls: plan.controls,
		leftOut: plan.leftOut,
		state: plan.state,
		progress: { complete: completeDays(sides.targets, 'during').length, planned: plan.plannedDays },
		windows: windowsOf(plan, sides.targets),
		estimates,
		headline,
		preTrend: null,
		mix: null,
		placebo: null,
		breakEven: null,
		detectability: null,
		days: dayPoints(sides),
		levels: levelsOf(sides),
		warnings: distinct([...(headline?.warnings ?? []), ...shared]),
		evidence: evidenceOf({ sides, headline, dataHash, ...read })
	};
}
