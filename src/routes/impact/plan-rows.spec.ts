import { expect, test } from 'vitest';
import { planRows } from './plan-rows';

const effect = (size: number, days: number | null) => ({
	effect: size,
	days,
	day: days === null ? null : `2026-12-${String(days).padStart(2, '0')}`
});
const rowsOf = (...effects: ReturnType<typeof effect>[]) => planRows({ effects }).map((one) => one.effect);

test('sizes that would be known stand by their size, and those that stay unseen have no row of their own', () => {
	expect(rowsOf(effect(0.02, null), effect(0.15, 8), effect(0.1, 12), effect(0.05, null))).toEqual([
		0.1, 0.15
	]);
	expect(rowsOf(effect(0.1, null), effect(0.15, null))).toEqual([]);
});
