import type { NewInteraction } from './new-interaction';

/** An interaction for a test: what a test does not say is plain. */
export function interaction(key: string, parts: Partial<NewInteraction> = {}): NewInteraction {
	const createdAt = Date.UTC(2026, 4, 4, 9);
	return {
		key,
		source: 'fixture',
		brand: 'Aster & Vale',
		type: 'INSTAGRAM_COMMENT',
		text: 'I love this dress',
		rawText: null,
		sentiment: 'positive',
		createdAt,
		updatedAt: parts.createdAt ?? createdAt,
		isClosed: false,
		isQuestion: false,
		isRead: false,
		isSpam: false,
		tags: [],
		author: null,
		conversationId: null,
		mediaId: null,
		parentKey: null,
		fromBrand: false,
		permalink: null,
		...parts
	};
}

/** Ten interactions of two brands over two months, with one of everything that a filter can ask for. */
export function tenInteractions(): NewInteraction[] {
	const at = (month: number, day: number, hour: number, minute = 0) =>
		Date.UTC(2026, month - 1, day, hour, minute);
	const other = 'Birch Cycles';
	return [
		interaction('1', { updatedAt: at(5, 4, 9), tags: ['launch', 'sizing'], mediaId: '77' }),
		interaction('2', {
			updatedAt: at(5, 4, 9, 30),
			type: 'FACEBOOK_COMMENT',
			sentiment: 'negative',
			text: 'The dress is too late, so good it was not #fail',
			isClosed: true,
			tags: ['launch']
		}),
		interaction('3', {
			updatedAt: at(5, 4, 23, 59),
			type: 'INSTAGRAM_CONVERSATION',
			sentiment: null,
			isQuestion: true
		}),
		interaction('4', {
			updatedAt: at(5, 5, 0),
			type: 'TIKTOK_COMMENT',
			sentiment: 'neutral',
			text: 'fail 😍 love'
		}),
		interaction('5', {
			updatedAt: at(5, 11, 12),
			type: 'COMMUNITY_INTERACTION',
			text: 'so good 🇩🇪 @acme 2026'
		}),
		interaction('6', {
			updatedAt: at(5, 31, 23, 45),
			brand: other,
			type: 'YOUTUBE_COMMENT',
			text: '自転車が大好き'
		}),
		interaction('7', {
			updatedAt: at(6, 1, 0),
			brand: other,
			type: 'TWITTER_RETWEET',
			isRead: true,
			text: '__proto__'
		}),
		interaction('8', {
			updatedAt: at(6, 2, 7),
			brand: other,
			type: 'NEW_KIND_OF_THING',
			sentiment: 'negative'
		}),
		interaction('9', { updatedAt: at(6, 3, 7), brand: other, fromBrand: true, text: 'We love your dress' }),
		interaction('10', {
			updatedAt: at(6, 3, 8, 15),
			brand: other,
			type: 'FACEBOOK_ADS_COMMENT',
			isSpam: true
		})
	];
}
