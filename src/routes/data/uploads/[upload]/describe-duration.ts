import { dataWords } from '$lib/wording/data-words';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * A span of time in the largest unit that it fills, rounded up: it is said of what somebody waits for.
 * @param milliseconds the span
 * @example describeDuration(61_000) // '2 minutes'
 */
export function describeDuration(milliseconds: number): string {
	const words = dataWords.duration;
	const count = (unit: number) => String(Math.max(1, Math.ceil(milliseconds / unit)));
	if (milliseconds <= 59 * SECOND) return words.seconds(count(SECOND));
	if (milliseconds <= 59 * MINUTE) return words.minutes(count(MINUTE));
	return words.hours(count(HOUR));
}
