import type { LocalDay } from '$lib/filters/filters';
import type { Campaign, CampaignBadge, KeptCampaign, Registration } from './campaign';

type Hypothesis = Pick<KeptCampaign, 'hypothesis' | 'expected'>;
type Plan = Hypothesis & Pick<KeptCampaign, 'metric' | 'start' | 'end' | 'brandIds'>;
type Registered = Plan & { registration: Registration | null };

/** When something is written: the instant, and the local day of the people who write it. */
export type WritingTime = { now: number; today: LocalDay };

/** Whether anything was expected, in words or as a number. */
export function hasHypothesis({ hypothesis, expected }: Hypothesis): boolean {
	return hypothesis !== '' || expected !== null;
}

/**
 * What the badge of a campaign says. The day of the start itself is too late: the first messages may be in by then.
 * @example badgeOf({ ...campaign, start: '2026-11-02', registration: { on: '2026-11-01', … } }) // 'before-start'
 */
export function badgeOf(campaign: Registered): CampaignBadge {
	const { registration, start } = campaign;
	if (registration === null) return 'unwritten';
	if (registration.brokenAt !== null) return 'changed-after-start';
	if (!hasHypothesis(campaign)) return 'unwritten';
	return registration.on < start ? 'before-start' : 'after-start';
}

/** A kept campaign with what can be said about its hypothesis. */
export function withBadge(kept: KeptCampaign): Campaign {
	const badge = badgeOf(kept);
	return { ...kept, badge, writtenBeforeStart: badge === 'before-start' };
}

function isSamePlan(one: Plan, other: Plan): boolean {
	const brands = (plan: Plan) => [...plan.brandIds].sort((first, second) => first - second).join(' ');
	return (
		one.hypothesis === other.hypothesis &&
		one.metric === other.metric &&
		one.expected === other.expected &&
		one.start === other.start &&
		one.end === other.end &&
		brands(one) === brands(other)
	);
}

/**
 * The registration of a plan that is written now. Cases in order:
 * 1. Nothing of it changed: what was registered stands.
 * 2. It was written before its start, and that start has come: the promise is broken, for good.
 * 3. It is broken already: it stays so.
 * 4. It has a hypothesis: written now. Whether that is before the start, `badgeOf` says.
 * 5. It has none: nothing is registered.
 * @param before the campaign as it was, null for a new one
 */
export function registrationAfter(
	before: Registered | null,
	after: Plan,
	{ now, today }: WritingTime
): Registration | null {
	if (before !== null && isSamePlan(before, after)) return before.registration;
	const registered = before?.registration ?? null;
	if (before !== null && registered !== null) {
		if (registered.brokenAt !== null) return registered;
		if (badgeOf(before) === 'before-start' && before.start <= today) return { ...registered, brokenAt: now };
	}
	return hasHypothesis(after) ? { at: now, on: today, brokenAt: null } : null;
}
