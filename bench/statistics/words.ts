import { binomialFrom, seeded, type Random } from '$lib/analytics/random';
import type { Keyword } from '$lib/community/answers';
import { keywordMovers, promisingWords, type MoverSide } from '$lib/server/panels/keyword-movers';
import { FALSE_ALARMS, type Finding } from './finding';

const WORDS = 300;
/** How many words a host lists of each side. */
const LISTED = 200;
/** The share of the commonest word; the k-th has that share ÷ k, as in any language (Zipf 1949). */
const COMMONEST = 0.12;

/** Words that one side has more of, and by how much: ten of them, common and rare ones. */
type Planted = { isPlanted: (word: number) => boolean; times: number };
const NOTHING: Planted = { isPlanted: () => false, times: 1 };
const TEN: Planted = { isPlanted: (word) => word % 30 === 20, times: 4 };

type Drawn = { counts: number[]; interactions: number };

function drawWords(random: Random, interactions: number, { isPlanted, times }: Planted): Drawn {
	const counts = Array.from({ length: WORDS }, (_, word) => {
		const share = (COMMONEST / (word + 1)) * (isPlanted(word) ? times : 1);
		return binomialFrom(random, interactions, share);
	});
	return { counts, interactions };
}

/** A side as a host tells it: the commonest words alone, those that nobody wrote never. */
function listed({ counts, interactions }: Drawn): MoverSide {
	const keywords = counts
		.map((total, word): Keyword => ({
			keyword: String(word),
			total,
			positive: 0,
			neutral: total,
			negative: 0
		}))
		.filter(({ total }) => total > 0)
		.toSorted((one, other) => other.total - one.total)
		.slice(0, LISTED);
	return { keywords, interactions };
}

/** The words that stand out of two sides, with the exact count of all that a list leaves out. */
function movedWords(a: Drawn, b: Drawn): number[] {
	const sides = { a: listed(a), b: listed(b) };
	const exact = promisingWords(sides, []).map(({ word, missing }) => {
		const { counts } = missing === 'a' ? a : b;
		return [word, counts[Number(word)]!] as const;
	});
	const { more, less } = keywordMovers(sides, new Map(exact), { omitted: [], score: 'net' });
	return [...more, ...less].map(({ word }) => Number(word));
}

/** Interactions of both sides: two periods alike, and a campaign of two weeks against eight weeks before it. */
const SIZES = [
	[1_000, 1_000],
	[500, 2_000],
	[3_000, 12_000]
] as const;

/**
 * Two sides whose messages are drawn one by one: how often any word is called a mover where none is, and the mean
 * share of chance among the movers where ten of 300 words are four times as frequent on one side.
 */
export function wordsByChance(runs: number): Finding[] {
	return SIZES.flatMap((sizes, index): Finding[] => {
		const where = `${WORDS} words, ${sizes.join(' and ')} interactions`;
		const quiet = simulateWords(runs, seeded(7_000 + index), sizes, NOTHING);
		const moved = simulateWords(runs, seeded(7_100 + index), sizes, TEN);
		const common = { where, nominal: 0.05, runs, bar: FALSE_ALARMS };
		return [
			{ ...common, what: 'any mover where none is', measured: quiet.chance },
			{ ...common, what: 'chance among movers, 10 are', measured: moved.chance },
			{ ...common, what: 'movers found of 10', nominal: 1, measured: moved.found, bar: null }
		];
	});
}

type Sizes = (typeof SIZES)[number];

/** The mean share of chance among the movers, and how many of the planted words are among them. */
function simulateWords(runs: number, random: Random, [inA, inB]: Sizes, planted: Planted) {
	let [chance, found] = [0, 0];
	for (let run = 0; run < runs; run += 1) {
		const moved = movedWords(drawWords(random, inA, planted), drawWords(random, inB, NOTHING));
		const real = moved.filter(planted.isPlanted).length;
		if (moved.length > 0) chance += (moved.length - real) / moved.length / runs;
		found += real / 10 / runs;
	}
	return { chance, found };
}
