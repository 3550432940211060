import type { Campaign } from '$lib/campaigns/campaign';
import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { IgnoredValue } from '$lib/filters/filters';
import type { BrandInView, View } from '$lib/server/panels/view';
import { readClaim } from './claim';
import { askImpact } from './impact-answers';
import { planImpact, type ImpactPlan, type ImpactProblem } from './impact-plan';
import { impactReport } from './impact-report';
import type { ImpactReport } from './report';

type Options = {
	/** Every campaign and annotation that is known, for news in the same days. */
	campaigns: readonly Campaign[];
	/** Every brand that can be seen. */
	brands: readonly BrandInView[];
	report: Report;
};

/**
 * What the impact page holds: the plan of its questions, and the report when it has come (the promise never rejects);
 * or why there is nothing to ask. `each` resolves as brand after brand has answered. `ignored` lists values of the
 * link that could not be used.
 */
export type StartedImpact = { ignored: IgnoredValue[] } & (
	| { ok: true; plan: ImpactPlan; report: Promise<Panel<ImpactReport>>; each: Promise<null>[] }
	| { ok: false; problem: ImpactProblem }
);

function unreadableClaim(evidence: string | null): IgnoredValue[] {
	if (evidence === null || readClaim(evidence) !== null) return [];
	return [{ key: 'evidence', value: evidence, reason: 'is no claim that can be read here' }];
}

/**
 * Ask everything that the impact page shows.
 * @param campaign the one that the link names, or null: then the link's own days are the window, where it names any
 */
export function startImpact(
	client: CommunityClient,
	view: View,
	campaign: Campaign | null,
	{ campaigns, brands, report }: Options
): StartedImpact {
	const { filters, now } = view;
	const planned = planImpact({ filters, campaign, campaigns, brands, now });
	const ignored = [...planned.ignored, ...unreadableClaim(filters.evidence)];
	if (!planned.ok) return { ok: false, problem: planned.problem, ignored };
	const { plan } = planned;
	const { answers, each } = askImpact(client, view, plan);
	const asked = answers.then(({ value, asOf, stale }) => ({
		value: impactReport(plan, value, { asOf, timeZone: filters.timeZone, claim: filters.evidence }),
		asOf,
		stale
	}));
	return { ok: true, plan, report: settle(asked, report), each, ignored };
}
