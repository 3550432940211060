import { describe, expect, it } from 'vitest';
import { SENTIMENTS } from '$lib/community/vocabulary';
import { DEMO_BRANDS } from './brands';
import { LANGUAGES, readPhrasebook } from './phrases/phrasebook';
import { randomOf } from './random';
import { escapedText, mistype, PHRASEBOOKS, writeComment, writePhrase } from './write-text';

const KNOWN_SLOTS = ['brand', 'product', 'kind', 'part', 'friend'];
const ENGLISH_ONLY = ['spam', 'recycling', 'podcast'];

describe('the phrasebooks', () => {
	it.each(LANGUAGES)('has words for every slot that a phrase in "%s" asks for', (language) => {
		const book = PHRASEBOOKS[language];
		for (const section of book.sections.values()) {
			for (const phrase of SENTIMENTS.flatMap((sentiment) => section[sentiment])) {
				const names = phrase.parts.filter((_, index) => index % 2 === 1);
				expect(phrase.parts.length % 2, phrase.parts.join('|')).toBe(1);
				for (const name of names) expect([...KNOWN_SLOTS, ...book.slots.keys()]).toContain(name);
			}
		}
	});

	it.each(LANGUAGES)('uses every slot that "%s" defines', (language) => {
		const book = PHRASEBOOKS[language];
		const used = new Set(
			[...book.sections.values()].flatMap((section) =>
				SENTIMENTS.flatMap((sentiment) => section[sentiment].flatMap((phrase) => phrase.parts))
			)
		);
		for (const name of book.slots.keys()) expect(used).toContain(name);
	});

	it.each(LANGUAGES)(
		'has every section of the English one in "%s", with a phrase for the same feelings',
		(language) => {
			for (const [name, english] of PHRASEBOOKS.en.sections) {
				if (ENGLISH_ONLY.includes(name)) continue;
				const own = PHRASEBOOKS[language].sections.get(name);
				const feelings = SENTIMENTS.filter((sentiment) => english[sentiment].length > 0);
				expect(
					SENTIMENTS.filter((sentiment) => (own?.[sentiment].length ?? 0) > 0),
					name
				).toEqual(feelings);
			}
		}
	);

	it('says which line it cannot read', () => {
		expect(() => readPhrasebook('fr', '[taste]\n* Le goût')).toThrow(
			'The phrasebook "fr" has a line that is no phrase: * Le goût'
		);
		expect(() => readPhrasebook('fr', '+ Le goût')).toThrow('+ Le goût');
	});

	it('mentions no hashtag but those of the planted campaigns', () => {
		const phrases = LANGUAGES.flatMap((language) =>
			[...PHRASEBOOKS[language].sections.values()].flatMap((section) =>
				SENTIMENTS.flatMap((sentiment) => section[sentiment].map((phrase) => phrase.parts.join('')))
			)
		);
		const hashtags = new Set(phrases.flatMap((phrase) => phrase.match(/#\w+/g) ?? []));
		expect([...hashtags].sort()).toEqual(['#bareweeks', '#bubbleorbrew', '#slowmornings']);
	});
});

describe('writing a comment', () => {
	it('leaves no brace, no double space and nothing undefined in any language, brand, section or mood', () => {
		const random = randomOf('texts');
		for (const language of LANGUAGES) {
			for (const section of PHRASEBOOKS[language].sections.keys()) {
				for (const brand of DEMO_BRANDS) {
					for (const sentiment of SENTIMENTS) {
						const { text } = writeComment(random, { brand, language, sentiment, section });
						expect(text).not.toMatch(/[{}]|undefined| {2}|^\s|\s$/);
						expect(text.length).toBeLessThan(280);
					}
				}
			}
		}
	});

	it('keeps whole emoji: no half of a surrogate pair', () => {
		const random = randomOf('emoji');
		const [brand] = DEMO_BRANDS;
		for (let index = 0; index < 500 && brand; index++) {
			const { text } = writeComment(random, {
				brand,
				language: 'en',
				sentiment: 'positive',
				section: 'general'
			});
			expect(text.isWellFormed()).toBe(true);
		}
	});

	it('knows a question in Latin, Japanese and Arabic letters', () => {
		const [brand] = DEMO_BRANDS;
		for (const language of ['en', 'ja', 'ar'] as const) {
			const random = randomOf('question', language);
			const written = Array.from({ length: 40 }, () =>
				writePhrase(random, {
					brand: brand as (typeof DEMO_BRANDS)[number],
					language,
					sentiment: 'neutral',
					section: 'recipe'
				})
			);
			expect(written.some(({ isQuestion }) => isQuestion)).toBe(true);
			for (const { text, isQuestion } of written) expect(/[?？؟]/.test(text)).toBe(isQuestion);
		}
	});

	it('swaps two letters at most, and none in names, hashtags and mentions', () => {
		const random = randomOf('typos');
		for (let index = 0; index < 100; index++) {
			expect(mistype(random, '#slowmornings @lena.backt Fennick')).toBe('#slowmornings @lena.backt Fennick');
			const typo = mistype(random, 'wrapper');
			expect([...typo].sort()).toEqual([...'wrapper'].sort());
			expect([typo.at(0), typo.at(-1)]).toEqual(['w', 'r']);
		}
	});

	it('escapes what HTML escapes, and gives null where nothing is to escape', () => {
		expect(escapedText(`I can't <b> "Tarn & Moss"`)).toBe(
			'I can&#39;t &lt;b&gt; &quot;Tarn &amp; Moss&quot;'
		);
		expect(escapedText('Plain')).toBeNull();
	});
});
