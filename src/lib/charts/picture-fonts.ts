/** The faces of the page's own font that the browser has loaded, as rules that carry their file with them. */
let embedded: Promise<string> | null = null;

/** How a font's file travels inside of a picture. */
async function asDataAddress(address: string): Promise<string> {
	const file = await (await fetch(address)).blob();
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
		reader.readAsDataURL(file);
	});
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
	try {
		return [...sheet.cssRules];
	} catch {
		// Sheets of other origins, such as those of browser extensions, cannot be read.
		return [];
	}
}

const unquoted = (family: string) => family.replaceAll(/["']/g, '').trim();

/** Whether the browser uses a face: one that was not needed, or came too late, is no part of the page's look. */
function isLoaded(rule: CSSFontFaceRule): boolean {
	const family = unquoted(rule.style.getPropertyValue('font-family'));
	const range = rule.style.getPropertyValue('unicode-range').replaceAll(/\s/g, '').toUpperCase();
	return [...document.fonts].some(
		(face) =>
			face.status === 'loaded' &&
			unquoted(face.family) === family &&
			face.unicodeRange.replaceAll(/\s/g, '').toUpperCase() === range
	);
}

async function embed(rule: CSSFontFaceRule, sheet: CSSStyleSheet): Promise<string> {
	const source = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
	if (source === undefined) return '';
	const address = await asDataAddress(new URL(source, sheet.href ?? location.href).href);
	const weight = rule.style.getPropertyValue('font-weight') || 'normal';
	const family = unquoted(rule.style.getPropertyValue('font-family'));
	const range = rule.style.getPropertyValue('unicode-range');
	return `@font-face{font-family:'${family}';font-weight:${weight};unicode-range:${range};src:url(${address}) format('woff2')}`;
}

async function embedAll(): Promise<string> {
	const rules = [...document.styleSheets].flatMap((sheet) =>
		rulesOf(sheet).flatMap((rule) =>
			rule instanceof CSSFontFaceRule && isLoaded(rule) ? [embed(rule, sheet)] : []
		)
	);
	const settled = await Promise.allSettled(rules);
	return settled.map((result) => (result.status === 'fulfilled' ? result.value : '')).join('');
}

/**
 * The fonts of the page for a picture that shall look the same elsewhere. A file that cannot be had is left out: the
 * families named after it stand in for it.
 */
export function embeddedFonts(): Promise<string> {
	embedded ??= embedAll();
	return embedded;
}
