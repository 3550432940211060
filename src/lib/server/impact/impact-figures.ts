import { addDays, countDays } from '$lib/calendar/local-day';
import type { Gap, Timeline } from '$lib/charts/chart-data';
import type {
	ComparisonLine,
	ImpactComparisonData,
	ImpactDaysData,
	MoodMixData,
	PlaceboData,
	WindowLevel
} from '$lib/charts/impact-data';
import type { Filters } from '$lib/filters/filters';
import { formatDay, formatDayRange, formatShortDay, formatWeekday } from '$lib/format/dates';
import { platformName } from '$lib/format/names';
import { decimalsOf, formatCount, formatPoints, LOCALE } from '$lib/format/numbers';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { countWord } from '$lib/wording/wording';
import { spreadOf, trailingMeans, weightedMean } from './impact-smoothing';
import type { DayPoint, ImpactReport } from './report';

/** The charts of a report as plain data; one that has nothing to show is null. */
export type ImpactFigures = {
	days: ImpactDaysData;
	comparison: ImpactComparisonData | null;
	placebo: PlaceboData | null;
	mix: MoodMixData | null;
};

type Look = Pick<Filters, 'weekStart'>;

const words = impactPageWords.charts;

const FEWEST = 10;

/** A picture and its tooltip need six decimals of a fraction; all seventeen were a quarter of the page's data. */
const drawn = (value: number | null | undefined) =>
	value === null || value === undefined ? null : Math.round(value * 1e6) / 1e6;

/** Every chart of a report. Nothing is counted anew: what is drawn are the report's own numbers. */
export function impactFigures(report: ImpactReport, look: Look): ImpactFigures {
	const axis = axisOf(report, look);
	return {
		days: daysFigure(report, axis),
		comparison: report.controls.length === 0 ? null : comparisonFigure(report, axis),
		placebo: placeboFigure(report),
		mix: mixFigure(report)
	};
}

/** The days of the picture on one axis; where days between two windows are not looked at, a gap stands for them. */
type Axis = { slots: (DayPoint | null)[]; timeline: Timeline; gaps: Gap[]; levels: WindowLevel[] };

const WEEKDAYS = { sunday: 0, monday: 1, saturday: 6 } as const;

function axisOf(report: ImpactReport, { weekStart }: Look): Axis {
	const { slots, skipped } = withSkips(report.days);
	const isTick = (point: DayPoint | null) =>
		point !== null && new Date(`${point.day}T00:00:00Z`).getUTCDay() === WEEKDAYS[weekStart];
	return {
		slots,
		timeline: {
			labels: slots.map((point) => (point === null ? '' : formatShortDay(point.day))),
			titles: slots.map((point, index) => (point === null ? skipped.get(index)! : formatWeekday(point.day))),
			ticks: slots.flatMap((point, index) => (isTick(point) ? [index] : [])),
			open: slots.flatMap((point, index) =>
				point !== null && !point.isComplete ? [{ index, note: words.unfinished }] : []
			),
			days: slots.map((point) => point?.day ?? '')
		},
		gaps: [...skipped].map(([index, note]) => ({ from: index, to: index, note, unnamed: true })),
		levels: levelsOf(report, slots)
	};
}

/** An empty slot wherever two days of the picture are not neighbours, and what is left out there. */
function withSkips(days: readonly DayPoint[]): {
	slots: (DayPoint | null)[];
	skipped: Map<number, string>;
} {
	const slots: (DayPoint | null)[] = [];
	const skipped = new Map<number, string>();
	for (const [index, point] of days.entries()) {
		const previous = days[index - 1];
		const left = previous ? countDays(previous.day, point.day) - 2 : 0;
		if (previous && left > 0) {
			const span = formatDayRange(addDays(previous.day, 1), addDays(point.day, -1));
			skipped.set(slots.length, words.gap(span));
			slots.push(null);
		}
		slots.push(point);
	}
	return { slots, skipped };
}

/** Where each window lies on the axis, its words, and its levels. A window without a day in the picture has none. */
function levelsOf(report: ImpactReport, slots: readonly (DayPoint | null)[]): WindowLevel[] {
	return report.windows.flatMap(({ kind, span, days, n }): WindowLevel[] => {
		const isInside = (point: DayPoint | null) =>
			point !== null && point.day >= span.from && point.day <= span.to;
		const from = slots.findIndex(isInside);
		if (from === -1) return [];
		const level = report.levels.find((candidate) => candidate.kind === kind);
		const dates = formatDayRange(span.from, span.to).replace(/ \d{4}$/, '');
		return [
			{
				kind,
				from,
				to: slots.findLastIndex(isInside),
				countedTo: slots.findLastIndex((point) => isInside(point) && point?.isComplete === true),
				title: impactPageWords.windows[kind],
				detail: kind === 'during' ? dates : impactPageWords.days(formatCount(days), days === 1),
				measured: n < FEWEST ? null : (level?.measured ?? null),
				expected: level?.expected ?? null
			}
		];
	});
}

/** The brands under test as one line: a single one has its name and colour, several have neither. */
function targetOf({ brands }: ImpactReport): { name: string; slot: number | null } {
	const [only] = brands;
	if (only && brands.length === 1) return { name: only.name, slot: only.slot };
	return { name: capital(words.brands(countWord(brands.length))), slot: null };
}

const capital = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

function controlsName({ controls }: ImpactReport): string {
	return controls.length === 1 ? (controls[0]?.name ?? '') : words.controls;
}

/** Signed points with as many decimals as the interval supports. */
function pointsOf(report: ImpactReport): string {
	const { headline } = report;
	return headline === null ? '' : formatPoints(headline.estimate, { decimals: decimalsOf(headline) });
}

function daysFigure(report: ImpactReport, { slots, timeline, gaps, levels }: Axis): ImpactDaysData {
	const { headline, controls } = report;
	const hasNumber = headline !== null && headline.verdict !== 'too-little';
	return {
		locale: LOCALE,
		timeline,
		gaps,
		levels,
		...targetOf(report),
		values: slots.map(shownNet),
		counts: slots.map((point) => point?.n ?? null),
		expectedByDay: controls.length === 0 ? null : slots.map((point) => drawn(point?.expected)),
		controls:
			controls.length === 0
				? null
				: {
						name: controlsName(report),
						values: slots.map((point) => drawn(point?.controlsNet)),
						counts: slots.map((point) => point?.controlsN ?? null)
					},
		difference: hasNumber ? words.difference(pointsOf(report)) : null,
		words: { measured: words.measured, expected: words.expected }
	};
}

/** Fewer messages make no score that could be drawn: it would jump from one end to the other. */
function shownNet(point: DayPoint | null): number | null {
	return point === null || point.n < FEWEST ? null : drawn(point.net);
}

/** Days that count; an unfinished one does not, and the line stops before it. */
const completeOnly = (slots: Axis['slots']) => slots.map((point) => (point?.isComplete ? point : null));

function comparisonFigure(
	report: ImpactReport,
	{ slots, timeline, gaps, levels }: Axis
): ImpactComparisonData {
	const days = completeOnly(slots);
	const before = levels.find(({ kind }) => kind === 'before');
	const isBefore = (index: number) => before !== undefined && index >= before.from && index <= before.to;
	const lineOf = (
		key: ComparisonLine['key'],
		read: (point: DayPoint) => { net: number | null; n: number | null },
		slope: number | null
	): ComparisonLine => {
		const observed = days.map((point) => (point === null ? { net: null, n: null } : read(point)));
		const own = weightedMean(observed.filter((_, index) => isBefore(index)));
		const means = trailingMeans(observed);
		const values = means.map((mean) => (mean === null || own === null ? null : drawn(mean - own)));
		const half = key === 'controls' ? spreadOf(values.filter((_, index) => isBefore(index))) : null;
		const away = before && slope !== null ? (slope * (before.to - before.from)) / 2 : null;
		return {
			key,
			...(key === 'target' ? targetOf(report) : { name: controlsName(report), slot: null }),
			values,
			counts: observed.map(({ n }) => n),
			...(half !== null && { half }),
			trend: away === null ? null : { first: -away, last: away }
		};
	};
	return {
		locale: LOCALE,
		timeline: { ...timeline, open: [] },
		gaps,
		levels,
		lines: [
			lineOf('target', ({ net, n }) => ({ net, n }), report.preTrend?.target ?? null),
			lineOf(
				'controls',
				({ controlsNet, controlsN }) => ({ net: controlsNet, n: controlsN }),
				report.preTrend?.controls ?? null
			)
		]
	};
}

function placeboFigure(report: ImpactReport): PlaceboData | null {
	const { placebo, campaign } = report;
	if (placebo === null || placebo.windows.length === 0) return null;
	const { windows, observed, rank } = placebo;
	return {
		locale: LOCALE,
		windows: windows.map(({ from, difference }) => ({ difference, days: words.window(formatDay(from)) })),
		observed,
		slot: targetOf(report).slot,
		label: words.own(campaign.name, formatPoints(observed)),
		rank: words.rank(formatCount(rank), formatCount(windows.length + 1))
	};
}

function mixFigure({ mix }: ImpactReport): MoodMixData | null {
	if (mix === null) return null;
	const { rate, mix: moved, platforms } = mix;
	return {
		locale: LOCALE,
		rows: [
			{ key: 'total', name: words.total, strong: true, rate, mix: moved },
			...platforms.map((part) => ({
				key: part.platform,
				name: platformName(part.platform),
				rate: part.rate,
				mix: part.mix
			}))
		],
		words: { rate: words.mood, mix: words.mix }
	};
}
