import type { StatisticsQuery } from '$lib/community/statistics-query';
import { PLATFORM_SHIFT } from '../dictionary';
import { allOf, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import type { Window } from '../window';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';

/**
 * The relation that the three counting statistics sum over: brand, slot (milliseconds since 1970), type, and one
 * column of counts for each label and for none.
 */
export function cellsOf(store: Store, query: StatisticsQuery, window: Window): Fragment {
	const conditions = [
		sql`NOT from_brand`,
		...sharedConditions(store, query),
		...windowConditions(sql`updated_at`, window),
		...rowConditions(query)
	];
	return sql`(
		SELECT brand_id, updated_at AS slot, type_id,
			(sentiment = -1)::INTEGER AS negative,
			(sentiment = 0)::INTEGER AS neutral,
			(sentiment = 1)::INTEGER AS positive,
			(sentiment = 2)::INTEGER AS unrated
		FROM interactions WHERE ${allOf(conditions)})`;
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

/** All interactions that a question asks for, labelled or not, as one sum. */
export function volumeSum(query: StatisticsQuery): Fragment {
	const labels = labelsOf(query);
	if (labels === null) return sql`sum(negative + neutral + positive + unrated)::DOUBLE`;
	const part = (column: Fragment, isAsked: boolean) => (isAsked ? column : sql`0`);
	return sql`sum(${part(sql`negative`, labels.negative)} + ${part(sql`neutral`, labels.neutral)}
		+ ${part(sql`positive`, labels.positive)})::DOUBLE`;
}

/** The platform's number of a type, see `platformOfTypeId`. */
export const platformCode = sql`(type_id >> ${PLATFORM_SHIFT})`;
