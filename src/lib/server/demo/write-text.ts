import type { Sentiment } from '$lib/community/vocabulary';
import type { DemoBrand } from './brands';
import { inventHandle } from './people';
import { ARABIC } from './phrases/arabic';
import { ENGLISH } from './phrases/english';
import { FRENCH } from './phrases/french';
import { GERMAN } from './phrases/german';
import { JAPANESE } from './phrases/japanese';
import type { Language, Phrase, Phrasebook } from './phrases/phrasebook';
import { PORTUGUESE } from './phrases/portuguese';
import { SPANISH } from './phrases/spanish';
import { pick, type Random } from './random';

export const PHRASEBOOKS: Record<Language, Phrasebook> = {
	en: ENGLISH,
	de: GERMAN,
	fr: FRENCH,
	es: SPANISH,
	pt: PORTUGUESE,
	ja: JAPANESE,
	ar: ARABIC
};

const EMOJI: Record<Sentiment, readonly string[]> = {
	positive: ['😍', '❤️', '🔥', '🥰', '✨', '👏', '💚', '🙌🏽', '👩‍🍳', '😋', '🫶'],
	neutral: ['👀', '🤔', '🙂', '🙏', '🇵🇹', '😅'],
	negative: ['😡', '😒', '👎', '🙄', '😢', '💔', '🤦‍♀️']
};

/** Who writes what: everything that a text depends on, apart from chance. */
export type Occasion = { brand: DemoBrand; language: Language; sentiment: Sentiment; section: string };

/** A text, and whether it asks something. */
export type Written = { text: string; isQuestion: boolean };

function phrasesFor(book: Phrasebook, section: string, sentiment: Sentiment): readonly Phrase[] {
	const own = book.sections.get(section)?.[sentiment];
	if (own && own.length > 0) return own;
	return book.sections.get('general')?.[sentiment] ?? [];
}

function fillSlot(random: Random, name: string, occasion: Occasion, book: Phrasebook): string {
	if (name === 'brand') return occasion.brand.name;
	if (name === 'product') return pick(random, occasion.brand.products[occasion.language]);
	if (name === 'kind') return occasion.brand.kind;
	if (name === 'part') return occasion.brand.part;
	if (name === 'friend') return `@${inventHandle(random)}`;
	return pick(random, book.slots.get(name) ?? [name]);
}

function fill(random: Random, phrase: Phrase, occasion: Occasion, book: Phrasebook): string {
	let text = phrase.parts[0] as string;
	for (let index = 1; index < phrase.parts.length; index += 2) {
		text +=
			fillSlot(random, phrase.parts[index] as string, occasion, book) + (phrase.parts[index + 1] as string);
	}
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Write one plain phrase of a section, without the manners of social networks. */
export function writePhrase(random: Random, occasion: Occasion): Written {
	const book = PHRASEBOOKS[occasion.language];
	const phrase = pick(random, phrasesFor(book, occasion.section, occasion.sentiment));
	return { text: fill(random, phrase, occasion, book), isQuestion: phrase.isQuestion };
}

const ENDS_OPEN = /[\p{L}\p{N}]$/u;
const LAST_WORD_IS_HASHTAG = /#\S+$/;

function closeSentence(random: Random, text: string, { language, sentiment }: Occasion): string {
	if (!ENDS_OPEN.test(text) || LAST_WORD_IS_HASHTAG.test(text)) return text;
	if (language === 'ja') return `${text}。`;
	return text + (sentiment === 'positive' && random() < 0.4 ? '!' : '.');
}

/** Two neighbouring small letters inside a word change places, never in a hashtag, a mention or a name. */
export function mistype(random: Random, text: string): string {
	const words = text.split(' ');
	const index = Math.floor(random() * words.length);
	const word = words[index] as string;
	if (!/^[a-z]{5,}$/.test(word)) return text;
	const at = 1 + Math.floor(random() * (word.length - 3));
	words[index] = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
	return words.join(' ');
}

function brandHashtag(brand: DemoBrand): string {
	return `#${brand.slug.replaceAll('-', '')}`;
}

/**
 * Write a comment as people do: a phrase, sometimes a second sentence, a friend's handle in front, emoji, the brand's
 * hashtag, no capitals, a slip of the finger.
 */
export function writeComment(random: Random, occasion: Occasion): Written {
	const first = writePhrase(random, occasion);
	let text = first.text;
	if (random() < 0.24) {
		const tail = writePhrase(random, { ...occasion, section: 'tail' });
		const gap = occasion.language === 'ja' ? '' : ' ';
		text = `${closeSentence(random, text, occasion)}${gap}${tail.text}`;
	}
	const manner = random();
	if (manner < 0.05) text = mistype(random, text);
	else if (manner < 0.15) text = text.toLowerCase();
	else if (manner < 0.6) text = closeSentence(random, text, occasion);
	if (random() < 0.06) text = `@${inventHandle(random)} ${text}`;
	if (random() < 0.28) {
		const emoji = pick(random, EMOJI[occasion.sentiment]);
		text = `${text} ${random() < 0.2 ? emoji + emoji : emoji}`;
	}
	if (random() < 0.07) text = `${text} ${brandHashtag(occasion.brand)}`;
	return { text, isQuestion: first.isQuestion };
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	"'": '&#39;',
	'"': '&quot;',
	'<': '&lt;',
	'>': '&gt;'
};

/** The text as networks that escape HTML deliver it, or null where that is no different. */
export function escapedText(text: string): string | null {
	const escaped = text.replace(/[&'"<>]/g, (sign) => ENTITIES[sign] as string);
	return escaped === text ? null : escaped;
}
