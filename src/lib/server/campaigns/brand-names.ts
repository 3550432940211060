import { isolateText } from '$lib/format/isolate-text';
import { campaignWords } from '$lib/wording/campaign-words';
import { foldName } from '../records/record-id';
import { BRAND_SEPARATOR } from '$lib/campaigns/campaign-columns';

export type NamedBrand = { id: number; name: string };

/** More names than this in one sentence help nobody. */
const SHOWN_BRANDS = 12;
const LONGEST = 80;

export type BrandReading = { ok: true; ids: number[] } | { ok: false; reason: string };

/**
 * The ids of brands written by name or id, joined by `|`. A name counts before an id, whatever its case.
 * @param column the column that the problem is about
 * @example readBrands('brands', 'Fennick|Ovelle', brands) // { ok: true, ids: [3, 2] }
 */
export function readBrands(column: string, cell: string, brands: readonly NamedBrand[]): BrandReading {
	const ids: number[] = [];
	const names = cell.split(BRAND_SEPARATOR).map((name) => name.trim());
	for (const name of names.filter((one) => one !== '')) {
		const found = brandsCalled(name, brands);
		const [first] = found;
		if (found.length !== 1 || first === undefined) {
			return { ok: false, reason: reasonFor(column, name, found.length > 1 ? found : brands, found.length) };
		}
		ids.push(first.id);
	}
	return { ok: true, ids };
}

function brandsCalled(name: string, brands: readonly NamedBrand[]): readonly NamedBrand[] {
	const called = brands.filter((brand) => foldName(brand.name.trim()) === foldName(name));
	return called.length > 0 ? called : brands.filter((brand) => String(brand.id) === name);
}

function reasonFor(column: string, text: string, shown: readonly NamedBrand[], matches: number): string {
	const name = isolateText(text, LONGEST);
	const { file } = campaignWords;
	if (matches > 1) return file.ambiguousBrand(column, name, shown.map(({ id }) => id).join(', '));
	if (shown.length === 0) return file.noBrands(column, name);
	const names = shown.slice(0, SHOWN_BRANDS).map((brand) => isolateText(brand.name, LONGEST));
	return file.unknownBrand(column, name, names.join(', ') + (shown.length > SHOWN_BRANDS ? ', …' : ''));
}

/** Brands as a file names them: by name, or by id where the name is unknown, shared, or could not be read again. */
export function writeBrands(ids: readonly number[], brands: readonly NamedBrand[]): string {
	return ids
		.map((id) => {
			const name = brands.find((brand) => brand.id === id)?.name ?? '';
			const isReadable = !name.includes(BRAND_SEPARATOR) && brandsCalled(name.trim(), brands).length === 1;
			return name.trim() !== '' && isReadable ? name : String(id);
		})
		.join(BRAND_SEPARATOR);
}
