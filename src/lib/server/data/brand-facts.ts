import type { Answer, Brand } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { brandsInView } from '../panels/view';
import { storeCoverage, storeFreshness } from '../store/queries/freshness';
import type { Store } from '../store/store';

/** What is there of one brand. What a host does not tell is null. */
export type BrandFacts = {
	id: number;
	name: string;
	organization: string | null;
	slot: number | null;
	/** When its newest interaction was updated, in milliseconds since 1970. */
	newest: number | null;
	oldest: number | null;
	/** Interactions, and those of them that have a sentiment label. */
	volume: number | null;
	rated: number | null;
};

/** `days` is null where the counts are over all time. */
export type BrandTable = {
	brands: BrandFacts[];
	days: number | null;
	newest: number | null;
	volume: number | null;
};

const DAY = 86_400_000;

/** The days that a host over the network is asked about: the usual range of the other views. */
const UPSTREAM_DAYS = 28;

function tableOf(brands: BrandFacts[], days: number | null): BrandTable {
	const newest = brands.flatMap((brand) => (brand.newest === null ? [] : [brand.newest]));
	const isKnown = brands.every((brand) => brand.volume !== null);
	return {
		brands,
		days,
		newest: newest.length === 0 ? null : Math.max(...newest),
		volume: isKnown ? brands.reduce((sum, brand) => sum + (brand.volume ?? 0), 0) : null
	};
}

/** All brands of the embedded store, over all time. `now` is in milliseconds since 1970. */
export async function embeddedBrands(
	client: CommunityClient,
	store: Store,
	now: number
): Promise<Answer<BrandTable>> {
	const [self, freshness, coverage] = await Promise.all([
		client.self(),
		storeFreshness(store),
		storeCoverage(store)
	]);
	const brands = brandsInView(self.value.brands, []).map((brand): BrandFacts => {
		const fresh = freshness.brands.find((one) => one.brandId === brand.id);
		const counts = coverage.find((one) => one.brandId === brand.id);
		return {
			...brand,
			newest: fresh?.newest ?? null,
			oldest: fresh?.oldest ?? null,
			volume: counts?.volume ?? 0,
			rated: counts?.rated ?? 0
		};
	});
	return { value: tableOf(brands, null), asOf: now, stale: false };
}

type Known = Pick<BrandFacts, 'newest' | 'volume' | 'rated'>;

/** The three questions about one brand; one that fails leaves its number unknown. */
async function askBrand(client: CommunityClient, brand: Brand, now: number): Promise<Answer<Known>> {
	const asked = {
		brand_ids: [brand.id],
		source_updated_after: new Date(now - UPSTREAM_DAYS * DAY).toISOString()
	};
	const [newest, volume, rated] = await Promise.allSettled([
		client.interactions({ brand_id: brand.id, sort: '-SOURCE_UPDATED_AT', limit: 1 }),
		client.volumeSeries({ ...asked, scale: 'DAY' }),
		client.sentimentDistribution(asked)
	]);
	const answers = [newest, volume, rated].flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	const value: Known = {
		newest: newest.status === 'fulfilled' ? (newest.value.value.rows[0]?.sourceUpdatedAt ?? null) : null,
		volume:
			volume.status === 'fulfilled'
				? volume.value.value.buckets.reduce((sum, bucket) => sum + bucket.total, 0)
				: null,
		rated:
			rated.status === 'fulfilled'
				? rated.value.value.platforms.reduce((sum, one) => sum + one.negative + one.neutral + one.positive, 0)
				: null
	};
	return {
		value,
		asOf: Math.min(now, ...answers.map(({ asOf }) => asOf)),
		stale: answers.some(({ stale }) => stale)
	};
}

/** All brands that a host over the network shows, over the last 28 days: three calls a brand, answered from the cache when they were asked lately. */
export async function upstreamBrands(client: CommunityClient, now: number): Promise<Answer<BrandTable>> {
	const self = await client.self();
	const views = brandsInView(self.value.brands, []);
	const known = await Promise.all(self.value.brands.map((brand) => askBrand(client, brand, now)));
	const brands = views.map((brand, at): BrandFacts => {
		const { newest = null, volume = null, rated = null } = known[at]?.value ?? {};
		return { ...brand, newest, volume, rated, oldest: null };
	});
	return {
		value: tableOf(brands, UPSTREAM_DAYS),
		asOf: Math.min(self.asOf, ...known.map(({ asOf }) => asOf)),
		stale: self.stale || known.some(({ stale }) => stale)
	};
}
