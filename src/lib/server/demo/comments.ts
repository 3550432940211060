import type { InteractionType, Sentiment } from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import {
	drawAuthor,
	drawDelay,
	drawInstant,
	drawLanguage,
	drawSentiment,
	drawTopic,
	keep,
	keepBrandReply,
	write,
	type Drawing
} from './drawing';
import { inventHandle } from './people';
import type { Language } from './phrases/phrasebook';
import { pickPost, recentPosts, type PostPlace } from './posts';
import { writePhrase } from './write-text';

const MINUTE = 60_000;

/** How many comments of a type there are, and how their authors feel. */
export type Crowd = { type: InteractionType; count: number; rated: number; net: number; neutral: number };

/** Where and when a crowd writes, when it is not all day and under any post: a burst has one post and one hour. */
export type Gathering = { post: PostPlace | null; hour: number };

/** YouTube delivers root comments only, and a repost has no thread. */
const REPLY_SHARE: Partial<Record<InteractionType, number>> = {
	FACEBOOK_COMMENT: 0.14,
	FACEBOOK_ADS_COMMENT: 0.1,
	INSTAGRAM_COMMENT: 0.12,
	INSTAGRAM_ADS_COMMENT: 0.08,
	TIKTOK_COMMENT: 0.14
};
/** How likely the brand answers a comment, by how its author feels. */
const ANSWER_SHARE: Record<Sentiment, number> = { negative: 0.07, neutral: 0.03, positive: 0.015 };

/** Of the comments without a label, these shares are no more than a friend's name, or spam. */
const TAGGING_SHARE = 0.35;
const SPAM_SHARE = 0.06;

type Kind = 'comment' | 'tagging' | 'spam';

function drawKind(drawing: Drawing, isRated: boolean): Kind {
	if (isRated) return 'comment';
	const point = drawing.random();
	if (point < SPAM_SHARE) return 'spam';
	return point < SPAM_SHARE + TAGGING_SHARE ? 'tagging' : 'comment';
}

function drawWhen(drawing: Drawing, language: Language, gathering: Gathering | null): number {
	if (!gathering) return drawInstant(drawing, language);
	const start = drawing.start + gathering.hour * 60 * MINUTE;
	return Math.min(start + drawDelay(drawing.random, 180 * MINUTE), drawing.end - MINUTE);
}

function keepRoot(
	drawing: Drawing,
	crowd: Crowd,
	about: { post: PostPlace | null; language: Language; sentiment: Sentiment; createdAt: number }
): NewInteraction {
	const { random, brand } = drawing;
	const { language, sentiment, post } = about;
	const isRated = random() < crowd.rated;
	const kind = drawKind(drawing, isRated);
	const topic = kind === 'comment' ? drawTopic(drawing, sentiment, false) : null;
	const written =
		topic === null
			? writePhrase(random, {
					brand,
					language: kind === 'spam' ? 'en' : language,
					sentiment: 'neutral',
					section: kind
				})
			: write(drawing, { language, sentiment, section: topic }, false);
	return keep(drawing, {
		type: crowd.type,
		author: drawAuthor(drawing, crowd.type),
		written,
		topic,
		sentiment: isRated ? sentiment : null,
		createdAt: about.createdAt,
		mediaId: post?.id,
		permalink: post?.permalink,
		isSpam: kind === 'spam'
	});
}

/** A root comment under which others can write, and the language that its author wrote in. */
type Root = { row: NewInteraction; post: PostPlace | null };

/** A reply to somebody else's comment, or null when the day is over before it is written. */
function keepReply(
	drawing: Drawing,
	crowd: Crowd,
	root: Root,
	about: { language: Language; sentiment: Sentiment }
): NewInteraction | null {
	const { random, brand } = drawing;
	const createdAt = root.row.updatedAt + drawDelay(random, 50 * MINUTE);
	if (createdAt >= drawing.end - MINUTE) return null;
	const phrase = writePhrase(random, { brand, ...about, section: 'reply' });
	const text = `@${root.row.author ?? inventHandle(random)} ${phrase.text}`;
	return keep(drawing, {
		type: crowd.type,
		author: drawAuthor(drawing, crowd.type),
		written: { text, isQuestion: phrase.isQuestion },
		topic: null,
		sentiment: random() < crowd.rated ? about.sentiment : null,
		createdAt,
		mediaId: root.row.mediaId,
		permalink: root.post?.permalink,
		parentKey: root.row.key
	});
}

/**
 * Draw a crowd's comments: roots under the recent posts, replies to roots of the same day, and what the brand
 * answers. What the brand writes is not counted in `crowd.count`.
 */
export function drawComments(drawing: Drawing, crowd: Crowd, gathering: Gathering | null): void {
	const { random } = drawing;
	const posts = recentPosts(drawing.brand, crowd.type, drawing.day);
	const roots: Root[] = [];
	const replyShare = REPLY_SHARE[crowd.type] ?? 0;
	for (let left = crowd.count; left > 0; left--) {
		const language = drawLanguage(drawing);
		const sentiment = drawSentiment(random, crowd.net, crowd.neutral);
		const root =
			roots.length > 0 && random() < replyShare ? roots[Math.floor(random() * roots.length)] : undefined;
		if (root && keepReply(drawing, crowd, root, { language, sentiment })) continue;
		const post = gathering ? gathering.post : pickPost(random, posts);
		const createdAt = drawWhen(drawing, language, gathering);
		const row = keepRoot(drawing, crowd, { post, language, sentiment, createdAt });
		if (row.isSpam) continue;
		roots.push({ row, post });
		if (crowd.type !== 'YOUTUBE_COMMENT' && random() < ANSWER_SHARE[sentiment] * (row.isQuestion ? 3 : 1)) {
			keepBrandReply(drawing, row, {
				language,
				sentiment,
				meanDelay: 90 * MINUTE,
				permalink: post?.permalink
			});
		}
	}
}
