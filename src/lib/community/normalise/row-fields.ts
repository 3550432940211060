import { z } from 'zod';
import type { InteractionTag } from '../answers';
import { SENTIMENTS, type Sentiment } from '../vocabulary';
import { malformed, readWith } from './malformed';
import { at, isMap, isNothing, pick, type Place } from './shape';
import { tagSchema } from './tags';

/** The readers of what rows, messages and comments have in common. Each throws `upstream_malformed`. */
const text = z.string('expected a text').transform((words) => words.toWellFormed());
export const idSchema = z.union([z.int(), text.pipe(z.string().min(1))], 'expected an id');
const flagSchema = z.boolean('expected true or false').nullish();

export function readText(place: Place | null): string | null {
	if (place === null || place.value === null || place.value === undefined) return null;
	return readWith(text, place.value, place.path);
}

/** Ids of other things are texts here, whether a host writes them as numbers or not. */
export function readOtherId(place: Place | null): string | null {
	if (place === null || place.value === null || place.value === undefined || place.value === '') return null;
	return String(readWith(idSchema, place.value, place.path));
}

export function readFlag(place: Place | null): boolean | null {
	return place === null ? null : (readWith(flagSchema, place.value, place.path) ?? null);
}

function readSentimentWord({ value, path }: Place): Sentiment | null {
	const word = readWith(text, value, path).toLowerCase();
	const sentiment = SENTIMENTS.find((candidate) => candidate === word);
	if (sentiment === undefined) throw malformed(path, 'expected negative, neutral or positive');
	return sentiment;
}

/** Three flags of which at most one is set, or one word. No flag is no label. */
export function readLabel(row: Place): Sentiment | null {
	const place = at(row, 'sentiment');
	if (isNothing(place.value) || place.value === '') return null;
	if (!isMap(place.value)) return readSentimentWord(place);
	const set = SENTIMENTS.filter((sentiment) => readFlag(at(place, `is_${sentiment}`)) === true);
	if (set.length > 1) throw malformed(place.path, 'expected one sentiment');
	return set[0] ?? null;
}

export function readTags(row: Place): InteractionTag[] {
	const { value, path } = at(row, 'tags');
	if (isNothing(value)) return [];
	const tags = readWith(z.array(tagSchema), value, path);
	return tags.map(({ id, name, color }) => ({ id, name, color: color ?? null }));
}

/** Other people's links go to the web over https, or nowhere. */
export function readPermalink(row: Place): string | null {
	const link = readText(at(row, 'permalink'));
	return link !== null && URL.parse(link)?.protocol === 'https:' ? link : null;
}

export function readAuthor(row: Place): string | null {
	const author = at(row, 'author');
	const names = ['username', 'user_handle', 'name'];
	if (isMap(author.value)) return readText(pick(author, names));
	return readText(pick(row, ['username', 'author', 'user_handle']));
}

export function readClosed(row: Place): boolean | null {
	return readFlag(pick(row, ['is_closed'])) ?? readFlag(pick(row, ['is_archived']));
}
