import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR, MILLISECONDS_PER_WEEK } from '../contributions';
import { sql } from '../sql';
import type { Fragment } from '../sql';
import type { Window } from '../window';

/** What counts are kept for, in milliseconds; an instant is a single interaction. */
export const UNIT_LENGTHS = {
	block: 4 * MILLISECONDS_PER_WEEK,
	week: MILLISECONDS_PER_WEEK,
	day: MILLISECONDS_PER_DAY,
	hour: MILLISECONDS_PER_HOUR,
	instant: 1
} as const;
export type Unit = keyof typeof UNIT_LENGTHS;

/** Part of a window that one table answers; `from` and `to` are whole ones of its unit, null is open. */
export type WindowPart = { unit: Unit; from: number | null; to: number | null };

/**
 * Cut a window into whole units of the first kind, and what is left of them on either side into the kinds after it.
 * @example cutWindow(90 minutes from midnight, ['hour', 'instant']) // hour 0 to 1, then instants of 30 minutes
 */
export function cutWindow(window: Window, units: readonly Unit[]): WindowPart[] {
	const [unit, ...finer] = units;
	const { start, end } = window;
	if (unit === undefined || (start !== null && end !== null && start >= end)) return [];
	const length = UNIT_LENGTHS[unit];
	const from = start === null ? null : Math.ceil(start / length);
	const to = end === null ? null : Math.floor(end / length);
	if (from !== null && to !== null && from >= to) return cutWindow(window, finer);
	const left = from === null || start === null ? [] : cutWindow({ start, end: from * length }, finer);
	const right = to === null || end === null ? [] : cutWindow({ start: to * length, end }, finer);
	return [{ unit, from, to }, ...left, ...right];
}

/** The part as conditions on the column that numbers its units. */
export function partConditions(part: WindowPart, column: Fragment): Fragment[] {
	const conditions: Fragment[] = [];
	if (part.from !== null) conditions.push(sql`${column} >= ${part.from}`);
	if (part.to !== null) conditions.push(sql`${column} < ${part.to}`);
	return conditions;
}
