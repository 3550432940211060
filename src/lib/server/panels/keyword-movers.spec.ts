import { describe, expect, it } from 'vitest';
import { newcombe } from '$lib/analytics/difference';
import { DEMO_BRANDS } from '$lib/server/demo/brands';
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

/** What stands out of two stretches of the demo, with every promising word counted. */
function moversOf(sides: MoverSides) {
	return keywordMovers(sides, exactOf(promisingWords(sides, []), sides), CHOICE);
}

describe('words that move in the demo', () => {
	const plan = demoOf('movers');
	const days = (brand: string, now: [number, number], before: [number, number]) => ({
		a: sideOf(plan, brand, { from: now[0], to: now[1] }),
		b: sideOf(plan, brand, { from: before[0], to: before[1] })
	});

	it('finds the wrapper that people complain about, with how they feel about it', () => {
		const { more } = moversOf(days('Quillby', [6, 0], [13, 7]));
		expect(more[0]).toMatchObject({ word: 'wrapper', b: { x: 0 } });
		expect(more[0]!.low).toBeGreaterThan(0);
		expect(more[0]!.score!.value).toBeLessThan(0);
	});

	it('finds the hashtag of a campaign during it, and finds it leaving after it', () => {
		const during = days('Fennick', [20, 7], [48, 21]);
		expect(moversOf(during).more.map(({ word }) => word)).toContain('#slowmornings');
		const turned = moversOf({ a: during.b, b: during.a });
		expect(turned.less.map(({ word }) => word)).toEqual(moversOf(during).more.map(({ word }) => word));
	});

	it('finds words in at most one of twenty comparisons where nothing was planted', () => {
		const runs = ['one', 'two', 'three'].flatMap((seed) => {
			const quiet = demoOf(seed);
			return DEMO_BRANDS.map(({ name }) =>
				moversOf({
					a: sideOf(quiet, name, { from: 146, to: 133 }),
					b: sideOf(quiet, name, { from: 160, to: 147 })
				})
			);
		});
		const found = runs.filter(({ more, less }) => more.length + less.length > 0);
		expect(runs.every(({ compared }) => compared > 50)).toBe(true);
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

	it('asks for no count of a word that cannot stand out whatever its count is', () => {
		const sides = { a: sideWith({ rare: 2 }), b: sideWith({ last: 2 }) };
		expect(promisingWords(sides, [])).toEqual([]);
		expect(keywordMovers(sides, NOTHING, CHOICE)).toMatchObject({ compared: 32, left: 0 });
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
