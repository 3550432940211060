import { setImmediate as turn } from 'node:timers/promises';
import type { Campaign } from '$lib/campaigns/campaign';
import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { IgnoredValue } from '$lib/filters/filters';
import type { BrandInView, View } from '$lib/server/panels/view';
import { readClaim } from './claim';
import { impactTable, type TableRow } from './data-table';
import { askImpact } from './impact-answers';
import { planImpact, type ImpactPlan, type ImpactProblem } from './impact-plan';
import { impactReport } from './impact-report';
import type { ImpactReport } from './report';

type Known = {
	/** Every campaign and annotation that is known, for news in the same days. */
	campaigns: readonly Campaign[];
	/** Every brand that can be seen. */
	brands: readonly BrandInView[];
};

/** The report, and on demand the table that it can be computed from again. */
export type Computed = { report: ImpactReport; table: () => TableRow[]; missing: BrandInView[] };

type Begun = {
	plan: ImpactPlan;
	each: Promise<null>[];
	/** Resolves when the host has answered or failed, before anything is computed: now it can be asked for more. */
	answered: Promise<null>;
};
type Refused = { ok: false; problem: ImpactProblem };

/** The same for those who want the table, too; `computed` rejects with a CommunityError. */
export type BegunImpact = { ignored: IgnoredValue[] } & (
	({ ok: true; computed: Promise<Answer<Computed>> } & Begun) | Refused
);

/**
 * What the impact page holds: the plan of its questions, and the report when it has come (the promise never rejects);
 * or why there is nothing to ask. `each` resolves as brand after brand has answered. `ignored` lists values of the
 * link that could not be used.
 */
export type StartedImpact = { ignored: IgnoredValue[] } & (
	({ ok: true; report: Promise<Panel<ImpactReport>> } & Begun) | Refused
);

function unreadableClaim(evidence: string | null): IgnoredValue[] {
	if (evidence === null || readClaim(evidence) !== null) return [];
	return [{ key: 'evidence', value: evidence, reason: 'this is no number that was shared from here' }];
}

/** Plan and ask; see `startImpact`. */
export function beginImpact(
	client: CommunityClient,
	view: View,
	campaign: Campaign | null,
	{ campaigns, brands }: Known
): BegunImpact {
	const { filters, now } = view;
	const planned = planImpact({ filters, campaign, campaigns, brands, now });
	const ignored = [...planned.ignored, ...unreadableClaim(filters.evidence)];
	if (!planned.ok) return { ok: false, problem: planned.problem, ignored };
	const { plan } = planned;
	const { answers, each } = askImpact(client, view, plan);
	const computed = answers.then(async ({ value, asOf, stale }) => {
		// Whoever waited for the answers asks for more first, and the host works while the report is computed.
		await turn();
		const read = { asOf, timeZone: filters.timeZone, claim: filters.evidence };
		const report = impactReport(plan, value, read);
		return {
			value: { report, table: () => impactTable(plan, value, asOf), missing: value.missing },
			asOf,
			stale
		};
	});
	const answered = answers.then(
		() => null,
		() => null
	);
	return { ok: true, plan, computed, each, answered, ignored };
}

/**
 * Ask everything that the impact page shows.
 * @param campaign the one that the link names, or null: then the link's own days are the window, where it names any
 */
export function startImpact(
	client: CommunityClient,
	view: View,
	campaign: Campaign | null,
	{ report, ...known }: Known & { report: Report }
): StartedImpact {
	const begun = beginImpact(client, view, campaign, known);
	if (!begun.ok) return begun;
	const { computed, ...rest } = begun;
	const asked = computed.then(({ value, ...age }) => ({ value: value.report, ...age }));
	return { ...rest, report: settle(asked, report) };
}
