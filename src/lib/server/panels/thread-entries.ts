import type { Comment, Interaction, Message } from '$lib/community/answers';
import type { Sentiment } from '$lib/community/vocabulary';
import type { Alternative } from '$lib/server/store/keywords';
import { shownAuthor, shownTags } from './message-names';
import { messageLines, type MarkedLine } from './messages-text';

/** One message of a thread. Names and text are other people's, cleaned; times are milliseconds since 1970. */
export type ThreadEntry = {
	id: string;
	/** The message that the thread was opened from. */
	isOpened: boolean;
	/** Whose it is; `unknown` where the host does not say and the names do not tell. */
	from: 'brand' | 'customer' | 'unknown';
	author: string | null;
	time: number | null;
	sentiment: Sentiment | null;
	/** `story_reply`, `story_mention`, a word that is not known yet, or null for a plain message. */
	subtype: string | null;
	/** Whether it answers another comment. */
	isReply: boolean;
	lines: MarkedLine[];
	tags: { id: number; name: string }[];
	permalink: string | null;
	isClosed: boolean | null;
};

const ROOM = { graphemes: 12_000, lines: 400 };
const LONGEST_SUBTYPE = 40;
const MINUTE = 60_000;

type Written = Pick<Interaction, 'id' | 'text' | 'author' | 'sentiment' | 'tags' | 'isClosed'>;
type Rest = Omit<ThreadEntry, 'id' | 'author' | 'lines' | 'tags' | 'sentiment' | 'isClosed'>;

function entryOf(message: Written, words: readonly Alternative[], rest: Rest): ThreadEntry {
	return {
		...rest,
		id: String(message.id),
		author: shownAuthor(message.author),
		sentiment: message.sentiment,
		lines: messageLines(message.text, words, ROOM),
		tags: shownTags(message.tags),
		isClosed: message.isClosed
	};
}

function sideOf(isFromBrand: boolean | null): ThreadEntry['from'] {
	if (isFromBrand === null) return 'unknown';
	return isFromBrand ? 'brand' : 'customer';
}

/** An interaction of the list as an entry: what the list has is written to the brand, never by it. */
export function entryOfInteraction(opened: Interaction, words: readonly Alternative[]): ThreadEntry {
	return entryOf(opened, words, {
		isOpened: true,
		from: 'customer',
		time: opened.sourceCreatedAt ?? opened.sourceUpdatedAt,
		subtype: null,
		isReply: false,
		permalink: opened.permalink
	});
}

function isSameMessage(message: Message, opened: Interaction): boolean {
	if (String(message.id) === String(opened.id)) return true;
	const apart = Math.abs((message.createdAt ?? NaN) - (opened.sourceCreatedAt ?? NaN));
	return message.text === opened.text && apart < MINUTE;
}

/**
 * The messages of a conversation in the order of their time, whatever order they came in, with the one that it was
 * opened from. A host that numbers the messages of its two lists differently is understood by text and time; a message
 * that is in none of the pages that were read stands in its place by time. What the list knows of it and the
 * conversation does not, such as its sentiment, is taken from the list.
 */
export function conversationEntries(
	messages: readonly Message[],
	opened: Interaction,
	words: readonly Alternative[]
): ThreadEntry[] {
	const byId = messages.find((message) => String(message.id) === String(opened.id));
	const same = byId ?? messages.find((message) => isSameMessage(message, opened)) ?? null;
	const entries = messages.map((message) =>
		entryOf(
			{ ...message, sentiment: message.sentiment ?? (message === same ? opened.sentiment : null) },
			words,
			{
				isOpened: message === same,
				from: sideOf(message.isFromBrand),
				time: message.createdAt,
				subtype: message.subtype?.slice(0, LONGEST_SUBTYPE) ?? null,
				isReply: false,
				permalink: message === same ? opened.permalink : null
			}
		)
	);
	const all = same === null ? [entryOfInteraction(opened, words), ...entries] : entries;
	return all.sort((one, other) => (one.time ?? 0) - (other.time ?? 0));
}

/** The thread of one comment, and what else stands under the post. */
export type CommentThreads = { thread: ThreadEntry[]; others: ThreadEntry[] };

const keyOf = ({ commentId, id }: Comment) => commentId ?? String(id);

/** What a comment answers, up to the root; a circle of answers ends where it began. */
function rootOf(comment: Comment, byKey: ReadonlyMap<string, Comment>): string {
	const seen = new Set<string>();
	let root = comment;
	for (;;) {
		seen.add(keyOf(root));
		const above = root.parentCommentId === null ? undefined : byKey.get(root.parentCommentId);
		if (above === undefined || seen.has(keyOf(above))) return keyOf(root);
		root = above;
	}
}

function entryOfComment(comment: Comment, isOpened: boolean, words: readonly Alternative[]): ThreadEntry {
	return entryOf(comment, words, {
		isOpened,
		from: sideOf(comment.isFromBrand),
		time: comment.sourceCreatedAt ?? comment.sourceUpdatedAt,
		subtype: null,
		isReply: comment.parentCommentId !== null,
		permalink: comment.permalink
	});
}

const timeOf = (comment: Comment) => comment.sourceCreatedAt ?? comment.sourceUpdatedAt ?? 0;

/** A root before what answers it, and the answers in the order of time. */
function inOrder(group: readonly Comment[], root: string): Comment[] {
	const rank = (comment: Comment) => (keyOf(comment) === root ? 0 : 1);
	return [...group].sort((one, other) => rank(one) - rank(other) || timeOf(one) - timeOf(other));
}

/**
 * Comments under one post, in threads: that of the comment which was opened, and the others in the order in which
 * their first comments came. A comment whose parent is not among them begins a thread of its own. A host that does not
 * list the opened one itself still has it shown.
 */
export function commentThreads(
	comments: readonly Comment[],
	opened: Interaction,
	words: readonly Alternative[]
): CommentThreads {
	const byKey = new Map(comments.map((comment) => [keyOf(comment), comment]));
	const isOpened = (comment: Comment) =>
		String(comment.id) === String(opened.id) ||
		(opened.commentId !== null && comment.commentId === opened.commentId);
	const groups = Map.groupBy(byKey.values(), (comment) => rootOf(comment, byKey));
	const entriesOf = ([root, group]: [string, Comment[]]) =>
		inOrder(group, root).map((comment) => entryOfComment(comment, isOpened(comment), words));
	const isOwn = ([, group]: [string, Comment[]]) => group.some(isOpened);
	const own = [...groups].find(isOwn);
	return {
		thread: own ? entriesOf(own) : [entryOfInteraction(opened, words)],
		others: [...groups].filter((group) => group !== own && !isOwn(group)).flatMap(entriesOf)
	};
}
