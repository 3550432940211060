import { dayStart, isTimeZone, offsetAt } from '$lib/calendar/time-zone';

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;

/** Answers that are remembered: a file asks for the same days again and again. */
const REMEMBERED = 10_000;

/** The clocks of one zone. */
export type Zone = {
	/** How far the clocks are ahead of UTC at an instant, in milliseconds. */
	offsetAt: (instant: number) => number;
	/** The first instant of a local day, whose 00:00 is given as if it were UTC. */
	dayStart: (midnight: number) => number;
};

function remembered(answer: (question: number) => number): (question: number) => number {
	const known = new Map<number, number>();
	return (question) => {
		const before = known.get(question);
		if (before !== undefined) return before;
		const value = answer(question);
		if (known.size >= REMEMBERED) known.clear();
		known.set(question, value);
		return value;
	};
}

/**
 * The clocks of a zone of the IANA database. Offsets are asked for at quarter hours, on which all changes of the
 * last half century fall, because asking the platform costs more than reading the rest of a row.
 * @throws RangeError for a name that is no zone
 */
export function zoneNamed(timeZone: string): Zone {
	if (!isTimeZone(timeZone)) throw new RangeError(`${timeZone} is not a known time zone.`);
	const offsetOfQuarter = remembered((quarter) => offsetAt(quarter * QUARTER_HOUR, timeZone));
	return {
		offsetAt: (instant) => offsetOfQuarter(Math.floor(instant / QUARTER_HOUR)),
		dayStart: remembered((midnight) => dayStart(new Date(midnight).toISOString().slice(0, 10), timeZone))
	};
}

/**
 * All instants at which a zone's clocks show a wall time, earliest first: one as a rule, none where the clocks were
 * put forward over it, two where they were put back. `wall` is the shown date and time read as if it were UTC.
 * @example instantsOf(Date.UTC(2024, 2, 31, 2, 30), zoneNamed('Europe/Berlin')) // []
 */
export function instantsOf(wall: number, zone: Zone): number[] {
	const offsets = new Set([zone.offsetAt(wall - DAY), zone.offsetAt(wall + DAY)]);
	return [...offsets]
		.map((offset) => wall - offset)
		.filter((instant) => instant + zone.offsetAt(instant) === wall)
		.sort((one, other) => one - other);
}
