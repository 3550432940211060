import type { DaySpan, FilterDefaults, Filters } from '$lib/filters/filters';
import { defaultFilters } from '$lib/filters/filters';
import { formatDayRange } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import { platformName, typeName } from '$lib/format/names';
import { formatCount } from '$lib/format/numbers';
import { linkWords } from '$lib/wording/link-words';
import { wording } from '$lib/wording/wording';

/** One part of a link in words. `raw` is equal for two links exactly when the part is the same in both. */
export type FilterLine = {
	part: keyof typeof linkWords.parts;
	name: string;
	value: string;
	raw: string;
	/** True where the link leaves this part as it usually is. */
	isUsual: boolean;
};

type Named = { id: number; name: string };

/** What a link's ids and days mean: known brands and tags, and the days that its range resolves to. */
export type Meaning = { brands: readonly Named[]; tags: readonly Named[]; days: DaySpan };

const { values } = linkWords;
const MOST_NAMED = 8;
const LONGEST = 60;

const clean = (text: string) => isolateText(text, LONGEST);

/** Up to eight of them by name, and how many more there are. */
function listed(names: readonly string[]): string {
	const shown = names.slice(0, MOST_NAMED).join(', ');
	const more = names.length - MOST_NAMED;
	return more > 0 ? values.more(shown, formatCount(more)) : shown;
}

const orAll = (names: readonly string[]) => (names.length === 0 ? values.all : listed(names));
const orNone = (text: string | null) => (text === null || text === '' ? values.none : clean(text));

function nameIn(list: readonly Named[], unknown: (id: number) => string): (id: number) => string {
	return (id) => {
		const found = list.find((candidate) => candidate.id === id);
		return found ? clean(found.name) : unknown(id);
	};
}

function typeInWords(name: Filters['types'][number]): string {
	const groups: Partial<Record<string, string>> = wording.filters.typeGroups;
	return groups[name] ?? typeName(name);
}

function comparisonInWords({ comparison }: Filters): string {
	if (comparison.kind === 'none') return values.comparisons.none;
	const what =
		comparison.kind === 'custom'
			? formatDayRange(comparison.span.from, comparison.span.to)
			: values.comparisons[comparison.kind];
	return values.compared(what, values.matches[comparison.match]);
}

function controlsInWords(
	controls: Filters['campaign']['controls'],
	brand: (id: number) => string
): string | null {
	if (controls === 'none') return values.noControls;
	return controls.length === 0 ? null : listed(controls.map(brand));
}

/**
 * Every part of a link in words, in the order of the grammar.
 * @example describeFilters(filters, { brands, tags, days }, defaults).find(({ part }) => part === 'range')?.value
 * // 'Last 28 days (now 26 Oct – 22 Nov 2026)'
 */
export function describeFilters(filters: Filters, meaning: Meaning, defaults: FilterDefaults): FilterLine[] {
	const words = wording.filters;
	const usual = defaultFilters(defaults);
	const brand = nameIn(meaning.brands, values.brand);
	const tag = nameIn(meaning.tags, values.tag);
	const days = formatDayRange(meaning.days.from, meaning.days.to);
	/** A key of a chart's series is a brand's id, a platform or a group of types. */
	const series = (key: string) => (/^\d+$/.test(key) ? brand(Number(key)) : platformName(key));
	const { range, campaign } = filters;
	const line = <K extends keyof Filters & FilterLine['part']>(part: K, value: string): FilterLine => {
		const raw = JSON.stringify(filters[part]);
		return { part, name: linkWords.parts[part], value, raw, isUsual: raw === JSON.stringify(usual[part]) };
	};
	return [
		line('brands', orAll(filters.brands.map(brand))),
		line('range', range.kind === 'absolute' ? days : values.relative(words.ranges[range.name], days)),
		line('timeZone', filters.timeZone),
		line('weekStart', words.weekStarts[filters.weekStart]),
		line('scale', filters.scale === null ? values.automatic : words.scales[filters.scale]),
		line('types', orAll(filters.types.map(typeInWords))),
		line('platforms', orAll(filters.platforms.map(platformName))),
		line('sentiments', orAll(filters.sentiments.map((sentiment) => words.sentiments[sentiment]))),
		line('query', orNone(filters.query.replaceAll(',', ', '))),
		line('tags', filters.tags.length === 0 ? values.none : listed(filters.tags.map(tag))),
		line('closed', words.statuses[filters.closed === null ? 'both' : filters.closed ? 'closed' : 'open']),
		line('split', filters.split === null ? values.automatic : values.splits[filters.split]),
		line('comparison', comparisonInWords(filters)),
		line('score', wording.scores[filters.score].title),
		line('stack', values.stacks[filters.stack]),
		line('completeOnly', filters.completeOnly ? values.leftOut : values.shown),
		line('hidden', filters.hidden.length === 0 ? values.none : listed(filters.hidden.map(series))),
		line(
			'campaign',
			campaign.id === null && campaign.baseline === null && campaign.controls.length === 0
				? values.none
				: values.campaign(
						orNone(campaign.id),
						campaign.baseline && formatDayRange(campaign.baseline.from, campaign.baseline.to),
						controlsInWords(campaign.controls, brand)
					)
		),
		line('evidence', filters.evidence === null ? values.none : values.claimed),
		line('chart', values.charts[filters.chart]),
		line('omitted', filters.omitted.length === 0 ? values.none : listed(filters.omitted.map(clean))),
		line('sort', filters.sort ?? values.automatic),
		line('find', orNone(filters.find)),
		line('word', orNone(filters.word)),
		line('movers', filters.movers === null ? values.all : values.moods[filters.movers]),
		line(
			'moversSort',
			filters.moversSort === null ? values.automatic : values.moverOrders[filters.moversSort]
		),
		line('message', orNone(filters.message))
	];
}
