import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, formatShare } from '$lib/format/numbers';
import { shownScore, shownShares } from './shown-numbers';

const counts = (negative: number, neutral: number, positive: number) => ({ negative, neutral, positive });

describe('a score as every part of a page prints it', () => {
	it('has a decimal where its interval is at most ten points wide, and none where it is wider', () => {
		expect(shownScore(counts(200, 1000, 800), [], 'net')?.decimals).toBe(1);
		expect(shownScore(counts(20, 100, 80), [], 'net')?.decimals).toBe(0);
	});

	it('loses its decimal to days that differ more than comments do', () => {
		const days = [counts(200, 300, 0), counts(0, 300, 400), counts(0, 400, 400)];
		const alike = [counts(66, 333, 266), counts(67, 333, 267), counts(67, 334, 267)];
		expect(shownScore(counts(200, 1000, 800), days, 'net')?.decimals).toBe(0);
		expect(shownScore(counts(200, 1000, 800), alike, 'net')?.decimals).toBe(1);
	});

	it('is none below ten rated messages, whatever the formula divides by', () => {
		expect(shownScore(counts(0, 0, 9), [], 'net')).toBeNull();
		expect(shownScore(counts(0, 10, 0), [], 'net-rated')).toBeNull();
		expect(shownScore(counts(1, 0, 9), [], 'net')).not.toBeNull();
	});
});

describe('the share of positive messages as a score', () => {
	it('is the third of the three shares, which are rounded together, and never another number than they show', () => {
		const odd = counts(13, 20, 6);
		expect(shownShares(odd, [])?.values).toEqual([33, 51, 16]);
		expect(shownScore(odd, [], 'positive')).toMatchObject({ value: 0.16, decimals: 0 });
		const rated = fc.nat(2000);
		fc.assert(
			fc.property(rated, rated, rated, (negative, neutral, positive) => {
				const some = counts(negative, neutral, positive);
				const [shares, score] = [shownShares(some, []), shownScore(some, [], 'positive')];
				expect(score === null).toBe(shares === null);
				if (!shares || !score) return;
				const look = { decimals: shares.decimals };
				expect(score.decimals).toBe(shares.decimals);
				expect(formatShare(score.value, look)).toBe(formatPercent(shares.values[2], look));
			})
		);
	});
});

describe('shares as every part of a page prints them', () => {
	it('add up to 100 with a decimal and without', () => {
		expect(shownShares(counts(1000, 1000, 1000), [])).toEqual({ values: [33.4, 33.3, 33.3], decimals: 1 });
		expect(shownShares(counts(10, 10, 10), [])).toEqual({ values: [34, 33, 33], decimals: 0 });
	});

	it('have a decimal together or not at all: the widest of the three intervals says it', () => {
		// 10 of 400 are known to three points, 200 of 400 to ten only.
		expect(shownShares(counts(10, 190, 200), [])?.decimals).toBe(1);
		expect(shownShares(counts(9, 171, 180), [])?.decimals).toBe(0);
	});

	it('are whole where the days differ, though the comments alone would bear a decimal', () => {
		const days = [counts(100, 100, 0), counts(0, 100, 100), counts(0, 0, 200)];
		expect(shownShares(counts(100, 200, 300), [])?.decimals).toBe(1);
		expect(shownShares(counts(100, 200, 300), days)?.decimals).toBe(0);
	});

	it('are none below ten rated messages', () => {
		expect(shownShares(counts(3, 3, 3), [])).toBeNull();
	});
});
