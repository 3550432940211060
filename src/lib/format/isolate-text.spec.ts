import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolateText } from './isolate-text';

const graphemes = (text: string) =>
	[...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

describe('isolateText', () => {
	it.each([
		['plain words', 'plain words'],
		['  two\n\nlines\tand\u2028more ', 'two lines and more'],
		['price\u202e drop\u202c', 'price drop'],
		['a\u0000b\u001bc\u009f', 'abc'],
		['a\u2066b\u2069\u200e\u200f\u061c', 'ab'],
		['a \u202e b', 'a b'],
		['half \ud83d here', 'half \ufffd here'],
		['\ufeffmark', 'mark'],
		['', ''],
		['\u202e', '']
	])('of %j is %j', (text, expected) => {
		expect(isolateText(text, 80)).toBe(expected);
	});

	it('cuts by graphemes and never through one', () => {
		const family = '👩‍👩‍👧‍👦';
		expect(isolateText(family.repeat(3), 3)).toBe(family.repeat(3));
		expect(isolateText(family.repeat(4), 3)).toBe(`${family}${family}…`);
		expect(isolateText('🇩🇪🇫🇷🇮🇹', 2)).toBe('🇩🇪…');
		expect(isolateText('abcdef', 1)).toBe('…');
	});

	it('keeps a letter under a hundred accents within bounds', () => {
		const heaped = `a${'\u0301'.repeat(5000)}`;
		expect(isolateText(heaped.repeat(3), 80).length).toBeLessThanOrEqual(3 * 24);
	});

	it('isolates text from right to left, so that it cannot reorder what stands around it', () => {
		expect(isolateText('שלום 12', 80)).toBe('\u2068שלום 12\u2069');
		expect(isolateText('price مرحبا', 80)).toBe('\u2068price مرحبا\u2069');
	});

	it('leaves markup as the text that it is', () => {
		expect(isolateText('<img src=x onerror=alert(1)>', 80)).toBe('<img src=x onerror=alert(1)>');
	});

	it('is one line without control or direction marks, well formed and short, for any text', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 60 }),
				fc.integer({ min: 1, max: 20 }),
				(text, most) => {
					const shown = isolateText(text, most);
					const inner = shown.replace(/^\u2068(.*)\u2069$/u, '$1');
					expect(shown.isWellFormed()).toBe(true);
					expect(inner).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f]/u);
					expect(graphemes(inner)).toBeLessThanOrEqual(most);
					expect(isolateText(shown, most)).toBe(shown);
				}
			),
			{ numRuns: 2000 }
		);
	});
});
