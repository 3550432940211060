import { METHODS, type ImpactEstimate, type Method, type Net } from './report';

/** What an evidence link claims of its campaign. Times in milliseconds since 1970, to the second. */
export type Claim = {
	method: Method;
	formulaVersion: number;
	estimate: Net;
	low: Net;
	high: Net;
	/** Rated messages of both windows. */
	n: number;
	asOf: number;
	/** The first 16 hex digits of the hash of the data. */
	dataHash: string;
};

const CODES: Record<Method, string> = {
	'before-after': 'ba',
	'difference-in-differences': 'dd',
	'interrupted-series': 'is'
};
/** A claim holds numbers in millionths: more digits than any page shows. */
const MILLIONTHS = 1e6;
const SECOND = 1000;
const HASH_DIGITS = 16;
const CLAIM = /^(ba|dd|is)((?:\.-?\d{1,15}){6})\.([0-9a-f]{16})$/;

const millionths = (value: number) => Math.round(value * MILLIONTHS);

/**
 * A claim as one word of a link: method, formula version, estimate, low and high in millionths, n, seconds since
 * 1970, and the beginning of the hash.
 * @example writeClaim(claim) // 'dd.1.98123.72000.124246.13222.1795361100.9f86d081884c7d65'
 */
export function writeClaim(claim: Claim): string {
	const { method, formulaVersion, estimate, low, high, n, asOf, dataHash } = claim;
	const numbers = [formulaVersion, ...[estimate, low, high].map(millionths), n, Math.floor(asOf / SECOND)];
	// A rounded number a hair below 0 would be written as -0.
	return [CODES[method], ...numbers.map((value) => value + 0), dataHash.slice(0, HASH_DIGITS)].join('.');
}

/**
 * The claim of a link, or null for a text that is none.
 * @example readClaim('dd.1.98123.72000.124246.13222.1795361100.9f86d081884c7d65')?.estimate // 0.098123
 */
export function readClaim(text: string): Claim | null {
	const [, code, numbers, dataHash] = CLAIM.exec(text) ?? [];
	const method = METHODS.find((name) => CODES[name] === code);
	if (method === undefined || numbers === undefined || dataHash === undefined) return null;
	const [formulaVersion = NaN, estimate = NaN, low = NaN, high = NaN, n = NaN, seconds = NaN] = numbers
		.slice(1)
		.split('.')
		.map(Number);
	return {
		method,
		formulaVersion,
		estimate: estimate / MILLIONTHS,
		low: low / MILLIONTHS,
		high: high / MILLIONTHS,
		n,
		asOf: seconds * SECOND,
		dataHash
	};
}

/**
 * Whether today's numbers still say what was claimed: the same rule gives the same limits from as many messages. The
 * hash need not be the same, since other days of the table may have grown.
 */
export function claimHolds(claim: Claim, today: ImpactEstimate | null, formulaVersion: number): boolean {
	if (today === null || claim.method !== today.method || claim.formulaVersion !== formulaVersion)
		return false;
	const pairs = [
		[claim.estimate, today.estimate],
		[claim.low, today.low],
		[claim.high, today.high]
	] as const;
	const isSame = pairs.every(([then, now]) => Math.abs(millionths(then) - millionths(now)) <= 1);
	return isSame && claim.n === today.nBefore + today.nAfter;
}
