import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdispersion, partOverdispersion, shareOverdispersion } from './overdispersion';
import { seeded } from './random';

const positives = [20, 25, 18, 40, 22, 19, 30];
const totals = [100, 110, 90, 105, 100, 95, 120];
const days = positives.map((x, index) => ({ x, n: totals[index] ?? 0 }));

describe('shareOverdispersion', () => {
	it('gives the published φ, and with it the published standard error', () => {
		const phi = shareOverdispersion(days);
		const p = 174 / 720;
		const error = Math.sqrt((p * (1 - p)) / 720);
		expect([phi.toFixed(6), (phi * 6).toFixed(6)]).toEqual(['2.373548', '14.241286']);
		expect([error.toFixed(6), (error * Math.sqrt(phi)).toFixed(6)]).toEqual(['0.015954', '0.024579']);
	});

	it('leaves out days without anything', () => {
		expect(shareOverdispersion([...days, { x: 0, n: 0 }])).toBe(shareOverdispersion(days));
	});

	it('is 1 where nothing can be said: fewer than two days, or no variation at all', () => {
		expect(shareOverdispersion([])).toBe(1);
		expect(shareOverdispersion([{ x: 3, n: 10 }])).toBe(1);
		expect(
			shareOverdispersion([
				{ x: 0, n: 10 },
				{ x: 0, n: 20 }
			])
		).toBe(1);
		expect(
			shareOverdispersion([
				{ x: 10, n: 10 },
				{ x: 20, n: 20 }
			])
		).toBe(1);
	});

	it('is 0 where the days agree exactly', () => {
		expect(
			shareOverdispersion([
				{ x: 3, n: 10 },
				{ x: 6, n: 20 }
			])
		).toBeCloseTo(0, 12);
	});
});

describe('overdispersion', () => {
	it('is that of the share where there are only positive and negative: the scores are 2x − n', () => {
		const counts = days.map(({ x, n }) => ({ positive: x, neutral: 0, negative: n - x }));
		expect(overdispersion(counts)).toBeCloseTo(shareOverdispersion(days), 12);
	});

	it('is that of the share where there are only positive and neutral', () => {
		const counts = days.map(({ x, n }) => ({ positive: x, neutral: n - x, negative: 0 }));
		expect(overdispersion(counts)).toBeCloseTo(shareOverdispersion(days), 12);
	});

	it('is 1 where nothing can be said', () => {
		expect(overdispersion([])).toBe(1);
		expect(overdispersion([{ positive: 0, neutral: 0, negative: 0 }])).toBe(1);
		expect(overdispersion([{ positive: 4, neutral: 4, negative: 4 }])).toBe(1);
		expect(
			overdispersion([
				{ positive: 0, neutral: 4, negative: 0 },
				{ positive: 0, neutral: 9, negative: 0 }
			])
		).toBe(1);
	});

	it('does not depend on the order of the days or on which side is called positive', () => {
		const anyDay = fc.record({ positive: fc.nat(200), neutral: fc.nat(200), negative: fc.nat(200) });
		fc.assert(
			fc.property(fc.array(anyDay, { maxLength: 30 }), (some) => {
				const turned = some
					.map((day) => ({ ...day, positive: day.negative, negative: day.positive }))
					.reverse();
				const phi = overdispersion(some);
				expect(phi).toBeGreaterThanOrEqual(0);
				expect(overdispersion(turned)).toBeCloseTo(phi, 6);
			})
		);
	});
});

describe('the φ of a part of some messages', () => {
	const all = { phi: 5, rated: 10_000 };

	it('is the part of the design effect that belongs to its own messages', () => {
		expect(partOverdispersion(300, all)).toBeCloseTo(1.12, 12);
		expect(partOverdispersion(0, all)).toBe(1);
	});

	it('is that of all messages where they all are the part, and never more', () => {
		expect(partOverdispersion(10_000, all)).toBe(5);
		expect(partOverdispersion(10_050, all)).toBe(5);
	});

	it('is never under 1, and 1 where nothing is known of the days', () => {
		expect(partOverdispersion(300, { phi: 0.4, rated: 10_000 })).toBe(1);
		expect(partOverdispersion(300, { phi: 5, rated: 0 })).toBe(1);
	});

	it('tells the mean φ of words whose messages share the shocks of their days', () => {
		const draw = seeded(7);
		const DAYS = 400;
		const days = Array.from({ length: DAYS }, () => {
			const positive = 0.5 + 0.3 * (draw() - 0.5);
			return Array.from({ length: 200 }, () => draw() < positive);
		});
		const counted = (messages: readonly boolean[]) => {
			const positive = messages.filter(Boolean).length;
			return { positive, neutral: 0, negative: messages.length - positive };
		};
		const phiAll = overdispersion(days.map(counted));
		const word = days.map((messages) => counted(messages.filter(() => draw() < 0.2)));
		const rated = word.reduce((sum, { positive, negative }) => sum + positive + negative, 0);
		expect(phiAll).toBeGreaterThan(5);
		const predicted = partOverdispersion(rated, { phi: phiAll, rated: DAYS * 200 });
		expect(Math.abs(overdispersion(word) / predicted - 1)).toBeLessThan(0.15);
	});
});
