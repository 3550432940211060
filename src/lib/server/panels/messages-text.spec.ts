import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedQuery, scanWords } from '$lib/server/store/keywords';
import { markedWords, messageLines } from './messages-text';

const ROOM = { graphemes: 1_000, lines: 20 };
const lines = (text: string, query = '', room = ROOM) => messageLines(text, markedWords(query), room);
const marked = (text: string, query: string) =>
	lines(text, query).flatMap((pieces) => pieces.filter((_, index) => index % 2 === 1));

describe('the text of a message', () => {
	it('keeps its line breaks, and drops empty lines at the ends', () => {
		expect(lines('\n\nOne\r\ntwo\n\n\n three \n')).toEqual([['One'], ['two'], [''], ['three']]);
	});

	it('is text, whatever it holds', () => {
		expect(lines('<b>bold</b> & "quoted"')).toEqual([['<b>bold</b> & "quoted"']]);
	});

	it('loses what nobody sees and what turns the direction of the page', () => {
		expect(lines('pri\u200bce \u202edrop\u202c \u0000end')).toEqual([['price drop end']]);
	});

	it('is isolated when it is written from right to left', () => {
		expect(lines('سلام')).toEqual([['\u2068سلام\u2069']]);
	});

	it('is cut after as much as there is room for, and says so', () => {
		expect(lines('a'.repeat(50), '', { graphemes: 10, lines: 9 })).toEqual([[`${'a'.repeat(9)}…`]]);
		expect(lines('a\nb\nc', '', { graphemes: 99, lines: 2 })).toEqual([['a'], ['b'], ['…']]);
	});

	it('has no line when it has no sign that can be seen', () => {
		expect(lines('\u200b \n\u202e')).toEqual([]);
	});
});

describe('the words that a query finds', () => {
	it('are marked as whole words, whatever their case', () => {
		expect(marked('The Wrapper, the wrappers and the WRAPPER.', 'wrapper')).toEqual(['Wrapper', 'WRAPPER']);
	});

	it('are marked as phrases across their blanks and signs', () => {
		expect(marked('Far too late. Too, late, I say!', 'too late')).toEqual(['too late', 'Too, late']);
	});

	it('are marked for each alternative', () => {
		expect(marked('price and taste', 'taste,price')).toEqual(['price', 'taste']);
	});

	it('are not marked inside a hashtag or a name, which are words of their own', () => {
		expect(marked('#price @price price', 'price')).toEqual(['price']);
		expect(marked('#price price', '#price')).toEqual(['#price']);
	});

	it('are marked in any script, and as emoji', () => {
		expect(marked('größer als GRÖSSER', 'grösser')).toEqual(['größer', 'GRÖSSER']);
		expect(marked('so good 😍!', '😍')).toEqual(['😍']);
		expect(marked('الكيس الكبير', 'الكبير').join('')).toContain('الكبير');
	});

	it('are marked across a line break, which no phrase minds, and not within an address, where no word is found', () => {
		expect(lines('far too\nlate', 'too late')).toEqual([
			['far ', 'too', ''],
			['', 'late', '']
		]);
		expect(marked('https://shop.test/late &late; late', 'late')).toEqual(['late']);
		expect(lines('wrap\u00adper wrapper\u200bfoil', 'wrapper')).toEqual([
			['', 'wrap\u00adper', ' ', 'wrapper', 'foil']
		]);
	});

	it('are marked in exactly the messages that the store finds', () => {
		const piece = fc.constantFrom(
			...[
				'wrapper',
				'WRAPPER',
				'ｗｒａｐｐｅｒ',
				'new',
				'too',
				'late',
				'café',
				'cafe\u0301',
				'straße',
				'STRASSE',
				'İstanbul'
			],
			...[
				'#fail',
				'#Fail',
				'＃fail',
				'fail',
				'@fail',
				'😍',
				'❤',
				'❤️',
				'👩‍👩‍👧',
				'한국어',
				'東京',
				'東京都',
				'ﬁne',
				'fine',
				'²',
				'2'
			],
			...[
				"don't",
				'don’t',
				'x.y',
				'https://a.test/new',
				'&amp;',
				'new.test/late',
				'ſad',
				'sad',
				'שלום',
				'सुंदर',
				'ไทย',
				'1,5',
				'½'
			]
		);
		const between = fc.constantFrom(
			' ',
			'  ',
			'\n',
			'\n\n',
			', ',
			'-',
			'…',
			'\t',
			'',
			'\u200b',
			'\u00ad',
			' & ',
			'\u2019',
			'_'
		);
		const text = fc.array(fc.tuple(piece, between), { maxLength: 8 }).map((all) => all.flat().join(''));
		const query = fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
		fc.assert(
			fc.property(text, query, (message, asked) => {
				const { folded } = scanWords(message);
				const isFound = (foldedQuery(asked) ?? []).some(({ phrase }) => folded.includes(phrase));
				expect(marked(message, asked).length > 0).toBe(isFound);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('are also those of the one keyword that the link looks at', () => {
		const words = markedWords('price', 'taste');
		expect(messageLines('price and taste', words, ROOM)).toEqual([['', 'price', ' and ', 'taste', '']]);
	});

	it('may be a name of the language itself', () => {
		expect(marked('what is __proto__ for', '__proto__')).toEqual(['__proto__']);
		expect(marked('constructor', 'constructor')).toEqual(['constructor']);
	});

	it('never change the text that they are marked in', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 60 });
		fc.assert(
			fc.property(text, text, (message, query) => {
				const plain = lines(message).map((pieces) => pieces.join(''));
				expect(lines(message, query).map((pieces) => pieces.join(''))).toEqual(plain);
			})
		);
	});
});
