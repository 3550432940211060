import type { Page } from '../answers';
import { readCount } from './counts';
import { below, malformed } from './malformed';
import { at, isMap, isNothing, unwrap, type Place } from './shape';

/** What was asked for, as far as paging is concerned. A sample has no second page. */
export type AskedPage = { limit: number; offset: number; isSample: boolean };

function readRows<T>({ value, path }: Place, readRow: (row: Place) => T): T[] {
	if (isNothing(value)) return [];
	if (!Array.isArray(value)) throw malformed(path, 'expected a list');
	return value.map((row: unknown, index) => readRow({ value: row, path: below(path, index) }));
}

/** Offsets shift over live data, so a row may come twice: the first one stays. */
export function withoutRepeats<T extends { id: number | string }>(rows: readonly T[]): T[] {
	const seen = new Set<string>();
	return rows.filter(({ id }) => {
		const isNew = !seen.has(String(id));
		seen.add(String(id));
		return isNew;
	});
}

/**
 * One page of a list: rows under `data`, and `paging` with the grand total and the next address, of which only its
 * presence counts: the client never follows an address that a host wrote. Where neither is told, a full page lets
 * expect another one.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 */
export function readPage<T extends { id: number | string }>(
	payload: unknown,
	asked: AskedPage,
	readRow: (row: Place) => T
): Page<T> {
	return readPageAt(unwrap(payload), payload, asked, readRow);
}

/** A page whose rows stand elsewhere than under `data`; `payload` is the whole answer, for its paging. */
export function readPageAt<T extends { id: number | string }>(
	list: Place,
	payload: unknown,
	asked: AskedPage,
	readRow: (row: Place) => T
): Page<T> {
	const all = readRows(list, readRow);
	const paging = at({ value: payload, path: null }, 'paging');
	const count = at(paging, 'count');
	const total = isNothing(count.value) ? null : readCount(count);
	const hasMore = !asked.isSample && hasNext(paging, total, all.length, asked);
	return { rows: withoutRepeats(all), total, hasNext: hasMore };
}

function hasNext(paging: Place, total: number | null, came: number, asked: AskedPage): boolean {
	if (came === 0) return false;
	if (isMap(paging.value) && Object.hasOwn(paging.value, 'next')) return !isNothing(paging.value['next']);
	if (total !== null) return asked.offset + came < total;
	return came >= asked.limit;
}
