import { malformed } from './malformed';
import type { Place } from './shape';

/**
 * A time as an answer wrote it. `instant` and `day` are milliseconds since 1970; `day` is the start, in UTC, of the
 * calendar day that was written, whatever its offset.
 */
export type WrittenTime = { instant: number; day: number; isTimed: boolean; isMidnight: boolean };

const WRITTEN =
	/^((?:19[7-9]|2\d\d)\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

const MINUTE = 60_000;
/** No place on earth is further from UTC than 14 hours; ISO 8601 itself sets no bound. */
const FURTHEST_OFFSET = 14 * 60 * MINUTE;

function offsetOf(written: string | undefined): number {
	if (written === undefined || /^z$/i.test(written)) return 0;
	const digits = written.slice(1).replace(':', '');
	const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
	return (written.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/**
 * Read an ISO 8601 date or time from 1970 on; a time without an offset is UTC.
 * @returns null for anything else, also for a 30 February
 * @example parseWritten('2026-05-04T02:00:00+02:00')?.instant === Date.UTC(2026, 4, 4) // true
 */
export function parseWritten(text: string): WrittenTime | null {
	const match = WRITTEN.exec(text);
	if (match === null) return null;
	const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
	if (hour > 23 || minute > 59 || second > 59) return null;
	const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
	// A 30 February would have become a day of March.
	const date = new Date(day);
	if (date.getUTCDate() !== Number(match[3]) || date.getUTCMonth() + 1 !== Number(match[2])) return null;
	const offset = offsetOf(match[8]);
	if (Math.abs(offset) > FURTHEST_OFFSET) return null;
	const fraction = Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000);
	const time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
	return {
		instant: day + time - offset,
		day,
		isTimed: match[4] !== undefined,
		isMidnight: time === 0
	};
}

/**
 * A time of an answer, or null where it has none.
 * @returns milliseconds since 1970
 * @throws CommunityError `upstream_malformed` for what is neither
 */
export function readInstant({ value, path }: Place): number | null {
	if (value === null || value === undefined || value === '') return null;
	const written = typeof value === 'string' ? parseWritten(value) : null;
	if (written === null) throw malformed(path, 'expected an ISO 8601 date or time');
	return written.instant;
}
