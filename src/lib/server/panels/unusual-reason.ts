import { explainScore, type Explained, type Part } from '$lib/analytics/unusual-reasons';
import { BASELINE_DAYS } from '$lib/analytics/unusual';
import { netSentiment, pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { askPlan } from '$lib/calendar/ask-plan';
import { bucketsOf } from '$lib/calendar/buckets';
import { addDays } from '$lib/calendar/local-day';
import { resolveSpan } from '$lib/calendar/resolve-range';
import type { Keyword, SentimentCounts, SentimentSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { groupOfType, INTERACTION_TYPES, TYPE_GROUPS, type InteractionType } from '$lib/community/vocabulary';
import type { Filters } from '$lib/filters/filters';
import { typesOf } from '$lib/filters/types-of';
import { isolateText } from '$lib/format/isolate-text';
import { platformName } from '$lib/format/names';
import { unusualWords } from '$lib/wording/unusual-words';
import { wording } from '$lib/wording/wording';
import { statisticsQuery } from './ask';
import { countsByBucket } from './tally';
import type { Jump } from './unusual-days';
import type { View } from './view';

/**
 * What a day's score is made of, three times: each list of parts adds up to the same jump. `words` is of the
 * messages with one keyword and of all others; null where no keyword stands out, and under a filter by keywords.
 */
export type UnusualReason = { platforms: Jump | null; types: Jump | null; words: Jump | null };

const LONGEST_WORD = 40;
/** A word of fewer rated messages than these explains nothing. */
const LEAST_MENTIONS = 10;

type Watch = { view: View; ids: number[] };

/** The day of the view and the eight weeks before it, as one view. */
function withHistory(view: View): Watch {
	const day = view.range.from;
	const { timeZone } = view.plan;
	const { weekStart } = view.filters;
	const range = resolveSpan({ from: addDays(day, -BASELINE_DAYS), to: day }, timeZone);
	return {
		view: {
			...view,
			range,
			plan: askPlan(range, 'DAY', timeZone, weekStart),
			buckets: bucketsOf(range, 'DAY', { timeZone, weekStart })
		},
		ids: view.brands.map((brand) => brand.id)
	};
}

async function askSeries(
	client: CommunityClient,
	{ view, ids }: Watch,
	change: Partial<Filters>
): Promise<SentimentSeries | null> {
	const { plan, filters } = view;
	const query = statisticsQuery({ ...filters, ...change }, plan.range, ids);
	if (query === null) return null;
	const answer = await client.sentimentSeries({
		...query,
		scale: plan.scale,
		...(plan.bucketMinutes === null ? {} : { bucket_minutes: plan.bucketMinutes })
	});
	return answer.value;
}

/** The types that the filters leave, by group. */
function typesByGroup(filters: Filters): { group: string; types: InteractionType[] }[] {
	const types = typesOf(filters) ?? [...INTERACTION_TYPES];
	return TYPE_GROUPS.map((group) => ({
		group,
		types: types.filter((type) => groupOfType(type) === group)
	})).filter((entry) => entry.types.length > 0);
}

/** The last day against the same weekdays before it. */
function partOf(key: string, counts: readonly SentimentCounts[]): Part {
	const last = counts.length - 1;
	const usual = counts.filter((_, index) => index < last && (last - index) % 7 === 0);
	return { key, now: counts[last]!, usual: pool(usual) };
}

function named(explained: Explained | null, nameOf: (key: string) => string): Jump | null {
	return (
		explained && {
			...explained,
			parts: explained.parts.map(({ key, value }) => ({ name: nameOf(key), value }))
		}
	);
}

/**
 * Why the score of a day is what it is: the platforms, the types and the keyword whose contributions add up to its
 * distance from the same weekdays of the eight weeks before. Asked only when a reader wants to know: a question for
 * each group of types, two for the keywords and one for the keyword that moved most.
 * @param view one day
 */
export async function explainDay(client: CommunityClient, view: View): Promise<UnusualReason> {
	const watch = withHistory(view);
	const { score } = view.filters;
	const groups = typesByGroup(view.filters);
	const [series, word] = await Promise.all([
		Promise.all(groups.map(({ types }) => askSeries(client, watch, { types, platforms: [] }))),
		loudestWord(client, view, watch)
	]);
	const known = series.map((answer) => (answer === null ? [] : [answer]));
	const platforms = [
		...new Set(
			known.flat().flatMap(({ buckets }) => buckets.flatMap((one) => one.platforms.map((p) => p.platform)))
		)
	];
	const all = known.flat();
	const byPlatform = platforms.map((name) => partOf(name, countsByBucket(watch.view, all, name)));
	const byType = groups.map(({ group }, index) => partOf(group, countsByBucket(watch.view, known[index]!)));
	const withWord = word && (await askSeries(client, watch, { query: word.keyword }));
	const words = word && withWord && wordParts(word, withWord, all, watch.view);
	return {
		platforms: named(explainScore(byPlatform, score), platformName),
		types: named(explainScore(byType, score), (group) =>
			group in wording.filters.typeGroups
				? wording.filters.typeGroups[group as keyof typeof wording.filters.typeGroups]
				: group
		),
		words: words && named(explainScore(words, score), (name) => name)
	};
}

/** Messages with a word, and all others. */
function wordParts(word: Keyword, withWord: SentimentSeries, all: SentimentSeries[], view: View): Part[] {
	const own = countsByBucket(view, [withWord]);
	const rest = countsByBucket(view, all).map((counts, index) => ({
		negative: Math.max(0, counts.negative - own[index]!.negative),
		neutral: Math.max(0, counts.neutral - own[index]!.neutral),
		positive: Math.max(0, counts.positive - own[index]!.positive)
	}));
	const name = unusualWords.messagesWith(isolateText(word.keyword, LONGEST_WORD));
	return [partOf(name, own), partOf(unusualWords.otherMessages, rest)];
}

/**
 * The keyword of the day that pushes its score furthest the way it went: its part of the messages and its own score,
 * against those of the eight weeks before. A comma is an "or" in a question, so such a word can't be asked for.
 */
async function loudestWord(client: CommunityClient, view: View, watch: Watch): Promise<Keyword | null> {
	if (view.filters.query !== '') return null;
	const { ids } = watch;
	const [today, before] = [
		statisticsQuery(view.filters, view.plan.range, ids),
		statisticsQuery(view.filters, { ...watch.view.plan.range, end: view.plan.range.start }, ids)
	];
	if (today === null || before === null) return null;
	const [now, usual, counts, usualCounts] = await Promise.all([
		client.topKeywords(today),
		client.topKeywords(before),
		client.sentimentDistribution(today),
		client.sentimentDistribution(before)
	]);
	const sides = [pool(counts.value.platforms), pool(usualCounts.value.platforms)] as const;
	const { score } = view.filters;
	const [net, usualNet] = [netSentiment(sides[0], score), netSentiment(sides[1], score)];
	if (net === null || usualNet === null) return null;
	const push = (word: Keyword, rated: number) =>
		(ratedTotal(word) / rated) * ((netSentiment(word, score) ?? usualNet) - usualNet);
	const ranked = now.value.keywords
		.filter((word) => ratedTotal(word) >= LEAST_MENTIONS && !word.keyword.includes(','))
		.map((word) => {
			const earlier = usual.value.keywords.find(({ keyword }) => keyword === word.keyword);
			const change = push(word, ratedTotal(sides[0])) - (earlier ? push(earlier, ratedTotal(sides[1])) : 0);
			return { word, value: change * Math.sign(net - usualNet) };
		})
		.sort((a, b) => b.value - a.value);
	const first = ranked[0];
	return first && first.value > 0 && tooSmall(ratedTotal(first.word)) !== 'none' ? first.word : null;
}
