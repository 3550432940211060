import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SentimentCounts } from '$lib/community/answers';
import { beforeAfter, dayMean } from './before-after';
import { peekProofHalf } from './confidence-sequence';
import { adjustedWald } from './interval';
import { netSentiment, pool, ratedTotal } from './score';
import { studentQuantile } from './student-t';

/** Days of 120 messages each. */
const daysOf = (positive: number[], negative: number[]): SentimentCounts[] =>
	positive.map((p, index) => ({
		positive: p,
		negative: negative[index]!,
		neutral: 120 - p - negative[index]!
	}));

const AFTER = daysOf([50, 70, 40, 65, 30, 80, 55, 62], [20, 10, 30, 15, 40, 8, 22, 18]);
const BEFORE = daysOf([40, 35, 60, 30, 44, 28, 51], [30, 35, 15, 40, 28, 42, 25]);

const anyDay = fc.record({ positive: fc.nat(200), neutral: fc.nat(200), negative: fc.nat(200) });
const anyDays = fc.array(anyDay, { minLength: 7, maxLength: 30 });

describe('before and after', () => {
	it('for days of equal size is Welch’s t on the days, and scipy’s digits', () => {
		const found = beforeAfter({ before: BEFORE, after: AFTER });
		// scipy.stats.ttest_ind(after, before, equal_var=False)
		expect(found?.estimate).toBeCloseTo(0.21413690476190475, 12);
		expect(found?.low).toBeCloseTo(-0.006914442053663122, 10);
		expect(found?.high).toBeCloseTo(0.43518825157747265, 10);
		expect(found?.degreesOfFreedom).toBeCloseTo(12.863510167178163, 9);
		expect(found).toMatchObject({ nBefore: 840, nAfter: 960, daysBefore: 7, daysAfter: 8, warnings: [] });
	});

	it('holds under daily looks with the deviation pooled over both sides', () => {
		const found = beforeAfter({ before: BEFORE, after: AFTER }, 8);
		const values = (days: SentimentCounts[]) => days.map((day) => netSentiment(day)!);
		const squares = (list: number[]) => {
			const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
			return list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		};
		const pooled = Math.sqrt((squares(values(AFTER)) + squares(values(BEFORE))) / 13);
		expect(found!.peekHigh - found!.estimate).toBeCloseTo(peekProofHalf(pooled, 8, 7, 8), 12);
	});

	it('weighs a day by its messages: the estimate is the difference of the pooled scores', () => {
		fc.assert(
			fc.property(anyDays, anyDays, (before, after) => {
				const found = beforeAfter({ before, after });
				if (found === null) return;
				const expected = netSentiment(pool(after))! - netSentiment(pool(before))!;
				expect(found.estimate).toBeCloseTo(expected, 12);
			})
		);
	});

	it('turns its sign and its limits when net sentiment is turned, and does not care for the order of days', () => {
		const turned = (days: SentimentCounts[]) =>
			days.map(({ positive, neutral, negative }) => ({ positive: negative, neutral, negative: positive }));
		fc.assert(
			fc.property(anyDays, anyDays, (before, after) => {
				const there = beforeAfter({ before, after });
				const back = beforeAfter({ before: turned(before).reverse(), after: turned(after).reverse() });
				if (there === null || back === null) return;
				expect(back.low).toBeCloseTo(-there.high, 10);
				expect(back.peekHigh).toBeCloseTo(-there.peekLow, 10);
			})
		);
	});

	it('leaves days without rated messages out, and needs two others on each side', () => {
		const empty = { positive: 0, neutral: 0, negative: 0 };
		const with0 = beforeAfter({ before: [...BEFORE, empty], after: [empty, ...AFTER] });
		expect(with0).toEqual(beforeAfter({ before: BEFORE, after: AFTER }));
		expect(beforeAfter({ before: BEFORE, after: [AFTER[0]!, empty] })).toBeNull();
	});

	it('is never surer than the comments are, however well the days agree', () => {
		const same = Array.from({ length: 7 }, () => ({ positive: 2, neutral: 0, negative: 0 }));
		const found = beforeAfter({ before: same, after: same });
		const least = adjustedWald({ positive: 14, neutral: 0, negative: 0 }).standardError;
		expect(found?.standardError).toBeCloseTo(Math.SQRT2 * least, 12);
		expect(found!.high).toBeGreaterThan(0.1);
	});

	it('has the degrees of freedom that Satterthwaite gives, summed over all pairs of days', () => {
		fc.assert(
			fc.property(anyDays, (days) => {
				const rated = days.map(ratedTotal).filter((n) => n > 0);
				if (rated.length < 2) return;
				const n = rated.reduce((sum, size) => sum + size, 0);
				const shares = rated.map((size) => size / n);
				const squares = shares.reduce((sum, share) => sum + share ** 2, 0);
				const left = shares.map((share) => 1 - 2 * share + squares);
				let spread = 0;
				shares.forEach((a, i) =>
					shares.forEach((b, j) => {
						const common = i === j ? left[i]! : squares - a - b;
						spread += ((a * b) ** 2 * common ** 2) / (left[i]! * left[j]!);
					})
				);
				expect(dayMean(days)!.df / (squares ** 2 / spread)).toBeCloseTo(1, 9);
			})
		);
	});

	it('has fewer degrees of freedom the more one day weighs', () => {
		const busy = BEFORE.map((day, index) =>
			index === 0 ? { positive: 4000, neutral: 4000, negative: 4000 } : day
		);
		const [even, uneven] = [dayMean(BEFORE)!, dayMean(busy)!];
		expect(even.df).toBeCloseTo(6, 10);
		expect(uneven.df).toBeLessThan(2);
		expect(studentQuantile(0.05, uneven.df)).toBeGreaterThan(4);
	});
});
