import { fourMeans } from '$lib/analytics/difference-in-differences';
import { claimHolds, readClaim, writeClaim } from './claim';
import { comparedDays, type Sides } from './pooled-days';
import type { Evidence, ImpactEstimate, ImpactReport } from './report';

/** Goes up when the same data would give other numbers; links then say that they were made by another rule. */
const FORMULA_VERSION = 1;

type Computed = {
	sides: Sides;
	headline: ImpactEstimate | null;
	dataHash: string;
	asOf: number;
	timeZone: string;
	/** What the link claims, as it stands there. */
	claim: string | null;
};

function equationOf({ sides, headline }: Computed): Evidence['equation'] {
	if (headline?.method !== 'difference-in-differences' || sides.controls === null) return null;
	const means = fourMeans(comparedDays(sides.targets), comparedDays(sides.controls));
	return (
		means && {
			targetAfter: means.targetAfter,
			targetBefore: means.targetBefore,
			controlsAfter: means.comparisonAfter,
			controlsBefore: means.comparisonBefore
		}
	);
}

function checkedClaim({ claim, headline }: Computed): Evidence['claim'] {
	const read = claim === null ? null : readClaim(claim);
	if (read === null) return null;
	const { estimate, low, high, asOf, dataHash } = read;
	return { estimate, low, high, asOf, dataHash, holds: claimHolds(read, headline, FORMULA_VERSION) };
}

/** What another person needs to check the card. */
export function evidenceOf(computed: Computed): Evidence {
	const { headline, asOf, timeZone, dataHash } = computed;
	return {
		formulaVersion: FORMULA_VERSION,
		method: headline?.method ?? null,
		asOf,
		timeZone,
		dataHash,
		equation: equationOf(computed),
		claim: checkedClaim(computed)
	};
}

/** The claim of a link to this report, or null where it says no number. @example href(…, { evidence: claimOfReport(report) }) */
export function claimOfReport({ headline, evidence }: ImpactReport): string | null {
	if (headline === null || headline.verdict === 'too-little') return null;
	const { method, estimate, low, high, nBefore, nAfter } = headline;
	const { formulaVersion, asOf, dataHash } = evidence;
	return writeClaim({ method, formulaVersion, estimate, low, high, n: nBefore + nAfter, asOf, dataHash });
}
