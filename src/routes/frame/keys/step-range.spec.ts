import { describe, expect, it } from 'vitest';
import type { Range, RangeName } from '$lib/filters/filters';
import { stepRange } from './step-range';

const now = { today: '2026-11-22', weekStart: 'monday' as const };
const relative = (name: RangeName): Range => ({ kind: 'relative', name });
const absolute = (from: string, to: string) => ({ kind: 'absolute' as const, from, to });

describe('stepRange', () => {
	it.each([
		['28d', '2026-10-26', '2026-11-22', '2026-09-28', '2026-10-25'],
		['mtd', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-31'],
		['qtd', '2026-10-01', '2026-11-22', '2026-07-01', '2026-09-30'],
		['wtd', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
		['last-month', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
		['today', '2026-11-22', '2026-11-22', '2026-11-21', '2026-11-21']
	] as const)('goes from %s back to the days before it', (name, from, to, backFrom, backTo) => {
		expect(stepRange(relative(name), { from, to }, -1, now)).toEqual(absolute(backFrom, backTo));
	});

	it('comes back to a range that moves on with the clock', () => {
		const back = absolute('2026-09-28', '2026-10-25');
		expect(stepRange(back, back, 1, now)).toEqual(relative('28d'));
		const october = absolute('2026-10-01', '2026-10-31');
		expect(stepRange(october, october, 1, now)).toEqual(relative('mtd'));
	});

	it('goes on to whole days that have passed', () => {
		const september = absolute('2026-09-01', '2026-09-30');
		expect(stepRange(september, september, 1, now)).toEqual(absolute('2026-10-01', '2026-10-31'));
	});

	it('ends at today where fewer days are left than are shown', () => {
		const shown = absolute('2026-11-08', '2026-11-18');
		expect(stepRange(shown, shown, 1, now)).toEqual(absolute('2026-11-12', '2026-11-22'));
	});

	it('does not go on from days that include today', () => {
		expect(stepRange(relative('7d'), { from: '2026-11-16', to: '2026-11-22' }, 1, now)).toBeNull();
	});
});
