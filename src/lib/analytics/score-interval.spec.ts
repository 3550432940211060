import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORES } from '$lib/filters/filters';
import { wilson } from './interval';
import { overdispersion } from './overdispersion';
import { pool } from './score';
import { netInterval, scoreInterval, shareInterval } from './score-interval';

const counts = { positive: 80, neutral: 100, negative: 20 };
const burst = [
	{ positive: 50, neutral: 40, negative: 10 },
	{ positive: 30, neutral: 60, negative: 10 }
];

describe('netInterval', () => {
	it('is the adjusted interval where the days say nothing', () => {
		const found = netInterval(counts, []);
		expect(found).toMatchObject({ n: 200, phi: 1 });
		expect([found?.low.toFixed(6), found?.high.toFixed(6)]).toEqual(['0.207200', '0.383933']);
	});

	it('is wider about the same centre by √φ where one day moved everything', () => {
		const calm = netInterval(pool(burst), []);
		const found = netInterval(pool(burst), burst);
		if (!calm || !found) throw new Error('both have rated interactions');
		expect(found.phi).toBeCloseTo(2 / 0.41, 10);
		expect(found.estimate).toBe(calm.estimate);
		expect((found.high - found.low) / (calm.high - calm.low)).toBeCloseTo(Math.sqrt(found.phi), 10);
	});

	it('is clipped for display', () => {
		expect(netInterval({ positive: 1, neutral: 0, negative: 0 }, [])?.high).toBeLessThanOrEqual(1);
		expect(
			netInterval(
				pool(burst),
				[...burst, ...burst].map((day) => ({ ...day, neutral: 0 }))
			)?.high
		).toBeLessThanOrEqual(1);
	});

	it('is null where nothing is rated', () => {
		expect(netInterval({ positive: 0, neutral: 0, negative: 0 }, [])).toBeNull();
	});
});

describe('shareInterval', () => {
	it('is Wilson’s where the days agree', () => {
		expect(shareInterval(81, 263, [])).toEqual({ ...wilson(81, 263), n: 263, phi: 1 });
	});

	it('is wider by √φ where they do not', () => {
		const days = [20, 25, 18, 40, 22, 19, 30].map((x, index) => ({
			x,
			n: [100, 110, 90, 105, 100, 95, 120][index] ?? 0
		}));
		const plain = wilson(174, 720);
		const found = shareInterval(174, 720, days);
		expect(found?.phi.toFixed(6)).toBe('2.373548');
		expect(((found?.high ?? 0) - (found?.low ?? 0)) / (plain.high - plain.low)).toBeCloseTo(
			Math.sqrt(2.373548),
			5
		);
	});

	it('is null of nothing', () => {
		expect(shareInterval(0, 0, [])).toBeNull();
	});
});

describe('scoreInterval', () => {
	it('takes each formula’s own denominator', () => {
		expect(SCORES.map((score) => scoreInterval(counts, [], score)?.n)).toEqual([200, 100, 100, 200]);
		expect(SCORES.map((score) => scoreInterval(counts, [], score)?.estimate.toFixed(3))).toEqual([
			'0.300',
			'0.600',
			'0.800',
			'0.400'
		]);
	});

	it('of net-rated is that of the positive share of rated, stretched to −1 and 1', () => {
		const share = wilson(80, 100);
		expect(scoreInterval(counts, [], 'net-rated')).toEqual({
			estimate: expect.closeTo(0.6, 12) as number,
			low: 2 * share.low - 1,
			high: 2 * share.high - 1,
			n: 100,
			phi: 1
		});
	});

	it('holds its estimate or, near the ends, an end, and stays within what the formula can give', () => {
		const anyDay = fc.record({ positive: fc.nat(300), neutral: fc.nat(300), negative: fc.nat(300) });
		fc.assert(
			fc.property(
				fc.array(anyDay, { minLength: 1, maxLength: 20 }),
				fc.constantFrom(...SCORES),
				(days, score) => {
					const found = scoreInterval(pool(days), days, score);
					if (found === null) return;
					const least = score === 'net' || score === 'net-rated' ? -1 : 0;
					expect(found.low).toBeGreaterThanOrEqual(least);
					expect(found.high).toBeLessThanOrEqual(1);
					expect(found.low).toBeLessThanOrEqual(found.high);
					expect(found.phi).toBeGreaterThanOrEqual(1);
				}
			)
		);
	});

	it('is null where only neutral is there and the formula leaves neutral out', () => {
		expect(scoreInterval({ positive: 0, neutral: 9, negative: 0 }, [], 'net-rated')).toBeNull();
		expect(scoreInterval({ positive: 0, neutral: 9, negative: 0 }, [], 'net')?.n).toBe(9);
	});

	it('is as wide for a φ that is given as for days that have it', () => {
		const days = [
			{ positive: 60, neutral: 20, negative: 20 },
			{ positive: 20, neutral: 50, negative: 30 }
		];
		const phi = overdispersion(days);
		expect(phi).toBeGreaterThan(2);
		expect(scoreInterval(pool(days), { phi }, 'net')).toEqual(scoreInterval(pool(days), days, 'net'));
		for (const score of SCORES) {
			const narrow = scoreInterval(counts, [], score)!;
			expect(scoreInterval(counts, { phi: 0.5 }, score)).toEqual(narrow);
			expect(scoreInterval(counts, { phi: 4 }, score)!.low).toBeLessThan(narrow.low);
		}
	});
});
