import { z } from 'zod';
import { interactionsQuerySchema } from '$lib/community/interactions-query';
import {
	keywordsQuerySchema,
	seriesQuerySchema,
	statisticsQuerySchema
} from '$lib/community/statistics-query';
import { tagsQuerySchema } from '$lib/community/tags-query';
import * as wire from '$lib/community/wire-schemas';
import { mediaQuerySchema } from './address-query';

/** Every shape that has a name in the document. */
const SHAPES = {
	StatisticsQuery: statisticsQuerySchema,
	SeriesQuery: seriesQuerySchema,
	KeywordsQuery: keywordsQuerySchema,
	SentimentCounts: wire.sentimentCountsWire,
	Platforms: wire.platformsWire,
	SentimentDistribution: wire.distributionWire,
	SentimentSeries: wire.sentimentSeriesWire,
	VolumeSeries: wire.volumeSeriesWire,
	Keyword: wire.keywordWire,
	KeywordList: wire.keywordListWire,
	Brand: wire.brandWire,
	Self: wire.selfWire,
	Paging: wire.pagingWire,
	Tag: wire.tagWire,
	Interaction: wire.interactionWire,
	InteractionList: wire.interactionListWire,
	BrandTag: wire.brandTagWire,
	TagList: wire.tagListWire,
	Media: wire.mediaWire,
	MediaList: wire.mediaListWire,
	Error: wire.errorWire
} as const;
type ShapeName = keyof typeof SHAPES;
type Json = Record<string, unknown>;

const uri = (id: string) => `#/components/schemas/${id}`;
const reference = (name: ShapeName) => ({ $ref: uri(name) });
const json = (name: ShapeName) => ({ 'application/json': { schema: reference(name) } });
const integer = (description: string) => ({ description, schema: { type: 'integer' } });

/** The documents inside carry an `$id` and a `$schema` of their own, which the outer one makes superfluous. */
function withoutIdentity(schema: Json): Json {
	return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema'));
}

function componentSchemas(): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(SHAPES)) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { uri, io: 'input' });
	return Object.fromEntries(
		Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema as Json)])
	);
}

const HEADERS = {
	'x-ratelimit-limit': integer('Calls a minute, over all endpoints together.'),
	'x-ratelimit-remaining': integer('Calls left in this window.'),
	'x-ratelimit-reset': integer('When the window ends, in UNIX seconds.'),
	'retry-after': integer('How many seconds to wait.'),
	'x-undertone-as-of': {
		description: 'When the host counted.',
		schema: { type: 'string', format: 'date-time' }
	}
};
type HeaderName = keyof typeof HEADERS;

const LIMITS: HeaderName[] = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

function headers(...names: HeaderName[]): Json {
	const all = [...LIMITS, ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]);
	return Object.fromEntries(all) as Json;
}

function refusal(description: string, ...names: HeaderName[]): Json {
	return { description, headers: headers(...names), content: json('Error') };
}

const REFUSALS = {
	'401': refusal('No token, or a wrong one.'),
	'403': refusal('A brand that the token cannot see: the whole request is refused.'),
	'405': refusal('Another method than the documented one.'),
	'413': refusal('A body above 512 KiB.'),
	'422': refusal('A question that cannot be understood; `errors` names each field and the fix.'),
	'429': refusal('The budget is used up.', 'retry-after'),
	'500': refusal('The answer could not be computed.'),
	'503': refusal('The store is away.', 'retry-after')
};

function responses(description: string, answer: ShapeName): Json {
	const refused = Object.keys(REFUSALS).map((status) => [
		status,
		{ $ref: `#/components/responses/${status}` }
	]);
	const answered = { description, headers: headers('x-undertone-as-of'), content: json(answer) };
	return { '200': answered, ...Object.fromEntries(refused) };
}

function statistic(operationId: string, summary: string, question: ShapeName, answer: ShapeName): Json {
	const requestBody = { required: true, content: json(question) };
	return { post: { operationId, summary, requestBody, responses: responses(summary, answer) } };
}

/** Lists in an address are written with commas; the schema says so by `style` and `explode`. */
function parameters(schema: z.ZodObject): Json[] {
	const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
	return Object.entries(properties).map(([name, property]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		...((property as Json).type === 'array' && { style: 'form', explode: false }),
		schema: property
	}));
}

function list(operationId: string, summary: string, question: z.ZodObject, answer: ShapeName): Json {
	return {
		get: { operationId, summary, parameters: parameters(question), responses: responses(summary, answer) }
	};
}

const PATHS = {
	'/sentiment_distribution_stats': statistic(
		'sentimentDistributionStats',
		'Labelled interactions by platform.',
		'StatisticsQuery',
		'SentimentDistribution'
	),
	'/sentiment_time_series': statistic(
		'sentimentTimeSeries',
		'Labelled interactions by bucket and platform.',
		'SeriesQuery',
		'SentimentSeries'
	),
	'/volume_time_series': statistic(
		'volumeTimeSeries',
		'All interactions by bucket and type.',
		'SeriesQuery',
		'VolumeSeries'
	),
	'/top_keywords': statistic(
		'topKeywords',
		'Keywords by number of interactions, most first.',
		'KeywordsQuery',
		'KeywordList'
	),
	'/community_interactions': list(
		'communityInteractions',
		'One row per message or comment.',
		interactionsQuerySchema,
		'InteractionList'
	),
	'/tags': list('tags', 'The tags of some brands, by name.', tagsQuerySchema, 'TagList'),
	'/media': list('media', 'The posts that comments belong to.', mediaQuerySchema, 'MediaList'),
	'/self': {
		get: {
			operationId: 'self',
			summary: 'The brands that the token can see.',
			responses: responses('The brands by slug.', 'Self')
		}
	}
};

/** The OpenAPI 3.1 document of the embedded host, made from the schemas that check and type its answers. */
export function openApiDocument(): Json {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Undertone: embedded Community API',
			version: '1',
			description:
				'The Community API as the embedded host of Undertone serves it. docs/api.md says what is documented by Dash Social, what is inferred, and what is decided here.'
		},
		servers: [{ url: '/api' }],
		security: [{}, { token: [] }],
		paths: PATHS,
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			headers: HEADERS,
			responses: REFUSALS,
			schemas: componentSchemas()
		}
	};
}
