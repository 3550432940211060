import type { Timeline } from '$lib/charts/chart-data';
import type { MessageLinks } from '$lib/charts/message-links';
import type { SplitHref } from '$lib/charts/SplitLinks.svelte';
import {
	PLATFORMS,
	SENTIMENTS,
	TYPE_GROUPS,
	TYPES_BY_GROUP,
	type InteractionType,
	type Sentiment,
	type TypeGroup
} from '$lib/community/vocabulary';
import type { DaySpan, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { NO_LIST } from '$lib/filters/list-filters';
import { typesOf } from '$lib/filters/types-of';
import type { Frame } from '$lib/server/panels/open-view';
import { messageWords } from '$lib/wording/message-words';

/** What of a page the links to its messages are made from. */
export type DrillFrame = Pick<Frame, 'filters' | 'defaults' | 'brands' | 'scope'>;

const LIST = '/messages';
const AUDIT = '/messages/audit';

/** A list begins on its first page in its own order, and shows days that are not over, too. */
const FRESH: Partial<Filters> = { ...NO_LIST, completeOnly: false };

/**
 * The address of the messages of a view, narrowed by a change. Days that the host counts in UTC are listed in UTC,
 * so that the list holds exactly the messages of the number.
 * @example messagesHref(frame, { sentiments: ['negative'] }) // '/messages?sentiment=negative'
 */
export function messagesHref(frame: DrillFrame, change: Partial<Filters>): string {
	return hrefOf(LIST, frame, change);
}

/** The address where the labels of those messages are checked, drawn from the same list. */
export function labelAuditHref(frame: DrillFrame, change: Partial<Filters>): string {
	return hrefOf(AUDIT, frame, change);
}

function hrefOf(path: string, { filters, defaults, scope }: DrillFrame, change: Partial<Filters>): string {
	const zone: Partial<Filters> = scope.approximate ? { timeZone: 'UTC' } : {};
	return href(path, filters, { ...FRESH, ...zone, ...change }, { defaults });
}

/** The filter that leaves the rated messages, which a score counts: the chosen sentiments, or all three. */
export function ratedSentiments({ sentiments }: Filters): Sentiment[] {
	return sentiments.length > 0 ? sentiments : [...SENTIMENTS];
}

function spanOf(days: string): DaySpan {
	const [from = '', to = from] = days.split('/');
	return { from, to };
}

/** The change that leaves one bucket, or null for a timeline without days. */
function bucketChange({ days }: Timeline, index: number): Partial<Filters> | null {
	const written = days?.[index];
	return written === undefined ? null : { range: { kind: 'absolute', ...spanOf(written) } };
}

/** An hour cannot be linked to, so its day is, and no count is promised. */
function reachOf({ scope }: DrillFrame): Pick<MessageLinks, 'exact' | 'note'> {
	if (scope.scale === 'HOUR') return { exact: false, note: messageWords.panel.wholeDay };
	return { exact: true, note: scope.approximate ? messageWords.panel.utcDays : null };
}

type Change = Partial<Filters> | null;

function chosenIds({ filters, brands }: DrillFrame): number[] {
	return filters.brands.length > 0 ? filters.brands : brands.map((brand) => brand.id);
}

/**
 * The change that leaves what a line of the trend counts: a brand by its id, the brands of "Other", a platform, or
 * everything. Null for a line that is none of these.
 */
function lineChange(frame: DrillFrame, key: string): Change {
	if (key === 'all' || key === 'total') return {};
	if (key === 'other') {
		const chosen = chosenIds(frame);
		const others = frame.brands.filter((brand) => brand.slot === null && chosen.includes(brand.id));
		return others.length > 0 ? { brands: others.map((brand) => brand.id) } : null;
	}
	const platform = PLATFORMS.find((name) => name === key);
	const { platforms } = frame.filters;
	if (platform)
		return platforms.length === 0 || platforms.includes(platform) ? { platforms: [platform] } : null;
	return chosenIds(frame).some((id) => String(id) === key) ? { brands: [Number(key)] } : null;
}

/** All lines that are drawn together: their brands, or their platforms. */
function linesChange(frame: DrillFrame, keys: readonly string[]): Change {
	const changes = keys.map((key) => lineChange(frame, key));
	if (changes.some((change) => change === null)) return null;
	const brands = changes.flatMap((change) => change?.brands ?? []);
	const platforms = changes.flatMap((change) => change?.platforms ?? []);
	const isEveryBrand = brands.length === frame.brands.length;
	return {
		...(brands.length > 0 ? { brands: isEveryBrand ? [] : brands } : {}),
		...(platforms.length > 0 ? { platforms } : {})
	};
}

/** What the reader has not hidden. */
const shownKeys = (all: readonly { key: string }[], hidden: readonly string[]) =>
	all.map(({ key }) => key).filter((key) => !hidden.includes(key));

type Drawn<T extends string> = { timeline: Timeline; hidden: readonly string[] } & Record<
	T,
	readonly { key: string }[]
>;

/** The links behind the points of a trend. */
export function trendLinks(frame: DrillFrame, { timeline, series, hidden }: Drawn<'series'>): MessageLinks {
	const keys = shownKeys(series, hidden);
	const sentiments = ratedSentiments(frame.filters);
	return {
		...reachOf(frame),
		hrefAt: (index, key) => {
			const bucket = bucketChange(timeline, index);
			const lines = key === null ? linesChange(frame, keys) : lineChange(frame, key);
			return bucket && lines && messagesHref(frame, { ...bucket, ...lines, sentiments });
		}
	};
}

/** The links behind the bars of stacked sentiments. */
export function stackLinks(frame: DrillFrame, { timeline }: { timeline: Timeline }): MessageLinks {
	return {
		...reachOf(frame),
		hrefAt: (index, key) => {
			const bucket = bucketChange(timeline, index);
			const one = SENTIMENTS.find((sentiment) => sentiment === key);
			if (!bucket || (key !== null && !one)) return null;
			return messagesHref(frame, { ...bucket, sentiments: one ? [one] : ratedSentiments(frame.filters) });
		}
	};
}

/** The types of a group that the filters leave: the group's own name where they leave all of it. */
function typesInGroup({ filters }: DrillFrame, group: TypeGroup): (InteractionType | TypeGroup)[] {
	const left = typesOf({ types: filters.types, platforms: [] });
	const types = TYPES_BY_GROUP[group].filter((type) => left === null || left.includes(type));
	return types.length === TYPES_BY_GROUP[group].length ? [group] : types;
}

/** The links behind the bars of the volume; types that nobody knows yet cannot be linked to. */
export function volumeLinks(frame: DrillFrame, { timeline, layers, hidden }: Drawn<'layers'>): MessageLinks {
	const drawn = shownKeys(layers, hidden);
	const groupsOf = (keys: readonly string[]) => TYPE_GROUPS.filter((group) => keys.includes(group));
	const typesBehind = (key: string | null): Change => {
		if (key === null && drawn.length === layers.length) return {};
		const keys = key === null ? drawn : [key];
		const groups = groupsOf(keys);
		if (groups.length < keys.length) return null;
		return { types: groups.flatMap((group) => typesInGroup(frame, group)) };
	};
	return {
		...reachOf(frame),
		hrefAt: (index, key) => {
			const bucket = bucketChange(timeline, index);
			const types = typesBehind(key);
			return bucket && types && messagesHref(frame, { ...bucket, ...types });
		}
	};
}

/** The links behind the rows of the split, which are brands, platforms and the total, and behind their parts. */
export function splitHref(frame: DrillFrame): SplitHref {
	return (row, sentiment) => {
		const key = row.replace(/^(?:brand|platform)-/, '');
		const change = lineChange(frame, key);
		if (change === null) return null;
		return messagesHref(frame, {
			...change,
			sentiments: sentiment ? [sentiment] : ratedSentiments(frame.filters)
		});
	};
}

/** The key numbers that have messages behind them. The numbers ignore the sentiment filter, and so do their links. */
export function numberLinks(frame: DrillFrame): Record<'rated' | 'negative' | 'positive' | 'volume', string> {
	const link = (sentiments: Sentiment[]) => messagesHref(frame, { sentiments });
	return {
		rated: link([...SENTIMENTS]),
		negative: link(['negative']),
		positive: link(['positive']),
		volume: link([])
	};
}

/** The messages with a keyword. A link has no "and" between words, so the view's own words make way. */
export function wordHref(frame: DrillFrame, word: string): string {
	return messagesHref(frame, { query: word });
}
