import { COMMENT_ENDPOINTS, commentsQuerySchema } from '$lib/community/comments-query';
import { messagesQuerySchema } from '$lib/community/conversation-query';
import { interactionsQuerySchema } from '$lib/community/interactions-query';
import { mediaQuerySchema } from '$lib/community/media-query';
import { tagsQuerySchema } from '$lib/community/tags-query';
import { PLATFORMS, type Platform } from '$lib/community/vocabulary';
import {
	changing,
	HEADERS,
	list,
	making,
	parameters,
	REFUSALS,
	replying,
	responses,
	statistic,
	withId
} from './openapi-parts';
import { componentSchemas, type Json } from './openapi-shapes';

const CONVERSATION_ID = 'The `conversation_id` of a direct message, percent-encoded.';

const BRAND = parameters(messagesQuerySchema.pick({ brand_id: true }));

function comments(platform: Platform): [string, Json] {
	const endpoint = COMMENT_ENDPOINTS[platform];
	const summary = 'The comments under a post, or one thread of them [the list D; `comment_id` E].';
	const reply = {
		operationId: `${endpoint}_reply`,
		summary: 'Reply to a comment [the path and parent_comment_id D, the rest of the body I].',
		body: 'CommentBody',
		answer: 'OneComment'
	} as const;
	return [
		`/${endpoint}`,
		{ ...list(endpoint, summary, commentsQuerySchema, 'CommentList'), ...replying(reply) }
	];
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
	'/community_interactions/{id}': withId('id', 'The `id` of a row of `community_interactions`.', {
		...changing({
			operationId: 'changeInteraction',
			summary: 'Close an interaction or open it again, put tags on it and take tags off [E].',
			body: 'InteractionChange',
			answer: 'OneInteraction'
		})
	}),
	'/tags': {
		...list('tags', 'The tags of some brands, by name [E].', tagsQuerySchema, 'TagList'),
		...making({ operationId: 'createTag', summary: 'Make a tag [D].', body: 'TagBody', answer: 'NewTag' })
	},
	'/interaction/{conversation_id}/messages': withId('conversation_id', CONVERSATION_ID, {
		...list('messages', 'The messages of a conversation [D].', messagesQuerySchema, 'MessageList')
	}),
	'/conversations/{conversation_id}': withId('conversation_id', CONVERSATION_ID, {
		...list(
			'conversation',
			'A conversation: its facts and its messages [the path D, the answer E].',
			messagesQuerySchema,
			'Conversation'
		),
		...changing(
			{
				operationId: 'changeConversation',
				summary: 'Close a conversation with all its messages, or open it again [E].',
				body: 'ConversationChange',
				answer: 'OneConversation'
			},
			...BRAND
		)
	}),
	'/conversations/{conversation_id}/messages': withId('conversation_id', CONVERSATION_ID, {
		...replying(
			{
				operationId: 'replyToConversation',
				summary: 'Reply to a direct message [the path D, the rest I].',
				body: 'MessageBody',
				answer: 'OneMessage'
			},
			...BRAND
		)
	}),
	...Object.fromEntries(PLATFORMS.map(comments)),
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
