const DAY = 86_400_000;

/** The instant at which a UTC day `YYYY-MM-DD` starts, in milliseconds since 1970. */
export function startOfDay(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

/** The first instant after a UTC day. UTC has no days of another length than 24 hours. */
export function endOfDay(day: string): number {
	return startOfDay(day) + DAY;
}

/** The UTC day `YYYY-MM-DD` of an instant. */
export function dayOf(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
	return startOfDay(day) / DAY;
}

/** The day that lies `count` days later, or earlier when it is negative. */
export function addDays(day: string, count: number): string {
	return dayOf(startOfDay(day) + count * DAY);
}

/** All days from `from` to `to`, both included; empty when `to` lies before `from`. */
export function daysBetween(from: string, to: string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
	return days;
}
