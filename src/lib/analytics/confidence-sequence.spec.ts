import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixtureRho, peekProofFactor, peekProofHalf, sequenceFactor } from './confidence-sequence';
import { Z } from './interval';

describe('the interval that holds under daily looks', () => {
	it('has the published ρ and half-width at day 1000', () => {
		expect(mixtureRho(1000).toFixed(8)).toBe('0.08908510');
		expect(sequenceFactor(1000, 1000).toFixed(6)).toBe('0.095982');
	});

	it('is about one and a half times the fixed one on the planned last day', () => {
		expect((sequenceFactor(28, 28) * Math.sqrt(28)) / Z).toBeCloseTo(1.55, 2);
	});

	it('would be three times the fixed one after 28 days if it were made for day 1000', () => {
		expect((sequenceFactor(28, 1000) * Math.sqrt(28)) / Z).toBeGreaterThan(2.9);
	});

	it('gets narrower with every day and is never narrower than the fixed one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 7, max: 400 }), (t, planned) => {
				expect(sequenceFactor(t + 1, planned)).toBeLessThan(sequenceFactor(t, planned));
				expect(sequenceFactor(t, planned) * Math.sqrt(t)).toBeGreaterThan(Z);
			})
		);
	});

	it('is narrowest, of all that could be planned, on the planned day', () => {
		const own = sequenceFactor(28, 28);
		for (const planned of [7, 14, 21, 40, 60, 200]) expect(sequenceFactor(28, planned)).toBeGreaterThan(own);
	});

	it('adds what the baseline leaves open', () => {
		const half = peekProofHalf(0.073, 14, 28);
		expect(half ** 2).toBeCloseTo((0.073 * sequenceFactor(14, 28)) ** 2 + (Z * 0.073) ** 2 / 28, 14);
	});

	it('in standard errors of a difference is the same half-width', () => {
		const standardError = 0.073 * Math.sqrt(1 / 14 + 1 / 28);
		expect(standardError * peekProofFactor(14, 28)).toBeCloseTo(peekProofHalf(0.073, 14, 28), 14);
	});
});
