const ONLY_ASCII = /^[\x00-\x7f]*$/;

/** True for text of ASCII characters alone, which folds and splits by the short way. */
export function isAscii(text: string): boolean {
	return ONLY_ASCII.test(text);
}

/** Soft hyphens, marks and overrides of direction, variation selectors: what nobody sees makes no other word. */
const INVISIBLE = /[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Variation_Selector}]/gu;

/**
 * The form in which words are compared: NFKC and case folding (Unicode 16, CaseFolding.txt, for the letters whose
 * lower case is not yet folded), with the typographic apostrophe as the plain one and without invisible signs.
 * @example foldText('STRASSE ﬁn') // 'strasse fin', and so is foldText('Straße fin')
 */
export function foldText(text: string): string {
	if (isAscii(text)) return text.toLowerCase();
	return text
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replaceAll('ς', 'σ')
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.normalize('NFKC');
}
