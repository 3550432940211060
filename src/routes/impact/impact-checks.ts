import { platformName } from '$lib/format/names';
import { formatCount, formatPercent, formatPoints, formatShare } from '$lib/format/numbers';
import { isolateText } from '$lib/format/isolate-text';
import type { ImpactReport } from '$lib/server/impact/report';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { hasNumber, type ShownReport } from './impact-sentence';
import { newsIn, newsNames } from './news-names';

/** One check of a report. `ok` and `warn` have a mark and a word; a `note` only has to be known. */
export type Check = { state: 'ok' | 'warn' | 'note'; title: string; detail: string; value: string };

type Checked = ShownReport;

const words = impactPageWords.checks;
const LONGEST_NAME = 40;

/** At most this share of chance is called rare. */
const RARE = 0.05;

/** Below this a p-value is only said to be smaller. */
const LEAST_P = 0.001;

/**
 * A p-value as what it means: how often chance alone brings as much, in per cent like the other numbers of the page.
 * @example chanceText(0.0077) // 'as much by chance: 0.8 %'
 */
export function chanceText(p: number): string {
	if (p < LEAST_P) return words.chanceUnder(formatShare(LEAST_P));
	return words.chance(formatShare(p, { decimals: p < 0.01 ? 1 : 0 }));
}

/** What speaks for and against believing the card, in the order in which one should ask. */
export function checksOf(report: Checked): Check[] {
	const has = (warning: Checked['warnings'][number]) => report.warnings.includes(warning);
	const warned = (isWarned: boolean, title: string, detail: string): Check[] =>
		isWarned ? [{ state: 'warn', title, detail, value: '' }] : [];
	return [
		preTrendCheck(report),
		placeboCheck(report),
		...mixCheck(report),
		has('denominator')
			? { state: 'warn', title: words.otherCounted, detail: words.sameCountedAbout, value: '' }
			: { state: 'ok', title: words.sameCounted, detail: words.sameCountedAbout, value: '' },
		...otherNewsChecks(report),
		...warned(has('control-news'), words.controlNews(newsNames(report)), words.newsAbout),
		...leftOutNotes(report),
		...warned(has('missing-brands'), words.missing, words.missingAbout),
		...silentNote(report),
		...(has('approximate-days')
			? [{ state: 'note' as const, title: words.approximate, detail: words.approximateAbout, value: '' }]
			: [])
	];
}

function preTrendCheck({ controls, preTrend }: Checked): Check {
	if (controls.length === 0)
		return { state: 'note', title: words.noControls, detail: words.noControlsAbout, value: '' };
	if (preTrend === null)
		return { state: 'warn', title: words.unchecked, detail: words.uncheckedAbout, value: '' };
	const points = formatPoints(Math.abs(preTrend.difference), { decimals: 2 }).replace('+', '');
	return {
		state: preTrend.passed ? 'ok' : 'warn',
		title: preTrend.passed ? words.alike : words.apart,
		detail: words.slopes(points),
		value: chanceText(preTrend.p)
	};
}

/** Where nobody can tell, earlier dates give as much by definition: that is no warning. */
function placeboCheck(report: Checked): Check {
	const { placebo, headline } = report;
	if (placebo === null)
		return { state: 'note', title: words.noPlacebo, detail: words.noPlaceboAbout, value: '' };
	if (!hasNumber(report))
		return { state: 'note', title: words.noPlacebo, detail: words.noNumberAbout, value: '' };
	const { rank, windows, p } = placebo;
	const isRare = p <= RARE;
	const hasFinding = headline?.verdict === 'clear' || headline?.verdict === 'likely';
	return {
		state: isRare ? 'ok' : hasFinding ? 'warn' : 'note',
		title: isRare ? words.nothingLarger : words.asLarge,
		detail: words.ranked(formatCount(rank), formatCount(windows.length + 1)),
		value: chanceText(p)
	};
}

function mixCheck(report: Checked): Check[] {
	const { mix, warnings } = report;
	if (mix === null || !hasNumber(report)) return [];
	const detail = words.parts(formatPoints(mix.rate), formatPoints(mix.mix));
	if (mix.isSimpson || warnings.includes('simpson'))
		return [{ state: 'warn', title: words.simpson, detail, value: words.reversal }];
	if (warnings.includes('mix-shift')) return [{ state: 'warn', title: words.mixShift, detail, value: '' }];
	return [{ state: 'ok', title: words.notOnlyMix, detail, value: words.noReversal }];
}

/** One line for each window in which something else lies. */
function otherNewsChecks(report: Checked): Check[] {
	const [during, before] = [newsIn(report, 'during'), newsIn(report, 'before')];
	const titles = [
		...(during ? [words.newsDuring(during.names)] : []),
		...(before ? [words.newsBefore(before.names)] : [])
	];
	if (titles.length === 0)
		return [{ state: 'ok', title: words.noNews, detail: words.noNewsAbout, value: '' }];
	return titles.map((title) => ({ state: 'warn', title, detail: words.newsAbout, value: '' }));
}

function silentNote({ withoutData }: Checked): Check[] {
	if (withoutData.length === 0) return [];
	const title = words.silent(namesOf(withoutData));
	return [{ state: 'note', title, detail: words.silentAbout, value: '' }];
}

const namesOf = (brands: Checked['brands']) =>
	brands.map(({ name }) => isolateText(name, LONGEST_NAME)).join(', ');

function leftOutNotes({ leftOut }: Checked): Check[] {
	const reasons = [
		['control-news', words.leftOutNews],
		['other-industry', words.leftOutIndustry],
		['unnamed', words.leftOutUnnamed]
	] as const;
	return reasons.flatMap(([reason, detail]): Check[] => {
		const names = namesOf(leftOut.filter((one) => one.reason === reason).map(({ brand }) => brand));
		return names === '' ? [] : [{ state: 'note', title: words.leftOut(names), detail, value: '' }];
	});
}

type Platform = NonNullable<ImpactReport['mix']>['platforms'][number];

/** The platform whose share of the rated messages moved the most, in words; null where none moved by a point. */
export function largestShift(platforms: readonly Platform[]): string | null {
	const moved = (part: Platform) => Math.abs(part.after.share - part.before.share);
	const largest = [...platforms].sort((one, other) => moved(other) - moved(one))[0];
	if (!largest || moved(largest) < 0.01) return null;
	const percent = (share: number) => formatPercent(share * 100, { decimals: 0 });
	return impactPageWords.panels.mix.moved(
		platformName(largest.platform),
		percent(largest.before.share),
		percent(largest.after.share)
	);
}
