import { z } from 'zod';
import type { BrandTag, Page } from '../answers';
import { readWith } from './malformed';
import { readableName } from './readable-name';
import { readPage, type AskedPage } from './page';
import type { Place } from './shape';

const text = z.string('expected a text').transform((words) => words.toWellFormed());
const name = z.string('expected a text').transform(readableName);

/** A tag as rows and lists carry it. */
export const tagSchema = z.object({ id: z.int('expected a tag id'), name, color: text.nullish() });
const brandTagSchema = tagSchema.extend({ brand_id: z.int('expected a brand id').nullish() });

/** One tag of a brand. @throws CommunityError `upstream_malformed` */
export function readBrandTag({ value, path }: Place): BrandTag {
	const { id, brand_id: brandId, name, color } = readWith(brandTagSchema, value, path);
	return { id, brandId: brandId ?? null, name, color: color ?? null };
}

/**
 * The answer of `tags`: one row per tag, see `readPage`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseTags({ data: [{ id: 3, name: 'urgent' }] }, { limit: 100, offset: 0 }).rows[0]?.brandId // null
 */
export function normaliseTags(payload: unknown, asked: Omit<AskedPage, 'isSample'>): Page<BrandTag> {
	return readPage(payload, { ...asked, isSample: false }, readBrandTag);
}
