/** A measured value over several rounds, in the unit of whoever measured it. */
export type Figure = { median: number; low: number; high: number; rounds: number };

function medianOf(sorted: readonly number[]): number {
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The median of some samples, with the lowest and the highest. */
export function figureOf(samples: readonly number[]): Figure {
	const sorted = [...samples].sort((a, b) => a - b);
	return {
		median: medianOf(sorted),
		low: sorted[0] ?? Number.NaN,
		high: sorted.at(-1) ?? Number.NaN,
		rounds: sorted.length
	};
}

/** How many milliseconds some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

export type Rounds = {
	warmUp: number;
	most: number;
	/** No further round begins after this many milliseconds, but `fewest` are always run. */
	budget: number;
	fewest: number;
};

/**
 * Let contestants run in turns, and give each one's samples. The order turns with every round, so that what the
 * machine does beside falls on all of them alike.
 */
export async function alternate<K extends string, T>(
	contestants: Record<K, (round: number) => Promise<T>>,
	{ warmUp, most, budget, fewest }: Rounds
): Promise<Record<K, T[]>> {
	const names = Object.keys(contestants) as K[];
	const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, T[]>;
	for (let round = 0; round < warmUp; round++) {
		for (const name of names) await contestants[name](round);
	}
	const start = performance.now();
	for (let round = 0; round < most; round++) {
		if (round >= fewest && performance.now() - start > budget) break;
		const turned = names.map((_, index) => names[(index + round) % names.length] as K);
		for (const name of turned) samples[name].push(await contestants[name](warmUp + round));
	}
	return samples;
}

/** One contestant's samples as multiples of another's, round by round, so that a slow moment cancels out. */
export function ratioOf(samples: readonly number[], against: readonly number[]): Figure {
	return figureOf(samples.map((sample, round) => sample / (against[round] ?? Number.NaN)));
}
