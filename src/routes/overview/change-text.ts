import { decimalsOf, formatChange, formatCount, formatPoints, formatShare } from '$lib/format/numbers';
import type { CountChange, ScoreChange } from '$lib/server/panels/changes';
import { comparisonWords } from '$lib/wording/comparison-words';

/** A change as it is shown: an arrow where it has a direction, what it is, and how sure it is. */
export type ChangeText = { arrow: '↗' | '↘' | null; text: string; verdict: string | null };

const words = comparisonWords.change;

/** How sure a change is, in words; what is lacking where nobody can tell. */
export function verdictText({ verdict, lacks }: Pick<ScoreChange, 'verdict' | 'lacks'>): string {
	return verdict === 'too-little'
		? comparisonWords.lacks[lacks ?? 'days']
		: comparisonWords.verdicts[verdict];
}

/**
 * The change of a score or share in points, with a true sign. Below ten messages on a side there is no number.
 * @example scoreChangeText(change).text // '+1.6 pts'
 */
export function scoreChangeText(change: ScoreChange | null): ChangeText | null {
	if (change === null) return null;
	const verdict = verdictText(change);
	if (change.lacks === 'messages') return { arrow: null, text: verdict, verdict: null };
	return { arrow: null, text: words.points(differenceText(change)), verdict };
}

/** A difference in points with as many decimals as its interval supports. */
export const differenceText = (change: Pick<ScoreChange, 'difference' | 'low' | 'high'>) =>
	formatPoints(change.difference, { decimals: decimalsOf(change) });

/** The 95 % interval of a change in points. */
export const changeInterval = (change: Pick<ScoreChange, 'low' | 'high'>) => {
	const look = { decimals: decimalsOf(change) };
	return words.interval(formatPoints(change.low, look), formatPoints(change.high, look));
};

/**
 * The change of a count by the display rules: in per cent, or what may be said instead of a percentage.
 *
 * Cases, in the order in which the code takes them: none on either side; none before; under twenty before, so the
 * earlier count itself; no difference to speak of; a percentage.
 * @example countChangeText(change).text // '4.3 % more'
 */
export function countChangeText(change: CountChange): ChangeText {
	if (change.kind === 'none') return { arrow: null, text: words.none, verdict: null };
	if (change.kind === 'new') return { arrow: null, text: words.isNew, verdict: null };
	if (change.ratio === null)
		return { arrow: null, text: words.few(formatCount(change.before)), verdict: null };
	const percent = formatChange(Math.abs(change.ratio)).replace('+', '');
	const isSame = Number(formatShare(change.ratio, { locale: 'en' }).replace('−', '-')) === 0;
	const text = isSame ? words.same : change.ratio > 0 ? words.more(percent) : words.fewer(percent);
	return {
		arrow: isSame ? null : change.ratio > 0 ? '↗' : '↘',
		text: change.perDay ? words.perDay(text) : text,
		verdict: verdictText(change)
	};
}
