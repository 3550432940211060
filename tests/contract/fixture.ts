import type { NewInteraction } from '../../src/lib/server/store/new-interaction';

export const TEA = 'Northwind Tea';
export const HERON = 'Blue Heron';

type Told = Partial<NewInteraction> & Pick<NewInteraction, 'key' | 'type' | 'text'> & { at: string };

function row({ at, ...told }: Told): NewInteraction {
	const time = Date.parse(at);
	return {
		source: 'contract',
		brand: TEA,
		rawText: null,
		sentiment: null,
		createdAt: time,
		updatedAt: time,
		isClosed: false,
		isQuestion: false,
		isRead: false,
		isSpam: false,
		tags: [],
		author: 'mira',
		conversationId: null,
		mediaId: null,
		parentKey: null,
		fromBrand: false,
		permalink: `https://posts.example/${told.key}`,
		...told
	};
}

/** Monday is 2026-05-04. Every time and every word below is there for one of the cases. */
export const CONTRACT_ROWS: readonly NewInteraction[] = [
	row({
		key: 'sunday-last-instant',
		at: '2026-05-03T23:59:59.999Z',
		type: 'FACEBOOK_COMMENT',
		sentiment: 'negative',
		text: 'Late delivery and the price is too high #fail',
		tags: ['urgent'],
		mediaId: 'spring-post'
	}),
	row({
		key: 'monday-first-instant',
		at: '2026-05-04T00:00:00.000Z',
		type: 'FACEBOOK_COMMENT',
		sentiment: 'positive',
		text: 'I love the new blend 😍',
		tags: ['praise', 'urgent'],
		mediaId: 'spring-post'
	}),
	row({
		key: 'brand-own-words',
		at: '2026-05-04T01:00:00.000Z',
		type: 'FACEBOOK_COMMENT',
		sentiment: 'positive',
		text: 'We love that you love it',
		fromBrand: true,
		parentKey: 'monday-first-instant'
	}),
	row({
		key: 'unlabelled-dm',
		at: '2026-05-04T13:00:00.000Z',
		type: 'INSTAGRAM_CONVERSATION',
		text: 'When does my order ship?',
		isQuestion: true,
		conversationId: 'dm-1'
	}),
	row({
		key: 'three-times-price',
		at: '2026-05-04T13:20:00.000Z',
		type: 'INSTAGRAM_COMMENT',
		sentiment: 'neutral',
		text: 'price? price! PRICE',
		isRead: true
	}),
	row({
		key: 'written-in-april',
		at: '2026-05-06T09:40:00.000Z',
		createdAt: Date.parse('2026-04-30T09:40:00.000Z'),
		type: 'TIKTOK_COMMENT',
		sentiment: 'positive',
		text: 'Love LOVE love __proto__'
	}),
	row({
		key: 'no-platform',
		at: '2026-05-06T09:59:59.000Z',
		type: 'COMMUNITY_INTERACTION',
		sentiment: 'negative',
		text: 'fail',
		isClosed: true,
		isSpam: true
	}),
	row({
		key: 'next-sunday',
		at: '2026-05-10T23:59:59.999Z',
		type: 'INSTAGRAM_ADS_COMMENT',
		sentiment: 'neutral',
		text: 'Translate delivery of the 42 tins to @northwind please'
	}),
	row({
		key: 'unknown-type',
		at: '2026-05-11T00:00:00.000Z',
		type: 'THREADS_COMMENT',
		sentiment: 'positive',
		text: '👩\u200d👩\u200d👧 ❤\ufe0f'
	}),
	row({
		key: 'first-of-june',
		at: '2026-06-01T00:00:00.000Z',
		type: 'TWITTER_RETWEET',
		text: 'Straße 100% [a-z]+ .* _ brew'
	}),
	row({
		key: 'third-quarter',
		at: '2026-07-01T12:00:00.000Z',
		type: 'YOUTUBE_COMMENT',
		sentiment: 'positive',
		text: 'a fine brew &amp; https://tea.example/price'
	}),
	row({
		key: 'heron-love',
		brand: HERON,
		at: '2026-05-04T10:00:00.000Z',
		type: 'FACEBOOK_COMMENT',
		sentiment: 'positive',
		text: 'love from the lake',
		tags: ['urgent']
	}),
	row({
		key: 'heron-price',
		brand: HERON,
		at: '2026-05-05T10:00:00.000Z',
		type: 'INSTAGRAM_COMMENT',
		sentiment: 'negative',
		text: 'the price'
	})
];
