import type { VolumeSeries } from '$lib/community/answers';
import { groupOfType, INTERACTION_TYPES } from '$lib/community/vocabulary';
import { typesOf } from '$lib/filters/types-of';
import { wording } from '$lib/wording/wording';
import { exportWords } from '$lib/wording/export-words';
import { answeredBuckets, whereKnown } from '$lib/server/panels/answered-buckets';
import type { Before, BrandAnswers } from '$lib/server/panels/ask';
import { askVolume } from '$lib/server/panels/overview';
import { timelineOf } from '$lib/server/panels/timeline';
import { volumeByBucket } from '$lib/server/panels/tally';
import type { View } from '$lib/server/panels/view';
import { bucketStart, incompleteNotes } from './bucket-notes';
import { askedBefore, comparedNotes, comparedStarts, comparedTo } from './compared-columns';
import type { Cell } from './csv';
import type { ExportContent, MakeExport } from './export-content';

const COLUMNS = ['bucket_start', 'brand', 'type', 'count'];
const COMPARED_COLUMNS = ['compare_bucket_start', 'compare_count'];

/** The layer of the chart that a type is a part of; its key is what a link hides. */
const layerOf = (type: string) => groupOfType(type) ?? 'other';

/** The same series as if nothing but one type had come, so that the chart's own sum counts it. */
const onlyType = (series: VolumeSeries, type: string): VolumeSeries => ({
	...series,
	buckets: series.buckets.map((bucket) => ({
		...bucket,
		types: bucket.types.filter((counted) => counted.type === type)
	}))
});

/** The types that any brand has, in the order of the vocabulary; where there is none at all, those asked for. */
function typesIn(view: View, answers: BrandAnswers<VolumeSeries>['answers']): string[] {
	const seen = new Set(
		answers.flatMap(({ value }) =>
			value.buckets.flatMap(({ types }) => types.filter(({ count }) => count > 0).map(({ type }) => type))
		)
	);
	if (seen.size === 0) return typesOf(view.filters) ?? [...INTERACTION_TYPES];
	const known = INTERACTION_TYPES.filter((type) => seen.has(type));
	return [...known, ...[...seen].filter((type) => !(known as string[]).includes(type)).sort()];
}

/** How many there are of a type in each of a view's buckets; null where the host gave no answer. */
function countsByBucket(view: View, series: VolumeSeries, type: string, asOf: number): (number | null)[] {
	const counts = volumeByBucket(view, [onlyType(series, type)]);
	return whereKnown(view, answeredBuckets(view, [series]), asOf, counts);
}

/** The same for the days that a view is compared with, in the places of its buckets. */
function comparedCounts({ compared, answers }: Before<VolumeSeries>, brandId: number, type: string) {
	const earlier = answers.answers.find(({ brand }) => brand.id === brandId);
	if (earlier === undefined) return [];
	return comparedTo(compared, countsByBucket(compared.view, earlier.value, type, Infinity));
}

function* rowsOf(
	view: View,
	{ answers }: BrandAnswers<VolumeSeries>,
	types: string[],
	before: Before<VolumeSeries> | null,
	asOf: number
): Generator<Cell[]> {
	const starts = before && comparedStarts(before.compared);
	const columns = answers.flatMap(({ brand, value }) =>
		types.map((type) => ({
			names: [brand.name, type],
			counts: countsByBucket(view, value, type, asOf),
			earlier: before && comparedCounts(before, brand.id, type)
		}))
	);
	for (const index of view.buckets.keys()) {
		const start = bucketStart(view, index);
		for (const { names, counts, earlier } of columns) {
			const compared = earlier && [starts?.[index] ?? null, earlier[index] ?? null];
			yield [start, ...names, counts[index] ?? null, ...(compared ?? [])];
		}
	}
}

/** Interactions by bucket, brand and raw type, rated or not. */
export const exportVolumeTrend: MakeExport = async (client, view): Promise<ExportContent> => {
	const [{ value: answers, asOf, stale }, earlier] = await Promise.all([
		askVolume(client, view),
		askedBefore(view, (compared) => askVolume(client, compared))
	]);
	const { before } = earlier;
	const all = typesIn(view, [...answers.answers, ...(before?.answers.answers ?? [])]);
	const isHidden = (type: string) => view.filters.hidden.includes(layerOf(type));
	const shown = all.filter((type) => !isHidden(type));
	const hiddenLayers = [...new Set(all.filter(isHidden).map(layerOf))];
	const { notes } = exportWords;
	return {
		columns: [...COLUMNS, ...(before ? COMPARED_COLUMNS : [])],
		rows: rowsOf(view, answers, shown, before, asOf),
		formula: exportWords.volumeFormula,
		asOf: Math.min(asOf, earlier.asOf),
		stale: stale || earlier.stale,
		missing: answers.missing.map(({ name }) => name),
		hidden: hiddenLayers.map((layer) => (layer === 'other' ? 'Other' : wording.filters.typeGroups[layer])),
		notes: [
			...(view.filters.sentiments.length > 0 && !view.sentimentEverywhere
				? [notes.notFilteredBy('sentiment')]
				: []),
			notes.missingBuckets,
			...comparedNotes(view, earlier),
			...incompleteNotes(view, timelineOf(view, asOf))
		]
	};
};
