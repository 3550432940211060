import { expect, it } from 'vitest';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { defaultFilters } from '$lib/filters/filters';
import { stepsOf } from './messages-steps';
import type { View } from './view';

const NOW = Date.UTC(2026, 10, 22, 9);
const filters = defaultFilters({ timeZone: 'UTC' });
const steps = (from: string, to: string) =>
	stepsOf({ range: resolveSpan({ from, to }, 'UTC'), filters, now: NOW } as View);

it.each([
	['2026-11-16', '2026-11-16', '2026-11-15/2026-11-15', '2026-11-17/2026-11-17', 'days'],
	['2026-11-09', '2026-11-15', '2026-11-02/2026-11-08', '2026-11-16/2026-11-22', 'days'],
	['2026-02-01', '2026-02-28', '2026-01-01/2026-01-31', '2026-03-01/2026-03-31', 'month'],
	['2026-04-01', '2026-06-30', '2026-01-01/2026-03-31', '2026-07-01/2026-09-30', 'quarter'],
	['2026-02-02', '2026-02-28', '2026-01-06/2026-02-01', '2026-03-01/2026-03-27', 'days']
])('from %s to %s the days before are %s and after %s', (from, to, previous, next, unit) => {
	const step = steps(from, to);
	expect(`${step.previous.from}/${step.previous.to}`).toBe(previous);
	expect(`${step.next?.from}/${step.next?.to}`).toBe(next);
	expect(step.unit).toBe(unit);
});

it('there is no step into days that have not begun', () => {
	expect(steps('2026-11-22', '2026-11-22').next).toBeNull();
	expect(steps('2026-11-21', '2026-11-21').next).toEqual({ from: '2026-11-22', to: '2026-11-22' });
	expect(steps('2026-11-01', '2026-11-30').next).toBeNull();
});
