import { netInterval } from '$lib/analytics/score-interval';
import { netSentiment, ratedTotal } from '$lib/analytics/score';
import { completeDays, totalOf, type PooledDay, type Sides } from './pooled-days';
import type { ImpactPlan } from './impact-plan';
import type { ImpactReport, ImpactWindow, Net } from './report';

const KINDS = ['before', 'during', 'after'] as const;

/** The windows of the brands under test, each with its score over the complete days; `after` only once it has days. */
export function windowsOf({ spans }: ImpactPlan, targets: readonly PooledDay[]): ImpactWindow[] {
	return KINDS.flatMap((kind) => {
		const span = spans[kind];
		if (span === null) return [];
		const days = completeDays(targets, kind);
		const counts = totalOf(days);
		const interval = netInterval(counts, days);
		return [
			{
				kind,
				span,
				days: days.length,
				counts,
				n: ratedTotal(counts),
				net: netSentiment(counts),
				low: interval?.low ?? null,
				high: interval?.high ?? null
			}
		];
	});
}

/** What was expected of a side without the campaign, given what others read at the same time; null for no others. */
export type Expectation = (controlsNet: Net | null) => Net | null;

/**
 * What the brands under test would read without the campaign: as far from their own baseline as the comparison brands
 * are from theirs. Without comparison brands it is the baseline itself.
 */
export function expectationOf({ targets, controls }: Sides): Expectation {
	const own = netSentiment(totalOf(completeDays(targets, 'before')));
	if (controls === null) return () => own;
	const others = netSentiment(totalOf(completeDays(controls, 'before')));
	return (net) => (own === null || others === null || net === null ? null : own + net - others);
}

/** The means as they are drawn: what was measured, and during and after the campaign what was expected. */
export function levelsOf(sides: Sides): ImpactReport['levels'] {
	const expected = expectationOf(sides);
	return KINDS.flatMap((kind) => {
		const measured = netSentiment(totalOf(completeDays(sides.targets, kind)));
		if (measured === null) return [];
		const others = sides.controls && netSentiment(totalOf(completeDays(sides.controls, kind)));
		return [{ kind, measured, expected: kind === 'before' ? null : expected(others) }];
	});
}
