import { formatShortDay } from '$lib/format/dates';
import { formatCount, formatPoints, formatShare } from '$lib/format/numbers';
import type { ScoreJump, UnusualDay } from '$lib/server/panels/unusual-days';
import { comparisonWords } from '$lib/wording/comparison-words';
import { sentimentFilterWords } from '$lib/wording/sentiment-filter-words';

const words = comparisonWords.lead.unusual;

type Fall = UnusualDay & { score: ScoreJump };

const isFall = (day: UnusualDay): day is Fall => day.score !== null;
const wayOf = ({ score }: Fall) => Math.sign(score.jump);

/** The days around the first one on which the same line went the same way, without a gap, in their order. */
function runAround(first: Fall, days: readonly Fall[]): Fall[] {
	const alike = days.filter((day) => day.key === first.key && wayOf(day) === wayOf(first));
	const at = (index: number) => alike.find((day) => day.index === index);
	const run = [first];
	for (let day = at(first.index - 1); day; day = at(day.index - 1)) run.unshift(day);
	for (let day = at(first.index + 1); day; day = at(day.index + 1)) run.push(day);
	return run;
}

function whenOf(run: readonly UnusualDay[]): string {
	const [from, to] = [formatShortDay(run[0]!.day), formatShortDay(run.at(-1)!.day)];
	if (run.length === 1) return words.on(from);
	return run.length === 2 ? words.onBoth(from, to) : words.over(from, to);
}

/** The score is said as the panel of unusual days says it, with the decimals of its day. */
function fallSentence(run: readonly Fall[], isPoints: boolean): string {
	const isUp = wayOf(run[0]!) > 0;
	const { now, decimals } = run
		.map(({ score }) => score)
		.reduce((furthest, score) => (score.now > furthest.now === isUp ? score : furthest));
	const level = isPoints ? formatPoints(now, { decimals }) : `${formatShare(now, { decimals })} %`;
	const tell = run.length === 1 ? (isUp ? words.rose : words.fell) : isUp ? words.roseFor : words.fellFor;
	return tell(run[0]!.name, level, whenOf(run));
}

/**
 * The most surprising days of a view as one sentence: a score that left its usual range, with the days next to it that
 * did the same; only without any the busiest unusual day.
 * @param days the most surprising first
 * @param counted what a volume counts, such as 'negative messages'
 * @returns null where no day stands out
 * @example unusualSentence(days, true) // 'Quillby fell as low as −25 on 21 Nov and 22 Nov.'
 */
export function unusualSentence(
	days: readonly UnusualDay[],
	isPoints: boolean,
	counted = sentimentFilterWords.counted([])
): string | null {
	const falls = days.filter(isFall);
	const [first] = falls;
	if (first) return fallSentence(runAround(first, falls), isPoints);
	const busy = days[0];
	if (!busy?.volume) return null;
	const { now, usual } = busy.volume;
	const count = formatCount(now);
	return words.volume(busy.name, count, counted, formatShortDay(busy.day), formatCount(Math.round(usual)));
}
