import { z } from 'zod';
import type { Brand, Self } from '../answers';
import { readableName } from './readable-name';
import { malformed, readWith } from './malformed';
import { at, entriesOf, isMap, isNothing, unwrap, type Entry, type Place } from './shape';

const idSchema = z.int('expected a whole number from 1').min(1, 'expected a whole number from 1');
const nameSchema = z.string('expected a name').min(1, 'expected a name').transform(readableName);

/** An organisation is an object with a name, or its bare name. */
function readOrganization({ value, path }: Place): string | null {
	if (isNothing(value) || value === '') return null;
	if (!isMap(value)) return readWith(nameSchema, value, path);
	const name = at({ value, path }, 'name');
	return isNothing(name.value) || name.value === '' ? null : readWith(nameSchema, name.value, name.path);
}

/** A brand's own name, or nothing where there is none to read. */
function nameOf({ value, path }: Place): string {
	return isNothing(value) || value === '' ? '' : readWith(nameSchema, value, path);
}

function readBrand(entry: Entry, shared: string | null): Brand {
	if (!isMap(entry.value)) throw malformed(entry.path, 'expected a brand');
	const id = at(entry, 'id');
	const name = at(entry, 'name');
	const slug = entry.key.toWellFormed();
	return {
		id: readWith(idSchema, id.value, id.path),
		slug,
		name: nameOf(name) || readableName(slug) || String(at(entry, 'id').value),
		organization: readOrganization(at(entry, 'organization')) ?? shared
	};
}

/**
 * The answer of `self`: the brands by slug, of which `accessible_brands` names those that the token can see. A brand
 * that is named there and described nowhere is still shown, by its id; without that list all brands count.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseSelf({ accessible_brands: [144], brands: { acme: { id: 144, name: 'Acme' } } }).brands[0]?.slug
 */
export function normaliseSelf(payload: unknown): Self {
	const self = unwrap(payload);
	if (isNothing(self.value)) return { brands: [] };
	if (!isMap(self.value)) throw malformed(self.path, 'expected an object');
	const shared = readOrganization(at(self, 'organization'));
	const described = new Map<number, Brand>();
	for (const entry of entriesOf(at(self, 'brands'))) {
		const brand = readBrand(entry, shared);
		if (described.has(brand.id)) throw malformed(entry.path, 'this brand id came twice');
		described.set(brand.id, brand);
	}
	const ids = readAccessible(at(self, 'accessible_brands')) ?? [...described.keys()];
	const brands = ids.map((id) => described.get(id) ?? unnamed(id, shared));
	return { brands: brands.sort((left, right) => left.id - right.id) };
}

function readAccessible({ value, path }: Place): number[] | null {
	if (value === null || value === undefined) return null;
	return [...new Set(readWith(z.array(idSchema), value, path))];
}

function unnamed(id: number, organization: string | null): Brand {
	return { id, slug: String(id), name: String(id), organization };
}
