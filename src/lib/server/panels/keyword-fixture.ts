import type { Answer, Keyword, SentimentCounts, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { CommunityError } from '$lib/errors/community-error';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import { makeView } from './make-view';
import { brandsInView, type View } from './view';

/** For the specs of keywords: a Sunday noon. */
export const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

export const answer = <T>(value: T): Answer<T> => ({ value, asOf: NOON, stale: false });

/** A view of some brands over the 28 days up to `NOON`, with what a link changes. */
export function viewOf(change: Partial<Filters> = {}, brands = 2, sentimentEverywhere = true): View {
	const names = Array.from({ length: brands }, (_, index) => ({
		id: index + 1,
		slug: `brand-${index + 1}`,
		name: `Brand ${index + 1}`,
		organization: null
	}));
	return makeView({
		filters: { ...defaultFilters({ timeZone: 'UTC' }), ...change },
		brands: brandsInView(names, []),
		sentimentEverywhere,
		now: NOON,
		locale: 'en-GB',
		asOf: NOON
	}).view;
}

export const keyword = (word: string, total: number, counts: Partial<SentimentCounts> = {}): Keyword => ({
	keyword: word,
	total,
	negative: 0,
	neutral: 0,
	positive: 0,
	...counts
});

/** The first days of the view with the same counts each. */
export function daysOf(view: View, count: number, counts: SentimentCounts): SentimentSeries {
	const buckets = Array.from({ length: count }, (_, index) => ({
		start: view.plan.range.start + index * DAY,
		platforms: [{ platform: 'instagram', ...counts }]
	}));
	return { scale: 'DAY', bucketMinutes: null, buckets };
}

export function volumeOf(view: View, totals: readonly number[]): VolumeSeries {
	const buckets = totals.map((total, index) => ({
		start: view.plan.range.start + index * DAY,
		types: [{ type: 'INSTAGRAM_COMMENT', count: total }],
		total
	}));
	return { scale: 'DAY', bucketMinutes: null, buckets };
}

const fail = () => Promise.reject(new CommunityError('upstream_failed', { message: 'not asked for here' }));

/** A client that answers some questions and fails at all others. */
export const clientOf = (questions: Partial<CommunityClient>): CommunityClient => ({
	self: fail,
	sentimentDistribution: fail,
	sentimentSeries: fail,
	volumeSeries: fail,
	topKeywords: fail,
	interactions: fail,
	tags: fail,
	conversation: fail,
	comments: fail,
	posts: fail,
	replyToConversation: fail,
	replyToComment: fail,
	changeConversation: fail,
	changeInteraction: fail,
	createTag: fail,
	...questions
});
