import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSimpson, kitagawa, type GroupPair } from './kitagawa';

/** Treatment of kidney stones, open surgery (A) and puncture (B), small and large stones (Charig et al. 1986). */
const STONES: GroupPair[] = [
	{ key: 'small', a: { n: 87, rate: 81 / 87 }, b: { n: 270, rate: 234 / 270 } },
	{ key: 'large', a: { n: 263, rate: 192 / 263 }, b: { n: 80, rate: 55 / 80 } }
];

const rate = fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
const side = fc.record({ n: fc.nat(500), rate });
const groups = fc.array(fc.record({ key: fc.string(), a: side, b: side }), { minLength: 1, maxLength: 8 });

describe('rate and mix', () => {
	it('of the kidney stones are the published ones', () => {
		const found = kitagawa(STONES)!;
		expect([found.total, found.rate, found.mix].map((value) => value.toFixed(6))).toEqual([
			'-0.045714',
			'0.053671',
			'-0.099386'
		]);
	});

	it('add up to the difference of the pooled rates, group by group', () => {
		fc.assert(
			fc.property(groups, (list) => {
				const found = kitagawa(list);
				const pooled = (of: 'a' | 'b') => {
					const n = list.reduce((sum, group) => sum + group[of].n, 0);
					return list.reduce((sum, group) => sum + group[of].n * group[of].rate, 0) / n;
				};
				if (found === null) {
					expect(pooled('a') - pooled('b')).toBeNaN();
					return;
				}
				expect(found.total).toBeCloseTo(pooled('a') - pooled('b'), 10);
				const parts = found.groups.reduce((sum, part) => sum + part.rate + part.mix, 0);
				expect(parts).toBeCloseTo(found.total, 10);
			}),
			{ examples: [[[{ key: '', a: { n: 0, rate: 0 }, b: { n: 0, rate: 0 } }]]] }
		);
	});

	it('turn their sign when the sides are exchanged', () => {
		fc.assert(
			fc.property(groups, (list) => {
				const there = kitagawa(list);
				const back = kitagawa(list.map(({ key, a, b }) => ({ key, a: b, b: a })));
				expect(back?.rate ?? 0).toBeCloseTo(-(there?.rate ?? 0), 10);
				expect(back?.mix ?? 0).toBeCloseTo(-(there?.mix ?? 0), 10);
			})
		);
	});

	it('where nothing but the shares moved are all mix, and where nothing but rates moved are all rate', () => {
		const shifted = STONES.map((group) => ({ ...group, b: { ...group.b, rate: group.a.rate } }));
		expect(kitagawa(shifted)!.rate).toBe(0);
		const moved = STONES.map((group) => ({ ...group, b: { n: group.a.n, rate: group.b.rate } }));
		expect(kitagawa(moved)!.mix).toBe(0);
	});

	it('of a group that is new are mix only', () => {
		const found = kitagawa([...STONES, { key: 'new', a: { n: 50, rate: 0.2 }, b: { n: 0, rate: 0 } }])!;
		expect(found.groups[2]).toMatchObject({ rate: 0, shareB: 0 });
	});
});

describe('the Simpson alarm', () => {
	it('rings for the kidney stones, where both sizes went better and the total worse', () => {
		expect(isSimpson(STONES)).toBe(true);
	});

	it('does not ring when the total goes with a group, or when only one group has enough data', () => {
		const even = STONES.map(({ key, a, b }) => ({ key, a: { ...a, n: 100 }, b: { ...b, n: 100 } }));
		expect(isSimpson(even)).toBe(false);
		expect(isSimpson(STONES, 85)).toBe(false);
	});

	it('lets no group of a few comments stop it', () => {
		const few = { key: 'few', a: { n: 5, rate: -1 }, b: { n: 5, rate: 1 } };
		expect(isSimpson([...STONES, few])).toBe(true);
	});

	it('never rings when no share moved', () => {
		fc.assert(
			fc.property(groups, (list) => {
				const same = list.map(({ key, a, b }) => ({ key, a, b: { ...b, n: a.n } }));
				expect(isSimpson(same)).toBe(false);
			})
		);
	});
});
