/** A link of this site that somebody pasted, taken apart. */
export type PastedLink = { path: string; params: URLSearchParams };

export type PastedLinkReading =
	{ ok: true; link: PastedLink } | { ok: false; reason: 'empty' | 'unreadable' | 'elsewhere' | 'too-long' };

/** The longest text that is looked at, in UTF-16 units. */
const LONGEST = 8_000;

/** A link without its site begins so; any other text is no link, however much a browser would make of it. */
const HAS_SITE = /^https?:\/\//i;
const HAS_PATH = /^(?:\/(?![/\\])|\?)/;

/**
 * Take a pasted link apart, without ever following it. Whole addresses of this site (with or without `https://`),
 * paths and bare queries are understood; an address of another site is refused.
 * @param origin the address of this site
 * @example readPastedLink('https://undertone.example/?brand=1', 'https://undertone.example')
 */
export function readPastedLink(text: string, origin: string): PastedLinkReading {
	const { host, protocol } = new URL(origin);
	const trimmed = text.trim();
	if (trimmed === '') return { ok: false, reason: 'empty' };
	if (trimmed.length > LONGEST) return { ok: false, reason: 'too-long' };
	const isBareHost = trimmed === host || trimmed.startsWith(`${host}/`) || trimmed.startsWith(`${host}?`);
	const address = isBareHost ? `${protocol}//${trimmed}` : trimmed;
	if (!HAS_SITE.test(address) && !HAS_PATH.test(address)) return { ok: false, reason: 'unreadable' };
	if (!URL.canParse(address, origin)) return { ok: false, reason: 'unreadable' };
	const url = new URL(address, origin);
	if (url.host !== host) return { ok: false, reason: 'elsewhere' };
	return { ok: true, link: { path: url.pathname, params: url.searchParams } };
}
