/** Numbers from 0 up to but without 1. */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed on every machine (mulberry32: 32 bits, a period of 2³²),
 * so that a bootstrap or a simulation can be repeated. Not for secrets.
 * @param seed a whole number
 * @example seeded(1)() // the same in every run
 */
export function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * A standard normal value.
 * Source: Box and Muller, Annals of Mathematical Statistics 29 (1958) 610–611.
 * @example 0.05 * normalFrom(random) // the shock of a day
 */
export function normalFrom(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A gamma value of scale 1; several of them, divided by their sum, are shares from a Dirichlet distribution.
 * Source: Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000) 363–372.
 * @param shape more than 0
 * @example gammaFrom(random, 2.5)
 */
export function gammaFrom(random: Random, shape: number): number {
	if (shape < 1) return gammaFrom(random, shape + 1) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	for (;;) {
		const normal = normalFrom(random);
		const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** From this variance on a binomial count is drawn as a rounded normal one, off by less than a hundredth of an sd. */
const NEARLY_NORMAL = 400;

/**
 * How many of n happen with a probability each. Exact by waiting times where few happen; with a variance over 400 the
 * rounded normal.
 * Source: Devroye, Non-Uniform Random Variate Generation (1986), chapter X.4.3 (second waiting time method).
 * @example binomialFrom(random, 200, 0.4)
 */
export function binomialFrom(random: Random, n: number, probability: number): number {
	if (probability > 0.5) return n - binomialFrom(random, n, 1 - probability);
	const variance = n * probability * (1 - probability);
	if (variance > NEARLY_NORMAL) {
		const drawn = Math.round(n * probability + Math.sqrt(variance) * normalFrom(random));
		return Math.min(n, Math.max(0, drawn));
	}
	if (!(probability > 0)) return 0;
	const rate = -Math.log1p(-probability);
	let count = 0;
	for (let waited = 0; count < n; count += 1) {
		waited += -Math.log(1 - random()) / (n - count);
		if (waited > rate) break;
	}
	return count;
}

/**
 * How n things fall into classes with these shares, which add up to 1.
 * @example multinomialFrom(random, 200, [0.4, 0.4, 0.2]) // three counts that add up to 200
 */
export function multinomialFrom(random: Random, n: number, shares: readonly number[]): number[] {
	let [left, rest] = [n, 1];
	return shares.map((share, index) => {
		const isLast = index === shares.length - 1;
		const count = isLast ? left : binomialFrom(random, left, rest > 0 ? Math.min(1, share / rest) : 0);
		left -= count;
		rest -= share;
		return count;
	});
}
