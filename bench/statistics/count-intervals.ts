import { newcombe } from '$lib/analytics/difference';
import { adjustedWald, wilson, Z } from '$lib/analytics/interval';
import { logGamma } from '$lib/analytics/student-t';
import { COVERAGE, SMALL_COVERAGE, type Bar, type Finding } from './finding';

/** Shares of positive, neutral and negative. */
type Shares = readonly [number, number, number];

/**
 * Those of a loved brand, where the plain interval fails most, those of 80/100/20, and a brand that nobody dislikes, of
 * which under twenty messages are only shown: five of them are the one case here below 90 %.
 */
const SHARES: { shares: Shares; small: Bar }[] = [
	{ shares: [0.9, 0.08, 0.02], small: SMALL_COVERAGE },
	{ shares: [0.4, 0.5, 0.1], small: SMALL_COVERAGE },
	{ shares: [0.75, 0.25, 0], small: null }
];
const SIZES = [5, 10, 20, 50, 100, 200];

const logChoose = (n: number, parts: readonly number[]) =>
	logGamma(n + 1) - parts.reduce((sum, part) => sum + logGamma(part + 1), 0);

const logPower = (p: number, k: number) => (k === 0 ? 0 : k * Math.log(p));

/** The probability of all outcomes of n messages for which an interval holds the truth. */
function coverage(n: number, shares: Shares, holds: (outcome: Shares) => boolean): number {
	let sum = 0;
	for (let positive = 0; positive <= n; positive += 1) {
		for (let negative = 0; negative <= n - positive; negative += 1) {
			const outcome: Shares = [positive, n - positive - negative, negative];
			if (!holds(outcome)) continue;
			sum += Math.exp(
				logChoose(n, outcome) + outcome.reduce((log, k, i) => log + logPower(shares[i]!, k), 0)
			);
		}
	}
	return sum;
}

const isBetween = (truth: number, { low, high }: { low: number; high: number }) =>
	low <= truth && truth <= high;

/** The interval that nobody should use: s ± z·√([(P+N)/n − s²]/n). */
function plainWald([positive, neutral, negative]: Shares) {
	const n = positive + neutral + negative;
	const net = (positive - negative) / n;
	const half = Z * Math.sqrt(((positive + negative) / n - net ** 2) / n);
	return { low: net - half - 1e-12, high: net + half + 1e-12 };
}

/** Net sentiment of n messages by full enumeration: the adjusted interval beside the plain one. */
export function netIntervals(): Finding[] {
	return SHARES.flatMap(({ shares, small }) =>
		SIZES.flatMap((n): Finding[] => {
			const truth = shares[0] - shares[2];
			const where = `p = (${shares.join(', ')}), n = ${n}`;
			const exact = { where, nominal: 0.95, runs: null };
			const adjusted = coverage(n, shares, ([positive, neutral, negative]) =>
				isBetween(truth, adjustedWald({ positive, neutral, negative }))
			);
			const plain = coverage(n, shares, (outcome) => isBetween(truth, plainWald(outcome)));
			return [
				{ ...exact, what: 'adjusted Wald', measured: adjusted, bar: n < 20 ? small : COVERAGE },
				{ ...exact, what: 'plain Wald', measured: plain, bar: null }
			];
		})
	);
}

function binomialProbability(n: number, x: number, p: number): number {
	return Math.exp(logChoose(n, [x, n - x]) + logPower(p, x) + logPower(1 - p, n - x));
}

const range = (n: number) => Array.from({ length: n + 1 }, (_, index) => index);

/** One share, averaged over shares from 2 to 98 %, since that of a single one jumps with every outcome. */
export function shareIntervals(): Finding[] {
	return [20, 50, 200].map((n): Finding => {
		const shares = range(96).map((k) => 0.02 + k / 100);
		const covered = shares.map((p) =>
			range(n).reduce((sum, x) => sum + (isBetween(p, wilson(x, n)) ? binomialProbability(n, x, p) : 0), 0)
		);
		const measured = covered.reduce((sum, value) => sum + value, 0) / covered.length;
		return {
			what: 'Wilson',
			where: `mean of p, n = ${n}`,
			nominal: 0.95,
			measured,
			runs: null,
			bar: COVERAGE
		};
	});
}

/** The difference of two shares by full enumeration. */
export function differenceIntervals(): Finding[] {
	const cases: [number, number, number, number][] = [
		[0.3, 50, 0.3, 50],
		[0.56, 70, 0.48, 80],
		[0.1, 100, 0.2, 60],
		[0.05, 200, 0.08, 120]
	];
	return cases.map(([p1, n1, p2, n2]): Finding => {
		let measured = 0;
		for (const x1 of range(n1)) {
			for (const x2 of range(n2)) {
				if (!isBetween(p1 - p2, newcombe({ x: x1, n: n1 }, { x: x2, n: n2 }))) continue;
				measured += binomialProbability(n1, x1, p1) * binomialProbability(n2, x2, p2);
			}
		}
		const where = `p = ${p1} of ${n1} less p = ${p2} of ${n2}`;
		return { what: 'Newcombe', where, nominal: 0.95, measured, runs: null, bar: COVERAGE };
	});
}
