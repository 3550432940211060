import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrunk, wordLeans } from './log-odds';

const WORDS = [
	{ word: 'love', a: 30, b: 12, background: 420 },
	{ word: 'price', a: 12, b: 10, background: 300 },
	{ word: 'broken', a: 5, b: 25, background: 180 },
	{ word: 'shipping', a: 20, b: 18, background: 600 },
	{ word: 'colour', a: 3, b: 1, background: 40 }
];

const anyWords = fc.array(
	fc.record({
		word: fc.string(),
		a: fc.nat(200),
		b: fc.nat(200),
		background: fc.integer({ min: 1, max: 2000 })
	}),
	{ minLength: 2, maxLength: 12 }
);

describe('the lean of words', () => {
	it('is the published one', () => {
		const [love, , broken] = wordLeans(WORDS, 50);
		expect(love!.zeta.toFixed(6)).toBe('2.813859');
		expect(broken!.zeta.toFixed(6)).toBe('-3.664224');
	});

	it('turns its sign when the bodies are exchanged', () => {
		fc.assert(
			fc.property(anyWords, (words) => {
				const there = wordLeans(words);
				const back = wordLeans(words.map((word) => ({ ...word, a: word.b, b: word.a })));
				there.forEach(({ zeta }, index) => expect(back[index]!.zeta).toBeCloseTo(-zeta, 10));
			})
		);
	});

	it('of bodies that are alike is none', () => {
		fc.assert(
			fc.property(anyWords, (words) => {
				const leans = wordLeans(words.map((word) => ({ ...word, b: word.a })));
				leans.forEach(({ zeta, p }) => {
					expect(zeta).toBeCloseTo(0, 12);
					expect(p).toBeCloseTo(1, 10);
				});
			})
		);
	});

	it('is not led by rare words: once against never weighs less than 30 against 12', () => {
		const [love, , , , rare] = wordLeans([...WORDS.slice(0, 4), { word: 'zip', a: 1, b: 0, background: 1 }]);
		expect(Math.abs(rare!.zeta)).toBeLessThan(Math.abs(love!.zeta));
	});
});

describe('a shrunk rate', () => {
	it('lies between the plain one and that of all, the nearer to the plain one the more messages it has', () => {
		expect(shrunk(3, 3, 0.2)).toBeCloseTo(5 / 13, 14);
		expect(shrunk(0, 0, 0.2)).toBeCloseTo(0.2, 14);
		expect(shrunk(3000, 3000, 0.2)).toBeGreaterThan(0.99);
	});
});
