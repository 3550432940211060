import { BASELINE_DAYS, judgedDays, unusualOf, watchedScores, watchedVolume } from '$lib/analytics/unusual';
import type { UnusualDay as Finding, WatchedSeries } from '$lib/analytics/unusual';
import { explainCount, explainScore, type Explained } from '$lib/analytics/unusual-reasons';
import { pool, ratedTotal } from '$lib/analytics/score';
import { askPlan } from '$lib/calendar/ask-plan';
import { bucketsOf, isComplete, type Bucket } from '$lib/calendar/buckets';
import { addDays, civilTime } from '$lib/calendar/local-day';
import { resolveSpan } from '$lib/calendar/resolve-range';
import type { Mark, Slot } from '$lib/charts/chart-data';
import type { Answer, SentimentCounts, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import { TYPE_GROUPS } from '$lib/community/vocabulary';
import type { LocalDay } from '$lib/filters/filters';
import { isOneSided } from '$lib/filters/one-sided';
import { formatShortDay, formatWeekday } from '$lib/format/dates';
import { platformName } from '$lib/format/names';
import { formatCount, formatPercent, formatPoints } from '$lib/format/numbers';
import { unusualWords } from '$lib/wording/unusual-words';
import { wording } from '$lib/wording/wording';
import type { BrandAnswers } from './ask';
import { linesOf, splitOf } from './sentiment-trend';
import { shownScore } from './shown-numbers';
import { countsByBucket, volumeByBucket } from './tally';
import type { View } from './view';

/** What one part of the messages adds to a jump, with the name that people read. */
export type NamedPart = { name: string; value: number };

/** A jump with the parts that add up to it. Fractions for a score, interactions for a volume. */
export type Jump = { now: number; usual: number; jump: number; parts: NamedPart[] };

/** The jump of a score, whose `now` is as the trend prints it, with how many decimals the day's interval supports. */
export type ScoreJump = Jump & { decimals: 0 | 1 };

/** A line of the trend on a day that is unusual: its score, its volume, or both. */
export type UnusualDay = {
	key: string;
	name: string;
	slot: Slot;
	/** The only brand of the line, for links; null for a platform, for "Other" and for all brands. */
	brand: number | null;
	platform: string | null;
	index: number;
	day: LocalDay;
	/** Such as "Mon 16 Nov 2026". */
	title: string;
	/** Rated messages of the day. */
	n: number;
	score: ScoreJump | null;
	volume: Jump | null;
	/** How surprising it is: the smaller, the more. */
	p: number;
};

/** How many of a view's days could be judged; `left-out` where the question is not asked at all. */
export type Reach = 'all' | 'some' | 'none' | 'left-out';

/** `judged` says of what it can be said that no day stands out; null on another scale than days. */
export type UnusualDaysPanel = {
	judged: Record<'score' | 'volume', Reach> | null;
	days: UnusualDay[];
	marks: Mark[];
};

const NOT_JUDGED: UnusualDaysPanel = { judged: null, days: [], marks: [] };

type Answers = { sentiment: BrandAnswers<SentimentSeries>; volume: BrandAnswers<VolumeSeries> | null };

/**
 * The eight weeks before a view that is drawn by the day, as a view of their own, so that they are asked and counted
 * like any other. Null on every other scale: what is usual for an hour or a week is another question.
 */
export function historyView(view: View): View | null {
	const first = view.buckets[0];
	if (view.scale !== 'DAY' || first === undefined || view.brands.length === 0) return null;
	const { timeZone } = view.plan;
	const { weekStart } = view.filters;
	const range = resolveSpan(
		{ from: addDays(first.from, -BASELINE_DAYS), to: addDays(first.from, -1) },
		timeZone
	);
	const buckets = bucketsOf(range, 'DAY', { timeZone, weekStart });
	return {
		...view,
		range,
		buckets,
		units: buckets,
		unitScale: 'DAY',
		plan: askPlan(range, 'DAY', timeZone, weekStart),
		compared: null
	};
}

const weekdayOf = (day: LocalDay) => new Date(civilTime(day)).getUTCDay();

/** A line of the trend with the answers that it is made of, over the eight weeks and the view together. */
type WatchedLine = {
	key: string;
	name: string;
	slot: Slot;
	brand: number | null;
	platform: string | null;
	counts: SentimentCounts[];
	volumes: number[] | null;
};

type Watch = { view: View; history: View; now: Answers; before: Answers; days: Bucket[] };

/** Which brands' answers a line is made of. */
function members<T>(key: string, split: string, { answers }: BrandAnswers<T>): BrandAnswers<T>['answers'] {
	if (split !== 'brand') return answers;
	if (key === 'other') return answers.filter(({ brand }) => brand.slot === null);
	return answers.filter(({ brand }) => String(brand.id) === key);
}

/** Sums over brands that answered about some of the days only would be no series. */
function isWhole(key: string, split: string, { now, before }: Watch): boolean {
	const missing = [...now.sentiment.missing, ...before.sentiment.missing];
	if (split !== 'brand') return missing.length === 0;
	return !missing.some((brand) => (key === 'other' ? brand.slot === null : String(brand.id) === key));
}

function watchedLines(watch: Watch): WatchedLine[] {
	const { view, history, now, before } = watch;
	const split = splitOf(view);
	const earlier = new Map(linesOf(history, before.sentiment).map((line) => [line.key, line.counts]));
	return linesOf(view, now.sentiment)
		.filter(({ key }) => isWhole(key, split, watch))
		.flatMap((line): WatchedLine[] => {
			const past = earlier.get(line.key);
			if (past === undefined) return [];
			const only = members(line.key, split, now.sentiment);
			return [
				{
					...line,
					brand: split !== 'platform' && only.length === 1 ? only[0]!.brand.id : null,
					platform: split === 'platform' ? line.key : null,
					counts: [...past, ...line.counts],
					volumes: split === 'platform' ? null : volumesOf(line.key, split, watch)
				}
			];
		});
}

function volumesOf(key: string, split: string, { view, history, now, before }: Watch): number[] | null {
	if (now.volume === null || before.volume === null) return null;
	if (now.volume.missing.length + before.volume.missing.length > 0) return null;
	const series = (answers: BrandAnswers<VolumeSeries>) =>
		members(key, split, answers).map((answer) => answer.value);
	return [...volumeByBucket(history, series(before.volume)), ...volumeByBucket(view, series(now.volume))];
}

/**
 * The unusual days of a view: of each of its lines the score and the volume are held against the same weekdays of the
 * eight weeks before each day. Where only some sentiments are counted the volume alone is, since their score would
 * only repeat the filter. The statistics are in `$lib/analytics/unusual`.
 * @param asOf when the days were counted: only those that were over then are judged
 */
export function findUnusualDays(
	view: View,
	history: View,
	now: Answers,
	before: Answers,
	asOf: number
): UnusualDaysPanel {
	const days = [...history.buckets, ...view.buckets];
	const watch = { view, history, now, before, days };
	const lines = watchedLines(watch);
	const from = history.buckets.length;
	const running = days.findIndex((day) => !isComplete(day, asOf) || day.partial);
	const until = running === -1 ? days.length : running;
	const series = lines.flatMap((line): WatchedSeries[] => {
		const common = { key: line.key, from, until };
		const dated = line.counts.map((counts, index) => ({ weekday: weekdayOf(days[index]!.from), counts }));
		const scores = isOneSided(view.filters) ? null : watchedScores(dated, view.filters.score);
		const volumes = line.volumes?.map((count, index) => watchedVolume(count, weekdayOf(days[index]!.from)));
		return [
			...(scores ? [{ ...common, kind: 'score' as const, days: scores }] : []),
			...(volumes ? [{ ...common, kind: 'volume' as const, days: volumes }] : [])
		];
	});
	const judged = judgedDays(series);
	const found = describe(unusualOf(judged), lines, watch);
	const reach = { score: reachOf('score', series, judged), volume: reachOf('volume', series, judged) };
	return { judged: reach, days: found, marks: marksOf(found, view) };
}

/** How much of what was to be judged could be: days of too few messages say nothing about themselves. */
function reachOf(
	kind: WatchedSeries['kind'],
	series: readonly WatchedSeries[],
	judged: readonly Finding[]
): Reach {
	const own = series.filter((one) => one.kind === kind);
	if (own.length === 0) return 'left-out';
	const asked = own.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0);
	const answered = judged.filter((day) => day.kind === kind).length;
	if (answered === 0) return 'none';
	return answered < asked ? 'some' : 'all';
}

/** Findings of the same line and day as one, with what they are made of. */
function describe(findings: readonly Finding[], lines: readonly WatchedLine[], watch: Watch): UnusualDay[] {
	const byDay = new Map<string, UnusualDay>();
	for (const { key, kind, index, p } of findings) {
		const line = lines.find((candidate) => candidate.key === key)!;
		const id = `${key} ${index}`;
		const known = byDay.get(id) ?? emptyDay(line, index, p, watch);
		const jump = kind === 'score' ? scoreJump(line, index, watch) : volumeJump(line, index, watch);
		byDay.set(id, { ...known, [kind]: jump });
	}
	return [...byDay.values()];
}

function emptyDay(line: WatchedLine, index: number, p: number, { view, history, days }: Watch): UnusualDay {
	const { key, name, slot, brand, platform } = line;
	const day = days[index]!.from;
	return {
		key,
		name,
		slot,
		brand,
		platform,
		index: index - history.buckets.length,
		day,
		title: formatWeekday(day, view.locale),
		n: ratedTotal(line.counts[index]!),
		score: null,
		volume: null,
		p
	};
}

/** The days before that count as usual for a day: the same weekday of the eight weeks. */
const usualIndexes = (index: number) =>
	Array.from({ length: BASELINE_DAYS / 7 }, (_, week) => index - 7 * (week + 1)).filter((past) => past >= 0);

function scoreJump(line: WatchedLine, index: number, watch: Watch): ScoreJump | null {
	const { view, history, now, before } = watch;
	const { score } = view.filters;
	const split = splitOf(view);
	const series = (answers: BrandAnswers<SentimentSeries>) =>
		members(line.key, split, answers).map((answer) => answer.value);
	const [past, present] = [series(before.sentiment), series(now.sentiment)];
	const platforms = line.platform
		? [line.platform]
		: [
				...new Set(
					[...past, ...present].flatMap(({ buckets }) =>
						buckets.flatMap((bucket) => bucket.platforms.map((counts) => counts.platform))
					)
				)
			];
	const parts = platforms.map((platform) => {
		const counts = [...countsByBucket(history, past, platform), ...countsByBucket(view, present, platform)];
		const usual = pool(usualIndexes(index).map((earlier) => counts[earlier]!));
		return { key: platform, now: counts[index]!, usual };
	});
	const jump = named(explainScore(parts, score), platformName);
	const shown = shownScore(pool(parts.map((part) => part.now)), [], score);
	return jump && { ...jump, now: shown?.value ?? jump.now, decimals: shown?.decimals ?? 0 };
}

function volumeJump(line: WatchedLine, index: number, watch: Watch): Jump | null {
	const { view, history, now, before } = watch;
	if (now.volume === null || before.volume === null) return null;
	const split = splitOf(view);
	const series = (answers: BrandAnswers<VolumeSeries>) =>
		members(line.key, split, answers).map((answer) => answer.value);
	const [past, present] = [series(before.volume), series(now.volume)];
	const usualDays = usualIndexes(index);
	const parts = [...TYPE_GROUPS, 'other' as const].map((group) => {
		const counts = [...volumeByBucket(history, past, group), ...volumeByBucket(view, present, group)];
		const usual = usualDays.reduce((sum, earlier) => sum + counts[earlier]!, 0) / usualDays.length;
		return { key: group, now: counts[index]!, usual };
	});
	const shown = parts.filter(({ now: today, usual }) => today > 0 || usual > 0);
	return named(explainCount(shown), (group) => groupName(group));
}

const groupName = (group: string) =>
	group === 'other'
		? unusualWords.otherTypes
		: wording.filters.typeGroups[group as 'comments' | 'ads' | 'dms'];

function named(explained: Explained | null, nameOf: (key: string) => string): Jump | null {
	if (explained === null) return null;
	const parts = explained.parts.map(({ key, value }) => ({ name: nameOf(key), value }));
	return { ...explained, parts };
}

/** At most this many rings have words beside them, and none nearer than these many days to another's. */
const MOST_NOTES = 3;
const NOTE_DISTANCE = 4;

/** A ring for each unusual score; the most surprising ones say what they are. */
function marksOf(found: readonly UnusualDay[], view: View): Mark[] {
	const noted: number[] = [];
	const isPoints = view.filters.score === 'net' || view.filters.score === 'net-rated';
	return found
		.filter(({ score }) => score !== null)
		.map(({ key, name, index, day, n, score }) => {
			const isNoted =
				!view.filters.hidden.includes(key) &&
				noted.length < MOST_NOTES &&
				noted.every((other) => Math.abs(other - index) >= NOTE_DISTANCE);
			if (!isNoted) return { series: key, index, note: '', shortNote: '' };
			noted.push(index);
			const look = { decimals: score!.decimals, locale: view.locale };
			const value = isPoints ? formatPoints(score!.now, look) : `${formatPercent(score!.now * 100, look)} %`;
			const when = formatShortDay(day, view.locale);
			return {
				series: key,
				index,
				note: unusualWords.mark(name, value, when, formatCount(n, view.locale)),
				shortNote: value
			};
		});
}

type Waiting = {
	sentiment: Promise<Answer<BrandAnswers<SentimentSeries>>>;
	volume: Promise<Answer<BrandAnswers<VolumeSeries>>>;
};

/**
 * The unusual days once the answers have come; the volume may be missing.
 * @throws what the sentiment question failed with
 */
export async function askUnusualDays(
	view: View,
	now: Waiting,
	before: (Waiting & { view: View }) | null
): Promise<Answer<UnusualDaysPanel>> {
	const nothing = { value: NOT_JUDGED, asOf: view.now, stale: false };
	if (before === null) return nothing;
	const orNull = <T>(promise: Promise<T>) => promise.catch(() => null);
	const [sentiment, volume, past, pastVolume] = await Promise.all([
		now.sentiment,
		orNull(now.volume),
		before.sentiment,
		orNull(before.volume)
	]);
	const value = findUnusualDays(
		view,
		before.view,
		{ sentiment: sentiment.value, volume: volume?.value ?? null },
		{ sentiment: past.value, volume: pastVolume?.value ?? null },
		sentiment.asOf
	);
	return { value, asOf: Math.min(sentiment.asOf, past.asOf), stale: sentiment.stale || past.stale };
}

/** How long a trend waits for its rings once it could be drawn, in milliseconds. */
const RING_PATIENCE = 150;

/** The rings when they come soon; else none, and the browser adds them when the days have come. */
export async function marksSoon(view: View, days: Promise<Answer<UnusualDaysPanel>>): Promise<Mark[]> {
	const marks = days.then(({ value }) => value.marks).catch(() => []);
	if (view.filters.waitForAll) return marks;
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Mark[]>((resolve) => {
		timer = setTimeout(() => resolve([]), RING_PATIENCE);
	});
	const first = await Promise.race([marks, late]);
	clearTimeout(timer);
	return first;
}
