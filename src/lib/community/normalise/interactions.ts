import { z } from 'zod';
import type { Interaction, InteractionTag, Page } from '../answers';
import { INTERACTION_TYPES, SENTIMENTS, type Sentiment } from '../vocabulary';
import { readInstant } from './instant';
import { malformed, readWith } from './malformed';
import { readPage, type AskedPage } from './page';
import { at, isMap, isNothing, pick, type Place } from './shape';
import { tagSchema } from './tags';

const text = z.string('expected a text').transform((words) => words.toWellFormed());
const idSchema = z.union([z.int(), text.pipe(z.string().min(1))], 'expected an id');
const flagSchema = z.boolean('expected true or false').nullish();

function readText(place: Place | null): string | null {
	if (place === null || place.value === null || place.value === undefined) return null;
	return readWith(text, place.value, place.path);
}

/** Ids of other things are texts here, whether a host writes them as numbers or not. */
function readOtherId(place: Place | null): string | null {
	if (place === null || place.value === null || place.value === undefined || place.value === '') return null;
	return String(readWith(idSchema, place.value, place.path));
}

function readFlag(place: Place | null): boolean | null {
	return place === null ? null : (readWith(flagSchema, place.value, place.path) ?? null);
}

/** A row without a type is a comment of the platform whose comment id it carries, or a type nobody named. */
function readType(row: Place): string {
	const written = readText(pick(row, ['type', 'interaction_type']));
	if (written !== null && written !== '') {
		const upper = written.toUpperCase();
		return (INTERACTION_TYPES as readonly string[]).includes(upper) ? upper : written;
	}
	const keys = isMap(row.value) ? Object.keys(row.value) : [];
	const commentId = keys.find((key) => /^[a-z]+_comment_id$/.test(key) && !isNothing(at(row, key).value));
	return commentId?.slice(0, -'_id'.length).toUpperCase() ?? 'UNKNOWN';
}

function readSentimentWord({ value, path }: Place): Sentiment | null {
	const word = readWith(text, value, path).toLowerCase();
	const sentiment = SENTIMENTS.find((candidate) => candidate === word);
	if (sentiment === undefined) throw malformed(path, 'expected negative, neutral or positive');
	return sentiment;
}

/** Three flags of which at most one is set, or one word. No flag is no label. */
function readLabel(row: Place): Sentiment | null {
	const place = at(row, 'sentiment');
	if (isNothing(place.value) || place.value === '') return null;
	if (!isMap(place.value)) return readSentimentWord(place);
	const set = SENTIMENTS.filter((sentiment) => readFlag(at(place, `is_${sentiment}`)) === true);
	if (set.length > 1) throw malformed(place.path, 'expected one sentiment');
	return set[0] ?? null;
}

function readTags(row: Place): InteractionTag[] {
	const { value, path } = at(row, 'tags');
	if (isNothing(value)) return [];
	const tags = readWith(z.array(tagSchema), value, path);
	return tags.map(({ id, name, color }) => ({ id, name, color: color ?? null }));
}

/** Other people's links go to the web over https, or nowhere. */
function readPermalink(row: Place): string | null {
	const link = readText(at(row, 'permalink'));
	return link !== null && URL.parse(link)?.protocol === 'https:' ? link : null;
}

function readAuthor(row: Place): string | null {
	const author = at(row, 'author');
	const names = ['username', 'user_handle', 'name'];
	if (isMap(author.value)) return readText(pick(author, names));
	return readText(pick(row, ['username', 'author', 'user_handle']));
}

function readClosed(row: Place): boolean | null {
	return readFlag(pick(row, ['is_closed'])) ?? readFlag(pick(row, ['is_archived']));
}

function readInteraction(row: Place): Interaction {
	if (!isMap(row.value)) throw malformed(row.path, 'expected an interaction');
	const id = at(row, 'id');
	return {
		id: readWith(idSchema, id.value, id.path),
		type: readType(row),
		text: readText(pick(row, ['text', 'message'])) ?? '',
		sourceUpdatedAt: readInstant(pick(row, ['source_updated_at', 'updated_at']) ?? at(row, 'updated_at')),
		sourceCreatedAt: readInstant(pick(row, ['source_created_at', 'created_at']) ?? at(row, 'created_at')),
		sentiment: readLabel(row),
		tags: readTags(row),
		author: readAuthor(row),
		conversationId: readOtherId(at(row, 'conversation_id')),
		mediaId: readOtherId(at(row, 'media_id')),
		permalink: readPermalink(row),
		isClosed: readClosed(row)
	};
}

/**
 * The answer of `community_interactions`: one row per message or comment, see `readPage`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseInteractions({ data: [] }, { limit: 20, offset: 0, isSample: false }).hasNext // false
 */
export function normaliseInteractions(payload: unknown, asked: AskedPage): Page<Interaction> {
	return readPage(payload, asked, readInteraction);
}
