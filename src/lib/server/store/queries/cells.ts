import type { StatisticsQuery } from '$lib/community/statistics-query';
import { floorDivide, MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from '../contributions';
import { PLATFORM_SHIFT } from '../dictionary';
import { allOf, isAnyOf, list, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import type { Window } from '../window';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';
import { hitsOf } from './hits';
import { cutWindow, partConditions, UNIT_LENGTHS } from './window-parts';
import type { WindowPart } from './window-parts';

/** How fine a series is: the length of its smallest bucket in milliseconds, or null for one sum over the window. */
export type Grain = number | null;

const TABLES = {
	day: { table: sql`day_counts`, unit: sql`day` },
	hour: { table: sql`hour_counts`, unit: sql`hour` }
} as const;

/** The units in which a series of this grain can be counted, the coarsest first. */
function unitsFor(grain: Grain): ('day' | 'hour' | 'instant')[] {
	if (grain === null || grain % MILLISECONDS_PER_DAY === 0) return ['day', 'hour', 'instant'];
	return grain % MILLISECONDS_PER_HOUR === 0 ? ['hour', 'instant'] : ['instant'];
}

/** The start of the span that a time falls into: a series is grouped by it before it leaves the engine. */
function slotOf(grain: Grain): Fragment {
	if (grain === null) return sql`0`;
	return sql`${floorDivide(sql`updated_at`, grain)}::BIGINT * ${grain}`;
}

const ONE_EACH = sql`(sentiment = -1)::INTEGER AS negative, (sentiment = 0)::INTEGER AS neutral,
	(sentiment = 1)::INTEGER AS positive, (sentiment = 2)::INTEGER AS unrated`;

function cellsOfRows(rows: Fragment, grain: Grain): Fragment {
	return sql`SELECT brand_id, ${slotOf(grain)} AS slot, type_id, ${ONE_EACH} FROM ${rows}`;
}

function cellsOfPart(part: WindowPart, shared: readonly Fragment[], grain: Grain): Fragment {
	if (part.unit !== 'day' && part.unit !== 'hour') {
		const window = windowConditions({ start: part.from, end: part.to });
		return cellsOfRows(sql`interactions WHERE ${allOf([...shared, ...window, sql`NOT from_brand`])}`, grain);
	}
	const { table, unit } = TABLES[part.unit];
	const slot = grain === null ? sql`0` : sql`${unit}::BIGINT * ${UNIT_LENGTHS[part.unit]}`;
	return sql`SELECT brand_id, ${slot} AS slot, type_id, negative, neutral, positive, unrated
		FROM ${table} WHERE ${allOf([...shared, ...partConditions(part, unit)])}`;
}

/** The conditions of a question within a window, by what can check them. */
type Asked = {
	/** Checked by every table, the window apart. */
	shared: Fragment[];
	/** Checked by postings and interactions, with the window. */
	conditions: Fragment[];
	/** All of them, over the interactions. */
	rows: Fragment;
	/** What a posting can only be asked through its interaction; empty where it knows all that is asked. */
	among: Fragment[];
};

function askedOf(store: Store, query: StatisticsQuery, window: Window): Asked {
	const shared = sharedConditions(store, query);
	const conditions = [...shared, ...windowConditions(window)];
	const ofRows = rowConditions(query);
	const rows = allOf([...conditions, ...ofRows, sql`NOT from_brand`]);
	const isAmong = sql`interaction_id IN (SELECT id FROM interactions WHERE ${rows})`;
	return { shared, conditions, rows, among: ofRows.length > 0 ? [isAmong] : [] };
}

/**
 * The relation that the counting statistics sum over: brand, slot (milliseconds since 1970), type, and one column of
 * counts for each label and for none. In the order in which the code takes them:
 * 1. words or tags: the postings, and of the interactions what only they can check;
 * 2. what only the interactions can check: the interactions;
 * 3. all other filters: the counts by day and hour; of the interactions only an hour that the window cuts.
 */
export async function cellsOf(
	store: Store,
	query: StatisticsQuery,
	window: Window,
	grain: Grain
): Promise<Fragment> {
	const { shared, conditions, rows, among } = askedOf(store, query, window);
	const hits = await hitsOf(store, query, conditions);
	if (hits) {
		const where = among.length > 0 ? sql`WHERE ${allOf(among)}` : sql``;
		return sql`(${cellsOfRows(sql`(${hits}) ${where}`, grain)})`;
	}
	if (among.length > 0) return sql`(${cellsOfRows(sql`interactions WHERE ${rows}`, grain)})`;
	const parts = cutWindow(window, unitsFor(grain)).map((part) => cellsOfPart(part, shared, grain));
	if (parts.length === 0) return sql`(${cellsOfRows(sql`interactions WHERE false`, grain)})`;
	return sql`(${list(parts, 'union')})`;
}

/** The same for words by their ids, whatever words the question itself names: each cell is of one word, its `term_id`. */
export function cellsOfTerms(
	store: Store,
	query: StatisticsQuery,
	{ window, grain, terms }: { window: Window; grain: Grain; terms: readonly number[] }
): Fragment {
	const { conditions, among } = askedOf(store, query, window);
	return sql`(SELECT term_id, ${slotOf(grain)} AS slot, type_id, ${ONE_EACH} FROM postings
		WHERE ${allOf([isAnyOf(sql`term_id`, terms), ...conditions, ...among])})`;
}

/** The columns of labels that a question asks for: the others count as zero. */
export function labelSums(query: StatisticsQuery): Fragment {
	const labels = labelsOf(query);
	const sum = (column: Fragment, isAsked: boolean) =>
		isAsked ? sql`sum(${column})::DOUBLE` : sql`0::DOUBLE`;
	return sql`${sum(sql`negative`, labels?.negative ?? true)} AS negative,
		${sum(sql`neutral`, labels?.neutral ?? true)} AS neutral,
		${sum(sql`positive`, labels?.positive ?? true)} AS positive`;
}

/** All interactions that a question asks for as one sum: with a sentiment filter, those with one of its labels. */
export function volumeSum(query: StatisticsQuery): Fragment {
	const labels = labelsOf(query);
	const columns = [
		{ column: sql`negative`, isAsked: labels?.negative ?? true },
		{ column: sql`neutral`, isAsked: labels?.neutral ?? true },
		{ column: sql`positive`, isAsked: labels?.positive ?? true },
		{ column: sql`unrated`, isAsked: labels === null }
	];
	const asked = columns.filter(({ isAsked }) => isAsked).map(({ column }) => column);
	return sql`sum(${list(asked, 'plus')})::DOUBLE`;
}

/** What an answer is about: its brand, or 0 for all brands together. */
export function answerKey(isByBrand: boolean): Fragment {
	return isByBrand ? sql`brand_id` : sql`0`;
}

/** The keys of the answers that a question has, those without any interaction too. */
export function answerKeys(query: StatisticsQuery, isByBrand: boolean): number[] {
	return isByBrand ? [...new Set(query.brand_ids)] : [0];
}

/** The platform's number of a type, see `platformOfTypeId`. */
export const platformCode = sql`(type_id >> ${PLATFORM_SHIFT})`;
