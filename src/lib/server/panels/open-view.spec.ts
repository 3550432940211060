import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommunityClient } from '$lib/community/client';
import { CommunityError } from '$lib/errors/community-error';
import { decodeFilters } from '$lib/filters/decode-filters';
import { openView } from './open-view';

const NOW = Date.UTC(2026, 4, 4, 12);
const DEFAULTS = { timeZone: 'UTC' };
const answer = <T>(value: T) => Promise.resolve({ value, asOf: NOW, stale: false });
const BRANDS = [
	{ id: 7, slug: 'tea', name: 'Northwind Tea', organization: null },
	{ id: 9, slug: 'heron', name: 'Blue Heron', organization: null }
];

function open(address: string, tags: CommunityClient['tags']) {
	const client = { self: () => answer({ brands: BRANDS }), tags } as unknown as CommunityClient;
	const { filters, ignored } = decodeFilters(new URL(`https://undertone.test/${address}`).searchParams, {
		defaults: DEFAULTS
	});
	const report = vi.fn(() => 'E1');
	const host = 'embedded' as const;
	const link = { filters, ignored, defaults: DEFAULTS, now: NOW, host, isDemo: false };
	return { report, opened: openView(client, link, report) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the tags of a page', () => {
	it('are those of the brands that the link chooses', async () => {
		const tags = vi.fn(() => answer([{ id: 3, brandId: 9, name: 'urgent', color: null }]));
		const { opened } = open('?brand=9', tags);
		expect((await opened).frame.tags).toEqual([{ id: 3, name: 'urgent', color: null }]);
		expect(tags.mock.calls).toEqual([[[9]]]);
	});

	it('are none, and take nothing else away, when the host fails to list them', async () => {
		const { opened, report } = open('?tag=3', () => Promise.reject(new CommunityError('upstream_failed')));
		const { view, frame } = await opened;
		expect(frame.tags).toEqual([{ id: 3, name: '3', color: null }]);
		expect(frame.brands).toHaveLength(2);
		expect(view.buckets.length).toBeGreaterThan(0);
		expect(report).toHaveBeenCalledOnce();
	});

	it('do not keep the page waiting for a slow host', async () => {
		const { opened } = open('', () => new Promise(() => undefined));
		await vi.advanceTimersByTimeAsync(150);
		expect((await opened).frame.tags).toEqual([]);
	});

	it('are waited for by a page that waits for everything', async () => {
		const late = (): ReturnType<CommunityClient['tags']> =>
			new Promise((resolve) => {
				const value = [{ id: 3, brandId: 7, name: 'urgent', color: null }];
				setTimeout(() => resolve({ value, asOf: NOW, stale: false }), 5_000);
			});
		const { opened } = open('?wait=all', late);
		await vi.advanceTimersByTimeAsync(5_000);
		expect((await opened).frame.tags).toHaveLength(1);
	});
});
