import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainCount, explainScore, type Part } from './unusual-reasons';

const counts = fc.record({ negative: fc.nat(200), neutral: fc.nat(200), positive: fc.nat(200) });
const parts = fc
	.array(fc.record({ now: counts, usual: counts }), { minLength: 1, maxLength: 7 })
	.map((list): Part[] => list.map((part, index) => ({ key: String(index), ...part })));

describe('the contributions to a jump of a score', () => {
	test('add up to it, whichever formula and whichever parts are empty', () => {
		const scores = fc.constantFrom(
			'net' as const,
			'net-rated' as const,
			'positive-of-rated' as const,
			'positive' as const
		);
		fc.assert(
			fc.property(parts, scores, (list, score) => {
				const explained = explainScore(list, score);
				fc.pre(explained !== null);
				const sum = explained!.parts.reduce((total, part) => total + part.value, 0);
				expect(sum).toBeCloseTo(explained!.jump, 12);
				expect(explained!.now - explained!.usual).toBeCloseTo(explained!.jump, 12);
			})
		);
	});

	test('are those of a calculation by hand', () => {
		// TikTok falls from +20 to −80 while its share goes from a half to three quarters; Instagram stays at 0.
		const explained = explainScore(
			[
				{
					key: 'tiktok',
					now: { negative: 27, neutral: 0, positive: 3 },
					usual: { negative: 20, neutral: 0, positive: 30 }
				},
				{
					key: 'instagram',
					now: { negative: 5, neutral: 0, positive: 5 },
					usual: { negative: 20, neutral: 10, positive: 20 }
				}
			],
			'net'
		)!;
		expect(explained.now).toBeCloseTo(-0.6, 12);
		expect(explained.usual).toBeCloseTo(0.1, 12);
		// −1 · 0.625 of mood, and 0.25 · (−0.3 + 0.25) of its share.
		expect(explained.parts[0]).toEqual({ key: 'tiktok', value: expect.closeTo(-0.6375, 12) });
		// No mood, and −0.25 · (0 + 0.25) of its share.
		expect(explained.parts[1]).toEqual({ key: 'instagram', value: expect.closeTo(-0.0625, 12) });
	});

	test('say nothing where a side has no rated message', () => {
		const none = { negative: 0, neutral: 0, positive: 0 };
		expect(explainScore([{ key: 'a', now: none, usual: { ...none, positive: 3 } }], 'net')).toBeNull();
	});
});

test('the contributions to a jump of a count add up to it, the largest in its direction first', () => {
	const explained = explainCount([
		{ key: 'ads', now: 10, usual: 12.5 },
		{ key: 'comments', now: 130, usual: 40 },
		{ key: 'dms', now: 20, usual: 8 }
	]);
	expect(explained).toMatchObject({ now: 160, usual: 60.5, jump: 99.5 });
	expect(explained.parts).toEqual([
		{ key: 'comments', value: 90 },
		{ key: 'dms', value: 12 },
		{ key: 'ads', value: -2.5 }
	]);
});
