import { tooSmall } from '$lib/analytics/score';
import { decimalsOf, formatCount, formatPercent, formatPoints, formatShare } from '$lib/format/numbers';
import { formatDayRange, formatWeekday } from '$lib/format/dates';
import type { ScoreChange } from '$lib/server/panels/changes';
import type { BrandChange, BrandStanding, KeyNumbersPanel } from '$lib/server/panels/overview-numbers';
import type { KeyNumbers } from '$lib/server/panels/key-numbers';
import type { ShownScore } from '$lib/server/panels/shown-numbers';
import type { UnusualDay } from '$lib/server/panels/unusual-days';
import type { ComparedScope } from '$lib/server/panels/scope';
import { comparisonWords } from '$lib/wording/comparison-words';
import { wording } from '$lib/wording/wording';
import { unusualSentence } from './lead-unusual';

/** What the sentence is about: the brands by name, the score's name, and the days. */
export type Subject = {
	names: readonly string[];
	score: string;
	isPoints: boolean;
	/** What a volume counts, such as 'negative messages' under a filter; all interactions unless given. */
	countedVolume?: string;
	days: { from: string; days: number };
	compared: ComparedScope | null;
};

const MOST_MOVERS = 2;
const words = comparisonWords.lead;

/** What fits into three lines on a desktop, and into three on a phone, in characters. */
const LONGEST = 215;
const LONGEST_ON_PHONE = 100;

/**
 * The finding in a few sentences, written by rule from the numbers: with a comparison the total first, then at most
 * two brands whose change is clear, the larger first; without one, or where it cannot tell, how the shares stand. The
 * days that stand out come last, and are worth more than the second mover or the ends of the table.
 * @param unusual the days that are unusual, the most surprising first; none while they are on their way
 */
export function leadSentences(
	value: KeyNumbersPanel,
	subject: Subject,
	unusual: readonly UnusualDay[] = []
): string[] {
	const { numbers } = value;
	if (numbers.rated === 0) return [wording.lead.nothing];
	const size = tooSmall(numbers.rated);
	if (size === 'none') return [wording.lead.tooFew(formatCount(numbers.rated))];
	if (size === 'interval') return [fewSentence(numbers, subject)];
	const days = unusualSentence(unusual, subject.isPoints, subject.countedVolume);
	const [first, ...seconds] = toldOf(value, subject);
	const last = days === null ? [] : [days];
	const choices = [...seconds.map((second) => [first!, second, ...last]), [first!, ...last]];
	return choices.find((sentences) => sentences.join(' ').length <= LONGEST) ?? [first!];
}

/** The first sentence, then what may stand second, the fullest of them first. */
function toldOf(value: KeyNumbersPanel, subject: Subject): string[] {
	const { comparing, standings } = value;
	const { compared, isPoints } = subject;
	const shares = sharesSentence(value, subject);
	if (comparing.state !== 'here') return known([shares, extremes(standings, isPoints)]);
	const { score, brands } = comparing.changes;
	if (score === null || compared === null || score.lacks !== null) {
		const lack = lackSentence(score, subject);
		const ends = extremes(standings, isPoints);
		return known([shares, ends && lack && `${ends} ${lack}`, lack]);
	}
	const movers = [MOST_MOVERS, 1].map((most) => moversSentence(brands, most));
	return known([totalSentence(score, compared, subject), ...new Set(movers)]);
}

const known = (sentences: readonly (string | null)[]) =>
	sentences.filter((sentence) => sentence !== null && sentence !== '') as string[];

/** How many of the sentences a phone shows: the first, and more only as long as they fit into three lines. */
export function sentencesOnPhone(sentences: readonly string[]): number {
	let length = -1;
	const fitting = sentences.findIndex((sentence) => (length += sentence.length + 1) > LONGEST_ON_PHONE);
	return fitting === -1 ? sentences.length : Math.max(1, fitting);
}

/** A score as it is printed everywhere, with its unit where it is a percentage. */
const levelText = (value: number, decimals: 0 | 1, isPoints: boolean) =>
	isPoints ? formatPoints(value, { decimals }) : `${formatShare(value, { decimals })} %`;

/** From under thirty messages only how far the score may reach can be said: the tile below says the same. */
function fewSentence({ rated, score }: KeyNumbers, { score: name, isPoints }: Subject): string {
	const n = formatCount(rated);
	if (score === null) return wording.lead.tooFew(n);
	const limit = (value: number) => levelText(value, score.decimals, isPoints);
	return wording.lead.few(n, name, limit(score.low), limit(score.high));
}

/** A difference without its sign, as the sentence says the direction. */
function sizeOf({ difference, low, high }: ScoreChange): string {
	return formatPoints(Math.abs(difference), { decimals: decimalsOf({ low, high }) }).replace('+', '');
}

function totalSentence(change: ScoreChange, compared: ComparedScope, subject: Subject): string {
	const { names } = subject;
	const who = wording.lead.brands(names, names.length) ?? '';
	const isOne = names.length === 1;
	if (change.verdict === 'unsure' || change.verdict === 'too-little') {
		return isOne ? words.unsureOne(who, subject.score) : words.unsure(who, subject.score);
	}
	const way = change.difference > 0 ? words.higher : words.lower;
	const period = periodText(compared, subject.days);
	const tell = words[change.verdict];
	const tellOne = words[`${change.verdict}One`];
	return isOne
		? tellOne(who, way, period, sizeOf(change))
		: tell(who, subject.score, way, period, sizeOf(change));
}

/** Clear movers only: what is likely for one of many brands is likely for one of them by chance. */
function moversSentence(brands: readonly BrandChange[], most: number): string {
	const movers = brands
		.filter(({ change }) => change.verdict === 'clear')
		.sort((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference))
		.slice(0, most);
	const phrases = movers.map(({ name, change }, index) => {
		const tell = index === 0 ? words.mover : words.andMover;
		return tell(name, change.difference > 0 ? words.up : words.down, sizeOf(change));
	});
	return phrases.length === 0 ? '' : `${phrases.join('; ')}.`;
}

function lackSentence(score: ScoreChange | null, { days, compared }: Subject): string {
	const { period } = comparisonWords;
	if (compared === null) return '';
	if (score?.lacks === 'days') {
		const fewer = Math.min(days.days, compared.days);
		return words.tooFewDays(fewer === 1 ? period.oneDay : period.manyDays(String(fewer)));
	}
	return words.tooFewMessages(periodText(compared, days));
}

/** The compared days as a phrase: by their distance where that says it, else by their dates. */
export function periodText(compared: ComparedScope, range: { from: string }): string {
	const { period } = comparisonWords;
	if (compared.kind === 'year') return period.yearBefore;
	const dayAfter = new Date(Date.parse(compared.to) + 86_400_000).toISOString().slice(0, 10);
	const isJustBefore = compared.kind === 'previous' && dayAfter === range.from;
	if (isJustBefore) return compared.days === 1 ? period.dayBefore : period.daysBefore(String(compared.days));
	return daysText(compared);
}

/** The compared days by their dates. @example daysText(compared) // 'in 28 Sept – 25 Oct 2026' */
export function daysText({ from, to, days }: ComparedScope): string {
	const { period } = comparisonWords;
	return days === 1 ? period.day(formatWeekday(from)) : period.days(formatDayRange(from, to));
}

function sharesSentence({ numbers }: KeyNumbersPanel, { names }: Subject): string {
	const { lead } = wording;
	if (numbers.shares === null) return lead.tooFew(formatCount(numbers.rated));
	const { values, decimals } = numbers.shares;
	const [low, , high] = values;
	const who = lead.brands(names, names.length) ?? '';
	const tell = names.length === 1 ? lead.sharesOfOne : lead.shares;
	return tell(who, formatPercent(high, { decimals }), formatPercent(low, { decimals }));
}

function extremes(standings: readonly BrandStanding[], isPoints: boolean): string | null {
	const ranked = standings
		.flatMap(({ name, n, score }) => (score && tooSmall(n) === 'ok' ? { name, ...score } : []))
		.sort((a, b) => b.value - a.value);
	const [best, worst] = [ranked[0], ranked.at(-1)];
	if (!best || !worst || ranked.length < 2) return null;
	const text = ({ value, decimals }: ShownScore) => levelText(value, decimals, isPoints);
	return wording.lead.extremes(best.name, text(best), worst.name, text(worst));
}
