import type { Timeline } from '$lib/charts/chart-data';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { isoInstant } from './iso-instant';

/** When a bucket begins, on the clocks of the zone that the buckets are cut by. */
export const bucketStart = (view: View, index: number) =>
	isoInstant(view.buckets[index]!.start, view.plan.timeZone);

/** More sentences than this say nothing that the column `complete` does not. */
const MOST_NOTES = 5;

/** A sentence for each bucket that is not whole, with the words that the chart has for it. */
export function incompleteNotes(view: View, { open }: Timeline): string[] {
	return open
		.slice(0, MOST_NOTES)
		.map(({ index, note }) => exportWords.notes.incomplete(bucketStart(view, index), note));
}
