import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInstant } from './iso-instant';

const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Monrovia'];

describe('an instant with its offset', () => {
	it('shows the local clock before and after the clocks move', () => {
		expect(isoInstant(Date.UTC(2026, 2, 8, 5), 'America/New_York')).toBe('2026-03-08T00:00:00-05:00');
		expect(isoInstant(Date.UTC(2026, 2, 9, 4), 'America/New_York')).toBe('2026-03-09T00:00:00-04:00');
		expect(isoInstant(Date.UTC(2026, 0, 1), 'Asia/Kolkata')).toBe('2026-01-01T05:30:00+05:30');
		expect(isoInstant(Date.UTC(2026, 0, 1), 'UTC')).toBe('2026-01-01T00:00:00+00:00');
	});

	it('is the same instant to every program, in every zone', () => {
		const seconds = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) / 1000 });
		fc.assert(
			fc.property(seconds, fc.constantFrom(...ZONES), (second, zone) => {
				expect(Date.parse(isoInstant(second * 1000, zone))).toBe(second * 1000);
			})
		);
	});
});
