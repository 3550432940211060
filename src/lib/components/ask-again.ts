type Ask = () => void;

/** Askers and when each of them last asked, in milliseconds of the page's own clock. */
const asked = new WeakMap<Ask, number>();

/** Waits that end within this time of each other, in milliseconds, are one wait. */
const TOGETHER = 3_000;

/**
 * Ask again, once for all panels whose waits end together: one answer of the page brings every panel.
 * @param now milliseconds of any clock that does not go back
 */
export function askAgain(ask: Ask, now: number): void {
	const last = asked.get(ask);
	if (last !== undefined && now - last < TOGETHER) return;
	asked.set(ask, now);
	ask();
}
