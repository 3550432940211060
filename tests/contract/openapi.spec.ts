import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as wire from '../../src/lib/community/wire-schemas';
import { openApiDocument } from '../../src/lib/server/api/openapi';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { embeddedCaller, HANDLERS } from '../support/embedded-api';
import { answerOf, brandIds, post, refusalOf } from './ask';
import { CONTRACT_ROWS } from './fixture';

type Json = Record<string, unknown>;

let store: Store;
beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: CONTRACT_ROWS });
});
afterAll(() => store.close());

const ask = embeddedCaller(() => ({
	store: () => Promise.resolve(store),
	socket: null,
	now: Date.UTC(2026, 6, 2),
	report: (cause) => {
		throw cause;
	}
}));

/** Every `$ref` anywhere in the document. */
function referencesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner)
	);
}

describe('the OpenAPI document', () => {
	it('is committed as docs/openapi.json; `node scripts/write-openapi.mjs` writes it anew', async () => {
		const path = new URL('../../docs/openapi.json', import.meta.url);
		const committed: unknown = JSON.parse(await readFile(path, 'utf8'));
		expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
	});

	it('is served at /api/openapi.json', async () => {
		const served = await answerOf(await ask('/openapi.json'));
		expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
	});

	it('describes every endpoint but itself, with the method that it takes', () => {
		const { paths } = openApiDocument() as { paths: Record<string, Json> };
		const served = [...HANDLERS.keys()].filter((path) => path !== '/openapi.json');
		expect(Object.keys(paths).sort()).toEqual(served.sort());
		expect(Object.keys(paths['/top_keywords']!)).toEqual(['post']);
		expect(Object.keys(paths['/self']!)).toEqual(['get']);
	});

	it('refers only to what it holds', () => {
		const document = openApiDocument() as { components: Record<string, Json> };
		const references = referencesIn(document);
		expect(references.length).toBeGreaterThan(30);
		const held = Object.entries(document.components).flatMap(([kind, parts]) =>
			Object.keys(parts).map((name) => `#/components/${kind}/${name}`)
		);
		expect(references.filter((reference) => !held.includes(reference))).toEqual([]);
	});

	it('describes what is really answered: each answer fits its strict schema', async () => {
		const { tea } = await brandIds(ask);
		const asked: [z.ZodType, Response][] = [
			[wire.selfWire, await ask('/self')],
			[wire.interactionListWire, await ask(`/community_interactions?brand_id=${tea}&limit=4&offset=2`)],
			[wire.tagListWire, await ask(`/tags?brand_ids=${tea}`)],
			[wire.mediaListWire, await ask(`/media?brand_id=${tea}`)],
			[wire.distributionWire, await post(ask, '/sentiment_distribution_stats', { brand_ids: [tea] })],
			[wire.sentimentSeriesWire, await post(ask, '/sentiment_time_series', { brand_ids: [tea] })],
			[wire.volumeSeriesWire, await post(ask, '/volume_time_series', { brand_ids: [tea] })],
			[wire.keywordListWire, await post(ask, '/top_keywords', { brand_ids: [tea] })]
		];
		for (const [schema, response] of asked) {
			const answer = await answerOf(response);
			expect(schema.parse(answer)).toEqual(answer);
		}
	});

	it('describes what is really refused', async () => {
		const refusals = [
			await refusalOf(await ask('/nowhere'), 404),
			await refusalOf(await ask('/media'), 422),
			await refusalOf(await post(ask, '/top_keywords', { x: 1 }), 422)
		];
		for (const refusal of refusals) expect(wire.errorWire.parse(refusal)).toEqual(refusal);
	});
});
