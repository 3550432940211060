import type { NewInteraction } from '../../src/lib/server/store/new-interaction';

export const MARSH = 'Marsh Lantern';
export const OTTER = 'Otter & Oak';

/** When the cases of threads happen. */
export const THREAD_NOW = Date.UTC(2026, 6, 2, 8, 30);

const DAY = 86_400_000;

/** Other people's text at its worst; each is somebody's message, name or tag. */
export const HOSTILE = [
	'<script>alert(1)</script><img src=x onerror=alert(2)>',
	'\u202eevil\u202c \u2066isolated\u2069',
	'zero\u200b\u200cwi\ufeffdth',
	'__proto__',
	'constructor',
	'"; DROP TABLE interactions; --',
	'=HYPERLINK("https://elsewhere.example")',
	'👩‍👩‍👧 é ﷺ'
];

type Told = Partial<NewInteraction> & Pick<NewInteraction, 'key' | 'type'> & { ago: number };

function row({ ago, ...told }: Told): NewInteraction {
	const at = THREAD_NOW - ago * DAY;
	return {
		source: 'contract',
		brand: MARSH,
		text: told.key,
		rawText: null,
		sentiment: null,
		createdAt: at,
		updatedAt: at,
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
		permalink: `https://posts.example/${encodeURIComponent(told.key)}`,
		...told
	};
}

const message = (key: string, conversationId: string, ago: number, told: Partial<NewInteraction> = {}) =>
	row({ key, type: 'INSTAGRAM_CONVERSATION', conversationId, ago, ...told });

const comment = (key: string, type: string, ago: number, told: Partial<NewInteraction> = {}) =>
	row({ key, type, ago, mediaId: 'lamp-post', ...told });

/** A brand with conversations of every kind, comments of every platform, and words that mean harm. */
export const THREAD_ROWS: readonly NewInteraction[] = [
	message('first', 'open-dm', 3, { subtype: 'story_reply', sentiment: 'positive', tags: ['praise'] }),
	message('answered', 'open-dm', 2.9, { fromBrand: true, author: MARSH }),
	message('wordless', 'open-dm', 2.5, { text: '', subtype: 'story_mention' }),
	message('last', 'open-dm', 2, { sentiment: 'negative' }),
	message('long ago', 'expired-dm', 7.5),
	message('facebook long ago', 'expired-facebook', 8, { type: 'FACEBOOK_CONVERSATION' }),
	message('x long ago', 'old-x', 90, { type: 'TWITTER_CONVERSATION' }),
	message('one of us', 'group-dm', 1, { author: 'mira' }),
	message('another of us', 'group-dm', 0.9, { author: 'jo' }),
	message('slash', 'a/b?c#d%2e e', 1),
	message('shared, ours', 'shared', 2),
	message('shared, theirs', 'shared', 1, { brand: OTTER, author: 'nuno' }),
	...HOSTILE.map((text, index) =>
		message(`hostile ${index}`, 'hostile', 1 - index / 100, {
			text,
			author: 'hostile',
			tags: [text.slice(0, 64)]
		})
	),
	comment('facebook root', 'FACEBOOK_COMMENT', 5),
	comment('instagram root', 'INSTAGRAM_COMMENT', 5, { sentiment: 'negative', tags: ['urgent'] }),
	comment('instagram reply', 'INSTAGRAM_COMMENT', 4, { parentKey: 'instagram root', author: 'jo' }),
	comment('instagram brand', 'INSTAGRAM_COMMENT', 3.5, {
		parentKey: 'instagram reply',
		author: MARSH,
		fromBrand: true
	}),
	comment('instagram other', 'INSTAGRAM_COMMENT', 3),
	comment('instagram ad', 'INSTAGRAM_ADS_COMMENT', 2, { mediaId: 'ad-post' }),
	comment('instagram nowhere', 'INSTAGRAM_COMMENT', 2, { mediaId: null }),
	comment('tiktok root', 'TIKTOK_COMMENT', 5),
	comment('repost', 'TWITTER_RETWEET', 5),
	comment('youtube root', 'YOUTUBE_COMMENT', 5),
	comment('youtube reply', 'YOUTUBE_COMMENT', 4, { parentKey: 'youtube root' }),
	row({ key: 'review', type: 'COMMUNITY_INTERACTION', ago: 1 })
];

/** A text of a megabyte takes longer to write than all of them. */
export const LONG_ROW: NewInteraction = message('hostile author', HOSTILE[0]!, 1, {
	author: HOSTILE[0]!,
	text: 'x'.repeat(1_048_576)
});
