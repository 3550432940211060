import { netSentiment, ratedTotal } from '$lib/analytics/score';
import { expectationOf } from './impact-windows';
import type { Sides } from './pooled-days';
import type { DayPoint } from './report';

/** The days of the picture: from the baseline on, with what was expected from the start on. */
export function dayPoints(sides: Sides): DayPoint[] {
	const { targets, controls } = sides;
	const expected = expectationOf(sides);
	return targets.flatMap((day, index): DayPoint[] => {
		if (day.window === null || day.window === 'history') return [];
		const other = controls?.[index];
		const controlsNet = other ? netSentiment(other) : null;
		const hasStarted = day.window === 'during' || day.window === 'after';
		return [
			{
				day: day.day,
				n: ratedTotal(day),
				net: netSentiment(day),
				controlsN: other ? ratedTotal(other) : null,
				controlsNet,
				expected: hasStarted ? expected(controlsNet) : null,
				isComplete: day.isComplete
			}
		];
	});
}
