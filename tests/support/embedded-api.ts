import type { ApiCall } from '../../src/lib/server/api/answer-call';
import { commentsHandler } from '../../src/lib/server/api/handle-comments';
import {
	handleConversation,
	handleMessageReply,
	handleMessages
} from '../../src/lib/server/api/handle-conversations';
import { handleInteraction } from '../../src/lib/server/api/handle-interaction';
import { handleInteractions, handleMedia, handleSelf } from '../../src/lib/server/api/handle-lists';
import { handleOpenApi, handleUnknown } from '../../src/lib/server/api/handle-others';
import {
	handleSentimentDistribution,
	handleSentimentSeries,
	handleTopKeywords,
	handleVolumeSeries
} from '../../src/lib/server/api/handle-statistics';
import { handleTags } from '../../src/lib/server/api/handle-tags';
import type { Caller } from '../contract/ask';

type Handler = (request: Request, call: ApiCall) => Promise<Response>;

/** The endpoints by their path below `/api`, as the routes have them; `{name}` is one segment with an id. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map([
	['/sentiment_distribution_stats', handleSentimentDistribution],
	['/sentiment_time_series', handleSentimentSeries],
	['/volume_time_series', handleVolumeSeries],
	['/top_keywords', handleTopKeywords],
	['/self', handleSelf],
	['/community_interactions', handleInteractions],
	['/tags', handleTags],
	['/media', handleMedia],
	['/interaction/{conversation_id}/messages', handleMessages],
	['/conversations/{conversation_id}', handleConversation],
	['/conversations/{conversation_id}/messages', handleMessageReply],
	['/community_interactions/{id}', handleInteraction],
	['/facebook_comments', commentsHandler('facebook')],
	['/instagram_comments', commentsHandler('instagram')],
	['/tiktok_comments', commentsHandler('tiktok')],
	['/tweets', commentsHandler('twitter')],
	['/youtube_comments', commentsHandler('youtube')],
	['/openapi.json', handleOpenApi]
]);

/** The endpoint that an address belongs to, if there is one. */
export function endpointOf(url: string): string | undefined {
	const segments = new URL(url).pathname.replace(/^\/api/, '').split('/');
	return [...HANDLERS.keys()].find((endpoint) => {
		const wanted = endpoint.split('/');
		const fits = (part: string, index: number) =>
			part === segments[index] || (part.startsWith('{') && !!segments[index]);
		return wanted.length === segments.length && wanted.every(fits);
	});
}

/** Answer a request to `/api/…` as the routes do, without SvelteKit around it. */
export function answerRequest(request: Request, call: ApiCall): Promise<Response> {
	return (HANDLERS.get(endpointOf(request.url) ?? '') ?? handleUnknown)(request, call);
}

/** A caller of the embedded handlers at an origin of its own. */
export function embeddedCaller(callOf: () => ApiCall, origin = 'https://undertone.test'): Caller {
	return (path, init) => answerRequest(new Request(`${origin}/api${path}`, init), callOf());
}
