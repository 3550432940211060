import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedNet, trueShare, trueShares, type Confusion } from './label-error';
import { multinomialFrom, seeded } from './random';

const CONFUSION: Confusion = [
	[0.8, 0.15, 0.05],
	[0.1, 0.8, 0.1],
	[0.05, 0.15, 0.8]
];

describe('one share behind wrong labels', () => {
	it('is the published one', () => {
		expect(trueShare(0.3, 0.85, 0.9).toFixed(6)).toBe('0.266667');
	});

	it('undoes what the errors did', () => {
		const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
		const good = fc.integer({ min: 51, max: 100 }).map((value) => value / 100);
		fc.assert(
			fc.property(share, good, good, (truth, sensitivity, specificity) => {
				const observed = truth * sensitivity + (1 - truth) * (1 - specificity);
				expect(trueShare(observed, sensitivity, specificity)).toBeCloseTo(truth, 10);
			})
		);
	});

	it('cannot be told from labels that say nothing', () => {
		expect(() => trueShare(0.3, 0.4, 0.6)).toThrow(RangeError);
	});
});

describe('three shares behind wrong labels', () => {
	it('are the published ones', () => {
		const found = trueShares([0.335, 0.4425, 0.2225], CONFUSION);
		expect(found.map((share) => share.toFixed(12))).toEqual([
			'0.350000000000',
			'0.450000000000',
			'0.200000000000'
		]);
	});

	it('undo what the errors did, for all labels that tell the classes apart', () => {
		const row = fc
			.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
			.map(([x, y]) => [x, y] as const);
		fc.assert(
			fc.property(row, row, row, row, (truth, p, u, n) => {
				const good = (at: number, [x, y]: readonly [number, number]) => {
					const cells = [x, y];
					const all = x + y + 30;
					return [0, 1, 2].map((k) => (k === at ? 30 : cells.pop()!) / all);
				};
				const confusion = [good(0, p), good(1, u), good(2, n)] as unknown as Confusion;
				const sum = truth[0] + truth[1] + 5;
				const shares = [truth[0] / sum, truth[1] / sum, 5 / sum];
				const observed = [0, 1, 2].map((label) =>
					shares.reduce((total, share, k) => total + share * confusion[k]![label]!, 0)
				);
				const found = trueShares(observed as unknown as [number, number, number], confusion);
				found.forEach((value, k) => expect(value).toBeCloseTo(shares[k]!, 10));
			})
		);
	});

	it('cannot be told when two classes are labelled alike', () => {
		expect(() => trueShares([0.3, 0.4, 0.3], [CONFUSION[0], CONFUSION[1], CONFUSION[1]])).toThrow(/alike/);
	});
});

describe('net sentiment with the label errors taken out', () => {
	const counts = { positive: 335, neutral: 443, negative: 222 };
	const checked: Confusion = [
		[80, 15, 5],
		[10, 80, 10],
		[5, 15, 80]
	];

	it('is that of the true shares, with an interval that is wider than the comments alone make it', () => {
		const found = correctedNet(counts, checked, seeded(1))!;
		const [positive, , negative] = trueShares([0.335, 0.443, 0.222], CONFUSION);
		expect(found.estimate).toBeCloseTo(positive - negative, 12);
		const exact = correctedNet(
			counts,
			checked.map((row) => row.map((n) => n * 1e6)) as unknown as Confusion,
			seeded(1)
		)!;
		expect(found.high - found.low).toBeGreaterThan(1.05 * (exact.high - exact.low));
		expect(found.low).toBeLessThan(found.estimate);
		expect(found.high).toBeGreaterThan(found.estimate);
	});

	it('is the same for the same seed', () => {
		expect(correctedNet(counts, checked, seeded(4))).toEqual(correctedNet(counts, checked, seeded(4)));
	});

	it('is not known without messages or without a checked one of each class', () => {
		expect(correctedNet({ positive: 0, neutral: 0, negative: 0 }, checked, seeded(1))).toBeNull();
		expect(correctedNet(counts, [checked[0], [0, 0, 0], checked[2]], seeded(1))).toBeNull();
	});

	it('has an interval that holds the truth about 95 times in 100', () => {
		const random = seeded(11);
		const [truth, runs] = [0.35 - 0.2, 300];
		let held = 0;
		for (let run = 0; run < runs; run += 1) {
			const drawn = multinomialFrom(random, 1000, [0.335, 0.4425, 0.2225]);
			const rows = CONFUSION.map((row) => multinomialFrom(random, 100, row)) as unknown as Confusion;
			const found = correctedNet(
				{ positive: drawn[0]!, neutral: drawn[1]!, negative: drawn[2]! },
				rows,
				random,
				400
			)!;
			if (found.low <= truth && truth <= found.high) held += 1;
		}
		expect(held / runs).toBeGreaterThan(0.92);
		expect(held / runs).toBeLessThan(0.98);
	});
});
