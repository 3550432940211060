import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommunityClient } from '$lib/community/client';
import { CommunityError } from '$lib/errors/community-error';
import { Secret } from '../secret';
import { readSettings } from '../settings';
import { applyBatch } from '../store/apply-batch';
import { interaction, tenInteractions } from '../store/fixture';
import { selectBrands } from '../store/queries/self';
import { openStore } from '../store/store';
import { embeddedBrands, upstreamBrands } from './brand-facts';
import { folderSize, hostFacts, publicAddress } from './host-facts';

const NOW = Date.UTC(2026, 5, 4);

describe('the facts about the host', () => {
	it('hold an address without name, password and query', () => {
		expect(publicAddress('https://me:secret@api.example:8443/v1/?key=1#a')).toBe(
			'https://api.example:8443/v1'
		);
	});

	it('of a live host hold no token', async () => {
		const settings = readSettings({ COMMUNITY_API_TOKEN: 'very-secret' });
		const facts = await hostFacts(settings, { dataVersion: 0, budget: null });
		expect(facts).toEqual({
			...{ kind: 'upstream', address: 'https://community.dashsocial.com', hasToken: true, budget: null }
		});
		expect(JSON.stringify(facts)).not.toContain('very-secret');
		expect(settings.upstream?.token).toBeInstanceOf(Secret);
	});

	it('count every file of the data folder and below', async () => {
		const directory = await mkdtemp(join(tmpdir(), 'undertone-facts-'));
		await mkdir(join(directory, 'a/b'), { recursive: true });
		await writeFile(join(directory, 'x'), 'four');
		await writeFile(join(directory, 'a/b/y'), 'five!');
		expect(await folderSize(directory)).toBe(9);
		await rm(directory, { recursive: true });
		expect(await folderSize(directory)).toBe(0);
	});
});

describe('the facts about the brands', () => {
	it('of the store are counted over all time, without what the brand wrote itself', async () => {
		const store = await openStore({ directory: ':memory:' });
		await applyBatch(store, { interactions: tenInteractions() });
		await applyBatch(store, {
			interactions: [interaction('1', { sentiment: null, updatedAt: Date.UTC(2026, 4, 4) })]
		});
		const client = {
			self: async () => ({ value: await selectBrands(store), asOf: NOW, stale: false })
		} as CommunityClient;
		const { value } = await embeddedBrands(client, store, NOW);
		expect(value).toMatchObject({ days: null, volume: 9, newest: Date.UTC(2026, 5, 3, 8, 15) });
		expect(value.brands.map(({ name, slot, volume, rated }) => [name, slot, volume, rated])).toEqual([
			['Aster & Vale', 1, 5, 3],
			['Birch Cycles', 2, 4, 4]
		]);
		await store.close();
	});

	it('of a live host leave out what one of its questions could not tell', async () => {
		const answer = <T>(value: T) => Promise.resolve({ value, asOf: NOW - 5, stale: false });
		const brand = { id: 7, slug: 'a', name: 'A', organization: null };
		const client = {
			self: () => answer({ brands: [brand] }),
			interactions: () => answer({ rows: [{ sourceUpdatedAt: 42 }], total: null, hasNext: true }),
			volumeSeries: () => answer({ buckets: [{ total: 3 }, { total: 4 }] }),
			sentimentDistribution: () => Promise.reject(new CommunityError('upstream_timeout'))
		} as unknown as CommunityClient;
		const { value, asOf } = await upstreamBrands(client, NOW);
		expect(value.brands).toEqual([
			{ id: 7, name: 'A', organization: null, slot: 1, newest: 42, oldest: null, volume: 7, rated: null }
		]);
		expect({ days: value.days, newest: value.newest, asOf }).toEqual({ days: 28, newest: 42, asOf: NOW - 5 });
	});
});
