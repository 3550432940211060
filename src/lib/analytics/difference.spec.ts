import { describe, expect, it } from 'vitest';
import { mover, netChange, newcombe, shareTest, volumeChange } from './difference';
import { adjustedWald } from './interval';
import { pool } from './score';

const now = { positive: 420, neutral: 380, negative: 200 };
const before = { positive: 360, neutral: 400, negative: 240 };

describe('newcombe', () => {
	it.each([
		[{ x: 56, n: 70 }, { x: 48, n: 80 }, ['0.2000', '0.0524', '0.3339']],
		[{ x: 0, n: 10 }, { x: 0, n: 20 }, ['0.0000', '-0.1611', '0.2775']],
		[{ x: 10, n: 10 }, { x: 0, n: 20 }, ['1.0000', '0.6791', '1.0000']]
	])('of %j against %j gives the published interval', (current, previous, expected) => {
		const { estimate, low, high } = newcombe(current, previous);
		expect([estimate, low, high].map((value) => value.toFixed(4))).toEqual(expected);
	});
});

describe('shareTest', () => {
	const share = (x: number, n: number) => ({ x, n });

	it('has the p-value that belongs to the limit of Newcombe’s interval on the side of 0', () => {
		expect(shareTest(share(56, 70), share(48, 80)).p.toFixed(6)).toBe('0.007899');
		expect(shareTest(share(48, 80), share(56, 70)).p.toFixed(6)).toBe('0.007899');
		expect(shareTest(share(3, 10), share(6, 20)).p).toBe(1);
	});

	it('is under .05 just where the interval leaves 0 out, also for words that one side never has', () => {
		for (let x = 0; x <= 20; x += 1) {
			for (const n of [50, 400]) {
				const { low, high, p } = shareTest(share(x, 100), share(1, n));
				expect(p < 0.05).toBe(low > 0 || high < 0);
			}
		}
	});
});

describe('mover', () => {
	it('with adjusted limits gives the published interval for two periods', () => {
		const { estimate, low, high } = mover(adjustedWald(now), adjustedWald(before));
		expect([estimate, low, high].map((value) => value.toFixed(6))).toEqual([
			'0.100000',
			'0.033223',
			'0.166362'
		]);
	});

	it('turns around when the periods change places', () => {
		const there = mover(adjustedWald(now), adjustedWald(before));
		const back = mover(adjustedWald(before), adjustedWald(now));
		expect([back.estimate, back.low, back.high]).toEqual([-there.estimate, -there.high, -there.low]);
	});
});

describe('netChange', () => {
	it('is the same where the days say nothing', () => {
		const found = netChange({ counts: now, days: [] }, { counts: before, days: [] });
		expect(found).toEqual(mover(adjustedWald(now), adjustedWald(before)));
	});

	it('is null where one period has nothing rated', () => {
		const nothing = { counts: { positive: 0, neutral: 0, negative: 0 }, days: [] };
		expect(netChange({ counts: now, days: [] }, nothing)).toBeNull();
		expect(netChange(nothing, nothing)).toBeNull();
	});

	it('raises few false alarms when whole days move together, where comment-level errors raise many', () => {
		const random = seeded(20_261_122);
		const runs = 1500;
		let plain = 0;
		let byDay = 0;
		for (let run = 0; run < runs; run++) {
			const [one, other] = [simulatedDays(random), simulatedDays(random)] as const;
			const alone = netChange({ counts: pool(one), days: [] }, { counts: pool(other), days: [] });
			const together = netChange({ counts: pool(one), days: one }, { counts: pool(other), days: other });
			if (alone && (alone.low > 0 || alone.high < 0)) plain++;
			if (together && (together.low > 0 || together.high < 0)) byDay++;
		}
		expect(plain / runs).toBeGreaterThan(0.12);
		expect(byDay / runs).toBeLessThan(0.09);
	});
});

/** 14 days of 200 comments; each day's net sentiment is moved by a shock of standard deviation .05. */
function simulatedDays(random: () => number) {
	return Array.from({ length: 14 }, () => {
		const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		const shock = (0.05 * normal) / 2;
		const day = { positive: 0, neutral: 0, negative: 0 };
		for (let comment = 0; comment < 200; comment++) {
			const draw = random();
			if (draw < 0.4 + shock) day.positive++;
			else if (draw < 0.6) day.negative++;
			else day.neutral++;
		}
		return day;
	});
}

/** Numbers from 0 up to 1 that are the same on every run (a 32-bit Weyl sequence, mixed). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

describe('volumeChange', () => {
	it.each([
		[0, 0, { kind: 'none' }],
		[5, 0, { kind: 'new' }],
		[5, 19, { kind: 'counts', difference: -14 }],
		[0, 20, { kind: 'percent', difference: -20, ratio: -1 }],
		[110, 100, { kind: 'percent', difference: 10, ratio: 0.1 }]
	])('of %i after %i is %j', (current, previous, expected) => {
		expect(volumeChange(current, previous)).toEqual(expected);
	});
});
