import { correctedByLabel } from '$lib/analytics/label-audit';
import { correctedNet, type Confusion } from '$lib/analytics/label-error';
import { multinomialFrom, seeded, type Random } from '$lib/analytics/random';
import { rateOf, type Bar, type Finding } from './finding';

/** Messages whose labels are reported, and draws behind each interval: fewer than in use, to be done in time. */
const MESSAGES = 20_000;
const DRAWS = 300;

/** An interval that is wider than it promises does no harm here: it comes from how little few ratings can know. */
const AT_LEAST: Bar = { from: 0.93, to: 1 };

/** A brand of shares of positive, neutral and negative, and how often its labels are right. */
type Brand = { truth: readonly [number, number, number]; right: number };

const LIKED: Brand['truth'] = [0.5, 0.45, 0.05];
const MIXED: Brand['truth'] = [0.35, 0.45, 0.2];

/** Of the wrong labels two in three lie beside the true class, and those of neutral messages on either side alike. */
function ratesOf({ right }: Brand): Confusion {
	const wrong = 1 - right;
	return [
		[right, (2 / 3) * wrong, wrong / 3],
		[wrong / 2, right, wrong / 2],
		[wrong / 3, (2 / 3) * wrong, right]
	];
}

/** One audit: what is reported of all messages, and how those that a person rated are labelled. */
function drawnAudit(random: Random, brand: Brand, size: number) {
	const rates = ratesOf(brand);
	const joint = brand.truth.flatMap((share, row) => rates[row]!.map((rate) => share * rate));
	const all = multinomialFrom(random, MESSAGES, joint);
	const reported = (label: number) => all[label]! + all[3 + label]! + all[6 + label]!;
	const cells = multinomialFrom(random, size, joint);
	const checked = [0, 3, 6].map((at) => cells.slice(at, at + 3)) as unknown as Confusion;
	return {
		counts: { positive: reported(0), neutral: reported(1), negative: reported(2) },
		checked
	};
}

const holds = (truth: number, found: { low: number; high: number } | null) =>
	found !== null && found.low <= truth && truth <= found.high;

/** How often the interval of corrected net sentiment holds the true one. An audit without a correction counts nowhere. */
function coverage(runs: number, brand: Brand, size: number): number {
	const random = seeded(size);
	const truth = brand.truth[0] - brand.truth[2];
	let none = 0;
	const rate = rateOf(runs, () => {
		const { counts, checked } = drawnAudit(random, brand, size);
		const found = correctedByLabel(counts, checked, random, DRAWS);
		if (found === null) none += 1;
		return found !== null && holds(truth, found.net);
	});
	return (rate * runs) / (runs - none);
}

/** The same of turning the error rates of the true classes round: shown beside it. */
function coverageByErrorRates(runs: number, brand: Brand, size: number): number {
	const random = seeded(size);
	const truth = brand.truth[0] - brand.truth[2];
	let none = 0;
	const rate = rateOf(runs, () => {
		const { counts, checked } = drawnAudit(random, brand, size);
		try {
			const found = correctedNet(counts, checked, random, DRAWS);
			if (found === null) none += 1;
			return holds(truth, found);
		} catch {
			none += 1;
			return false;
		}
	});
	return (rate * runs) / (runs - none);
}

const BRANDS: Brand[] = [LIKED, MIXED].flatMap((truth) =>
	[0.98, 0.9, 0.8, 0.6].map((right) => ({ truth, right }))
);
const SIZES = [30, 100, 200];

/** Corrected net sentiment of label audits: 95 % intervals over brands, labels and sizes. */
export function labelAudits(runs: number): Finding[] {
	const where = ({ truth, right }: Brand, size: number) =>
		`${size} ratings, ${100 * right} % right, ${100 * truth[2]} % negative`;
	const turned: Brand = { truth: MIXED, right: 0.8 };
	return [
		...BRANDS.flatMap((brand) =>
			SIZES.map((size) => ({
				what: 'corrected by label',
				where: where(brand, size),
				nominal: 0.95,
				measured: coverage(runs, brand, size),
				runs,
				bar: AT_LEAST
			}))
		),
		{
			what: 'by error rates',
			where: where(turned, 100),
			nominal: 0.95,
			measured: coverageByErrorRates(runs, turned, 100),
			runs,
			bar: null
		}
	];
}
