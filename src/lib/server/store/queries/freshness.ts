import { sql } from '../sql';
import type { Store } from '../store';

export type BrandFreshness = { brandId: number; newest: number; oldest: number; count: number };

/** How new and how much: for each brand that has interactions, in order of their ids, and over all. */
export type Freshness = { brands: BrandFreshness[]; newest: number | null; count: number };

/** The newest interaction and the number of interactions of every brand. @throws CommunityError store_unavailable */
export async function storeFreshness(store: Store): Promise<Freshness> {
	const spans = await store.spans();
	const brands = [...spans]
		.map(([brandId, span]) => ({ brandId, newest: span.last, oldest: span.first, count: span.count }))
		.sort((a, b) => a.brandId - b.brandId);
	return {
		brands,
		newest: brands.length === 0 ? null : Math.max(...brands.map((brand) => brand.newest)),
		count: brands.reduce((sum, brand) => sum + brand.count, 0)
	};
}

/** How many interactions of a brand have a sentiment label; both counts are over all time. */
export type BrandCoverage = { brandId: number; rated: number; volume: number };

/** Rated and all interactions of every brand, in order of their ids. @throws CommunityError store_unavailable */
export async function storeCoverage(store: Store): Promise<BrandCoverage[]> {
	const rows = await store.rows(
		sql`SELECT brand_id AS "brandId", sum(negative + neutral + positive)::DOUBLE AS rated,
				sum(negative + neutral + positive + unrated)::DOUBLE AS volume
			FROM day_counts GROUP BY brand_id ORDER BY brand_id`
	);
	return rows as BrandCoverage[];
}
