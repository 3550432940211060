import { rollUp } from '$lib/calendar/roll-up';
import type { Answer, PlatformCounts, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { askBrands, type BrandAnswers } from '$lib/server/panels/ask';
import { sentimentQuestion, volumeQuestion } from '$lib/server/panels/overview';
import type { BrandInView, View } from '$lib/server/panels/view';
import type { ImpactPlan } from './impact-plan';

/** Rated messages of one brand, day by day in the order of the plan's days, by platform. */
export type BrandDays = { brand: BrandInView; days: PlatformCounts[][] };

/** What the host told: both sides of the comparison, the volume where it could be had, and who did not answer. */
export type ImpactAnswers = {
	targets: BrandDays[];
	controls: BrandDays[];
	/** The interactions of the brands under test, or null where one of them did not tell. */
	volume: VolumeSeries[] | null;
	missing: BrandInView[];
};

/** The questions of a plan; `each` resolves as brand after brand has answered or failed. */
export type ImpactQuestions = {
	answers: Promise<Answer<ImpactAnswers>>;
	each: Promise<null>[];
};

/** The view of a plan's questions: its brands and days, and all sentiments, since a part of them has no net. */
function viewOfPlan(view: View, { plan, days }: ImpactPlan, brands: BrandInView[]): View {
	return {
		...view,
		filters: { ...view.filters, sentiments: [], completeOnly: false },
		brands,
		range: plan.range,
		scale: 'DAY',
		buckets: days,
		units: days,
		unitScale: 'DAY',
		plan,
		compared: null
	};
}

/** The counts of each day by platform, with one entry for every platform that the brand has on any day. */
function byDay({ days }: ImpactPlan, series: SentimentSeries): PlatformCounts[][] {
	const names = new Set<string>();
	for (const bucket of series.buckets) for (const { platform } of bucket.platforms) names.add(platform);
	const platforms = [...names].sort();
	const isWhole = (list: readonly PlatformCounts[]) =>
		list.length === platforms.length && list.every(({ platform }, index) => platform === platforms[index]);
	return rollUp(series.buckets, days, (members) => {
		const [only] = members;
		if (only !== undefined && members.length === 1 && isWhole(only.platforms)) return only.platforms;
		const sums = platforms.map((platform) => ({ platform, negative: 0, neutral: 0, positive: 0 }));
		for (const member of members) {
			for (const counts of member.platforms) {
				const sum = sums.find(({ platform }) => platform === counts.platform)!;
				sum.negative += counts.negative;
				sum.neutral += counts.neutral;
				sum.positive += counts.positive;
			}
		}
		return sums;
	});
}

function daysOf(plan: ImpactPlan, { answers }: BrandAnswers<SentimentSeries>): BrandDays[] {
	return answers.map(({ brand, value }) => ({ brand, days: byDay(plan, value) }));
}

/**
 * Ask everything that a report needs: each brand's rated messages by day, and of those under test the volume. A brand
 * that does not answer is missing; `answers` rejects when none of those under test does.
 */
export function askImpact(client: CommunityClient, view: View, plan: ImpactPlan): ImpactQuestions {
	const [tested, compared] = [viewOfPlan(view, plan, plan.brands), viewOfPlan(view, plan, plan.controls)];
	const targets = askBrands(...sentimentQuestion(client, tested));
	const controls = askBrands(...sentimentQuestion(client, compared));
	const volume = askBrands(...volumeQuestion(client, tested));
	const answers = gather(plan, targets.all, controls.all, volume.all);
	return { answers, each: [...targets.each, ...controls.each] };
}

type Rated = Promise<Answer<BrandAnswers<SentimentSeries>>>;

const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null);

async function gather(
	plan: ImpactPlan,
	asked: Rated,
	askedControls: Rated,
	askedVolume: Promise<Answer<BrandAnswers<VolumeSeries>>>
): Promise<Answer<ImpactAnswers>> {
	const [targets, controls, volume] = await Promise.all([asked, orNull(askedControls), orNull(askedVolume)]);
	const others = controls?.value ?? { answers: [], missing: plan.controls };
	const isVolumeWhole = volume !== null && volume.value.missing.length === 0;
	return {
		value: {
			targets: daysOf(plan, targets.value),
			controls: daysOf(plan, others),
			volume: isVolumeWhole ? volume.value.answers.map(({ value }) => value) : null,
			missing: [...targets.value.missing, ...others.missing]
		},
		asOf: Math.min(targets.asOf, controls?.asOf ?? Infinity),
		stale: targets.stale || controls?.stale === true
	};
}
