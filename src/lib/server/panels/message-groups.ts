import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { groupOfType, type TypeGroup } from '$lib/community/vocabulary';
import { statisticsQuery } from './ask';
import { listedFilters } from './messages-question';
import type { View } from './view';

/** How many of the messages belong to each group of types, under all filters but that of the type; `all` has every type. */
export type MessageGroups = Record<TypeGroup, number> & { all: number };

const NOTHING: MessageGroups = { comments: 0, ads: 0, dms: 0, all: 0 };

/**
 * One pooled question for how many messages there are of each type, over the window and the filters of the list. It is
 * the question of the summary where neither a type nor a sentiment is chosen, so that it costs no call of its own then.
 */
export async function askMessageGroups(client: CommunityClient, view: View): Promise<Answer<MessageGroups>> {
	const ids = view.brands.map((brand) => brand.id);
	const filters = { ...listedFilters(view), types: [] };
	const query = ids.length === 0 ? null : statisticsQuery(filters, view.plan.range, ids);
	if (query === null) return { value: NOTHING, asOf: view.now, stale: false };
	const { scale, bucketMinutes } = view.plan;
	const series = { ...query, scale, ...(bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes }) };
	const { value, asOf, stale } = await client.volumeSeries(series);
	const groups = { ...NOTHING };
	for (const bucket of value.buckets) {
		groups.all += bucket.total;
		for (const { type, count } of bucket.types) {
			const group = groupOfType(type);
			if (group !== null) groups[group] += count;
		}
	}
	return { value: groups, asOf, stale };
}
