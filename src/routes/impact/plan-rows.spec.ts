import { expect, test } from 'vitest';
import { planRows } from './plan-rows';

const effect = (size: number, days: number | null) => ({
	effect: size,
	days,
	day: days === null ? null : `2026-12-${String(days).padStart(2, '0')}`
});
const rowsOf = (...effects: ReturnType<typeof effect>[]) => {
	const { unseen, seen } = planRows({ smallest: 0.07, effects });
	return [unseen?.effect ?? null, seen.map((one) => one.effect)];
};

test('sizes that stay unseen share one row, the largest of them, and the others follow by size', () => {
	expect(rowsOf(effect(0.02, null), effect(0.15, 8), effect(0.1, 12), effect(0.05, null))).toEqual([
		0.05,
		[0.1, 0.15]
	]);
});

test('where every size would be known there is no such row, and where none would there is nothing else', () => {
	expect(rowsOf(effect(0.1, 12), effect(0.15, 8))).toEqual([null, [0.1, 0.15]]);
	expect(rowsOf(effect(0.1, null), effect(0.15, null))).toEqual([0.15, []]);
});
