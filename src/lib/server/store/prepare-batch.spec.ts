import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interaction } from './fixture';
import { keywordsOf } from './keywords';
import { prepareBatch } from './prepare-batch';
import { Terms } from './terms';

describe('the words of a batch', () => {
	it('are those that keywordsOf gives for each text, by the short way and by the long one', async () => {
		const piece = fc.constantFrom(
			...[
				'love',
				'the',
				'THE',
				"it's",
				'3.5',
				' ',
				'  ',
				'. ',
				', ',
				'!',
				'_',
				'#fail',
				'@acme',
				'😍',
				'é',
				'die',
				'nicht'
			],
			...['https://example.org/a', '&amp;', ':', '自転車']
		);
		const text = fc.oneof(
			fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
			fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
				const rows = texts.map((text, index) => interaction(String(index), { text }));
				const batch = await prepareBatch(rows, new Terms());
				texts.forEach((text, index) => {
					const { tokens, folded } = keywordsOf(text);
					const from = batch.ends[index - 1] ?? 0;
					const words = batch.terms.slice(from, batch.ends[index]).map((term, place) => ({
						term: term.text,
						listed: batch.listed[from + place]
					}));
					expect(words).toEqual(tokens);
					expect(batch.folded[index]).toBe(folded);
				});
			}),
			{ numRuns: 400 }
		);
	});

	it('are one object each, however many there are', async () => {
		const terms = new Terms();
		const texts = Array.from({ length: 3_000 }, (_, index) => `word${index % 700} other${index % 300}`);
		const batch = await prepareBatch(
			texts.map((text, index) => interaction(String(index), { text })),
			terms
		);
		expect(new Set(batch.terms).size).toBe(1_000);
		expect(new Set(batch.terms.map((term) => term.text)).size).toBe(1_000);
	});

	it('of what the brand wrote itself are none', async () => {
		const batch = await prepareBatch([interaction('1', { fromBrand: true })], new Terms());
		expect(batch).toMatchObject({ terms: [], folded: [''], ends: [0] });
	});
});
