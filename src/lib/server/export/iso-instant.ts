import { offsetAt } from '$lib/calendar/time-zone';

const MINUTE = 60_000;

/**
 * An instant as the clocks of a zone show it, with their distance from UTC, so that people read the local time and
 * programs the instant. Offsets with seconds (Africa/Monrovia until 1972) are rounded to minutes, the instant stays.
 * @example isoInstant(Date.UTC(2026, 2, 8, 5), 'America/New_York') // '2026-03-08T00:00:00-05:00'
 */
export function isoInstant(instant: number, timeZone: string): string {
	const minutes = Math.round(offsetAt(instant, timeZone) / MINUTE);
	const local = new Date(instant + minutes * MINUTE).toISOString().slice(0, 19);
	const twoDigits = (value: number) => String(value).padStart(2, '0');
	const distance = Math.abs(minutes);
	return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`;
}
