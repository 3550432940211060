import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SentimentStackData, SentimentTrendData } from '../../src/lib/charts/chart-data';
import type { MessageLinks } from '../../src/lib/charts/message-links';
import { createCommunityClient, type CommunityClient } from '../../src/lib/community/client';
import { INTERACTION_TYPES, SENTIMENTS } from '../../src/lib/community/vocabulary';
import { decodeFilters } from '../../src/lib/filters/decode-filters';
import type { Filters } from '../../src/lib/filters/filters';
import { askMessages } from '../../src/lib/server/panels/messages';
import { openView } from '../../src/lib/server/panels/open-view';
import { startOverview } from '../../src/lib/server/panels/overview';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import type { NewInteraction } from '../../src/lib/server/store/new-interaction';
import { openStore, type Store } from '../../src/lib/server/store/store';
import {
	numberLinks,
	splitHref,
	stackLinks,
	trendLinks,
	volumeLinks,
	wordHref
} from '../../src/routes/overview/drill-down';
import { answerRequest } from '../support/embedded-api';
import { RANDOM_DAYS, RANDOM_START, randomBatches } from '../support/random-interactions';

const NOW = RANDOM_START + RANDOM_DAYS * 86_400_000;
const DEFAULTS = { timeZone: 'UTC' };
const report = (error: unknown) => {
	throw error;
};

let store: Store;
let client: CommunityClient;

beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	// Always the same rows: what is random here are the views below.
	const [batches = []] = fc.sample(randomBatches, { seed: 20, numRuns: 1 });
	// A platform is asked for by its types, so it leaves out those that the vocabulary does not know.
	const isKnown = ({ type }: NewInteraction) => (INTERACTION_TYPES as readonly string[]).includes(type);
	for (const batch of batches) await applyBatch(store, { interactions: batch.filter(isKnown) });
	client = createCommunityClient({
		fetch: (address, init) =>
			answerRequest(new Request(`https://undertone.test${address}`, init), {
				store: () => Promise.resolve(store),
				socket: null,
				now: NOW,
				report
			}),
		baseUrl: '/api',
		selfUrl: '/api/self',
		now: () => NOW
	});
});
afterAll(() => store.close());

async function open(address: string) {
	const params = new URL(address, 'https://undertone.test').searchParams;
	const { filters, ignored } = decodeFilters(params, { defaults: DEFAULTS });
	expect(ignored).toEqual([]);
	const link = { filters, ignored, defaults: DEFAULTS, now: NOW, host: 'embedded' as const, isDemo: false };
	return openView(client, link, report);
}

/** How many messages the list behind a link has, and how many the statistics count for the same link. */
async function countBehind(address: string): Promise<number> {
	const { view } = await open(address);
	const list = await askMessages(client, view, report).list;
	return list.ok && list.value.missing.length === 0 ? (list.value.total ?? -1) : -1;
}

async function valueOf<T>(panel: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> {
	const settled = await panel;
	if (!settled.ok) throw new Error('a panel failed');
	return settled.value;
}

/** Check a few marks of a chart, spread over it: each list costs several questions. */
async function expectCounts(
	links: MessageLinks,
	buckets: number,
	keys: readonly (string | null)[],
	countAt: (index: number, key: string | null) => number
): Promise<number> {
	let checked = 0;
	for (const key of keys) {
		for (let index = 0; index < buckets; index += Math.max(1, Math.floor(buckets / 2))) {
			const href = links.hrefAt(index, key);
			if (href === null) continue;
			expect([href, await countBehind(href)]).toEqual([href, countAt(index, key)]);
			checked += 1;
		}
	}
	return checked;
}

type Frame = Awaited<ReturnType<typeof open>>['frame'];

async function expectLines(frame: Frame, data: SentimentTrendData, { hidden }: Filters): Promise<number> {
	const lines = data.series.filter(({ key }) => !hidden.includes(key));
	return expectCounts(
		trendLinks(frame, data),
		data.timeline.labels.length,
		[...lines.map(({ key }) => key), null],
		(index, key) =>
			lines
				.filter((line) => key === null || line.key === key)
				.reduce((sum, line) => sum + (line.counts[index] ?? 0), 0)
	);
}

async function expectStack(frame: Frame, data: SentimentStackData, { sentiments }: Filters): Promise<number> {
	const counted = SENTIMENTS.filter((one) => sentiments.length === 0 || sentiments.includes(one));
	return expectCounts(
		stackLinks(frame, data),
		data.timeline.labels.length,
		[...counted, null],
		(index, key) =>
			counted
				.filter((sentiment) => key === null || key === sentiment)
				.reduce((sum, sentiment) => sum + (data[sentiment][index] ?? 0), 0)
	);
}

const DAYS = 'from=2025-12-20&to=2026-01-10';
const VIEWS = [
	`?${DAYS}`,
	`?${DAYS}&tz=America/New_York&scale=week`,
	`?${DAYS}&split=platform&sentiment=negative&sentiment=positive`,
	`?${DAYS}&type=ads&type=INSTAGRAM_COMMENT&type=dms&closed=false`,
	`?${DAYS}&brand=1&brand=3&platform=instagram&platform=facebook&hide=3&hide=ads`,
	'?from=2025-09-01&to=2026-01-10&tz=Asia/Kolkata'
];

describe.each(VIEWS)('behind the numbers of %s stand as many messages as they count', (address) => {
	it('on the trend, the volume, the split, the key numbers and the keywords', async () => {
		const { view, frame } = await open(address);
		const panels = startOverview(client, view, { report, withDrawings: false }).panels;
		const shown = (keys: string[]) => keys.filter((key) => !view.filters.hidden.includes(key));

		const trend = await valueOf(panels.trend);
		// A score of what a sentiment filter lets through says nothing, so that what it lets through is counted.
		expect(trend.chart).toBe(view.filters.sentiments.length > 0 ? 'stack' : 'line');
		const points = await (trend.chart === 'stack'
			? expectStack(frame, trend.data, view.filters)
			: expectLines(frame, trend.data, view.filters));
		expect(points).toBeGreaterThan(3);

		const { data: volume } = await valueOf(panels.volume);
		const layers = volume.layers.filter(({ key }) => !view.filters.hidden.includes(key));
		await expectCounts(
			volumeLinks(frame, volume),
			volume.timeline.labels.length,
			[...shown(volume.layers.map(({ key }) => key)), null],
			(index, key) =>
				layers
					.filter((layer) => key === null || layer.key === key)
					.reduce((sum, layer) => sum + (layer.values[index] ?? 0), 0)
		);

		const { data: split } = await valueOf(panels.split);
		const hrefOf = splitHref(frame);
		for (const row of split.rows.filter(({ caption }) => !caption)) {
			const href = hrefOf(row.key, null);
			if (href !== null) expect([href, await countBehind(href)]).toEqual([href, row.n]);
			const negative = hrefOf(row.key, 'negative');
			if (negative !== null)
				expect([negative, await countBehind(negative)]).toEqual([negative, row.counts?.[0]]);
		}

		const { numbers } = await valueOf(panels.keyNumbers);
		const tiles = numberLinks(frame);
		expect(await countBehind(tiles.rated)).toBe(numbers.rated);
		expect(await countBehind(tiles.negative)).toBe(numbers.counts.negative);
		expect(await countBehind(tiles.positive)).toBe(numbers.counts.positive);
		const { numbers: volumes } = await valueOf(panels.volumeNumbers);
		expect(await countBehind(tiles.volume)).toBe(volumes.volume);

		for (const { word, total } of (await valueOf(panels.keywords)).rows.slice(0, 8)) {
			const href = wordHref(frame, word);
			expect([href, await countBehind(href)]).toEqual([href, total]);
		}
	});
});

it('behind stacked sentiments stand the messages of each', async () => {
	const { view, frame } = await open(`?${DAYS}&chart=stacked`);
	const trend = await valueOf(startOverview(client, view, { report, withDrawings: false }).panels.trend);
	if (trend.chart !== 'stack') throw new Error('expected stacked bars');
	const checked = await expectStack(frame, trend.data, view.filters);
	// Two buckets of each sentiment and of the whole bar.
	expect(checked).toBe(8);
});

it('an hour leads to its day, and promises no count', async () => {
	const { view, frame } = await open('?from=2026-01-02&to=2026-01-03');
	const trend = await valueOf(startOverview(client, view, { report, withDrawings: false }).panels.trend);
	if (trend.chart !== 'line') throw new Error('expected lines');
	const links = trendLinks(frame, trend.data);
	expect(links.exact).toBe(false);
	expect(links.hrefAt(30, null)).toContain('from=2026-01-03&to=2026-01-03');
});
