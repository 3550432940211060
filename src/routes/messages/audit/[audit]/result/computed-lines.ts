import { formatDateTime } from '$lib/format/dates';
import { formatCount, formatPoints } from '$lib/format/numbers';
import type { Audit } from '$lib/server/audits/audit';
import type { AuditResult, ByErrorRates } from '$lib/server/audits/audit-result';
import { auditWords } from '$lib/wording/audit-words';

const words = auditWords.result.computed;

function turnedLine(by: ByErrorRates): string {
	if (by.kind === 'missing') return words.turned.missing(by.class);
	if (by.kind !== 'net') return words.turned[by.kind];
	const points = (value: number) => formatPoints(value);
	return words.turned.net(points(by.net.estimate), points(by.net.low), points(by.net.high));
}

type Kept = Pick<Audit, 'size' | 'seed' | 'listed' | 'passedOver' | 'reported' | 'timeZone'> & {
	drawn: number;
};

/** How the numbers of an audit came about, name by name. */
export function computedLines(
	audit: Kept,
	result: Pick<AuditResult, 'corrected' | 'byErrorRates'>
): { name: string; value: string }[] {
	const { rows } = words;
	const { counts, asOf } = audit.reported;
	const drawn =
		words.drawn(formatCount(audit.drawn), formatCount(audit.listed), String(audit.seed)) +
		(audit.drawn < audit.size ? words.short(formatCount(audit.size)) : '') +
		(audit.passedOver > 0 ? words.passedOver(formatCount(audit.passedOver)) : '');
	return [
		{ name: rows.drawn, value: drawn },
		{
			name: rows.reported,
			value: words.reported(
				formatCount(counts.negative),
				formatCount(counts.neutral),
				formatCount(counts.positive)
			)
		},
		...(result.corrected === null
			? []
			: [
					{ name: rows.corrected, value: words.corrected },
					{ name: rows.interval, value: words.interval(String(audit.seed)) }
				]),
		...(result.byErrorRates === null ? [] : [{ name: rows.turned, value: turnedLine(result.byErrorRates) }]),
		{ name: rows.asOf, value: `${formatDateTime(asOf, audit.timeZone)}, ${audit.timeZone}` }
	];
}
