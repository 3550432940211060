import type { Estimate } from '$lib/analytics/interval';
import { decimalsOf, formatPoints, formatShare } from '$lib/format/numbers';
import type { Audit } from '$lib/server/audits/audit';
import type { AuditResult } from '$lib/server/audits/audit-result';
import { auditWords } from '$lib/wording/audit-words';

export const ROWS = ['negative', 'neutral', 'positive', 'net'] as const;

/** One value with its interval as people read it, and as the whisker draws it. */
export type ShownNumber = Estimate & { value: string; interval: string };

export type NumberRow = {
	name: (typeof ROWS)[number];
	unit: string;
	min: number;
	max: number;
	reported: ShownNumber;
	corrected: ShownNumber | null;
};

function shown(name: NumberRow['name'], estimate: Estimate): ShownNumber {
	const decimals = decimalsOf(estimate);
	const write = (value: number) => (name === 'net' ? formatPoints : formatShare)(value, { decimals });
	return {
		...estimate,
		value: write(estimate.estimate),
		interval: auditWords.result.numbers.interval(write(estimate.low), write(estimate.high))
	};
}

/** Shares and net sentiment, reported and corrected, row by row on one axis each. */
export function numberRows(reported: Audit['reported'], corrected: AuditResult['corrected']): NumberRow[] {
	return ROWS.map((name) => ({
		name,
		unit: name === 'net' ? auditWords.result.numbers.points : '%',
		min: name === 'net' ? -1 : 0,
		max: 1,
		reported: shown(name, reported[name]),
		corrected: corrected && shown(name, corrected[name])
	}));
}
