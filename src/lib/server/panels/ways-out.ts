import { pool, ratedTotal } from '$lib/analytics/score';
import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { removalsOf, type Removal, type RemovalKind } from '$lib/filters/removals';
import { statisticsQuery } from './ask';
import { makeView } from './make-view';
import type { BrandInView, View } from './view';

/** The rated messages that there are without one of the filters; null where the host did not say. */
export type WayOut = { kind: RemovalKind; rated: number | null };

/**
 * The ways out of a view that nothing matches: how many messages each of its filters alone keeps away. One pooled
 * question for each filter, and none where something matches.
 * @param brands every brand that can be seen, for what there is without a choice of them
 * @param isNothing whether nothing matches the view
 * @returns null where something matches
 */
export async function askWaysOut(
	client: CommunityClient,
	view: View,
	brands: readonly BrandInView[],
	isNothing: Promise<boolean>
): Promise<Answer<WayOut[] | null>> {
	const age = { asOf: view.now, stale: false };
	if (!(await isNothing)) return { value: null, ...age };
	const ways = removalsOf(view.filters).map(async (removal): Promise<WayOut> => {
		const rated = await ratedWithout(client, view, brands, removal).catch(() => null);
		return { kind: removal.kind, rated };
	});
	return { value: await Promise.all(ways), ...age };
}

async function ratedWithout(
	client: CommunityClient,
	{ filters: asked, sentimentEverywhere, now, locale }: View,
	brands: readonly BrandInView[],
	{ without }: Removal
): Promise<number> {
	const filters: View['filters'] = { ...asked, ...without, comparison: { kind: 'none' } };
	const chosen = brands.filter(({ id }) => filters.brands.length === 0 || filters.brands.includes(id));
	const setting = { filters, brands: chosen, sentimentEverywhere, now, locale, asOf: now };
	const { view } = makeView(setting);
	const ids = chosen.map(({ id }) => id);
	const query = ids.length === 0 ? null : statisticsQuery(filters, view.plan.range, ids);
	if (query === null) return 0;
	return ratedTotal(pool((await client.sentimentDistribution(query)).value.platforms));
}
