import { gammaAbove, gammaBelow } from './special-functions';

/**
 * The error function, as the incomplete gamma function with a = ½.
 * Source: Abramowitz and Stegun 7.1.2 and 6.5.16.
 * @example erf(1) // 0.8427007929497149
 */
export function erf(x: number): number {
	return Math.sign(x) * gammaBelow(0.5, x * x);
}

/**
 * The probability that a standard normal value lies below z, exact also in the far lower tail.
 * @example normalBelow(1.959963984540054) // 0.975
 */
export function normalBelow(z: number): number {
	const beyond = gammaAbove(0.5, (z * z) / 2) / 2;
	return z > 0 ? 1 - beyond : beyond;
}

/** The coefficients of Wichura's three rational functions, the constant first. */
const CENTRE = {
	over: [
		3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
		67265.7709270087, 33430.57558358813, 2509.0809287301227
	],
	under: [
		1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
		28729.085735721943, 5226.495278852854
	]
};
const TAIL = {
	over: [
		1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
		0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
	],
	under: [
		1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
		0.0005475938084995345, 1.0507500716444169e-9
	]
};
const FAR_TAIL = {
	over: [
		6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
		0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7
	],
	under: [
		1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
		0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15
	]
};

const polynomial = (coefficients: readonly number[], x: number) =>
	coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

const ratio = ({ over, under }: typeof CENTRE, x: number) => polynomial(over, x) / polynomial(under, x);

/**
 * The value that a standard normal one stays below with a probability, to about 16 digits.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.
 * @param probability from 0 (−∞) to 1 (∞)
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
	const fromMiddle = probability - 0.5;
	if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(CENTRE, 0.180625 - fromMiddle ** 2);
	const tail = fromMiddle < 0 ? probability : 1 - probability;
	if (tail <= 0) return fromMiddle * Infinity;
	const depth = Math.sqrt(-Math.log(tail));
	return Math.sign(fromMiddle) * (depth <= 5 ? ratio(TAIL, depth - 1.6) : ratio(FAR_TAIL, depth - 5));
}
