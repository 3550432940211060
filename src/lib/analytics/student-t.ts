/** Lanczos coefficients for g = 607/128, good to about 1e-15 of the value. */
const LANCZOS_G = 607 / 128;
const LANCZOS = [
	0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
	3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
	-0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
	-2.6190838401581408e-5, 3.6899182659531625e-6
];

/**
 * The natural logarithm of the gamma function.
 * Source: Lanczos, SIAM Journal on Numerical Analysis B 1 (1964) 86–96, with Godfrey's coefficients.
 * @param x over 0
 * @example logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
	const sum = LANCZOS.reduce(
		(total, coefficient, k) => total + (k === 0 ? coefficient : coefficient / (x + k)),
		0
	);
	const base = x + LANCZOS_G + 0.5;
	return (x + 0.5) * Math.log(base) - base + Math.log((Math.sqrt(2 * Math.PI) * sum) / x);
}

const SMALLEST = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction.
 * Source: Abramowitz and Stegun 26.5.8; evaluated as by Lentz, Applied Optics 15 (1976) 668–671.
 * @param x from 0 to 1
 * @param a over 0
 * @param b over 0
 * @example incompleteBeta(0.5, 2, 2) // 0.5
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	// The fraction converges fast on one side of the mean only; the other side is its mirror.
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
	return (Math.exp(front) / a) * betaFraction(x, a, b);
}

function betaFraction(x: number, a: number, b: number): number {
	const kept = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
	let c = 1;
	let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m <= MOST_TERMS; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		let change = 1;
		for (const term of [even, odd]) {
			d = 1 / kept(1 + term * d);
			c = kept(1 + term / c);
			change = d * c;
			result *= change;
		}
		if (Math.abs(change - 1) < PRECISION) break;
	}
	return result;
}

/**
 * The probability that Student's t lies further from 0 than a value, on both sides together.
 * @param df degrees of freedom, over 0 and not necessarily whole
 * @example studentTails(2.228138852, 10) // 0.05
 */
export function studentTails(t: number, df: number): number {
	return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

const HALVINGS = 80;

/**
 * The value that Student's t exceeds on either side with a probability.
 * @param tails the probability of both sides together, over 0 and under 1
 * @param df degrees of freedom, at least 0.1
 * @example studentQuantile(0.05, 10) // 2.228138852: the half-width of a 95 % interval in standard errors
 */
export function studentQuantile(tails: number, df: number): number {
	let low = 0;
	let high = 1;
	while (studentTails(high, df) > tails) high *= 2;
	for (let step = 0; step < HALVINGS; step += 1) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (studentTails(middle, df) > tails) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
