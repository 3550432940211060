import type { CommunityError } from '$lib/errors/community-error';
import { isMap } from './normalise/shape';

const MOST_SENTENCES = 5;
const LONGEST_SENTENCE = 300;

function sentencesOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(sentencesOf);
	return isMap(value) ? Object.values(value).flatMap(sentencesOf) : [];
}

/**
 * Why a host refused, in its own words: other people's text, to be shown as text. The sentences about single fields,
 * else the message of the envelope; none where the host says nothing that can be read.
 * @example hostWords(error) // ['The window for replies has closed.']
 */
export function hostWords({ details }: CommunityError): string[] {
	let envelope: unknown;
	try {
		envelope = JSON.parse(details.body ?? '');
	} catch {
		return [];
	}
	if (!isMap(envelope)) return [];
	const fields = sentencesOf(envelope['errors']);
	const words = fields.length > 0 ? fields : sentencesOf(envelope['message']);
	const clean = words.map((sentence) => sentence.toWellFormed().trim().slice(0, LONGEST_SENTENCE));
	return [...new Set(clean.filter((sentence) => sentence !== ''))].slice(0, MOST_SENTENCES);
}
