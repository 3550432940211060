import type { VolumeSeries } from '$lib/community/answers';
import { groupOfType, INTERACTION_TYPES } from '$lib/community/vocabulary';
import { typesOf } from '$lib/filters/types-of';
import { wording } from '$lib/wording/wording';
import { exportWords } from '$lib/wording/export-words';
import type { BrandAnswers } from '$lib/server/panels/ask';
import { askVolume } from '$lib/server/panels/overview';
import { timelineOf } from '$lib/server/panels/timeline';
import { volumeByBucket } from '$lib/server/panels/tally';
import type { View } from '$lib/server/panels/view';
import { answeredBuckets } from './answered-buckets';
import { bucketStart, incompleteNotes } from './bucket-notes';
import type { Cell } from './csv';
import type { ExportContent, MakeExport } from './export-content';

const COLUMNS = ['bucket_start', 'brand', 'type', 'count'];

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

function* rowsOf(view: View, { answers }: BrandAnswers<VolumeSeries>, types: string[]): Generator<Cell[]> {
	const brands = answers.map(({ brand, value }) => ({
		name: brand.name,
		answered: answeredBuckets(view, [value]),
		counts: types.map((type) => ({ type, counts: volumeByBucket(view, [onlyType(value, type)]) }))
	}));
	for (const index of view.buckets.keys()) {
		const start = bucketStart(view, index);
		for (const { name, answered, counts } of brands) {
			for (const { type, counts: byBucket } of counts) {
				yield [start, name, type, answered[index] ? (byBucket[index] ?? null) : null];
			}
		}
	}
}

/** Interactions by bucket, brand and raw type, rated or not. */
export const exportVolumeTrend: MakeExport = async (client, view): Promise<ExportContent> => {
	const { value: answers, asOf, stale } = await askVolume(client, view);
	const all = typesIn(view, answers.answers);
	const isHidden = (type: string) => view.filters.hidden.includes(layerOf(type));
	const hiddenLayers = new Set(all.filter(isHidden).map(layerOf));
	const { notes } = exportWords;
	return {
		columns: COLUMNS,
		rows: rowsOf(
			view,
			answers,
			all.filter((type) => !isHidden(type))
		),
		formula: exportWords.volumeFormula,
		asOf,
		stale,
		missing: answers.missing.map(({ name }) => name),
		hidden: [...hiddenLayers].map((layer) =>
			layer === 'other' ? 'Other' : wording.filters.typeGroups[layer]
		),
		notes: [
			...(view.filters.sentiments.length > 0 && !view.sentimentEverywhere
				? [notes.notFilteredBy('sentiment')]
				: []),
			notes.missingBuckets,
			...incompleteNotes(view, timelineOf(view, asOf))
		]
	};
};
