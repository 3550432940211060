import { decimalsOf, formatCount, formatExpected, formatPoints, keepUnits } from '$lib/format/numbers';
import { campaignWords } from '$lib/wording/campaign-words';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { impactWords } from '$lib/wording/impact-words';
import type { ShownReport } from './impact-sentence';

const words = impactWords.expected;

const capital = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/**
 * Whether the change that was expected as a number was reached, and by which interval; null where none was named.
 * Cases in order: a change of another metric; before the start, whether it could be seen; no number; the answer.
 */
export function expectedSentence(report: ShownReport): string | null {
	const { expected, metric } = report.campaign;
	if (expected === null || metric === null) return null;
	const points = formatExpected(expected);
	if (metric !== 'net') return words.otherMetric(points, campaignWords.metrics[metric]);
	if (report.state === 'planned') return plannedSentence(report, expected);
	const { headline, expectedAnswer } = report;
	if (headline === null || expectedAnswer === null) return words.noNumber(points);
	const isAlways = expectedAnswer === 'reached' || expectedAnswer === 'short';
	const interval = isAlways ? { low: headline.peekLow, high: headline.peekHigh } : headline;
	const limit = (value: number) => formatPoints(value, { decimals: decimalsOf(headline) });
	const range = impactWords.card.range(limit(interval.low), limit(interval.high));
	const answer = keepUnits(words[expectedAnswer](points, range));
	return report.state === 'running' ? words.soFar + answer : capital(answer);
}

/** Nothing where too little is known to say what could be seen; the sentence of the card says that already. */
function plannedSentence({ detectability, progress }: ShownReport, expected: number): string | null {
	if (detectability === null) return null;
	const points = formatExpected(expected);
	const isSeen = Math.abs(expected) >= detectability.smallest * 100;
	if (isSeen) return words.seen(points);
	const days = impactPageWords.days(formatCount(progress.planned), progress.planned === 1);
	return words.unseen(points, days, formatPoints(detectability.smallest).replace('+', ''));
}
