import { describe, expect, it } from 'vitest';
import { newcombe } from '$lib/analytics/difference';
import { DEMO_BRANDS } from '$lib/server/demo/brands';
import type { DemoPlan } from '$lib/server/demo/plan';
import { demoOf, exactOf, sideOf } from './demo-words';
import { keyword } from './keyword-fixture';
import { keywordMovers, promisingWords, type MoverSide, type MoverSides } from './keyword-movers';

const CHOICE = { omitted: [], score: 'net' } as const;
const NOTHING = new Map<string, number>();

/** A side of 1,000 interactions with an even list, some words of which have another count. */
function sideWith(counts: Record<string, number>, interactions = 1000): MoverSide {
	const usual = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`word${index}`, 40]));
	const all = Object.entries({ ...usual, ...counts });
	return { interactions, keywords: all.map(([word, total]) => keyword(word, total, { negative: total })) };
}

type Span = { from: number; to: number };

/** What stands out of two stretches of the demo, whose lists are cut off, with every promising word counted. */
function moversOf(plan: DemoPlan, brand: string, now: Span, before: Span) {
	const listed = (limit: number): MoverSides => ({
		a: sideOf(plan, brand, { ...now, limit }),
		b: sideOf(plan, brand, { ...before, limit })
	});
	const sides = listed(500);
	return keywordMovers(sides, exactOf(promisingWords(sides, []), listed(Infinity)), CHOICE);
}

describe('words that move in the demo', () => {
	const plan = demoOf('movers');
	it('finds the wrapper that people complain about, with how they feel about it', () => {
		const { more } = moversOf(plan, 'Quillby', { from: 6, to: 0 }, { from: 13, to: 7 });
		expect(more[0]).toMatchObject({ word: 'wrapper', b: { x: 0 } });
		expect(more[0]!.low).toBeGreaterThan(0);
		expect(more[0]!.score!.value).toBeLessThan(0);
	});

	it('finds the hashtag of a campaign during it, and finds it leaving after it', () => {
		const [campaign, earlier] = [
			{ from: 20, to: 7 },
			{ from: 48, to: 21 }
		];
		const during = moversOf(plan, 'Fennick', campaign, earlier);
		expect(during.more.map(({ word }) => word)).toContain('#slowmornings');
		const turned = moversOf(plan, 'Fennick', earlier, campaign);
		expect(turned.less.map(({ word }) => word)).toEqual(during.more.map(({ word }) => word));
	});

	it('finds words in at most one of twenty comparisons where nothing was planted, equally long or not', () => {
		const now = { from: 146, to: 133 };
		const runs = ['one', 'two'].flatMap((seed) => {
			const quiet = demoOf(seed);
			return DEMO_BRANDS.filter(({ name }) => name !== 'Ovelle').flatMap(({ name }) => [
				moversOf(quiet, name, now, { from: 160, to: 147 }),
				moversOf(quiet, name, now, { from: 202, to: 147 })
			]);
		});
		const found = runs.filter(({ more, less }) => more.length + less.length > 0);
		expect(Math.min(...runs.map(({ compared }) => compared))).toBeGreaterThan(5);
		expect(found.length / runs.length).toBeLessThanOrEqual(0.05);
	});
});

describe('comparing words', () => {
	it('shows the share of all interactions on both sides, and Newcombe’s interval of their difference', () => {
		const sides = { a: sideWith({ wrapper: 120 }), b: sideWith({ wrapper: 20 }, 2000) };
		const [mover] = keywordMovers(sides, NOTHING, CHOICE).more;
		expect(mover).toMatchObject({ a: { x: 120, n: 1000 }, b: { x: 20, n: 2000 }, rated: 120 });
		const { estimate, low, high } = newcombe({ x: 120, n: 1000 }, { x: 20, n: 2000 });
		expect(mover).toMatchObject({ difference: estimate, low, high });
	});

	it('takes a word that is not listed for unknown: without its exact count it is left out, and said to be', () => {
		const sides = { a: sideWith({ wrapper: 120 }), b: sideWith({}) };
		expect(promisingWords(sides, [])).toMatchObject([{ word: 'wrapper', missing: 'b' }]);
		const unknown = keywordMovers(sides, NOTHING, CHOICE);
		expect(unknown).toMatchObject({ more: [], less: [], compared: 30, left: 1 });
		const counted = keywordMovers(sides, new Map([['wrapper', 31]]), CHOICE);
		expect(counted).toMatchObject({ compared: 31, left: 0, more: [{ word: 'wrapper', b: { x: 31 } }] });
	});

	it('finds a rare word that was never there before, whose share alone is proof', () => {
		const sides = { a: sideWith({ foil: 16 }), b: sideWith({}) };
		const { more } = keywordMovers(sides, new Map([['foil', 0]]), CHOICE);
		expect(more).toMatchObject([{ word: 'foil', b: { x: 0 } }]);
		expect(more[0]!.zeta).toBeLessThan(3);
	});

	it('asks for no count of a word that would not stand beside all others, whatever its count is', () => {
		const sides = { a: sideWith({ foil: 6 }), b: sideWith({ last: 1 }) };
		expect(newcombe({ x: 6, n: 1000 }, { x: 0, n: 1000 }).low).toBeGreaterThan(0);
		expect(promisingWords(sides, [])).toEqual([]);
	});

	it('no longer misses a word whose exact count is known', () => {
		const sides = { a: sideWith({ wrapper: 120, foil: 110 }), b: sideWith({}) };
		const exact = new Map([['wrapper', 2]]);
		expect(promisingWords(sides, [], exact)).toMatchObject([{ word: 'foil' }]);
		expect(keywordMovers(sides, exact, CHOICE)).toMatchObject({ compared: 31, left: 1 });
	});

	it('asks for no count of a word that is too rare to stand out, and does not hold the others against it, whatever its count is', () => {
		const sides = { a: sideWith({ rare: 2 }), b: sideWith({ last: 2 }) };
		expect(promisingWords(sides, [])).toEqual([]);
		expect(keywordMovers(sides, NOTHING, CHOICE)).toMatchObject({ compared: 30, left: 0 });
	});

	it('counts every compared word against those that stand out: one that stands alone falls among many', () => {
		const alone = { interactions: 1000, keywords: [keyword('wrapper', 62), keyword('taste', 300)] };
		const before = { interactions: 1000, keywords: [keyword('wrapper', 38), keyword('taste', 310)] };
		expect(keywordMovers({ a: alone, b: before }, NOTHING, CHOICE).more).toHaveLength(1);
		const among = { a: sideWith({ wrapper: 62 }), b: sideWith({ wrapper: 38 }) };
		expect(keywordMovers(among, NOTHING, CHOICE).more).toHaveLength(0);
	});

	it('does not call a word more frequent because people write longer messages', () => {
		const longer = {
			interactions: 1000,
			keywords: sideWith({}).keywords.map((one) => ({ ...one, total: 80 }))
		};
		expect(keywordMovers({ a: longer, b: sideWith({}) }, NOTHING, CHOICE)).toMatchObject({
			more: [],
			less: []
		});
	});

	it('leaves hidden words out, also of the number of compared ones', () => {
		const sides = { a: sideWith({ wrapper: 120 }), b: sideWith({}) };
		const hidden = { ...CHOICE, omitted: ['wrapper', 'word0'] };
		expect(promisingWords(sides, hidden.omitted)).toEqual([]);
		expect(keywordMovers(sides, NOTHING, hidden)).toMatchObject({ compared: 29, more: [], left: 0 });
	});

	it('compares nothing where a side has fewer than ten interactions', () => {
		const sides = { a: sideWith({}, 9), b: sideWith({}) };
		expect(keywordMovers(sides, NOTHING, CHOICE)).toMatchObject({ compared: 0, isTooLittle: true });
	});
});
