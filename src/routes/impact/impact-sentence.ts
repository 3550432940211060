import { addDays } from '$lib/calendar/local-day';
import { formatDay, formatDayRange, formatShortDay } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import { decimalsOf, formatCount, formatPoints } from '$lib/format/numbers';
import type { ImpactEstimate, ImpactReport, Warning } from '$lib/server/impact/report';
import { impactWords } from '$lib/wording/impact-words';
import { countWord } from '$lib/wording/wording';
import { newsIn, newsNames } from './news-names';

/** What the page has of a report: all but the days one by one, which the figures hold. */
export type ShownReport = Omit<ImpactReport, 'days'>;

const words = impactWords;

export const FEWEST_MESSAGES = 10;
export const FEWEST_DAYS = 7;

/** Comparison brands that moved by less than this share of the brand's own change stood still beside it. */
const STILL = 0.25;

/** A brand that moved by less than this share of the difference did not itself make it. */
const OWN_SHARE = 0.5;

const LONGEST_NAME = 60;

const capital = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
const lowered = (text: string) => text.replace(/^\p{Lu}/u, (first) => first.toLowerCase());
const nameOf = (text: string) => isolateText(text, LONGEST_NAME);

/** How the report's campaign is spoken of: by its name, or as "these days". */
function toldAs({ campaign }: ShownReport) {
	return campaign.id === null ? words.unnamed : words.named(nameOf(campaign.name));
}

/** The brands that were looked at. @example whoOf(report) // 'net sentiment for Fennick' */
function whoOf({ brands }: ShownReport): string {
	const { whoOne, whoTwo, whoMany } = words.sentence;
	const [first, second] = brands.map(({ name }) => nameOf(name));
	if (brands.length === 1) return whoOne(first ?? '');
	return brands.length === 2 ? whoTwo(first ?? '', second ?? '') : whoMany(countWord(brands.length));
}

/** A size without its sign, with as many decimals as its interval supports. */
function sizeOf({ estimate, low, high }: ImpactEstimate): string {
	return formatPoints(Math.abs(estimate), { decimals: decimalsOf({ low, high }) }).replace('+', '');
}

/**
 * The finding in one to three sentences, by rule from the report. Cases in order: nothing has begun; nothing was
 * rated; too little data; no change to be sure of; a change, likely or clear, and what can be said about why. A
 * running campaign says how far it is and when to look again.
 */
export function impactSentence(report: ShownReport): string {
	const { headline } = report;
	if (report.state === 'planned') return plannedSentence(report);
	const finding = findingOf(report, headline);
	if (report.state === 'finished') return capital(finding);
	const { complete, planned } = report.progress;
	const day = Math.min(complete + 1, planned);
	const soFar = words.sentence.soFar(String(day), String(planned));
	return `${soFar}${lowered(finding)} ${againSentence(report)}`;
}

function findingOf(report: ShownReport, headline: ImpactEstimate | null): string {
	if (report.windows.every(({ n }) => n === 0)) return words.tooLittle.noneRated;
	if (headline === null || headline.verdict === 'too-little') return tooLittleSentence(report);
	if (headline.verdict === 'unsure') return unsureSentence(report, headline);
	const found = changeSentence(report, headline);
	const why = reasonSentence(report, headline);
	const isOnlyLikely = headline.verdict === 'likely' && report.state === 'finished';
	return [found, why, isOnlyLikely ? words.again.finishedLikely : ''].filter(Boolean).join(' ');
}

/** Both sides that lack something, in one sentence that names what each of them has. */
function tooLittleSentence(report: ShownReport): string {
	const told = toldAs(report);
	const { messages, days, tooFew, controls, and } = words.tooLittle;
	const sides = (['before', 'during'] as const).map((kind) => {
		const window = report.windows.find((candidate) => candidate.kind === kind);
		return { when: told[kind], n: window?.n ?? 0, days: window?.days ?? 0 };
	});
	const lacking = sides.flatMap(({ when, n, days: full }) => [
		...(n < FEWEST_MESSAGES ? [{ count: n, text: messages(countWord(n), n === 1, when) }] : []),
		...(full < FEWEST_DAYS ? [{ count: full, text: days(countWord(full), full === 1, when) }] : [])
	]);
	if (lacking.length === 0) return controls;
	const isOne = lacking.length === 1 && lacking[0]?.count === 1;
	return tooFew(lacking.map(({ text }) => text).join(and), isOne);
}

function unsureSentence(report: ShownReport, headline: ImpactEstimate): string {
	const { unsure, range } = words.sentence;
	const decimals = decimalsOf(headline);
	const limit = (value: number) => formatPoints(value, { decimals });
	const finding = unsure(whoOf(report), toldAs(report).since);
	return `${finding} ${range(limit(headline.low), limit(headline.high))}`;
}

/** What the brands and their comparison brands did, where the headline is a difference in differences. */
function moves({ evidence }: ShownReport): { own: number; others: number } | null {
	const { equation } = evidence;
	if (equation === null) return null;
	return {
		own: equation.targetAfter - equation.targetBefore,
		others: equation.controlsAfter - equation.controlsBefore
	};
}

/** True where the difference is what the comparison brands did rather than what the brand itself did. */
function isBeside(report: ShownReport, { estimate }: ImpactEstimate): boolean {
	const moved = moves(report);
	return moved !== null && moved.own * Math.sign(estimate) < OWN_SHARE * Math.abs(estimate);
}

function changeSentence(report: ShownReport, headline: ImpactEstimate): string {
	const { sentence } = words;
	const told = toldAs(report);
	const who = whoOf(report);
	const size = sizeOf(headline);
	const isUp = headline.estimate > 0;
	const isClear = headline.verdict === 'clear';
	const way = isUp ? sentence.higher : sentence.lower;
	if (headline.method !== 'difference-in-differences') {
		const tell = isClear ? sentence.clearChanged : sentence.likelyChanged;
		return tell(who, told.since, isUp ? sentence.up : sentence.down, size);
	}
	if (isBeside(report, headline)) {
		return isClear
			? sentence.clearBeside(who, way, told.since)
			: sentence.likelyBeside(who, way, told.since, size);
	}
	return isClear ? sentence.clear(who, way, told.before) : sentence.likely(who, way, told.before, size);
}

/** What says that the difference is not, or not surely, the campaign's: the gravest reason first. */
const DOUBTS = ['simpson', 'pre-trend', 'control-news', 'short-baseline', 'other-news', 'mix-shift'] as const;
type Doubt = (typeof DOUBTS)[number];

/** The doubt that the sentence itself names, or null. */
function doubtOf(report: ShownReport): Doubt | 'unchecked' | null {
	const isBesideControls = report.headline?.method === 'difference-in-differences';
	const ofControls: readonly Warning[] = ['pre-trend', 'control-news', 'short-baseline'];
	const found = DOUBTS.find(
		(doubt) => report.warnings.includes(doubt) && (isBesideControls || !ofControls.includes(doubt))
	);
	if (found) return found;
	return isBesideControls && !report.preTrend?.passed ? 'unchecked' : null;
}

function reasonSentence(report: ShownReport, headline: ImpactEstimate): string {
	const { reason } = words;
	const doubt = doubtOf(report);
	const isPlain = headline.method !== 'difference-in-differences';
	const say = doubt === null ? controlsSentence(report, headline) : doubtSentence(doubt, report, headline);
	return isPlain ? [doubt === null ? '' : say, reason.noControls].filter(Boolean).join(' ') : say;
}

function doubtSentence(doubt: Doubt | 'unchecked', report: ShownReport, headline: ImpactEstimate): string {
	const { reason, sentence } = words;
	switch (doubt) {
		case 'simpson':
			return reason.simpson(headline.estimate > 0 ? sentence.down : sentence.up);
		case 'pre-trend':
			return reason.preTrend;
		case 'control-news':
			return reason.controlNews(newsNames(report), report.controlsWithNews.length === 1);
		case 'short-baseline': {
			const { daysBefore } = headline;
			return reason.shortBaseline(words.card.fullDays(countWord(daysBefore), daysBefore === 1));
		}
		case 'other-news':
			return otherNewsReason(report);
		case 'mix-shift':
			return reason.mixShift;
		case 'unchecked':
			return reason.unchecked;
	}
}

/** News of the days during says why as well as the campaign does; news of the days before moves what is compared with. */
function otherNewsReason(report: ShownReport): string {
	const { otherNews, newsBefore } = words.reason;
	const [during, before] = [newsIn(report, 'during'), newsIn(report, 'before')];
	if (during) return otherNews(during.names, during.isOne);
	return before ? newsBefore(before.names, before.isOne) : '';
}

/** What comparison brands that passed their check did meanwhile. */
function controlsSentence(report: ShownReport, headline: ImpactEstimate): string {
	const { reason, sentence } = words;
	const { effect } = toldAs(report);
	const many = report.controls.length === 1 ? null : capital(countWord(report.controls.length));
	const moved = moves(report);
	if (isBeside(report, headline)) {
		const way = headline.estimate > 0 ? sentence.down : sentence.up;
		return many === null ? reason.besideOne(way, effect) : reason.beside(many, way, effect);
	}
	const share = moved === null || moved.own === 0 ? 0 : moved.others / moved.own;
	if (share >= STILL) return many === null ? reason.lessOne(effect) : reason.less(many, effect);
	return many === null ? reason.stillOne(effect) : reason.still(many, effect);
}

/**
 * The warnings that the sentence does not say itself, in the order of the report.
 * @example cautionsOf(report) // ['denominator']
 */
export function cautionsOf(report: ShownReport): Warning[] {
	const { headline } = report;
	const hasFinding = headline?.verdict === 'clear' || headline?.verdict === 'likely';
	const said = hasFinding ? doubtOf(report) : null;
	const isReversed = report.warnings.includes('simpson');
	// The sentence of a running campaign begins with "so far"; the Simpson alarm cannot be said too often.
	return report.warnings.filter((warning) => {
		// Other news stands in the list with what it does to the number, and with the way to days that are clear of it.
		if (warning === 'simpson' || warning === 'other-news') return true;
		return warning !== said && warning !== 'running' && !(isReversed && warning === 'mix-shift');
	});
}

/** What is said of a warning that the sentence leaves to the list. */
export function cautionText(report: ShownReport, warning: Warning): string {
	const { cautions } = words;
	if (warning === 'other-news') return otherNewsCaution(report);
	if (warning !== 'control-news') return cautions[warning];
	return cautions[warning](newsNames(report), report.controlsWithNews.length === 1);
}

function otherNewsCaution(report: ShownReport): string {
	const say = words.cautions['other-news'];
	const [during, before] = [newsIn(report, 'during'), newsIn(report, 'before')];
	return [during && say.during(during.names, during.isOne), before && say.before(before.names, before.isOne)]
		.filter(Boolean)
		.join(' ');
}

/** The words of a link to other days before, or null where none are clear of other news. */
export function clearBeforeText({ clearBefore }: Pick<ShownReport, 'clearBefore'>): string | null {
	if (clearBefore === null) return null;
	return words.cautions['other-news'].clear(formatDayRange(clearBefore.from, clearBefore.to));
}

/** True where the card says a number; everything below it that would make one of the same messages keeps to that. */
export const hasNumber = ({ headline }: Pick<ShownReport, 'headline'>) =>
	headline !== null && headline.verdict !== 'too-little';

const during = (report: ShownReport) => report.windows.find(({ kind }) => kind === 'during')?.span;

/** No day of it is the seventh, so it ends without a number whatever happens. */
export const isTooShort = ({ progress }: ShownReport) => progress.planned < FEWEST_DAYS;

/** The morning on which looking again can tell more. */
function againSentence(report: ShownReport): string {
	if (isTooShort(report)) return words.again.tooShort;
	const span = during(report);
	if (!span) return '';
	const over = addDays(span.to, 1);
	const day = againDay(report, span.from);
	return day !== null && day < over
		? words.again.on(formatShortDay(day))
		: words.again.over(formatShortDay(over));
}

/**
 * With too few days: when the seventh is over. When it is likely: in a week. When nobody can tell: when a difference
 * as large as this one would be known. Else when the campaign is over, which is null.
 */
function againDay({ headline, progress, detectability }: ShownReport, start: string): string | null {
	if (progress.complete < FEWEST_DAYS) return addDays(start, FEWEST_DAYS);
	if (headline?.verdict === 'likely') return addDays(start, progress.complete + 7);
	if (headline?.verdict !== 'unsure') return null;
	const size = Math.abs(headline.estimate);
	const known = (detectability?.effects ?? [])
		.filter(({ effect, days }) => effect <= size && days !== null && days > progress.complete)
		.map(({ days }) => days ?? 0);
	return known.length === 0 ? null : addDays(start, Math.min(...known));
}

/** Before the start: what could be seen, and when. */
function plannedSentence(report: ShownReport): string {
	const { planned } = words;
	const span = during(report);
	const day = formatDay(span?.from ?? '');
	const { id, name } = report.campaign;
	const starts = id === null ? planned.startsUnnamed(day) : planned.starts(nameOf(name), day);
	const { detectability } = report;
	if (detectability === null) {
		return `${starts} ${isTooShort(report) ? planned.tooShort : planned.nothing}`;
	}
	const points = (value: number) => formatPoints(value).replace('+', '');
	const smallest = points(detectability.smallest);
	const seen = detectability.effects
		.filter(({ day }) => day !== null)
		.sort((one, other) => one.effect - other.effect)[0];
	if (!seen?.day) {
		const days = `${formatCount(report.progress.planned)} days`;
		return `${starts} ${planned.never(days, smallest)}`;
	}
	const know = planned.know(whoOf(report), points(seen.effect), formatShortDay(seen.day));
	return [starts, know, planned.smallest(smallest)].join(' ');
}
