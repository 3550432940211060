import { decimalsOf, formatCount, formatPercent, formatPoints, formatShare } from '$lib/format/numbers';
import { formatDayRange, formatWeekday } from '$lib/format/dates';
import type { ScoreChange } from '$lib/server/panels/changes';
import type { BrandChange, BrandStanding, KeyNumbersPanel } from '$lib/server/panels/overview-numbers';
import type { ComparedScope } from '$lib/server/panels/scope';
import { comparisonWords } from '$lib/wording/comparison-words';
import { wording } from '$lib/wording/wording';
import { shownShares } from './shown-shares';

/** What the sentence is about: the brands by name, the score's name, and the days. */
export type Subject = {
	names: readonly string[];
	score: string;
	isPoints: boolean;
	days: { from: string; days: number };
	compared: ComparedScope | null;
};

const FEWEST = 30;
const MOST_MOVERS = 2;
const words = comparisonWords.lead;

/**
 * The finding in a few sentences, written by rule from the numbers: with a comparison the total first, then at most
 * two brands whose change is clear, the larger first; without one, or where it cannot tell, how the shares stand.
 */
export function leadSentence(value: KeyNumbersPanel, subject: Subject): string {
	const { numbers, comparing } = value;
	if (numbers.rated === 0) return wording.lead.nothing;
	if (numbers.rated < FEWEST) return wording.lead.tooFew(formatCount(numbers.rated));
	if (comparing.state !== 'here') return sharesSentence(value, subject);
	const { score, brands } = comparing.changes;
	const { compared } = subject;
	if (score === null || compared === null || score.lacks !== null) {
		return `${sharesSentence(value, subject)} ${lackSentence(score, subject)}`.trim();
	}
	return [totalSentence(score, compared, subject), moversSentence(brands)].filter(Boolean).join(' ');
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
		return isOne ? words.unsureOne(who) : words.unsure(who);
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
function moversSentence(brands: readonly BrandChange[]): string {
	const movers = brands
		.filter(({ change }) => change.verdict === 'clear')
		.sort((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference))
		.slice(0, MOST_MOVERS);
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

function sharesSentence({ numbers, standings }: KeyNumbersPanel, { names, isPoints }: Subject): string {
	const { lead } = wording;
	const { shares: parts, decimals } = shownShares(numbers);
	const [low = 0, , high = 0] = parts;
	const who = lead.brands(names, names.length) ?? '';
	const tell = names.length === 1 ? lead.sharesOfOne : lead.shares;
	const shares = tell(who, formatPercent(high, { decimals }), formatPercent(low, { decimals }));
	const ends = extremes(standings, isPoints);
	return ends === null ? shares : `${shares} ${ends}`;
}

function extremes(standings: readonly BrandStanding[], isPoints: boolean): string | null {
	const text = (value: number) => (isPoints ? formatPoints(value) : `${formatShare(value)} %`);
	const ranked = standings.filter(({ n }) => n >= FEWEST).sort((a, b) => b.value - a.value);
	const [best, worst] = [ranked[0], ranked.at(-1)];
	if (!best || !worst || ranked.length < 2) return null;
	return wording.lead.extremes(best.name, text(best.value), worst.name, text(worst.value));
}
