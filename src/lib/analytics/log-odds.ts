import { normalBelow } from './normal';

/** How often a word occurs in two bodies of messages, and in a background such as all messages of all brands. */
export type WordCount = { word: string; a: number; b: number; background: number };

/** How far a word leans to A (positive) or B: `delta` the log of the odds ratio, `zeta` in its standard errors. */
export type WordLean = { word: string; delta: number; zeta: number; p: number };

/** The prior's size: as many words as the background counts for. */
const PRIOR_SIZE = 50;

const total = (words: readonly WordCount[], side: 'a' | 'b' | 'background') =>
	words.reduce((sum, word) => sum + word[side], 0);

/**
 * How much more a word belongs to A than to B: weighted log-odds with an informative Dirichlet prior. With p the word's
 * share of the background times p0, δ = ln[(a+p)/(nA+p0−a−p)] − ln[(b+p)/(nB+p0−b−p)], ζ = δ/√(1/(a+p) + 1/(b+p)).
 * A message holds several words, so their counts are no multinomial: rank by ζ, and confirm a word by comparing the
 * shares of messages that have it (`shareTest`, `falseDiscoveries`). A word that neither the two bodies nor the
 * background has says nothing and has NaN.
 * Source: Monroe, Colaresi and Quinn, Political Analysis 16 (2008) 372–403, equations 15 to 22.
 * @param words all words that are counted, since their sums are nA, nB and the background's size
 * @param priorSize p0, over 0
 * @returns in the order of the words
 * @example wordLeans([{ word: 'love', a: 30, b: 12, background: 420 }, …])[0]?.zeta // 2.81: leans to A
 */
export function wordLeans(words: readonly WordCount[], priorSize: number = PRIOR_SIZE): WordLean[] {
	const [nA, nB, all] = [total(words, 'a'), total(words, 'b'), total(words, 'background')];
	const odds = (count: number, prior: number, n: number) =>
		Math.log((count + prior) / (n + priorSize - count - prior));
	return words.map(({ word, a, b, background }) => {
		const prior = (priorSize * background) / all;
		const delta = odds(a, prior, nA) - odds(b, prior, nB);
		const zeta = delta / Math.sqrt(1 / (a + prior) + 1 / (b + prior));
		return { word, delta, zeta, p: 2 * normalBelow(-Math.abs(zeta)) };
	});
}

/** As many messages as the mean of all counts for. */
const SHRINKAGE = 10;

/**
 * A rate drawn towards the mean of all, the more the fewer messages it comes from: (x + k·m) / (n + k).
 * @param x the sum that the rate divides, such as P − N
 * @param mean m, the rate of all
 * @param strength k, over 0
 * @example shrunk(3, 3, 0.2) // 0.385: three of three is not 100 %
 */
export function shrunk(x: number, n: number, mean: number, strength: number = SHRINKAGE): number {
	return (x + strength * mean) / (n + strength);
}
