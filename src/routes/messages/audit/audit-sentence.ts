import { LEAST_CHECKED } from '$lib/analytics/label-audit';
import { decimalsOf, formatCount, formatPoints, formatShare, keepUnits } from '$lib/format/numbers';
import type { AuditResult } from '$lib/server/audits/audit-result';
import type { Audit } from '$lib/server/audits/audit';
import { auditWords } from '$lib/wording/audit-words';

/** An interval of net sentiment above which nobody can say that labels move nothing: 25 of its 200 points. */
const WIDEST = 0.25;

type Found = Pick<AuditResult, 'rated' | 'accuracy' | 'corrected' | 'noCorrection'>;

/**
 * What an audit found, as one sentence or two. Its rungs, in this order: too few ratings; a label that nobody rated;
 * corrected net sentiment whose interval holds what was reported, and says little or something; reported higher than that; reported lower.
 */
export function auditSentence(found: Found, reported: Pick<Audit['reported'], 'net'>): string {
	const words = auditWords.result.sentence;
	const { corrected, accuracy, noCorrection } = found;
	if (noCorrection?.kind === 'label-missing') return words.labelMissing(noCorrection.label);
	if (corrected === null || accuracy === null) {
		return words.tooFew(formatCount(found.rated), formatCount(LEAST_CHECKED));
	}
	const { net } = corrected;
	const decimals = decimalsOf(net);
	const points = (value: number) => formatPoints(value, { decimals });
	const told = [points(net.estimate), points(net.low), points(net.high)] as const;
	const share = formatShare(accuracy.estimate, { decimals: 0 });
	const off = reported.net.estimate - net.estimate;
	const by = points(Math.abs(off)).replace('+', '');
	const isHeld = reported.net.estimate >= net.low && reported.net.estimate <= net.high;
	if (isHeld && net.high - net.low > WIDEST) return keepUnits(words.unsure(share, told[1], told[2]));
	if (isHeld) return keepUnits(words.agrees(share, ...told));
	return keepUnits((off > 0 ? words.better : words.worse)(share, by, ...told));
}
