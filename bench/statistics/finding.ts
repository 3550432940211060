/** What a figure has to keep: a coverage stays between two bars, an alarm rate under one. */
export type Bar = { from: number; to: number } | null;

/** One measured operating characteristic beside the one that the formula promises; rates are from 0 to 1. */
export type Finding = {
	what: string;
	where: string;
	nominal: number;
	measured: number;
	/** How many were simulated; null where every outcome was counted. */
	runs: number | null;
	bar: Bar;
};

export const COVERAGE: Bar = { from: 0.93, to: 0.97 };
/** Under twenty messages no interval of counts can keep 93 %: one outcome more or less is too much. */
export const SMALL_COVERAGE: Bar = { from: 0.9, to: 1 };
export const FALSE_ALARMS: Bar = { from: 0, to: 0.06 };
export const PEEKING: Bar = { from: 0, to: 0.05 };

/** From this many runs on figures are held to their bars as they stand; fewer are given three standard errors of chance. */
export const FULL_RUNS = 4_000;

/**
 * Whether a figure keeps its bar; one without a bar is only shown.
 * @param isFull whether it stands as it is, or chance has to be allowed for
 * @example keeps({ …, measured: 0.951, runs: 4000, bar: COVERAGE }, true) // true
 */
export function keeps({ measured, runs, bar }: Finding, isFull: boolean): boolean {
	if (bar === null) return true;
	const chance = (rate: number) => (runs === null || isFull ? 0 : 3 * Math.sqrt((rate * (1 - rate)) / runs));
	return measured >= bar.from - chance(bar.from) && measured <= bar.to + chance(bar.to);
}

/** The share of runs in which something happened. */
export function rateOf(runs: number, happens: (run: number) => boolean): number {
	let count = 0;
	for (let run = 0; run < runs; run += 1) if (happens(run)) count += 1;
	return count / runs;
}
