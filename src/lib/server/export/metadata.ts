import type { IgnoredValue, LocalDay } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { isolateText } from '$lib/format/isolate-text';
import { platformName, typeName } from '$lib/format/names';
import { campaignsInView, campaignTitle } from '$lib/server/panels/campaign-bands';
import type { Frame } from '$lib/server/panels/open-view';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { filtersInWords, type FilterNames } from '$lib/wording/filter-words';
import { wording } from '$lib/wording/wording';
import type { ExportContent, ExportName } from './export-content';
import { isoInstant } from './iso-instant';

/** What a file says about itself: the whole question, and how sure the answer is. */
export type ExportMeta = {
	export: ExportName;
	title: string;
	filters: string[];
	/** The page that shows this, as its one canonical link. */
	link: string;
	from: LocalDay;
	to: LocalDay;
	days: number;
	/** The days that these are compared with, and the moment at which they are cut to be as long; null without any. */
	compared: { from: LocalDay; to: LocalDay; match: 'weekday' | 'date'; until: string | null } | null;
	time_zone: string;
	week_start: string;
	scale: string;
	/** True when day edges are those of UTC although the view has another zone. */
	approximate: boolean;
	formula: string | null;
	as_of: string;
	stale: boolean;
	ignored: IgnoredValue[];
	/** Campaigns and annotations of these brands and days, with their brands and days. */
	campaigns: string[];
	missing: string[];
	hidden: string[];
	notes: string[];
};

/** The page on which the numbers of a file are drawn. */
const PAGES: Record<ExportName, string> = {
	distribution: '/',
	'sentiment-trend': '/',
	'volume-trend': '/',
	keywords: '/keywords',
	'keyword-movers': '/keywords',
	messages: '/messages',
	'tickets-zendesk': '/messages',
	'tickets-salesforce': '/messages',
	impact: '/impact'
};

const LONGEST_WORDS = 200;

/** The names of what filters hold as ids; one that the host did not list goes by its number. */
function namesIn({ brands, tags }: Frame): FilterNames {
	const nameOf = (list: readonly { id: number; name: string }[], id: number) =>
		isolateText(list.find((item) => item.id === id)?.name ?? String(id), LONGEST_WORDS);
	return {
		brand: (id) => nameOf(brands, id),
		tag: (id) => nameOf(tags, id),
		type: typeName,
		platform: platformName,
		text: (words) => isolateText(words, LONGEST_WORDS)
	};
}

type Described = { name: ExportName; view: View; frame: Frame; origin: string; content: ExportContent };

/** Everything that has to be known to read an export, or to ask for it again. */
export function exportMeta({ name, view, frame, origin, content }: Described): ExportMeta {
	const { filters, defaults, scope } = frame;
	const page = href(PAGES[name], filters, { waitForAll: false, page: 1, message: null }, { defaults });
	return {
		export: name,
		title: exportWords.titles[name],
		filters: filtersInWords(filters, namesIn(frame)),
		link: origin + page,
		from: scope.from,
		to: scope.to,
		days: scope.days,
		compared: scope.compared && {
			from: scope.compared.from,
			to: scope.compared.to,
			match: scope.compared.match,
			until: scope.compared.until === null ? null : isoInstant(scope.compared.until, filters.timeZone)
		},
		time_zone: filters.timeZone,
		week_start: filters.weekStart,
		scale: view.scale.toLowerCase(),
		approximate: scope.approximate,
		formula: content.formula === undefined ? wording.scores[filters.score].formula : content.formula,
		as_of: isoInstant(content.asOf, filters.timeZone),
		stale: content.stale,
		ignored: frame.ignored,
		campaigns: campaignsInView(view).map((campaign) =>
			isolateText(campaignTitle(campaign, view), LONGEST_WORDS)
		),
		missing: content.missing,
		hidden: content.hidden,
		notes: [...(frame.isDemo ? [exportWords.notes.demo] : []), ...content.notes]
	};
}

function comparedLine({ from, to, match, until }: NonNullable<ExportMeta['compared']>): string {
	const { compared, until: untilWords } = exportWords.lines;
	return compared(from, to, match, until === null ? '' : untilWords(until));
}

/** The same as sentences, one for each line. */
export function metaSentences(meta: ExportMeta): string[] {
	const { lines } = exportWords;
	const { weekStarts } = wording.filters;
	return [
		lines.title(meta.title),
		lines.filters(meta.filters.join(' · ')),
		lines.link(meta.link),
		lines.days(meta.from, meta.to, wording.scope.days(meta.days)),
		...(meta.compared === null ? [] : [comparedLine(meta.compared)]),
		lines.zone(meta.time_zone),
		lines.week(weekStarts[meta.week_start as keyof typeof weekStarts]),
		lines.scale(meta.scale),
		...(meta.approximate ? [lines.approximate] : []),
		...(meta.formula === null ? [] : [lines.formula(meta.formula)]),
		lines.asOf(meta.as_of),
		...(meta.stale ? [lines.stale] : []),
		...meta.ignored.map(({ key, value, reason }) =>
			lines.ignored(key, isolateText(value, LONGEST_WORDS), reason)
		),
		...(meta.campaigns.length > 0 ? [lines.campaigns(meta.campaigns.join('; '))] : []),
		...(meta.missing.length > 0 ? [lines.missing(meta.missing.join(', '))] : []),
		...(meta.hidden.length > 0 ? [lines.hidden(meta.hidden.join(', '))] : []),
		...meta.notes.map(lines.note)
	];
}
