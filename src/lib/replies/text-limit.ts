import { platformOfType } from '$lib/community/vocabulary';

/** How a platform counts a text: its UTF-8 bytes, its code points, or by the weights of X. */
export type TextUnit = 'bytes' | 'characters' | 'weighted';
export type TextLimit = { most: number; unit: TextUnit };

const MESSAGE_LIMITS: Record<string, TextLimit> = {
	instagram: { most: 1_000, unit: 'bytes' },
	facebook: { most: 2_000, unit: 'characters' },
	twitter: { most: 10_000, unit: 'characters' }
};
const COMMENT_LIMITS: Record<string, TextLimit> = {
	instagram: { most: 2_200, unit: 'characters' },
	facebook: { most: 8_000, unit: 'characters' },
	tiktok: { most: 150, unit: 'characters' },
	twitter: { most: 280, unit: 'weighted' },
	youtube: { most: 10_000, unit: 'characters' }
};
const ELSEWHERE: TextLimit = { most: 10_000, unit: 'characters' };

/**
 * The longest reply that the platform of a type takes. These are the platforms' own limits, which no document of the
 * Community API states; they change now and then, and the host has the last word.
 * @example textLimit('TIKTOK_COMMENT') // { most: 150, unit: 'characters' }
 */
export function textLimit(type: string | null): TextLimit {
	const isDirect = type?.endsWith('_CONVERSATION') ?? false;
	const limits = isDirect ? MESSAGE_LIMITS : COMMENT_LIMITS;
	return limits[platformOfType(type ?? '')] ?? ELSEWHERE;
}

/** What X counts as one; everything else counts as two. Source: twitter-text, configuration 3. */
const SINGLE = /[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/;
const ADDRESS = /https?:\/\/\S+/gi;
const ADDRESS_WEIGHT = 23;
const EMOJI = /\p{ExtPict}(?:\ufe0f|\p{EMod})?(?:\u200d\p{ExtPict}(?:\ufe0f|\p{EMod})?)*/gu;

function weigh(text: string): number {
	const addresses = text.match(ADDRESS)?.length ?? 0;
	const rest = text.replace(ADDRESS, '').replace(EMOJI, '\u3000');
	return [...rest].reduce((sum, sign) => sum + (SINGLE.test(sign) ? 1 : 2), addresses * ADDRESS_WEIGHT);
}

/**
 * The length of a text as a platform counts it.
 * @example measureText('é', 'bytes') // 2
 */
export function measureText(text: string, unit: TextUnit): number {
	if (unit === 'bytes') return new TextEncoder().encode(text).length;
	return unit === 'weighted' ? weigh(text) : [...text].length;
}
