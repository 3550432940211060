import { describe, expect, it } from 'vitest';
import type { SentimentCounts } from '$lib/community/answers';
import { meanChange, scoreChange, shareChange, totalChange } from './change';
import { sequenceFactor } from './confidence-sequence';
import { pool } from './score';

const counts = (positive: number, neutral: number, negative: number): SentimentCounts => ({
	positive,
	neutral,
	negative
});
/** Days of 120 messages each. */
const daysOf = (positive: number[], negative: number[]) =>
	positive.map((p, index) => counts(p, 120 - p - (negative[index] ?? 0), negative[index] ?? 0));
const period = (days: SentimentCounts[]) => ({ counts: pool(days), days });

const AFTER = daysOf([50, 70, 40, 65, 30, 80, 55, 62], [20, 10, 30, 15, 40, 8, 22, 18]);
const BEFORE = daysOf([40, 35, 60, 30, 44, 28, 51], [30, 35, 15, 40, 28, 42, 25]);

describe('the change of a score', () => {
	it('without days is the published one of (420, 380, 200) against (360, 400, 240), and no verdict', () => {
		const found = scoreChange(
			{ counts: counts(420, 380, 200), days: [] },
			{ counts: counts(360, 400, 240), days: [] },
			'net'
		);
		expect(found?.difference).toBeCloseTo(0.1, 12);
		expect(found?.low).toBeCloseTo(0.033223, 6);
		expect(found?.high).toBeCloseTo(0.166362, 6);
		expect(found?.verdict).toBe('too-little');
	});

	it('by days of equal size comes within 3 % of Welch’s t on the means of the days', () => {
		const found = scoreChange(period(AFTER), period(BEFORE), 'net');
		// scipy.stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
		const [low, high] = [-0.006914442053663122, 0.43518825157747265];
		expect(found?.difference).toBeCloseTo(0.21413690476190475, 12);
		expect(((found?.high ?? 0) - (found?.low ?? 0)) / (high - low)).toBeCloseTo(1, 1.5);
		expect(found?.p).toBeGreaterThan(0.05);
		expect(found?.p).toBeLessThan(0.065);
		expect(found?.verdict).toBe('unsure');
	});

	it('of net of positive and negative is twice that of the positive share among them', () => {
		const net = scoreChange(period(AFTER), period(BEFORE), 'net-rated');
		const share = scoreChange(period(AFTER), period(BEFORE), 'positive-of-rated');
		expect(net?.difference).toBeCloseTo(2 * (share?.difference ?? NaN), 12);
		expect(net?.low).toBeCloseTo(2 * (share?.low ?? NaN), 12);
		expect(net?.verdict).toBe(share?.verdict);
	});

	it('turns its sign and its limits when the sides are exchanged', () => {
		const there = scoreChange(period(AFTER), period(BEFORE), 'net');
		const back = scoreChange(period(BEFORE), period(AFTER), 'net');
		expect(back?.difference).toBeCloseTo(-(there?.difference ?? NaN), 12);
		expect(back?.low).toBeCloseTo(-(there?.high ?? NaN), 12);
		expect(back?.high).toBeCloseTo(-(there?.low ?? NaN), 12);
		expect(back?.verdict).toBe(there?.verdict);
	});

	it('says nothing of fewer than ten messages or seven days, however far apart they are', () => {
		const glad = Array.from({ length: 9 }, () => counts(60, 40, 20));
		const cross = Array.from({ length: 9 }, () => counts(5, 40, 75));
		const verdict = (a: SentimentCounts[], b: SentimentCounts[]) =>
			scoreChange(period(a), period(b), 'net')?.verdict;
		expect(verdict(glad, cross)).toBe('clear');
		expect(verdict(glad.slice(0, 6), cross)).toBe('too-little');
		expect(verdict(glad, cross.slice(0, 6))).toBe('too-little');
		const nine = Array.from({ length: 9 }, () => counts(1, 0, 0));
		expect(verdict(nine, cross)).toBe('too-little');
	});

	it('is null where a side has nothing rated', () => {
		expect(scoreChange(period([]), period(BEFORE), 'net')).toBeNull();
		expect(scoreChange(period([counts(0, 9, 0)]), period(BEFORE), 'positive-of-rated')).toBeNull();
	});
});

describe('the change of a share', () => {
	it('without days is Newcombe’s 56/70 against 48/80', () => {
		const found = shareChange({ x: 56, n: 70, days: [] }, { x: 48, n: 80, days: [] });
		expect(found?.difference).toBeCloseTo(0.2, 12);
		expect(found?.low).toBeCloseTo(0.0524, 4);
		expect(found?.high).toBeCloseTo(0.3339, 4);
	});
});

describe('the change of a daily count', () => {
	it('is Welch’s t', () => {
		const found = meanChange([120, 95, 140, 133, 99, 150, 110, 128], [88, 101, 97, 120, 79, 90, 105]);
		// scipy.stats.ttest_ind(..., equal_var=False)
		expect(found?.difference).toBeCloseTo(24.73214285714286, 10);
		expect(found?.low).toBeCloseTo(6.173765724161971, 8);
		expect(found?.high).toBeCloseTo(43.290519990123755, 8);
		expect(found?.p).toBeCloseTo(0.013120846988259893, 8);
		expect(found?.verdict).toBe('likely');
	});

	it('of days that are all alike on each side is clear as soon as they differ, and unsure when they do not', () => {
		const same = (value: number) => Array.from({ length: 7 }, () => value);
		expect(meanChange(same(12), same(10))).toMatchObject({ difference: 2, p: 0, verdict: 'clear' });
		expect(meanChange(same(12), same(12))).toMatchObject({ difference: 0, p: 1, verdict: 'unsure' });
	});

	it('needs two days on each side', () => {
		expect(meanChange([12], [10, 11])).toBeNull();
	});
});

describe('the change of totals', () => {
	it('has wider limits the more such totals vary, and needs ten messages only', () => {
		const now = counts(42, 38, 20);
		const before = counts(22, 38, 40);
		const plain = totalChange({ counts: now, phi: 1 }, { counts: before, phi: 1 }, 'net');
		const wide = totalChange({ counts: now, phi: 9 }, { counts: before, phi: 9 }, 'net');
		expect(plain?.verdict).toBe('clear');
		expect(wide?.verdict).toBe('unsure');
		expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeCloseTo(3 * ((plain?.high ?? 0) - (plain?.low ?? 0)), 1);
		expect(totalChange({ counts: counts(9, 0, 0), phi: 1 }, { counts: before, phi: 1 }, 'net')?.verdict).toBe(
			'too-little'
		);
	});
});

describe('false alarms', () => {
	/** Numbers from 0 up to 1 that are the same in every run. */
	function seeded(seed: number): () => number {
		let state = seed;
		return () => {
			state = (state + 0x6d2b79f5) | 0;
			let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
			mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
			return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
		};
	}

	/** A day on which one post can move everything: its shares of positive and negative are off by a shock. */
	function day(random: () => number, shock: number): SentimentCounts {
		const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		const move = (shock * bell) / 2;
		const found = counts(0, 0, 0);
		for (let message = 0; message < 200; message += 1) {
			const x = random();
			if (x < 0.4 + move) found.positive += 1;
			else if (x < 0.6) found.negative += 1;
			else found.neutral += 1;
		}
		return found;
	}

	const RUNS = 1500;
	it.each([
		{ days: 14, shock: 0.05 },
		{ days: 14, shock: 0.08 },
		{ days: 7, shock: 0.08 }
	])('stay below 6.5 % for likely and 0.5 % for clear: $days days, shocks of $shock', ({ days, shock }) => {
		const random = seeded(days * 1000 + shock * 100);
		let likely = 0;
		let clear = 0;
		for (let run = 0; run < RUNS; run += 1) {
			const side = () => period(Array.from({ length: days }, () => day(random, shock)));
			const verdict = scoreChange(side(), side(), 'net')?.verdict;
			if (verdict === 'clear') clear += 1;
			if (verdict === 'clear' || verdict === 'likely') likely += 1;
		}
		expect(likely / RUNS).toBeLessThan(0.065);
		expect(clear / RUNS).toBeLessThan(0.005);
	});

	it('the interval of clear is never narrower than the one that stays right when looked at every day', () => {
		for (let t = 7; t <= 365; t += 1) {
			const peekProof = sequenceFactor(t, 28) * Math.sqrt(t);
			expect(peekProof).toBeLessThan(3.2905267314919255);
		}
	});
});
