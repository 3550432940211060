import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFilters } from '$lib/filters/decode-filters';
import { claimHolds, readClaim, writeClaim, type Claim } from './claim';
import { estimateOf } from './report-fixture';
import { METHODS } from './report';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const asOf = Date.UTC(2026, 10, 22, 14, 5);
const today = estimateOf('clear');
const claim: Claim = {
	method: today.method,
	formulaVersion: 1,
	estimate: today.estimate,
	low: today.low,
	high: today.high,
	n: today.nBefore + today.nAfter,
	asOf,
	dataHash: HASH
};

const anyNet = fc.double({ min: -2, max: 2, noNaN: true });
const anyClaim: fc.Arbitrary<Claim> = fc.record({
	method: fc.constantFrom(...METHODS),
	formulaVersion: fc.integer({ min: 1, max: 99 }),
	estimate: anyNet,
	low: anyNet,
	high: anyNet,
	n: fc.nat(1e12),
	asOf: fc.integer({ min: 0, max: 4e12 }),
	dataHash: fc.stringMatching(/^[0-9a-f]{64}$/)
});

describe('the claim of an evidence link', () => {
	it('is one short word that a link keeps, and reads back to the last digit that anybody sees', () => {
		fc.assert(
			fc.property(anyClaim, (any) => {
				const text = writeClaim(any);
				const params = new URLSearchParams([['evidence', text]]);
				const { filters, ignored } = decodeFilters(params, { defaults: { timeZone: 'UTC' } });
				expect([filters.evidence, ignored]).toEqual([text, []]);
				const read = readClaim(text)!;
				for (const key of ['estimate', 'low', 'high'] as const) expect(read[key]).toBeCloseTo(any[key], 5);
				expect(read).toMatchObject({ method: any.method, formulaVersion: any.formulaVersion, n: any.n });
				expect(any.asOf - read.asOf).toBeLessThan(1000);
				expect(any.dataHash.startsWith(read.dataHash)).toBe(true);
				expect(writeClaim(read)).toBe(text);
			})
		);
		expect(writeClaim(claim)).toBe('dd.1.98000.72000.124000.13222.1795356300.9f86d081884c7d65');
	});

	it('is nothing in any other text', () => {
		for (const text of [
			'',
			'dd',
			'dd.1',
			'xx.1.2.3.4.5.6.9f86d081884c7d65',
			'dd.1.2.3.4.5.6.9F86D081884C7D65'
		]) {
			expect(readClaim(text)).toBeNull();
		}
		fc.assert(fc.property(fc.string(), (text) => void readClaim(text)));
	});

	it('holds while the same rule gives the same limits from as many messages', () => {
		const read = readClaim(writeClaim(claim))!;
		expect(claimHolds(read, today, 1)).toBe(true);
		expect(claimHolds(read, { ...today, estimate: today.estimate + 1e-7 }, 1)).toBe(true);
	});

	it.each([
		['the estimate moved', { estimate: today.estimate + 1e-4 }, 1],
		['a limit moved', { low: today.low - 1e-4 }, 1],
		['messages were added', { nAfter: today.nAfter + 1 }, 1],
		['another method answers', { method: 'before-after' as const }, 1],
		['the rule changed', {}, 2]
	])('holds no longer when %s', (_, change, version) => {
		expect(claimHolds(readClaim(writeClaim(claim))!, { ...today, ...change }, version)).toBe(false);
		expect(claimHolds(claim, null, 1)).toBe(false);
	});
});
