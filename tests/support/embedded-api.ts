import type { ApiCall } from '../../src/lib/server/api/answer-call';
import {
	handleInteractions,
	handleMedia,
	handleSelf,
	handleTags
} from '../../src/lib/server/api/handle-lists';
import { handleOpenApi, handleUnknown } from '../../src/lib/server/api/handle-others';
import {
	handleSentimentDistribution,
	handleSentimentSeries,
	handleTopKeywords,
	handleVolumeSeries
} from '../../src/lib/server/api/handle-statistics';
import type { Caller } from '../contract/ask';

type Handler = (request: Request, call: ApiCall) => Promise<Response>;

/** The endpoints by their path below `/api`, as the routes have them. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map([
	['/sentiment_distribution_stats', handleSentimentDistribution],
	['/sentiment_time_series', handleSentimentSeries],
	['/volume_time_series', handleVolumeSeries],
	['/top_keywords', handleTopKeywords],
	['/self', handleSelf],
	['/community_interactions', handleInteractions],
	['/tags', handleTags],
	['/media', handleMedia],
	['/openapi.json', handleOpenApi]
]);

/** Answer a request to `/api/…` as the routes do, without SvelteKit around it. */
export function answerRequest(request: Request, call: ApiCall): Promise<Response> {
	const path = new URL(request.url).pathname.replace(/^\/api/, '');
	return (HANDLERS.get(path) ?? handleUnknown)(request, call);
}

/** A caller of the embedded handlers at an origin of its own. */
export function embeddedCaller(callOf: () => ApiCall, origin = 'https://undertone.test'): Caller {
	return (path, init) => answerRequest(new Request(`${origin}/api${path}`, init), callOf());
}
