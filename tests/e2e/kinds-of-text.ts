/**
 * Texts of a page that look alike, by all that their contrast depends on: the letters, what they stand on, and the
 * place in the page that gave them their look. Runs in the page, so that it has nothing from around it.
 * @param parts selectors of the parts in which to look
 * @param most how many of a kind to keep: axe passes over a text that is cut off, and must meet another one
 */
export function textsOfEachKind([parts, most]: readonly [readonly string[], number]): Element[] {
	const grounds = new Map<Element, string>();
	const kept = new Map<string, number>();

	/** The colours below an element; one that adds none has those of its parent. */
	function groundOf(element: Element | null): string {
		if (element === null) return '';
		const known = grounds.get(element);
		if (known !== undefined) return known;
		const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
		const below = groundOf(element.parentElement);
		const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1';
		const ground = isClear ? below : [below, backgroundColor, backgroundImage, opacity].join(' > ');
		grounds.set(element, ground);
		return ground;
	}

	function kindOf(element: Element): string {
		const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(element);
		const { width, height } = element.getBoundingClientRect();
		const parent = element.parentElement;
		const place = [element, parent].map((at) => `${at?.tagName}.${at?.getAttribute('class')}`);
		const isForEyes = width > 1 && height > 1;
		const isInUse = element.closest(':disabled, [aria-disabled=true]') === null;
		const letters = [color, fill, fontSize, fontWeight, textShadow];
		return [groundOf(element), ...letters, ...place, isForEyes, isInUse].join(' | ');
	}

	const isField = (element: Element) => /^(?:input|select|textarea)$/i.test(element.tagName);
	const hasWords = (element: Element) =>
		isField(element) ||
		[...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
	const within = parts.flatMap((part) => [part, `${part} *`]).join(', ');
	return [...document.querySelectorAll(within)].filter((element) => {
		if (!hasWords(element) || !element.checkVisibility({ visibilityProperty: true })) return false;
		const kind = kindOf(element);
		kept.set(kind, (kept.get(kind) ?? 0) + 1);
		return kept.get(kind)! <= most;
	});
}
