import type { VolumeBucket, VolumeSeries } from '$lib/community/answers';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { batchByBrand, batchByWord } from '../batching';
import { grainOf } from '../buckets';
import { sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { answerKey, answerKeys, cellsOf, cellsOfTerms, volumeSum } from './cells';
import { frameSeries, hasOwnWindow } from './series-window';
import type { SeriesFrame } from './series-window';

/** The ids of the types that a question met, in order, and the place of each. */
type Types = { ids: number[]; places: Map<number, number> };

function typesOf(found: Float64Array): Types {
	const ids = [...new Set(found)].sort((a, b) => a - b);
	return { ids, places: new Map(ids.map((id, place) => [id, place])) };
}

/** The bucket whose counts stand at `index` of a table with one column for each type. */
function bucketOf(
	store: Store,
	start: number,
	table: Float64Array,
	index: number,
	ids: number[]
): VolumeBucket {
	const types: VolumeBucket['types'] = [];
	let total = 0;
	for (let place = 0; place < ids.length; place += 1) {
		const count = table[index * ids.length + place] ?? 0;
		if (count === 0) continue;
		types.push({ type: store.dictionary.typeName(ids[place] ?? 0), count });
		total += count;
	}
	return { start, types, total };
}

/** Where a series is counted, and by what: the answers that it has, and the column that tells them apart. */
type Counting = { cells: Fragment; answer: Fragment; answers: readonly number[] };

async function countCells(
	store: Store,
	query: SeriesQuery,
	frame: SeriesFrame,
	{ cells, answer, answers }: Counting
): Promise<Map<number, VolumeSeries>> {
	const [keys, slots, typeIds, sums] = await store.numbers(
		sql`SELECT ${answer} AS answer, slot::DOUBLE, type_id::DOUBLE, ${volumeSum(query)}
			FROM ${cells} GROUP BY ALL`
	);
	const { ids, places } = typesOf(typeIds ?? new Float64Array());
	const counted = new Map(answers.map((key) => [key, new Float64Array(frame.starts.length * ids.length)]));
	slots?.forEach((slot, row) => {
		const table = counted.get(keys?.[row] ?? 0);
		const index = frame.indexOf(slot);
		const place = places.get(typeIds?.[row] ?? 0) ?? 0;
		if (table && index >= 0) table[index * ids.length + place]! += sums?.[row] ?? 0;
	});
	const { scale, minutes: bucketMinutes } = frame.cut;
	return new Map(
		[...counted].map(([key, table]) => {
			const buckets = frame.starts.map((start, index) => bucketOf(store, start, table, index, ids));
			return [key, { scale, bucketMinutes, buckets }];
		})
	);
}

async function countByBrand(
	store: Store,
	query: SeriesQuery,
	isByBrand: boolean
): Promise<Map<number, VolumeSeries>> {
	const frame = await frameSeries(store, query);
	const cells = await cellsOf(store, query, frame.window, grainOf(frame.cut));
	const answer = answerKey(isByBrand);
	return countCells(store, query, frame, { cells, answer, answers: answerKeys(query, isByBrand) });
}

/** No word has the id 0: it stands for those that the store never met. */
const UNMET = 0;

async function countByWord(
	store: Store,
	query: SeriesQuery,
	terms: readonly string[]
): Promise<Map<string, VolumeSeries>> {
	const frame = await frameSeries(store, query);
	const ids = await store.termIds(terms);
	const window = { window: frame.window, grain: grainOf(frame.cut), terms: [...ids.values()] };
	const cells = cellsOfTerms(store, query, window);
	const answers = [UNMET, ...ids.values()];
	const counted = await countCells(store, query, frame, { cells, answer: sql`term_id::DOUBLE`, answers });
	return new Map(terms.map((term) => [term, counted.get(ids.get(term) ?? UNMET)!]));
}

const selectBrands = batchByBrand(countByBrand, hasOwnWindow);

/**
 * Interactions by bucket and type, labelled or not; every bucket of the window is there, a type only where it has
 * any.
 * @throws CommunityError query_invalid for more than 20,000 buckets, store_unavailable
 */
export const selectVolumeSeries = batchByWord(countByWord, selectBrands);
