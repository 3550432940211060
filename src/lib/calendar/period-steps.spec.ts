import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, countDays } from './local-day';
import { periodSteps } from './period-steps';

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));

describe('periodSteps', () => {
	it.each([
		['2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31', '2026-03-01', '2026-03-31', 'month'],
		['2026-10-01', '2026-12-31', '2026-07-01', '2026-09-30', '2027-01-01', '2027-03-31', 'quarter'],
		['2026-10-26', '2026-11-22', '2026-09-28', '2026-10-25', '2026-11-23', '2026-12-20', 'days']
	])('steps from %s – %s to %s – %s and to %s – %s', (from, to, backFrom, backTo, onFrom, onTo, unit) => {
		expect(periodSteps({ from, to, days: countDays(from, to) }, 'monday')).toEqual({
			previous: { from: backFrom, to: backTo },
			next: { from: onFrom, to: onTo },
			unit
		});
	});

	it('leaves no day out and doubles none, whatever the range', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 400 }), (from, count) => {
				const to = addDays(from, count - 1);
				const { previous, next } = periodSteps({ from, to, days: count }, 'monday');
				expect(addDays(previous.to, 1)).toBe(from);
				expect(addDays(to, 1)).toBe(next.from);
			})
		);
	});
});
