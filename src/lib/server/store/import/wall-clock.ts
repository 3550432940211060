const DAY = 86_400_000;
const MINUTE = 60_000;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export type OffsetAt = (instant: number) => number;

/**
 * A question for the offsets of one zone. Offsets are remembered per quarter hour, on which all changes since 1970
 * fall, because asking the platform costs more than reading the rest of a row.
 * @throws RangeError for a zone that does not exist
 */
export function zoneOffsets(timeZone: string): OffsetAt {
	const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	const known = new Map<number, number>();
	return (instant) => {
		const quarter = Math.floor(instant / (15 * MINUTE));
		const before = known.get(quarter);
		if (before !== undefined) return before;
		const name = parts.formatToParts(quarter * 15 * MINUTE).find((part) => part.type === 'timeZoneName');
		const [, sign, hours, minutes = '0', seconds = '0'] =
			/GMT([+-])(\d\d):?(\d\d)?:?(\d\d)?/.exec(name?.value ?? '') ?? [];
		const size = (Number(hours ?? 0) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
		const offset = sign === '-' ? -size : size;
		if (known.size >= 10_000) known.clear();
		known.set(quarter, offset);
		return offset;
	};
}

/**
 * All instants at which a zone's clocks show a wall time, earliest first: one as a rule, none where the clocks were
 * put forward over it, two where they were put back. `wall` is the shown date and time read as if it were UTC.
 * @example instantsOf(Date.UTC(2024, 2, 31, 2, 30), zoneOffsets('Europe/Berlin')) // []
 */
export function instantsOf(wall: number, offsetAt: OffsetAt): number[] {
	const offsets = new Set([offsetAt(wall - DAY), offsetAt(wall + DAY)]);
	return [...offsets]
		.map((offset) => wall - offset)
		.filter((instant) => instant + offsetAt(instant) === wall)
		.sort((one, other) => one - other);
}

/**
 * The first instant of a local day, also where the clocks skip midnight or show it twice. `midnight` is that day's
 * 00:00 read as if it were UTC.
 * @example startOfDay(Date.UTC(2018, 10, 4), zoneOffsets('America/Sao_Paulo')) // 03:00 UTC, which is 01:00 there
 */
export function startOfDay(midnight: number, offsetAt: OffsetAt): number {
	const [first] = instantsOf(midnight, offsetAt);
	// Skipped: with the offset from before the change, midnight is the very instant of the change.
	return first ?? midnight - offsetAt(midnight - DAY);
}
