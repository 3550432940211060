type Timer = { at: number; run: () => void };

/** A clock that stands still until it is moved, and runs what became due on the way. */
export type FakeClock = {
	elapsed: () => number;
	wall: () => number;
	after: (milliseconds: number, run: () => void) => () => void;
	/** Move on, running timers in their order. */
	advance: (milliseconds: number) => void;
	/** Set the system's clock without any time passing. */
	jumpWall: (milliseconds: number) => void;
	pending: () => number;
};

export function createFakeClock(wallAtStart: number): FakeClock {
	let elapsed = 0;
	let shift = 0;
	let timers: Timer[] = [];

	function runNext(until: number): boolean {
		const [next] = timers.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at);
		if (next === undefined) return false;
		timers = timers.filter((timer) => timer !== next);
		elapsed = Math.max(elapsed, next.at);
		next.run();
		return true;
	}

	return {
		elapsed: () => elapsed,
		wall: () => wallAtStart + elapsed + shift,
		after(milliseconds, run) {
			const timer = { at: elapsed + milliseconds, run };
			timers.push(timer);
			return () => (timers = timers.filter((other) => other !== timer));
		},
		advance(milliseconds) {
			const until = elapsed + milliseconds;
			while (runNext(until));
			elapsed = until;
		},
		jumpWall: (milliseconds) => (shift += milliseconds),
		pending: () => timers.length
	};
}
