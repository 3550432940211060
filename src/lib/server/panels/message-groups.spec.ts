import { describe, expect, it, vi } from 'vitest';
import type { CommunityClient } from '$lib/community/client';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { decodeFilters } from '$lib/filters/decode-filters';
import { askMessageGroups } from './message-groups';
import { openView } from './open-view';

const NOW = Date.UTC(2026, 4, 4, 12);
const answer = <T>(value: T) => Promise.resolve({ value, asOf: NOW, stale: false });
const TYPES = [
	{ type: 'TIKTOK_COMMENT', count: 5 },
	{ type: 'FACEBOOK_ADS_COMMENT', count: 3 },
	{ type: 'TWITTER_CONVERSATION', count: 2 },
	{ type: 'MASTODON_POST', count: 4 }
];

async function groupsOf(address: string, host: 'embedded' | 'upstream' = 'embedded') {
	const volumeSeries = vi.fn((_: SeriesQuery) =>
		answer({
			scale: 'DAY',
			bucketMinutes: null,
			buckets: [
				{ start: NOW, types: TYPES, total: 14 },
				{ start: NOW, types: TYPES, total: 14 }
			]
		})
	);
	const brand = { id: 7, slug: 'tea', name: 'Northwind Tea', organization: null };
	const client = {
		self: () => answer({ brands: [brand] }),
		tags: () => answer([]),
		volumeSeries
	} as unknown as CommunityClient;
	const params = new URL(`https://undertone.test/messages${address}`).searchParams;
	const defaults = { timeZone: 'UTC' };
	const decoded = decodeFilters(params, { defaults });
	const { view } = await openView(
		client,
		{ ...decoded, defaults, now: NOW, host, isDemo: false },
		() => 'E1'
	);
	return {
		...(await askMessageGroups(client, view)),
		asked: volumeSeries.mock.calls.map(([query]) => query)
	};
}

describe('the groups of a list of messages', () => {
	it('are counted by type over the whole window; a type without a group counts in all of them alone', async () => {
		const { value } = await groupsOf('');
		expect(value).toEqual({ comments: 10, ads: 6, dms: 4, all: 28 });
	});

	it('keep every filter but the type, so that the chosen group says what the others have', async () => {
		const { asked } = await groupsOf('?type=dms&sentiment=negative&q=late&closed=false');
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatchObject({ is_negative: true, query: 'late', is_closed: false });
		expect(asked[0]!.types).toBeUndefined();
	});

	it('are not filtered by sentiment where the list of the host is not', async () => {
		const { asked } = await groupsOf('?sentiment=negative', 'upstream');
		expect(asked[0]!.is_negative).toBeUndefined();
	});

	it('ask also where the chosen type has nothing on the platform, since the other groups may have', async () => {
		const { asked, value } = await groupsOf('?platform=tiktok&type=ads');
		expect(asked).toHaveLength(1);
		expect(value.all).toBe(28);
	});
});
