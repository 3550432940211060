import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedQuery, keywordsOf, segmentAsciiWords, segmentWords } from './keywords';

const listed = (text: string) =>
	keywordsOf(text)
		.tokens.filter((token) => token.listed)
		.map((token) => token.term);
const found = (text: string) => keywordsOf(text).tokens.map((token) => token.term);

describe('keywords of a text', () => {
	it.each([
		['plain words, folded', 'LOVE these Trainers', ['love', 'trainers']],
		['each word once', 'love love LOVE', ['love']],
		['hashtags with their sign', 'so #NewDrop, not newdrop', ['#newdrop', 'newdrop']],
		['full-width letters and signs as plain ones', '＃ＮＥＷ ｄｒｏｐ', ['#new', 'drop']],
		['sharp s and ligatures', 'Straße STRASSE ﬁne', ['strasse', 'fine']],
		['either apostrophe', "y’all y'all", ["y'all"]],
		['Japanese by dictionary', '自転車が大好き', ['自転車', '大好き']],
		['Chinese by dictionary', '我喜欢蓝色', ['喜欢', '蓝色']],
		['Thai by dictionary', 'ไปเที่ยว', ['เที่ยว']],
		['Arabic and Hebrew', 'فستان جميل שמלה', ['فستان', 'جميل', 'שמלה']],
		['accents, composed or not', 'cafe\u0301 café', ['café']],
		['emoji beside words', 'love😍dress', ['love', '😍', 'dress']],
		['a family as one emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', ['👩‍👩‍👧‍👦']],
		['flags, also side by side', '🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
		['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', ['🏴󠁧󠁢󠁳󠁣󠁴󠁿']],
		['skin tones as they are', '👍🏽👍', ['👍🏽', '👍']],
		['a heart with and without its variation sign', '❤ ❤️', ['❤️']],
		['keycaps', '1️⃣', ['1️⃣']],
		[
			'words without the invisible signs in them',
			'lo\u00adve \u202eevil\u202c dress\u200d',
			['love', 'evil', 'dress']
		],
		['names of object members', '__proto__ constructor toString', ['__proto__', 'constructor', 'tostring']]
	])('has %s', (_, text, expected) => {
		expect(listed(text)).toEqual(expected);
	});

	it.each([
		['URLs', 'see https://example.org/a?b=c#d www.example.org/x example.org/y', ['see']],
		['HTML entities', 'salt &amp; vinegar &#39;n&#x27;', ['salt', 'vinegar', 'n']],
		['punctuation and symbols', '!!! ... © ™ — _ $', ['tm']],
		['lone surrogates', 'a\ud83db \udc00', ['a', 'b']]
	])('leaves %s out', (_, text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	it.each([
		['mentions', '@Dash.Social', '@dash.social'],
		['numbers', '1,299.50', '1,299.50'],
		['numbers of other scripts', '١٢٣', '١٢٣'],
		['stop words', 'the dress', 'the'],
		['words without an end', 'a'.repeat(65), 'a'.repeat(65)]
	])('finds %s and does not list them', (_, text, term) => {
		expect(keywordsOf(text).tokens).toContainEqual({ term, listed: false });
	});

	it('takes stop words from the language of the text', () => {
		expect(listed('die Schuhe sind nicht gut und die Farbe ist auch nicht schön')).not.toContain('die');
		expect(listed('I would die for these, and my sister would too')).toContain('die');
	});

	it('never splits a surrogate pair or breaks a joined emoji', () => {
		const piece = fc.constantFrom(
			'👩‍💻',
			'🏳️‍🌈',
			'🇺🇳',
			'👍🏿',
			'😍',
			'\u200d',
			'\ufe0f',
			'a',
			'#',
			'@',
			'7',
			'\ud83d',
			'\udc69',
			' '
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const { tokens, folded } = keywordsOf(pieces.join(''));
				expect(folded.isWellFormed()).toBe(true);
				for (const { term } of tokens) {
					expect(term.isWellFormed()).toBe(true);
					expect(term).not.toMatch(/^\u200d|\u200d$/);
				}
			})
		);
	});

	it('splits plain ASCII exactly as Unicode word segmentation does', () => {
		const letters = fc.stringMatching(/^[ -~\t\n]{0,40}$/);
		const tricky = fc
			.array(
				fc.constantFrom('a', 'B', '1', '22', '.', ',', ';', ':', "'", '_', '-', ' ', '"', '/', '@', '\n')
			)
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.oneof(letters, tricky), (text) => {
				const folded = text.toLowerCase();
				expect(segmentAsciiWords(folded)).toEqual(segmentWords(folded));
			}),
			{ numRuns: 3_000 }
		);
	});

	it('takes any text without fail, and every word it gives is found again by a query for it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				const { folded, tokens } = keywordsOf(text);
				for (const { term } of tokens) expect(folded).toContain(` ${term} `);
				for (const { term } of tokens.filter((token) => token.listed && !token.term.includes(','))) {
					expect(foldedQuery(term)?.some((alternative) => folded.includes(alternative.phrase))).toBe(true);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

describe('a query', () => {
	it('is alternatives at its commas, each a word or a phrase', () => {
		expect(foldedQuery('Love, too  LATE!,')).toEqual([
			{ term: 'love', phrase: ' love ', terms: ['love'] },
			{ term: null, phrase: ' too late ', terms: ['too', 'late'] }
		]);
	});

	it('keeps a hashtag apart from the word', () => {
		expect(foldedQuery('#fail')?.[0]?.term).toBe('#fail');
		expect(keywordsOf('an epic fail').folded).not.toContain(' #fail ');
	});

	it('asks for nothing when it is blank, and matches nothing when it has no word', () => {
		expect(foldedQuery(' , ,')).toBeNull();
		expect(foldedQuery('!!!')).toEqual([]);
	});

	it('takes no sign for a pattern', () => {
		expect(foldedQuery('100% of_it *')?.[0]?.phrase).toBe(' 100 of_it ');
	});

	it('does not find a phrase across something that was left out', () => {
		expect(keywordsOf('love https://example.org it').folded).not.toContain(' love it ');
		expect(keywordsOf('love, it').folded).toContain(' love it ');
	});

	it('looks for a phrase of one word said twice', () => {
		expect(foldedQuery('so so')).toEqual([{ term: null, phrase: ' so so ', terms: ['so'] }]);
	});
});
