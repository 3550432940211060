import type { Brand } from '$lib/community/answers';
import { PLATFORMS, platformOfType, type Platform } from '$lib/community/vocabulary';
import type { Connection } from './duckdb';
import { foldText } from './fold';
import { sql } from './sql';

/** Above the bits that number the types of one platform stands the platform, in the order of PLATFORMS, then other. */
export const PLATFORM_SHIFT = 16;

/** `createdAt` is in milliseconds since 1970, for a tag that somebody made here. */
export type Tag = {
	id: number;
	brandId: number;
	name: string;
	color: string | null;
	createdAt?: number;
};

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

const tagKey = (tag: { brandId: number; name: string }) => `${tag.brandId} ${tag.name}`;

/**
 * The small integers that stand for brands, types and tags in the big tables. They are few and all in memory. New
 * names get their ids here and reach the file with the batch that brought them.
 */
export class Dictionary {
	#brands = new Map<string, Brand>();
	#slugs = new Set<string>();
	#typeIds = new Map<string, number>();
	#typeNames = new Map<number, string>();
	#tagIds = new Map<string, number>();
	#tags = new Map<number, Tag>();
	#newBrands: Brand[] = [];
	#newTypes: string[] = [];
	#newTags: Tag[] = [];

	async load(connection: Connection): Promise<void> {
		for (const row of await connection.rows(sql`SELECT id, slug, name, organization FROM brands`)) {
			this.#putBrand(row as Brand);
		}
		for (const row of await connection.rows(sql`SELECT id, name FROM types`)) {
			this.#putType(row.id as number, row.name as string);
		}
		for (const row of await connection.rows(sql`SELECT id, brand_id AS "brandId", name, color FROM tags`)) {
			this.#putTag(row as Tag);
		}
	}

	#putBrand(brand: Brand): void {
		this.#brands.set(brand.name, brand);
		this.#slugs.add(brand.slug);
	}

	#putType(id: number, name: string): void {
		this.#typeIds.set(name, id);
		this.#typeNames.set(id, name);
	}

	#putTag(tag: Tag): void {
		this.#tagIds.set(tagKey(tag), tag.id);
		this.#tags.set(tag.id, tag);
	}

	/** True when no brand is left out, so that a filter by these ids would only cost time. */
	hasAllBrands(ids: ReadonlySet<number>): boolean {
		return [...this.#brands.values()].every((brand) => ids.has(brand.id));
	}

	tag(id: number): Tag | undefined {
		return this.#tags.get(id);
	}

	typeName(id: number): string {
		return this.#typeNames.get(id) ?? String(id);
	}

	/** The id of a type that the store has met, or undefined. */
	findType(name: string): number | undefined {
		return this.#typeIds.get(name);
	}

	/** The ids of a platform's types that are no direct messages, as far as the store has met them. */
	commentTypes(platform: Platform): number[] {
		const names = [...this.#typeIds.keys()];
		const own = names.filter((name) => platformOfType(name) === platform && !name.endsWith('_CONVERSATION'));
		return own.map((name) => this.#typeIds.get(name) ?? -1);
	}

	/** The name of a brand that the store has, or undefined. */
	brandName(id: number): string | undefined {
		return [...this.#brands.values()].find((brand) => brand.id === id)?.name;
	}

	/** Whether anything was ever written of a brand of this name. */
	hasBrand(name: string): boolean {
		return this.#brands.has(name);
	}

	brandId(name: string): number {
		const present = this.#brands.get(name);
		if (present) return present.id;
		const id = this.#brands.size + 1;
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
		this.#newTypes.push(name);
		return id;
	}

	/** A brand's tag of this name, however it is written; undefined where there is none. */
	findTag(brandId: number, name: string): Tag | undefined {
		const plain = (text: string) => text.normalize('NFC').toLowerCase();
		return [...this.#tags.values()].find((tag) => tag.brandId === brandId && plain(tag.name) === plain(name));
	}

	/** A new tag, which reaches the file with the change that makes it. */
	makeTag(tag: Omit<Tag, 'id'>): Tag {
		const made = { ...tag, id: this.#tags.size + 1 };
		this.#putTag(made);
		this.#newTags.push(made);
		return made;
	}

	tagId(brandId: number, name: string): number {
		const present = this.#tagIds.get(tagKey({ brandId, name }));
		if (present !== undefined) return present;
		return this.makeTag({ brandId, name, color: null }).id;
	}

	/** Write the names that are new, inside the batch's transaction. */
	async flush(connection: Connection): Promise<void> {
		for (const { id, slug, name, organization } of this.#newBrands) {
			await connection.run(sql`INSERT INTO brands VALUES (${id}, ${slug}, ${name}, ${organization})`);
		}
		for (const name of this.#newTypes) {
			await connection.run(sql`INSERT INTO types VALUES (${this.#typeIds.get(name) ?? null}, ${name})`);
		}
		for (const { id, brandId, name, color, createdAt = 0 } of this.#newTags) {
			await connection.run(
				sql`INSERT INTO tags VALUES (${id}, ${brandId}, ${name}, ${color}, ${createdAt}, ${createdAt})`
			);
		}
	}

	/** The batch is in the file, and its names with it. */
	keepNew(): void {
		this.#newBrands = [];
		this.#newTypes = [];
		this.#newTags = [];
	}

	/** The batch failed: forget the names that only it had. */
	dropNew(): void {
		for (const brand of this.#newBrands) {
			this.#brands.delete(brand.name);
			this.#slugs.delete(brand.slug);
		}
		for (const name of this.#newTypes) {
			this.#typeNames.delete(this.#typeIds.get(name) ?? -1);
			this.#typeIds.delete(name);
		}
		for (const tag of this.#newTags) {
			this.#tagIds.delete(tagKey(tag));
			this.#tags.delete(tag.id);
		}
		this.keepNew();
	}
}
