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
const HASHTAG = String.raw`(?<![\p{L}\p{N}_&])[#＃](?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+`;
const MODIFIED = String.raw`(?:\p{EMod}|[\ufe0e\ufe0f]|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
const PICTURE = String.raw`(?:\p{RI}\p{RI}|(?![©®™](?!\ufe0f))\p{ExtPict}${MODIFIED})`;
const EMOJI = String.raw`[0-9#*]\ufe0f?\u20e3|${PICTURE}(?:\u200d${PICTURE})*`;

/** What is taken out of a text before its words are split: the named group says what it is. */
const SPECIAL = new RegExp(
	`(?<left>${URL}|${ENTITY})|(?<emoji>${EMOJI})|(?<mention>${MENTION})|(?<hashtag>${HASHTAG})`,
	'giu'
);
const MAY_BE_SPECIAL = /[&@#/]|www\./i;
const ASCII_WORD = /[a-z0-9_]+(?:(?:(?<=[a-z])[.':](?=[a-z])|(?<=[0-9])[.',;](?=[0-9]))[a-z0-9_]+)*/g;
const ASCII_LETTER_OR_DIGIT = /[a-z0-9]/;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const NUMBER = /^[\p{N}.,;:'_]+$/u;
const LONGEST_LISTED = 64;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of folded text, by Unicode word segmentation (UAX 29); Chinese, Japanese and Thai by dictionary. */
export function segmentWords(folded: string): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenter.segment(folded)) {
		if (isWordLike && LETTER_OR_NUMBER.test(segment)) words.push(segment);
	}
	return words;
}

/** The same words as `segmentWords` finds, for text of lower-case ASCII, many times faster. */
export function segmentAsciiWords(folded: string): string[] {
	const words: string[] = folded.match(ASCII_WORD) ?? [];
	return folded.includes('_') ? words.filter((word) => ASCII_LETTER_OR_DIGIT.test(word)) : words;
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

/** Words in a row; a null is where something was left out, which no phrase spans. */
type Sequence = { term: string; kind: 'word' | 'mention' | 'hashtag' | 'emoji' } | null;

function readSpecial(groups: Record<string, string | undefined>): Sequence {
	if (groups.emoji !== undefined) return { term: qualifyEmoji(groups.emoji), kind: 'emoji' };
	if (groups.mention !== undefined) return { term: foldText(groups.mention), kind: 'mention' };
	if (groups.hashtag !== undefined) return { term: foldText(groups.hashtag), kind: 'hashtag' };
	return null;
}

function readSequence(text: string): Sequence[] {
	const sequence: Sequence[] = [];
	const addWords = (run: string) => {
		for (const term of splitWords(run)) sequence.push({ term, kind: 'word' });
	};
	if (isAscii(text) && !MAY_BE_SPECIAL.test(text)) {
		addWords(text);
		return sequence;
	}
	const whole = text.toWellFormed();
	let end = 0;
	for (const match of whole.matchAll(SPECIAL)) {
		if (match.index > end) addWords(whole.slice(end, match.index));
		sequence.push(readSpecial(match.groups ?? {}));
		end = match.index + match[0].length;
	}
	if (end < whole.length) addWords(whole.slice(end));
	return sequence;
}

/**
 * The keywords of a text: Unicode word segmentation of the folded text, hashtags with their `#`, each emoji whole.
 * URLs and HTML entities are left out; mentions, numbers, the stop words of the text's own language and words of
 * more than 64 characters can be found but are not listed. `folded` has one space before and after each word, so
 * that a phrase is found on word boundaries by plain comparison.
 * @example keywordsOf('I love the #NewDrop 😍').tokens // love, #newdrop and 😍 are listed; i and the are not
 */
export function keywordsOf(text: string): Keywords {
	const sequence = readSequence(text);
	const masks = sequence.map((word) => (word?.kind === 'word' ? languagesOf(word.term) : 0));
	const language = detectLanguage(masks);
	const seen = new Set<string>();
	const tokens: Token[] = [];
	let folded = '';
	sequence.forEach((word, index) => {
		if (word === null) {
			folded += ' ';
			return;
		}
		folded += ` ${word.term}`;
		if (seen.has(word.term)) return;
		seen.add(word.term);
		const isStopWord = ((masks[index] ?? 0) & language) !== 0;
		const isLeftOut = isStopWord || word.kind === 'mention' || word.term.length > LONGEST_LISTED;
		tokens.push({ term: word.term, listed: !isLeftOut && !(word.kind === 'word' && NUMBER.test(word.term)) });
	});
	return { tokens, folded: `${folded} ` };
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
