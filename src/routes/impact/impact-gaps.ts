import { formatCount } from '$lib/format/numbers';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { hasNumber, isTooShort, type ShownReport } from './impact-sentence';

/** Why a part of a report is not there, said where it would be. */

const words = impactPageWords.panels;
const daysText = (count: number) => impactPageWords.days(formatCount(count), count === 1);

/**
 * Why no earlier window stands beside the campaign. Cases in order: none of its days is over; there are windows, but
 * no number to stand beside them; its days do not fit into those before the baseline; nothing was rated there.
 */
export function placeboGap(report: ShownReport): string {
	const { progress, historyDays, placebo } = report;
	const { noDay, noNumber, tooLong, noneRated } = words.placebo;
	if (progress.complete === 0) return noDay;
	if (placebo !== null && !hasNumber(report)) return noNumber;
	return progress.complete > historyDays
		? tooLong(daysText(progress.complete), daysText(historyDays))
		: noneRated;
}

/** Why the change is not split into mood and mix: nothing was rated on a side, or too little for any number. */
export function mixGap(report: ShownReport): string {
	return report.mix === null || hasNumber(report) ? words.mix.none : words.mix.noNumber;
}

/** Why nobody can say what could be seen: the campaign ends before the first look, or too little is known before it. */
export function planGap(report: ShownReport): string {
	return isTooShort(report) ? words.plan.tooShort : words.plan.tooFew;
}
