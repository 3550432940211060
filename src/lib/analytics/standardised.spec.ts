import { describe, expect, test } from 'vitest';
import { pool } from './score';
import { standardisedScore } from './standardised';

const on = (platform: string, negative: number, neutral: number, positive: number) => ({
	platform,
	negative,
	neutral,
	positive
});

describe('a score at the mix of all brands', () => {
	test('is the one of a calculation by hand', () => {
		const own = [on('facebook', 10, 0, 30), on('tiktok', 90, 0, 60)];
		const other = [on('facebook', 0, 300, 0), on('tiktok', 0, 110, 0)];
		// Own scores +0.5 and −0.2; of 600 messages Facebook holds 340 and TikTok 260.
		const expected = (340 * 0.5 + 260 * -0.2) / 600;
		expect(standardisedScore(own, [...own, ...other], 'net')).toBeCloseTo(expected, 12);
	});

	test('is the plain score when all brands have the same mix', () => {
		const own = [on('facebook', 10, 20, 30), on('tiktok', 40, 10, 10)];
		const twice = own.map(({ platform, negative, neutral, positive }) =>
			on(platform, 2 * positive, 2 * neutral, 2 * negative)
		);
		const { positive, negative, neutral } = pool(own);
		const plain = (positive - negative) / (positive + negative + neutral);
		expect(standardisedScore(own, [...own, ...twice], 'net')).toBeCloseTo(plain, 12);
	});

	test('gives the weight of a platform without enough messages to the others', () => {
		const own = [on('facebook', 10, 0, 30), on('tiktok', 9, 0, 0)];
		const other = [on('facebook', 0, 900, 0)];
		expect(standardisedScore(own, [...own, ...other], 'net')).toBeCloseTo(0.5, 12);
	});

	test('is not known where the brand is silent on a fifth of the pooled mix or more', () => {
		const own = [on('facebook', 10, 0, 30)];
		expect(standardisedScore(own, [...own, on('tiktok', 0, 30, 0)], 'net')).toBeNull();
		expect(standardisedScore([], [], 'net')).toBeNull();
	});
});
