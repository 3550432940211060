import { SCALES } from '$lib/community/vocabulary';
import type { Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { isOneSided } from '$lib/filters/one-sided';
import { sentimentFilterWords } from '$lib/wording/sentiment-filter-words';
import { wording } from '$lib/wording/wording';
import type { PageData } from '../$types';
import { campaignLinks } from '../frame/campaign-links';
import type { Subject } from './lead-sentence';

/** What all parts of the overview say of one link: whom it is about, in which score and steps, and where links lead. */
export type OverviewScope = ReturnType<typeof overviewScope>;

/** @example overviewScope(data).link({ scale: 'WEEK' }) // '/?scale=week' */
export function overviewScope(data: PageData) {
	const { filters, defaults, brands, scope } = data;
	const sentiments = filters.sentiments.map((sentiment) => wording.filters.sentiments[sentiment]);
	const chosen = brands.filter(({ id }) => filters.brands.length === 0 || filters.brands.includes(id));
	const link = (change: Partial<Filters>) => href('/', filters, change, { defaults });
	const coarser = SCALES[SCALES.indexOf(scope.scale) + 1];
	return {
		chosen,
		link,
		retry: link({}),
		timeZone: filters.timeZone,
		/** The step in words, and the next larger one; SCALES go from the finest to the coarsest. */
		scale: wording.filters.scales[scope.scale],
		coarser: coarser && { scale: coarser, name: wording.filters.scales[coarser] },
		score: wording.scores[filters.score],
		isPoints: filters.score === 'net' || filters.score === 'net-rated',
		split: filters.split ?? (chosen.length > 1 ? 'brand' : 'none'),
		hrefCampaign: campaignLinks(data),
		/** Sentiments are chosen, all three or only some; and what is then counted of what is rated, in words. */
		isFiltered: sentiments.length > 0,
		isOneSided: isOneSided(filters),
		counted: sentimentFilterWords.counted(sentiments),
		/** The same of volume and keywords, which not every host filters by sentiment. */
		isVolumeFiltered: sentiments.length > 0 && data.sentimentEverywhere,
		countedVolume: sentimentFilterWords.counted(data.sentimentEverywhere ? sentiments : [])
	};
}

/** What the sentences at the top are about. */
export function subjectOf(
	data: PageData,
	{ chosen, score, isPoints, countedVolume }: OverviewScope
): Subject {
	return {
		names: chosen.map(({ name }) => name),
		score: score.title.toLowerCase(),
		isPoints,
		countedVolume,
		days: data.scope,
		compared: data.scope.compared
	};
}
