import type { Brand } from '$lib/community/answers';
import { PLATFORMS, platformOfType } from '$lib/community/vocabulary';
import { foldText } from './fold';
import type { Column, Connection } from './duckdb';
import { sql } from './sql';

/** Above the bits that number the types of one platform stands the platform, in the order of PLATFORMS, then other. */
export const PLATFORM_SHIFT = 16;

export type Tag = { id: number; brandId: number; name: string; color: string | null };

/** How many words are kept in memory with their ids before the older half is forgotten. */
const MOST_KEPT_TERMS = 400_000;

/** The platform whose types have these ids: one of PLATFORMS, or `other`. */
export function platformOfTypeId(typeId: number): string {
	return PLATFORMS[typeId >> PLATFORM_SHIFT] ?? 'other';
}

function slugOf(name: string): string {
	return foldText(name)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

/**
 * The small integers that stand for names in the big tables. Brands, types and tags are few and all in memory; of
 * the words the most recent ones. New names get their ids here and reach the file with the batch that brought them.
 */
export class Dictionary {
	#brandsByName = new Map<string, Brand>();
	#brandsById = new Map<number, Brand>();
	#slugs = new Set<string>();
	#typeIds = new Map<string, number>();
	#typeNames = new Map<number, string>();
	#tagIds = new Map<string, number>();
	#tagsById = new Map<number, Tag>();
	#recentTerms = new Map<string, number>();
	#olderTerms = new Map<string, number>();
	#lastTermId = 0;
	/** True while every word of the file is in memory, so that an unknown one is new for certain. */
	#holdsAllTerms = true;
	#newBrands: Brand[] = [];
	#newTypes: { id: number; name: string }[] = [];
	#newTags: Tag[] = [];
	#newTerms: { id: number; term: string }[] = [];

	/**
	 * Read everything anew, at the opening and after a batch that failed. Questions may use the old names until all
	 * the new ones are here.
	 */
	async load(connection: Connection): Promise<void> {
		const brands = await connection.rows(sql`SELECT id, slug, name, organization FROM brands ORDER BY id`);
		const types = await connection.rows(sql`SELECT id, name FROM types`);
		const tags = await connection.rows(
			sql`SELECT id, brand_id AS "brandId", name, color FROM tags ORDER BY id`
		);
		const [counts, lasts] = await connection.columns(
			sql`SELECT count(*)::DOUBLE, coalesce(max(id), 0) FROM terms`
		);
		const [ids, terms] = await connection.columns(
			sql`SELECT id, term FROM terms ORDER BY id LIMIT ${MOST_KEPT_TERMS}`
		);
		this.#clear();
		for (const row of brands) this.#putBrand(row as Brand);
		for (const row of types) this.#putType(row.id as number, row.name as string);
		for (const row of tags) this.#putTag(row as Tag);
		this.#lastTermId = Number(lasts?.[0] ?? 0);
		this.#holdsAllTerms = Number(counts?.[0] ?? 0) <= MOST_KEPT_TERMS;
		(terms as string[]).forEach((term, index) => this.#recentTerms.set(term, (ids as number[])[index] ?? 0));
	}

	#clear(): void {
		for (const map of [this.#brandsByName, this.#brandsById, this.#slugs, this.#typeIds]) map.clear();
		for (const map of [this.#typeNames, this.#tagIds, this.#tagsById]) map.clear();
		for (const map of [this.#recentTerms, this.#olderTerms]) map.clear();
		this.#forgetNew();
	}

	#forgetNew(): void {
		this.#newBrands = [];
		this.#newTypes = [];
		this.#newTags = [];
		this.#newTerms = [];
	}

	#putBrand(brand: Brand): void {
		this.#brandsByName.set(brand.name, brand);
		this.#brandsById.set(brand.id, brand);
		this.#slugs.add(brand.slug);
	}

	#putType(id: number, name: string): void {
		this.#typeIds.set(name, id);
		this.#typeNames.set(id, name);
	}

	#putTag(tag: Tag): void {
		this.#tagIds.set(`${tag.brandId} ${tag.name}`, tag.id);
		this.#tagsById.set(tag.id, tag);
	}

	/** All brands, in order of their ids. */
	brands(): Brand[] {
		return [...this.#brandsById.values()];
	}

	tag(id: number): Tag | undefined {
		return this.#tagsById.get(id);
	}

	/** All tags, in order of their ids. */
	tags(): Tag[] {
		return [...this.#tagsById.values()];
	}

	typeName(id: number): string {
		return this.#typeNames.get(id) ?? String(id);
	}

	/** The id of a type that the store has met, or undefined. */
	findType(name: string): number | undefined {
		return this.#typeIds.get(name);
	}

	brandId(name: string): number {
		const present = this.#brandsByName.get(name);
		if (present) return present.id;
		const id = this.#brandsById.size + 1;
		const base = slugOf(name) || `brand-${id}`;
		let slug = base;
		for (let number = 2; this.#slugs.has(slug); number++) slug = `${base}-${number}`;
		const brand: Brand = { id, slug, name, organization: null };
		this.#putBrand(brand);
		this.#newBrands.push(brand);
		return id;
	}

	typeId(name: string): number {
		const present = this.#typeIds.get(name);
		if (present !== undefined) return present;
		const platform = platformOfType(name);
		const code = platform === 'other' ? PLATFORMS.length : PLATFORMS.indexOf(platform);
		let id = code << PLATFORM_SHIFT;
		while (this.#typeNames.has(id)) id += 1;
		if (id >> PLATFORM_SHIFT !== code) throw new RangeError(`Too many interaction types of ${platform}.`);
		this.#putType(id, name);
		this.#newTypes.push({ id, name });
		return id;
	}

	tagId(brandId: number, name: string): number {
		const present = this.#tagIds.get(`${brandId} ${name}`);
		if (present !== undefined) return present;
		const tag: Tag = { id: this.#tagsById.size + 1, brandId, name, color: null };
		this.#putTag(tag);
		this.#newTags.push(tag);
		return tag.id;
	}

	/** The id of a word that is in memory; undefined says that `learnTerms` must look for it. */
	termId(term: string): number | undefined {
		const recent = this.#recentTerms.get(term);
		if (recent !== undefined) return recent;
		const older = this.#olderTerms.get(term);
		if (older !== undefined) this.#keepTerm(term, older);
		return older;
	}

	#keepTerm(term: string, id: number): void {
		if (this.#recentTerms.size >= MOST_KEPT_TERMS) {
			this.#olderTerms = this.#recentTerms;
			this.#recentTerms = new Map();
			this.#holdsAllTerms = false;
		}
		this.#recentTerms.set(term, id);
	}

	/** Find or make the ids of words that were not in memory, and put them into `ids`. */
	async learnTerms(
		connection: Connection,
		terms: ReadonlySet<string>,
		ids: Map<string, number>
	): Promise<void> {
		if (!this.#holdsAllTerms && terms.size > 0) await this.#findTerms(connection, terms, ids);
		for (const term of terms) {
			let id = ids.get(term);
			if (id === undefined) {
				this.#lastTermId += 1;
				id = this.#lastTermId;
				ids.set(term, id);
				this.#newTerms.push({ id, term });
			}
			this.#keepTerm(term, id);
		}
	}

	async #findTerms(
		connection: Connection,
		terms: ReadonlySet<string>,
		ids: Map<string, number>
	): Promise<void> {
		await connection.run(sql`DELETE FROM temp.staged_words`);
		await connection.append('staged_words', true, [{ kind: 'varchar', values: [...terms] }]);
		const [foundIds, found] = await connection.columns(
			sql`SELECT terms.id, terms.term FROM terms JOIN temp.staged_words USING (term)`
		);
		(found as string[]).forEach((term, index) => ids.set(term, (foundIds as number[])[index] ?? 0));
	}

	/** Write the names that are new since the last time, inside the batch's transaction. */
	async flush(connection: Connection): Promise<void> {
		const integers = (values: number[]): Column => ({ kind: 'integer', values });
		const texts = (values: string[]): Column => ({ kind: 'varchar', values });
		for (const brand of this.#newBrands) {
			await connection.run(
				sql`INSERT INTO brands VALUES (${brand.id}, ${brand.slug}, ${brand.name}, ${brand.organization})`
			);
		}
		for (const type of this.#newTypes) {
			await connection.run(sql`INSERT INTO types VALUES (${type.id}, ${type.name})`);
		}
		for (const tag of this.#newTags) {
			await connection.run(
				sql`INSERT INTO tags VALUES (${tag.id}, ${tag.brandId}, ${tag.name}, ${tag.color})`
			);
		}
		if (this.#newTerms.length > 0) {
			await connection.append('terms', false, [
				integers(this.#newTerms.map(({ id }) => id)),
				texts(this.#newTerms.map(({ term }) => term))
			]);
		}
		this.#forgetNew();
	}
}
