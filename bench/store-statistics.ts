import type { Distribution, KeywordList, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { openStore, type Store } from '$lib/server/store/store';
import { alternate, figureOf, ratioOf, timed } from './measure';
import { askNaively, naiveTotal } from './naive-statistics';
import { filterShapes, SELECT, STATISTICS, type Statistic } from './questions';
import { milliseconds, times, type Table } from './table';

const ROUNDS = { warmUp: 3, most: 25, fewest: 5, budget: 6_000 };

type Counted = { negative: number; neutral: number; positive: number; total?: number };

const sumOf = (parts: readonly Counted[]) =>
	parts.reduce((sum, part) => sum + part.negative + part.neutral + part.positive + (part.total ?? 0), 0);

/** All counts of an answer in one number; of the keywords, the counts of the first one. */
const TOTAL: Record<Statistic, (answer: unknown) => number> = {
	distribution: (answer) => sumOf((answer as Distribution).platforms),
	'sentiment series': (answer) =>
		sumOf((answer as SentimentSeries).buckets.flatMap((bucket) => bucket.platforms)),
	'volume series': (answer) =>
		(answer as VolumeSeries).buckets.reduce((sum, bucket) => sum + bucket.total, 0),
	'top keywords': (answer) => sumOf((answer as KeywordList).keywords.slice(0, 1))
};

/** Two ways to answer can be compared only when they answer the same. */
async function checkAgreement(store: Store, statistic: Statistic, query: StatisticsQuery): Promise<void> {
	const answer = await SELECT[statistic](store, query);
	const word = statistic === 'top keywords' ? ((answer as KeywordList).keywords[0]?.keyword ?? '') : null;
	const own = TOTAL[statistic](answer);
	const naive = naiveTotal(statistic, await askNaively(store, statistic, query), word);
	if (own === naive && own > 0) return;
	throw new Error(
		`${statistic}: the store counts ${own} and plain SQL ${naive} for ${JSON.stringify(query)}.`
	);
}

async function measureOne(store: Store, statistic: Statistic, query: StatisticsQuery): Promise<string[]> {
	await checkAgreement(store, statistic, query);
	const { own, naive } = await alternate(
		{
			own: () => timed(() => SELECT[statistic](store, query)),
			naive: () => timed(() => askNaively(store, statistic, query))
		},
		ROUNDS
	);
	return [
		statistic,
		milliseconds(figureOf(own)),
		milliseconds(figureOf(naive)),
		times(ratioOf(naive, own)),
		String(own.length)
	];
}

/** The four statistics with each shape of a filter, against plain SQL over the interactions. */
export async function benchStatistics(
	dataDirectory: string,
	progress: (line: string) => void
): Promise<Table> {
	const store = await openStore({ directory: dataDirectory });
	try {
		const rows: string[][] = [];
		for (const { name, query } of await filterShapes(store)) {
			progress(`Asking the four statistics with the filter ${name}`);
			for (const statistic of STATISTICS) rows.push([name, ...(await measureOne(store, statistic, query))]);
		}
		const heads = ['filter', 'statistic', 'the store, ms', 'plain SQL, ms', 'SQL ÷ store', 'rounds'];
		return { title: 'Statistics', heads, rows };
	} finally {
		await store.close();
	}
}
