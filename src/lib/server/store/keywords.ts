import { findAsciiWords } from './ascii-words';
import { foldText, isAscii } from './fold';
import { detectLanguage, languagesOf } from './stop-words';

/** A word of a text; `listed` is false for what can be found but is no keyword: stop words, numbers, mentions. */
export type Token = { term: string; listed: boolean };

/** The distinct words in the order of their first use, and all of them in a row for the search of phrases. */
export type Keywords = { tokens: Token[]; folded: string };

/** One alternative of a query: `term` is set for a single word, `phrase` is the folded form of one or several. */
export type Alternative = { term: string | null; phrase: string; terms: string[] };

const URL = String.raw`https?:\/\/[!-~]+|www\.[!-~]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,24}\/[!-~]*`;
const ENTITY = String.raw`&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});`;
const MENTION = String.raw`(?<![\p{L}\p{N}_.])[@＠][\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.\-]*[\p{L}\p{M}\p{N}_])?`;
const HASHTAG = String.raw`(?<![\p{L}\p{N}_&])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+`;
const MODIFIED = String.raw`(?:\p{EMod}|[\ufe0e\ufe0f]|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
const PICTURE = String.raw`(?:\p{RI}\p{RI}|(?![©®™](?!\ufe0f))\p{ExtPict}${MODIFIED})`;
const EMOJI = String.raw`[0-9#*]\ufe0f?\u20e3|${PICTURE}(?:\u200d${PICTURE})*`;

/** What is taken out of a text before its words are split: the named group says what it is. */
export const SPECIAL = new RegExp(
	`(?<left>${URL}|${ENTITY})|(?<emoji>${EMOJI})|(?<mention>${MENTION})|(?<hashtag>${HASHTAG})`,
	'giu'
);
const MAY_BE_SPECIAL = /[&@#/]|www\./i;
export const JOINERS_AT_THE_ENDS = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;
export const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const NUMBER = /^[\p{N}.,;:'_]+$/u;
const LONGEST_LISTED = 64;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of folded text, by Unicode word segmentation (UAX 29); Chinese, Japanese and Thai by dictionary. */
export function segmentWords(folded: string): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenter.segment(folded)) {
		if (isWordLike && LETTER_OR_NUMBER.test(segment)) words.push(segment.replace(JOINERS_AT_THE_ENDS, ''));
	}
	return words;
}

/** The same words as `segmentWords` finds, for text of lower-case ASCII, many times faster. */
export function segmentAsciiWords(folded: string): string[] {
	const bounds: number[] = [];
	const count = findAsciiWords(folded, bounds);
	return Array.from({ length: count }, (_, word) => folded.slice(bounds[2 * word], bounds[2 * word + 1]));
}

/**
 * The lower-case form of a text that `findAsciiWords` can split as it is: plain ASCII in which nothing is to be taken
 * out first. Null for any other text.
 */
export function plainForm(text: string): string | null {
	return isAscii(text) && !MAY_BE_SPECIAL.test(text) ? text.toLowerCase() : null;
}

function splitWords(run: string): string[] {
	const folded = foldText(run);
	return isAscii(folded) ? segmentAsciiWords(folded) : segmentWords(folded);
}

/**
 * One way of writing an emoji, so that a heart with and without the invisible "as a picture" sign is one keyword:
 * fully qualified, as Unicode's emoji-test.txt lists it.
 */
function qualifyEmoji(emoji: string): string {
	const bare = emoji.replace(/[\ufe0e\ufe0f]/g, '');
	if (bare.endsWith('\u20e3')) return `${bare.slice(0, -1)}\ufe0f\u20e3`;
	return bare.replace(/(?!\p{Emoji_Presentation})\p{ExtPict}(?!\p{EMod})/gu, '$&\ufe0f');
}

/** All words of a text in a row, also those that come again, and their folded form for the search of phrases. */
export type Words = { words: string[]; folded: string };

function joinWords(words: readonly string[]): string {
	return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** The word that a special piece is; null for what is left out, such as an address. */
export function readSpecial(groups: Record<string, string | undefined>): string | null {
	if (groups.emoji !== undefined) return qualifyEmoji(groups.emoji);
	const name = groups.mention ?? groups.hashtag;
	return name === undefined ? null : foldText(name);
}

/** Split a text into words; see `keywordsOf` for what counts as one. */
export function scanWords(text: string): Words {
	const plain = plainForm(text);
	if (plain !== null) {
		const words = segmentAsciiWords(plain);
		return { words, folded: `${joinWords(words)} ` };
	}
	const whole = text.toWellFormed();
	const words: string[] = [];
	let folded = '';
	const add = (found: string[]) => {
		words.push(...found);
		folded += joinWords(found);
	};
	let end = 0;
	for (const match of whole.matchAll(SPECIAL)) {
		if (match.index > end) add(splitWords(whole.slice(end, match.index)));
		const special = readSpecial(match.groups ?? {});
		if (special === null) folded += ' ';
		else add([special]);
		end = match.index + match[0].length;
	}
	if (end < whole.length) add(splitWords(whole.slice(end)));
	return { words, folded: `${folded} ` };
}

/** Whether a word can be a keyword in any language: mentions, numbers and endless words cannot. */
export function isListable(term: string): boolean {
	return term.length <= LONGEST_LISTED && !term.startsWith('@') && !NUMBER.test(term);
}

/**
 * The keywords of a text: Unicode word segmentation of the folded text, hashtags with their `#`, each emoji whole.
 * URLs and HTML entities are left out; mentions, numbers, the stop words of the text's own language and words of
 * more than 64 characters can be found but are not listed. `folded` has one space before and after each word, so
 * that a phrase is found on word boundaries by plain comparison; where something was left out it has two, which no
 * phrase spans.
 * @example keywordsOf('I love the #NewDrop 😍').tokens // love, #newdrop and 😍 are listed; i and the are not
 */
export function keywordsOf(text: string): Keywords {
	const { words, folded } = scanWords(text);
	const language = detectLanguage(words.map(languagesOf), words.length);
	const tokens = [...new Set(words)].map((term) => ({
		term,
		listed: isListable(term) && (languagesOf(term) & language) === 0
	}));
	return { tokens, folded };
}

/**
 * The alternatives of a query: commas are OR, one word is that word exactly, several are the exact phrase. Null for
 * a query that asks for nothing (blank, or only commas). Text without any word is an empty list: it matches nothing.
 * @example foldedQuery('Fail, too late') // [{ term: 'fail', … }, { term: null, phrase: ' too late ', … }]
 */
export function foldedQuery(query: string): Alternative[] | null {
	const parts = query.split(',').filter((part) => part.trim() !== '');
	if (parts.length === 0) return null;
	const alternatives = new Map<string, Alternative>();
	for (const part of parts) {
		const { tokens, folded } = keywordsOf(part);
		if (tokens.length === 0) continue;
		const phrase = ` ${folded.trim()} `;
		const isOneWord = tokens.length === 1 && phrase === ` ${tokens[0]?.term} `;
		alternatives.set(phrase, {
			term: isOneWord ? (tokens[0]?.term ?? null) : null,
			phrase,
			terms: tokens.map((token) => token.term)
		});
	}
	return [...alternatives.values()];
}
