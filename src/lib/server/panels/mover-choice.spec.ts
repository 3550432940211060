import { describe, expect, it } from 'vitest';
import { MOVER_ORDERS } from '$lib/filters/filters';
import { keyword } from './keyword-fixture';
import { keywordMovers, type Mover } from './keyword-movers';
import { chosenMovers } from './mover-choice';

const NONE = { movers: null, moversSort: null } as const;

/** 2,000 interactions on each side; the words of A are absent from B but for the last, which is the other way. */
function moversOf(score: 'net' | 'net-rated' | 'positive-of-rated' | 'positive' = 'net') {
	const a = [
		keyword('refund', 200, { negative: 90, neutral: 20, positive: 5 }),
		keyword('late', 150, { negative: 40, neutral: 20, positive: 30 }),
		keyword('lovely', 180, { negative: 2, neutral: 20, positive: 90 }),
		keyword('crumbly', 120, { negative: 80, neutral: 5, positive: 5 }),
		keyword('unrated', 160),
		keyword('gone', 1, { negative: 1 })
	];
	const b = [
		...['refund', 'late', 'lovely', 'crumbly', 'unrated'].map((word) => keyword(word, 2)),
		keyword('gone', 140, { negative: 100, neutral: 10, positive: 10 })
	];
	const sides = { a: { keywords: a, interactions: 2_000 }, b: { keywords: b, interactions: 2_000 } };
	return keywordMovers(sides, new Map(), { omitted: [], score });
}

const wordsOf = (movers: readonly Mover[]) => movers.map(({ word }) => word);
const moodOf = (word: string, { more, less }: ReturnType<typeof moversOf>) =>
	[...more, ...less].find((mover) => mover.word === word)?.mood;

describe('what people feel who use a word that moved', () => {
	it('is told where the whole interval of net sentiment is on one side of 0, and by no more', () => {
		for (const score of ['net', 'net-rated', 'positive-of-rated', 'positive'] as const) {
			const movers = moversOf(score);
			const moods = ['refund', 'late', 'lovely', 'crumbly', 'unrated', 'gone'].map((word) => [
				word,
				moodOf(word, movers)
			]);
			expect(moods, score).toEqual([
				['refund', 'negative'],
				['late', null],
				['lovely', 'positive'],
				['crumbly', 'negative'],
				['unrated', null],
				['gone', 'negative']
			]);
		}
	});

	it('agrees with the interval that is printed', () => {
		const { more, less } = moversOf();
		for (const { mood, score } of [...more, ...less]) {
			if (score === null) expect(mood).toBeNull();
			else expect(mood).toBe(score.high < 0 ? 'negative' : score.low > 0 ? 'positive' : null);
		}
	});
});

describe('the words that a link asks for', () => {
	it('are all of them, the surest first, where it does not say', () => {
		const movers = moversOf();
		expect(chosenMovers(movers, NONE)).toEqual(movers);
	});

	it('are what is rising and negative', () => {
		const { more, less } = chosenMovers(moversOf(), { ...NONE, movers: 'negative' });
		expect(wordsOf(more).toSorted()).toEqual(['crumbly', 'refund']);
		expect(wordsOf(less)).toEqual(['gone']);
		expect(wordsOf(chosenMovers(moversOf(), { ...NONE, movers: 'positive' }).more)).toEqual(['lovely']);
	});

	it('stand from the most negative or the most positive, and those without a score last', () => {
		const worst = wordsOf(chosenMovers(moversOf(), { ...NONE, moversSort: 'net' }).more);
		expect(worst).toEqual(['crumbly', 'refund', 'late', 'lovely', 'unrated']);
		const best = wordsOf(chosenMovers(moversOf(), { ...NONE, moversSort: '-net' }).more);
		expect(best).toEqual(['lovely', 'late', 'refund', 'crumbly', 'unrated']);
	});

	it('stand from the one that differs most, whatever is surest', () => {
		const largest = wordsOf(chosenMovers(moversOf(), { ...NONE, moversSort: 'difference' }).more);
		expect(largest).toEqual(['refund', 'lovely', 'unrated', 'late', 'crumbly']);
	});

	it('are no others than those that stand out anyway, with the same numbers', () => {
		const all = moversOf();
		for (const movers of ['negative', 'positive', null] as const) {
			for (const moversSort of [...MOVER_ORDERS, null]) {
				const chosen = chosenMovers(all, { movers, moversSort });
				for (const side of ['more', 'less'] as const) {
					for (const mover of chosen[side]) expect(all[side]).toContain(mover);
				}
			}
		}
	});
});
