import type { Campaign } from '$lib/campaigns/campaign';
import { withBadge } from '$lib/campaigns/registration';
import { addDays } from '$lib/calendar/local-day';
import type { PlatformCounts, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { platformOfType } from '$lib/community/vocabulary';
import { CommunityError } from '$lib/errors/community-error';
import { decodeFilters } from '$lib/filters/decode-filters';
import { plantedCampaigns } from '$lib/server/campaigns/plant-campaigns';
import { DEMO_BRANDS } from '$lib/server/demo/brands';
import { demoDay } from '$lib/server/demo/demo-day';
import { makePlan } from '$lib/server/demo/make-plan';
import type { DemoPlan } from '$lib/server/demo/plan';
import { openView } from '$lib/server/panels/open-view';
import { startImpact } from './start-impact';

/** For the specs of this room: the demo's own rows, counted one by one, as a host that answers questions. */

export const TODAY = '2026-11-22';
export const NOW = Date.parse(`${TODAY}T14:05:00Z`);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DEFAULTS = { timeZone: 'UTC' };

export const demoPlanOf = (seed: string): DemoPlan =>
	makePlan({ seed, firstDay: addDays(TODAY, -730), lastDay: TODAY, interactions: 250_000 });

/** The brands as a fresh store has them, by their name. */
export const brandId = (name: string): number => DEMO_BRANDS.findIndex((brand) => brand.name === name) + 1;

type Seen = { at: number; brand: number; type: string; sentiment: string | null };

export type DemoHost = {
	plan: DemoPlan;
	now?: number;
	/** Brands that fail to answer about what was rated, and about volume. */
	failing?: number[];
	failingVolume?: number[];
	/** Nothing was said before this day, which need not be drawn then. */
	since?: string;
	/** Keep no day of the demos before, where many are looked at. */
	forgets?: boolean;
	/** Leave these rows out. */
	without?: (row: Seen) => boolean;
};

const drawn = new Map<string, Seen[]>();

/** One UTC day of the demo, drawn once however many tests look at it. */
function rowsOn({ plan }: DemoHost, day: string): Seen[] {
	const name = `${plan.seed} ${day}`;
	const known = drawn.get(name);
	if (known !== undefined) return known;
	const rows = demoDay(plan, day)
		.filter((row) => !row.fromBrand)
		.map((row) => ({
			at: row.updatedAt,
			brand: brandId(row.brand),
			type: row.type,
			sentiment: row.sentiment
		}));
	drawn.set(name, rows);
	return rows;
}

function bucketsFor<T>(host: DemoHost, query: SeriesQuery, count: (rows: Seen[]) => T) {
	const { now = NOW, since = '', without = () => false } = host;
	const after = Date.parse(query.source_updated_after!);
	const before = Date.parse(query.source_updated_before!);
	const step = query.scale === 'HOUR' ? (query.bucket_minutes ?? 60) * 60_000 : DAY;
	const buckets: ({ start: number } & T)[] = [];
	for (let start = after - (after % step); start < before; start += step) {
		const day = new Date(start).toISOString().slice(0, 10);
		const rows = (day < since ? [] : rowsOn(host, day)).filter(
			(row) =>
				row.at >= Math.max(start, after) &&
				row.at < Math.min(start + step, before) &&
				row.at <= now &&
				query.brand_ids.includes(row.brand) &&
				(query.types === undefined || (query.types as string[]).includes(row.type)) &&
				!without(row)
		);
		buckets.push({ start, ...count(rows) });
	}
	return { scale: query.scale ?? 'DAY', bucketMinutes: query.bucket_minutes ?? null, buckets };
}

function countPlatforms(rows: readonly Seen[]): { platforms: PlatformCounts[] } {
	const byPlatform = Map.groupBy(rows, ({ type }) => platformOfType(type));
	const platforms = [...byPlatform].map(([platform, own]) => {
		const of = (label: string) => own.filter(({ sentiment }) => sentiment === label).length;
		return { platform, negative: of('negative'), neutral: of('neutral'), positive: of('positive') };
	});
	return { platforms };
}

function countTypes(rows: readonly Seen[]) {
	const types = [...Map.groupBy(rows, ({ type }) => type)].map(([type, own]) => ({
		type,
		count: own.length
	}));
	return { types, total: rows.length };
}

/** The client of the demo, and what it was asked. */
function demoClient(host: DemoHost) {
	if (host.forgets === true) drawn.clear();
	const asked: { question: string; query: SeriesQuery }[] = [];
	const { now = NOW, failing = [], failingVolume = [] } = host;
	const answer = <T>(value: T) => Promise.resolve({ value, asOf: now, stale: false });
	const ask = <T>(question: string, query: SeriesQuery, fails: number[], value: () => T) => {
		asked.push({ question, query });
		if (query.brand_ids.some((id) => fails.includes(id))) {
			return Promise.reject(new CommunityError('upstream_timeout'));
		}
		return answer(value());
	};
	const client = {
		self: () => answer({ brands: BRANDS }),
		tags: () => answer([]),
		sentimentSeries: (query: SeriesQuery) =>
			ask('sentiment', query, failing, (): SentimentSeries => bucketsFor(host, query, countPlatforms)),
		volumeSeries: (query: SeriesQuery) =>
			ask('volume', query, failingVolume, (): VolumeSeries => bucketsFor(host, query, countTypes))
	} as unknown as CommunityClient;
	return { client, asked };
}

const BRANDS = DEMO_BRANDS.map(({ name, slug, industry }, index) => ({
	id: index + 1,
	name,
	slug,
	organization: industry
}));

/** Every campaign and annotation of the demo, as its records hold them. */
export const plantedIn = (plan: DemoPlan): Campaign[] => plantedCampaigns(plan, BRANDS).map(withBadge);

/** One of them. */
export function campaignOf(plan: DemoPlan, id: string, more: Partial<Campaign> = {}): Campaign {
	const planted = plantedIn(plan).find((candidate) => candidate.id === id);
	if (planted === undefined) throw new Error(`There is no campaign ${id}.`);
	return { ...planted, ...more };
}

/** What the impact page would start for a link and a campaign. */
export async function openImpact(
	query: string,
	campaign: Campaign | null,
	host: DemoHost,
	campaigns: readonly Campaign[] = plantedIn(host.plan)
) {
	const { client, asked } = demoClient(host);
	const { filters, ignored } = decodeFilters(new URL(`https://undertone.test/impact?${query}`).searchParams, {
		defaults: DEFAULTS
	});
	const link = {
		filters,
		ignored,
		defaults: DEFAULTS,
		now: host.now ?? NOW,
		host: 'embedded' as const,
		isDemo: true
	};
	const { view, frame } = await openView(client, link, () => 'E1');
	const { brands } = frame;
	const started = startImpact(client, view, campaign, { campaigns, brands, report: () => 'E1' });
	return { client, asked, view, frame, started };
}

/** The report of a link and a campaign; anything else is a mistake of the spec. */
export async function reportOn(...asked: Parameters<typeof openImpact>) {
	const { started } = await openImpact(...asked);
	if (!started.ok) throw new Error(started.problem);
	const panel = await started.report;
	if (!panel.ok) throw new Error(panel.error.sentence);
	return panel.value;
}
