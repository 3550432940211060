import { logGamma } from './student-t';

const SMALLEST = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 100_000;

/**
 * The regularised lower incomplete gamma function P(a, x): by its series below the mean, else from its continued
 * fraction.
 * Source: Abramowitz and Stegun 6.5.29 and 6.5.31; the fraction evaluated as by Lentz, Applied Optics 15 (1976).
 * @param a over 0
 * @param x at least 0
 * @example gammaBelow(1, 2) // 1 − e⁻²
 */
export function gammaBelow(a: number, x: number): number {
	if (x <= 0) return 0;
	return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact also where it is tiny.
 * @example gammaAbove(1, 40) // e⁻⁴⁰
 */
export function gammaAbove(a: number, x: number): number {
	if (x <= 0) return 1;
	return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

const front = (a: number, x: number) => Math.exp(a * Math.log(x) - x - logGamma(a));

function gammaSeries(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let k = 1; k <= MOST_TERMS; k += 1) {
		term *= x / (a + k);
		sum += term;
		if (term < sum * PRECISION) break;
	}
	return sum * front(a, x);
}

function gammaFraction(a: number, x: number): number {
	const kept = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
	let b = x + 1 - a;
	let c = 1 / SMALLEST;
	let d = 1 / kept(b);
	let result = d;
	for (let k = 1; k <= MOST_TERMS; k += 1) {
		const term = -k * (k - a);
		b += 2;
		d = 1 / kept(b + term * d);
		c = kept(b + term / c);
		result *= c * d;
		if (Math.abs(c * d - 1) < PRECISION) break;
	}
	return result * front(a, x);
}

const HALVINGS = 200;

/**
 * The value that chi-square stays below with a probability.
 * @param probability from 0 to 1, both excluded
 * @param df degrees of freedom, over 0 and not necessarily whole
 * @example chiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquareQuantile(probability: number, df: number): number {
	// The smaller tail keeps its digits; the larger one would be 1 minus next to nothing.
	const isUpper = probability > 0.5;
	const lies = (x: number) =>
		isUpper ? gammaAbove(df / 2, x / 2) > 1 - probability : gammaBelow(df / 2, x / 2) < probability;
	let low = 0;
	let high = Math.max(1, df);
	while (lies(high)) high *= 2;
	for (let step = 0; step < HALVINGS; step += 1) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (lies(middle)) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
