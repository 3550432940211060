import { z } from 'zod';
import { commentBodySchema } from '$lib/community/comments-query';
import { conversationChangeSchema, messageBodySchema } from '$lib/community/conversation-query';
import { interactionChangeSchema } from '$lib/community/interaction-change';
import {
	keywordsQuerySchema,
	seriesQuerySchema,
	statisticsQuerySchema
} from '$lib/community/statistics-query';
import { tagBodySchema } from '$lib/community/tags-query';
import * as wire from '$lib/community/wire-schemas';

/** Every shape that has a name in the document. */
export const SHAPES = {
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
	TagBody: tagBodySchema,
	NewTag: wire.newTagWire,
	MessageBody: messageBodySchema,
	CommentBody: commentBodySchema,
	InteractionChange: interactionChangeSchema,
	ConversationChange: conversationChangeSchema,
	OneInteraction: wire.oneInteractionWire,
	OneMessage: wire.oneMessageWire,
	OneComment: wire.oneCommentWire,
	OneConversation: wire.oneConversationWire,
	Message: wire.messageWire,
	MessageList: wire.messageListWire,
	ThreadMessage: wire.threadMessageWire,
	Conversation: wire.conversationWire,
	Comment: wire.commentWire,
	CommentList: wire.commentListWire,
	Media: wire.mediaWire,
	MediaList: wire.mediaListWire,
	Error: wire.errorWire
} as const;
export type ShapeName = keyof typeof SHAPES;
export type Json = Record<string, unknown>;

const uri = (id: string) => `#/components/schemas/${id}`;
export const reference = (name: ShapeName) => ({ $ref: uri(name) });
export const json = (name: ShapeName) => ({ 'application/json': { schema: reference(name) } });

/** The documents inside carry an `$id` and a `$schema` of their own, which the outer one makes superfluous. */
function withoutIdentity(schema: Json): Json {
	return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema'));
}

/** The schemas of all shapes, each under its name. */
export function componentSchemas(): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(SHAPES)) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { uri, io: 'input' });
	return Object.fromEntries(
		Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema as Json)])
	);
}
