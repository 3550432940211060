import type { InteractionType, MessageSubtype } from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import type { Crowd } from './comments';
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
import { cumulative, pickIndex, randomOf } from './random';
import { writePhrase } from './write-text';

const MINUTE = 60_000;

/** How many messages a customer writes in one conversation: one, two, and so on. */
const SIZE_SUMS = cumulative([0.35, 0.3, 0.2, 0.1, 0.05]);
const ANSWERED_SHARE = 0.3;

const STORY_REPLY_SHARE = 0.22;
const STORY_MENTION_SHARE = 0.08;

/**
 * Whether a conversation on Instagram begins with a story. It draws from a stream of its own, so that everything else
 * of the day stays as it was before conversations had stories.
 */
function drawSubtype({ seed }: Drawing, type: InteractionType, id: string): MessageSubtype | undefined {
	if (type !== 'INSTAGRAM_CONVERSATION') return undefined;
	const point = randomOf(seed, id, 'story')();
	if (point < STORY_REPLY_SHARE) return 'story_reply';
	return point < STORY_REPLY_SHARE + STORY_MENTION_SHARE ? 'story_mention' : undefined;
}

/** The part of an id that names a type: INSTAGRAM_CONVERSATION is `instagram`. */
function shortName(type: InteractionType): string {
	return type.split('_', 1)[0]?.toLowerCase() ?? 'dm';
}

/**
 * Draw one conversation with up to `most` messages of one customer, who feels the same throughout, and the brand's
 * answers between them. All of it stays inside the day. Returns the number of the customer's messages.
 */
function drawConversation(drawing: Drawing, crowd: Crowd, conversationId: string, most: number): number {
	const { random, brand } = drawing;
	const language = drawLanguage(drawing);
	const sentiment = drawSentiment(random, crowd.net, crowd.neutral);
	const topic = drawTopic(drawing, sentiment, true);
	const drawn = drawAuthor(drawing, crowd.type);
	const author = { ...drawn, name: drawn.name ?? inventHandle(random) };
	const size = Math.min(most, pickIndex(random, SIZE_SUMS) + 1);
	let createdAt = drawInstant(drawing, language);
	let last: NewInteraction | null = null;
	let count = 0;
	while (count < size && createdAt < drawing.end - MINUTE / 2) {
		const written =
			count === 0
				? write(drawing, { language, sentiment, section: topic }, true)
				: writePhrase(random, {
						brand,
						language,
						sentiment: random() < 0.5 ? sentiment : 'neutral',
						section: 'follow-up'
					});
		last = keep(drawing, {
			type: crowd.type,
			author,
			written,
			topic: count === 0 ? topic : null,
			sentiment: random() < crowd.rated ? sentiment : null,
			createdAt,
			conversationId,
			parentKey: last?.key,
			subtype: count === 0 ? drawSubtype(drawing, crowd.type, conversationId) : undefined
		});
		count += 1;
		if (random() < ANSWERED_SHARE) {
			last = keepBrandReply(drawing, last, { language, sentiment, meanDelay: 35 * MINUTE }) ?? last;
		}
		createdAt = last.updatedAt + drawDelay(random, 25 * MINUTE);
	}
	return count;
}

/** Draw a crowd's direct messages, in conversations, until all of them are written. */
export function drawConversations(drawing: Drawing, crowd: Crowd): void {
	let left = crowd.count;
	for (let number = 1; left > 0; number++) {
		const id = `demo-${drawing.brand.slug}-${shortName(crowd.type)}-${drawing.day}-${number}`;
		left -= drawConversation(drawing, crowd, id, left);
	}
}
