/**
 * Random numbers that are a pure function of their name. Every part of the demo asks for its own stream, named by
 * the seed, the day, the brand and the purpose, so that no part depends on the order in which the others ran.
 * The name is hashed to 128 bits (MurmurHash3-style mixing of the UTF-16 units) and these seed `sfc32`, the small
 * counter-based generator of Chris Doty-Humphrey's PractRand (2010): its fourth word is a counter, so that every
 * stream has a period of at least 2^32.
 */
export type Random = () => number;

const MULTIPLIERS = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179] as const;

function hash128(name: string): [number, number, number, number] {
	let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
	for (let index = 0; index < name.length; index++) {
		const unit = name.charCodeAt(index);
		a = b ^ Math.imul(a ^ unit, MULTIPLIERS[0]);
		b = c ^ Math.imul(b ^ unit, MULTIPLIERS[1]);
		c = d ^ Math.imul(c ^ unit, MULTIPLIERS[2]);
		d = a ^ Math.imul(d ^ unit, MULTIPLIERS[3]);
	}
	return [a, b, c, d];
}

/**
 * A stream of uniform numbers in [0, 1), the same for the same name on every machine.
 * @example randomOf('undertone', '2026-11-22', 'Fennick', 'rows')() // always the same first number
 */
export function randomOf(...name: string[]): Random {
	let [a, b, c, counter] = hash128(name.join('|'));
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	// The first outputs of neighbouring names are still alike: the author of sfc32 recommends to throw 12 away.
	for (let round = 0; round < 12; round++) next();
	return next;
}

/** A standard normal number (Box and Muller, 1958). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A Poisson count with the given mean, at least 0. Knuth's product method, in steps of at most 30 so that the
 * product does not underflow; a sum of Poisson counts is a Poisson count.
 */
export function poisson(random: Random, mean: number): number {
	let count = 0;
	for (let left = mean; left > 0; left -= 30) {
		const floor = Math.exp(-Math.min(left, 30));
		for (let product = random(); product > floor; product *= random()) count++;
	}
	return count;
}

/** One of the items, each as likely as the other. The list must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
	return items[Math.floor(random() * items.length)] as T;
}

/** Running sums of weights, ready for `pickIndex`. */
export function cumulative(weights: readonly number[]): number[] {
	let sum = 0;
	return weights.map((weight) => (sum += weight));
}

/** An index with a probability in proportion to its weight; takes the running sums of `cumulative`. */
export function pickIndex(random: Random, sums: readonly number[]): number {
	const target = random() * (sums[sums.length - 1] ?? 0);
	let index = 0;
	while (index < sums.length - 1 && target >= (sums[index] as number)) index++;
	return index;
}
