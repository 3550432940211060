import type { MessageSubtype, Sentiment } from '$lib/community/vocabulary';

/**
 * One interaction on its way into the store, whatever brought it: an import, the demo, a test.
 * Times are milliseconds since 1970, UTC.
 */
export type NewInteraction = {
	/** Stable identity inside the whole store, e.g. `source␟id`. The same key again is an update or a duplicate. */
	key: string;
	/** What brought it: an import's `--source` or file name, or `demo`. */
	source: string;
	/** The brand's name; an unknown one is made. */
	brand: string;
	/** An interaction type, known or not. */
	type: string;
	/** As people read it: HTML entities decoded. */
	text: string;
	/** As it came, where that differs from `text`. */
	rawText: string | null;
	sentiment: Sentiment | null;
	createdAt: number;
	updatedAt: number;
	isClosed: boolean;
	isQuestion: boolean;
	isRead: boolean;
	isSpam: boolean;
	/** Tag names; unknown ones are made for the brand. */
	tags: string[];
	author: string | null;
	/** Direct messages share a conversation. */
	conversationId: string | null;
	/** The post that a comment belongs to. */
	mediaId: string | null;
	/** The `key` of the comment or message that this one answers. */
	parentKey: string | null;
	/** True for what the brand itself wrote: part of a thread, in no statistic. */
	fromBrand: boolean;
	permalink: string | null;
	/** What a direct message is beside plain; absent for everything else. */
	subtype?: MessageSubtype | undefined;
};

/** A row that could not become an interaction: kept with its reason, so that it can be mended and retried. */
export type SetAsideRow = {
	line: number;
	/** Byte offset in the file, where the reason is about bytes. */
	byte: number | null;
	/** A stable short reason, e.g. `created_at is relative`. */
	reason: string;
	/** The row as it was read, as JSON or raw text. */
	row: string;
	/** How often the same row was set aside before in its file: it tells identical comments without an id apart. */
	occurrence: number;
};

/** What one batch did. `duplicate` rows were there already with the same content. */
export type BatchResult = { new: number; updated: number; duplicate: number };
