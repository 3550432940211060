import { breakEvenShare } from '$lib/analytics/break-even';
import { expectedAnswer, type ExpectedAnswer } from '$lib/analytics/expected-change';
import type { ImpactEstimate as Estimate } from '$lib/analytics/impact-estimate';
import { pool, ratedTotal } from '$lib/analytics/score';
import { verdictOf } from '$lib/analytics/verdict';
import type { BrandInView } from '$lib/server/panels/view';
import { clearBefore } from './clear-before';
import { hashTable } from './data-table';
import { dayPoints } from './day-points';
import { countsOtherwise } from './denominator';
import type { BrandDays, ImpactAnswers } from './impact-answers';
import { estimate, type Estimates } from './impact-estimates';
import { evidenceOf } from './impact-evidence';
import type { ImpactPlan } from './impact-plan';
import { HISTORY_DAYS, windowOf, type DayWindow } from './impact-spans';
import { levelsOf, windowsOf } from './impact-windows';
import { mixSplitOf, mixWarnings } from './mix-split';
import { placeboOf } from './placebo-windows';
import { completeDays, poolDays, type Sides } from './pooled-days';
import type { ImpactEstimate, ImpactReport, MixSplit, Warning } from './report';
import { detectabilityOf } from './what-can-be-seen';

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

/** Brands that answered and had nothing rated: they are in the comparison, and add nothing to it. */
function withoutData({ spans, days }: ImpactPlan, { targets, controls }: ImpactAnswers): BrandInView[] {
	const counts = days.map(({ from }) => COMPARED.includes(windowOf(spans, from)));
	const isSilent = (brand: BrandDays) =>
		brand.days.every((platforms, index) => !counts[index] || ratedTotal(pool(platforms)) === 0);
	return [...targets, ...controls].filter(isSilent).map(({ brand }) => brand);
}

const COMPARED: readonly (DayWindow | null)[] = ['before', 'during'];

/** What has to be known whatever the numbers say. */
function circumstances(plan: ImpactPlan, { missing }: ImpactAnswers): Warning[] {
	return [
		...(plan.state === 'running' ? ['running' as const] : []),
		...plan.news,
		...(plan.plan.approximate ? ['approximate-days' as const] : []),
		...(missing.length > 0 ? ['missing-brands' as const] : [])
	];
}

const NOTHING_YET: Estimates = { found: [], preTrend: null };

const distinct = (warnings: readonly Warning[]) => [...new Set(warnings)];

/** Everything that has to be known beside every estimate, the gravest first. */
function sharedWarnings(
	plan: ImpactPlan,
	answers: ImpactAnswers,
	{ sides, found, mix }: { sides: Sides; found: readonly Estimate[]; mix: MixSplit | null }
): Warning[] {
	const plain = found.find(({ method }) => method === 'before-after') ?? null;
	const isOtherwise = answers.volume !== null && countsOtherwise(plan, sides.targets, answers.volume);
	return [
		...mixWarnings(mix, plain),
		...(isOtherwise ? ['denominator' as const] : []),
		...circumstances(plan, answers)
	];
}

/** Too little data proves nothing, however wrong its labels are. */
function breakEvenOf(headline: ImpactEstimate | null): number | null {
	return headline === null || headline.verdict === 'too-little' ? null : breakEvenShare(headline);
}

/** An expectation is about the score of the card only where it names no other one. */
function answerOf(
	{ expected, metric }: ImpactPlan['campaign'],
	headline: ImpactEstimate | null
): ExpectedAnswer | null {
	if (expected === null || metric !== 'net') return null;
	if (headline === null || headline.verdict === 'too-little') return null;
	return expectedAnswer(expected / 100, headline);
}

/** What earlier windows are slid over; for a campaign that is longer than all that is asked for, the most of it. */
function historyDays({ targets }: Sides): number {
	const isLonger = completeDays(targets, 'during').length > HISTORY_DAYS;
	return isLonger ? HISTORY_DAYS : completeDays(targets, 'history').length;
}

/** Everything that is known of a campaign, from what the host told. Pure. */
export function impactReport(plan: ImpactPlan, answers: ImpactAnswers, read: Read): ImpactReport {
	const sides = sidesOf(plan, answers, read.asOf);
	const hasStarted = plan.state !== 'planned';
	const { found, preTrend } = hasStarted ? estimate(sides, plan.plannedDays) : NOTHING_YET;
	const mix = hasStarted ? mixSplitOf(sides.targets) : null;
	const shared = sharedWarnings(plan, answers, { sides, found, mix });
	const estimates = found.map((one) => shown(one, shared));
	const headline = headlineOf(estimates);
	return {
		campaign: plan.campaign,
		brands: plan.brands,
		controls: plan.controls,
		leftOut: plan.leftOut,
		otherNews: plan.otherNews,
		clearBefore: clearBefore(plan, sides.targets),
		controlsWithNews: plan.controlsWithNews,
		withoutData: withoutData(plan, answers),
		state: plan.state,
		progress: { complete: completeDays(sides.targets, 'during').length, planned: plan.plannedDays },
		windows: windowsOf(plan, sides.targets),
		estimates,
		headline,
		expectedAnswer: answerOf(plan.campaign, headline),
		preTrend,
		mix,
		placebo: hasStarted ? placeboOf(sides) : null,
		breakEven: breakEvenOf(headline),
		detectability: detectabilityOf(plan, sides),
		historyDays: historyDays(sides),
		days: dayPoints(sides),
		levels: levelsOf(sides),
		warnings: distinct([...(headline?.warnings ?? []), ...shared]),
		evidence: evidenceOf({ sides, headline, dataHash: hashTable(plan, answers, read.asOf), ...read })
	};
}
