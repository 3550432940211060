import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorWire } from '../../src/lib/community/wire-schemas';
import { interactionsQuerySchema } from '../../src/lib/community/interactions-query';
import { tagsQuerySchema } from '../../src/lib/community/tags-query';
import { keywordsQuerySchema, seriesQuerySchema } from '../../src/lib/community/statistics-query';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { embeddedCaller } from '../support/embedded-api';
import { post } from './ask';
import { CONTRACT_ROWS } from './fixture';

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

const STATISTICS = [
	'/sentiment_distribution_stats',
	'/sentiment_time_series',
	'/volume_time_series',
	'/top_keywords'
];

/** An answer, or a refusal in the envelope: anything else has broken. */
async function expectAnswerOrRefusal(response: Response): Promise<number> {
	const body: unknown = await response.json();
	expect([200, 403, 413, 422]).toContain(response.status);
	if (response.status === 200) expect(body).toHaveProperty('data');
	else expect(errorWire.parse(body).code).toBe(response.status);
	return response.status;
}

/** Words that have broken something somewhere: patterns, markup, quotes, halves of pairs, zero bytes, directions. */
const hostile = fc.constantFrom(
	'',
	' ',
	',',
	'%',
	'_',
	'\\',
	"'; DROP TABLE interactions; --",
	'$1',
	'?',
	'\u0000',
	'\ud83d',
	'\udc00',
	'\u202e',
	'<script>alert(1)</script>',
	'{a|x}',
	'__proto__',
	'constructor',
	'#',
	'@',
	'&amp;',
	'👩\u200d',
	'\u0301',
	'NaN',
	'2026-02-30',
	'2026-05-04T24:00:00Z',
	'-271821-04-20',
	'0000-01-01',
	'9999-12-31T23:59:59.999999999Z',
	'2026-05-04T00:00:00+23:59'
);
const number = fc.oneof(
	fc.integer({ min: -2, max: 3 }),
	fc.constantFrom(2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e21, -1, 0.5, 1e-9)
);
const scalar = fc.oneof(hostile, fc.string(), number, fc.boolean(), fc.constant(null));
const value = fc.oneof(
	scalar,
	fc.array(scalar, { maxLength: 4 }),
	fc.dictionary(hostile, scalar, { maxKeys: 2 })
);
/** What a field really takes, so that one strange value meets others that are fine. */
const plausible: Record<string, fc.Arbitrary<unknown>> = {
	brand_ids: fc.constantFrom([1], [1, 2], [2, 2]),
	brand_id: fc.constantFrom(1, 2),
	source_updated_after: fc.constantFrom('0001-01-01', '2026-05-04', '2026-05-04T09:30:00.0005Z'),
	source_updated_before: fc.constantFrom('2026-05-04', '2026-05-11T00:00', '9999-12-31'),
	query: fc.oneof(hostile, fc.string({ unit: 'binary' })),
	types: fc.constantFrom(['FACEBOOK_COMMENT'], ['X_Y']),
	tag_ids: fc.array(fc.integer({ min: 1, max: 2 ** 40 }), { maxLength: 3 }),
	media_ids: fc.array(
		fc.oneof(
			hostile.filter((id) => id !== ''),
			fc.integer({ min: 1 })
		),
		{ minLength: 1, maxLength: 3 }
	),
	assignee_ids: fc.array(fc.integer({ min: 1, max: 2 ** 53 - 1 }), { minLength: 1, maxLength: 3 }),
	scale: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'HOUR'),
	bucket_minutes: fc.constantFrom(15, 30, 60),
	limit: fc.integer({ min: 1, max: 100 }),
	offset: fc.integer({ min: 0, max: 100_000_000 }),
	sort: fc.constantFrom('RELEVANCE', '-SOURCE_UPDATED_AT')
};

/** Questions of plausible fields, of which at most one is strange. */
function questions(fields: string[]): fc.Arbitrary<Record<string, unknown>> {
	const shapes = fields.map((field) => [field, plausible[field] ?? fc.boolean()] as const);
	const required = fields.filter((field) => field.startsWith('brand_id')) as never[];
	const usual = fc.record(Object.fromEntries(shapes), { requiredKeys: required });
	const strange = fc.record({ field: fc.oneof(fc.constantFrom(...fields), hostile), value });
	return fc
		.tuple(usual, fc.option(strange, { freq: 2 }))
		.map(
			([question, one]) =>
				Object.fromEntries([...Object.entries(question), ...(one ? [[one.field, one.value]] : [])]) as Record<
					string,
					unknown
				>
		);
}

function inAddress(given: unknown): string {
	const isList = typeof given !== 'object' || Array.isArray(given);
	return encodeURIComponent((isList ? String(given) : JSON.stringify(given)).toWellFormed());
}

const seriesFields = Object.keys(seriesQuerySchema.shape);
const keywordFields = Object.keys(keywordsQuerySchema.shape);

describe('whatever is asked, the embedded host answers or refuses', () => {
	it.each(STATISTICS)('in the body of %s', async (path) => {
		const fields = path.endsWith('series') ? seriesFields : keywordFields;
		const seen = new Set<number>();
		const property = fc.asyncProperty(questions(fields), async (question) => {
			seen.add(await expectAnswerOrRefusal(await post(ask, path, question)));
		});
		await fc.assert(property, { numRuns: 150 });
		expect(seen.has(422)).toBe(true);
	});

	it.each([
		['/community_interactions', Object.keys(interactionsQuerySchema.shape)],
		['/tags', Object.keys(tagsQuerySchema.shape)]
	])('in the address of %s', async (path, fields) => {
		const seen = new Set<number>();
		const asked = questions(fields);
		const property = fc.asyncProperty(asked, async (question) => {
			const written = Object.entries(question).map(
				([name, given]) => `${inAddress(name)}=${inAddress(given)}`
			);
			seen.add(await expectAnswerOrRefusal(await ask(`${path}?${written.join('&')}`)));
		});
		await fc.assert(property, { numRuns: 200 });
		expect([...seen]).toEqual(expect.arrayContaining([200, 422]));
	});

	it('in any bytes at all', async () => {
		const json = fc.json().map((text) => new TextEncoder().encode(text));
		const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), json);
		const property = fc.asyncProperty(bytes, fc.constantFrom(...STATISTICS), async (body, path) => {
			expect(await expectAnswerOrRefusal(await post(ask, path, body))).toBe(422);
		});
		await fc.assert(property, { numRuns: 500 });
	});

	it('in any address at all', async () => {
		const property = fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
			const address = `/community_interactions?${text.toWellFormed().replaceAll('#', '')}`;
			expect(await expectAnswerOrRefusal(await ask(address))).toBe(422);
		});
		await fc.assert(property, { numRuns: 300 });
	});
});
