/**
 * Time as the upstream client sees it. Durations go by `elapsed`, which no correction of the system's clock can make
 * jump; `wall` is only for what other clocks have to agree with.
 */
export type Clock = {
	/** Milliseconds since some moment, never backwards. */
	elapsed: () => number;
	/** Milliseconds since 1970. */
	wall: () => number;
	/** Run something later; the result calls it off. */
	after: (milliseconds: number, run: () => void) => () => void;
};

/** The clock of this process. @param wall milliseconds since 1970 */
export function systemClock(wall: () => number): Clock {
	return {
		elapsed: () => performance.now(),
		wall,
		after: (milliseconds, run) => {
			const timer = setTimeout(run, milliseconds);
			return () => clearTimeout(timer);
		}
	};
}
