import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import type { ExportName } from '$lib/server/export/export-content';

/**
 * The addresses of a panel's numbers as files: the page's own query under another path.
 * @example exportLinks('keywords', data).csv // '/export/keywords.csv?brand=12'
 */
export function exportLinks(
	name: ExportName,
	{ filters, defaults }: { filters: Filters; defaults: FilterDefaults }
): { csv: string; json: string } {
	const asked = { ...filters, page: 1, message: null, waitForAll: false };
	const address = (format: 'csv' | 'json') => href(`/export/${name}.${format}`, asked, {}, { defaults });
	return { csv: address('csv'), json: address('json') };
}
