import { seeded } from '$lib/analytics/random';
import type { Answer, Interaction, Page } from '$lib/community/answers';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { randomPlaces, stretchesOf, type Stretch } from './random-places';

/** The list of one brand's messages, by places. */
export type ListedBrand = {
	brandId: number;
	fetch: (offset: number, limit: number) => Promise<Answer<Page<Interaction>>>;
};

export type DrawnRow = { brandId: number; row: Interaction };

/** A sample, the length of all lists together, and how many drawn places held a message that could not be taken. */
export type Sample = { rows: DrawnRow[]; listed: number; passedOver: number };

/** Why nothing can be drawn: a host that does not say how long a list is has no places to draw from. */
export type SampleProblem = 'no-total' | 'nothing-rated';

/** The most calls that one sample costs a host, and how many of them are under way at once. */
const MOST_CALLS = 500;
const AT_ONCE = 4;

/** The places of several lists as those of one. */
type Places = { list: ListedBrand; start: number; end: number }[];

async function placesOf(lists: readonly ListedBrand[]): Promise<Places | null> {
	const pages = await Promise.all(lists.map(({ fetch }) => fetch(0, 1)));
	const places: Places = [];
	let start = 0;
	for (const [index, { value }] of pages.entries()) {
		if (value.total === null) return null;
		places.push({ list: lists[index]!, start, end: start + value.total });
		start += value.total;
	}
	return places;
}

/** What stands at some places, by place; a list that has become shorter has nothing at its last ones. */
async function rowsAt(places: Places, wanted: readonly number[]): Promise<Map<number, DrawnRow>> {
	const found = new Map<number, DrawnRow>();
	const calls = places.flatMap(({ list, start, end }) => {
		const own = wanted.filter((place) => place >= start && place < end).map((place) => place - start);
		return stretchesOf(own, LARGEST_PAGE).map((stretch) => ({ list, start, stretch }));
	});
	const ask = async ({ list, start, stretch }: { list: ListedBrand; start: number; stretch: Stretch }) => {
		const { value } = await list.fetch(stretch.offset, stretch.limit);
		value.rows.forEach((row, index) =>
			found.set(start + stretch.offset + index, { brandId: list.brandId, row })
		);
	};
	for (let at = 0; at < calls.length; at += AT_ONCE) {
		await Promise.all(calls.slice(at, at + AT_ONCE).map(ask));
	}
	return found;
}

const keyOf = ({ brandId, row }: DrawnRow) => `${brandId} ${row.id}`;

/**
 * Draw messages at random from the lists of some brands, whatever their types and whichever host answers. The places of
 * all lists together are put into a random order by the seed; in that order the message at each place is taken if it
 * `accepts` it, until there are as many as wanted. So every acceptable message is equally likely, and none comes twice,
 * as long as the lists stand still meanwhile. The host's own `SAMPLE` is not asked: it is for one type alone, nobody
 * documents how it draws, and no seed brings the same messages again.
 *
 * Places near each other are asked for in one call. After 500 calls the sample is as large as it is.
 * @returns fewer messages where there are fewer
 * @throws what a list's `fetch` rejects with
 */
export async function drawSample(
	lists: readonly ListedBrand[],
	wanted: { size: number; seed: number; accepts: (row: Interaction) => boolean }
): Promise<{ ok: true; sample: Sample } | { ok: false; problem: SampleProblem }> {
	const places = await placesOf(lists);
	if (places === null) return { ok: false, problem: 'no-total' };
	const listed = places.at(-1)?.end ?? 0;
	const order = randomPlaces(listed, seeded(wanted.seed));
	const drawn = new Map<string, DrawnRow>();
	let [seen, passedOver, calls] = [0, 0, 0];
	while (drawn.size < wanted.size && seen < listed && calls < MOST_CALLS) {
		const share = seen === 0 ? 1 : Math.max(drawn.size / seen, 0.05);
		const next = Math.ceil((wanted.size - drawn.size) / share);
		const batch = take(order, Math.min(next, MOST_CALLS - calls));
		calls += batch.length;
		const rows = await rowsAt(places, batch);
		for (const place of batch) {
			if (drawn.size === wanted.size) break;
			seen += 1;
			const found = rows.get(place);
			if (found === undefined || !wanted.accepts(found.row)) passedOver += 1;
			else drawn.set(keyOf(found), found);
		}
	}
	if (drawn.size === 0) return { ok: false, problem: 'nothing-rated' };
	return { ok: true, sample: { rows: [...drawn.values()], listed, passedOver } };
}

function take(order: Generator<number>, count: number): number[] {
	const taken: number[] = [];
	while (taken.length < count) {
		const { value, done } = order.next();
		if (done) break;
		taken.push(value);
	}
	return taken;
}
