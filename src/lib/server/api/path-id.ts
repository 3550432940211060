/**
 * The id that stands in an address after a name, decoded; null where there is none or its encoding is broken.
 * @example pathId(new URL('https://undertone.test/api/conversations/dm%2F1'), 'conversations') // 'dm/1'
 */
export function pathId(url: URL, after: string): string | null {
	const segments = url.pathname.split('/');
	const segment = segments[segments.lastIndexOf(after) + 1] ?? '';
	try {
		return segment === '' ? null : decodeURIComponent(segment);
	} catch {
		return null;
	}
}
