import { KEY_MAP, type KeyRow } from './key-map';

/** What a pressed key has to be known by; a KeyboardEvent has it. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Inputs that take no text: keys pressed on them mean what they mean elsewhere. */
const TEXTLESS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'image', 'range', 'color'];

/** Whatever has a use of its own for the arrow keys. */
const WALKS =
	'input, select, textarea, summary, table, [data-walked], audio, video, [tabindex="0"], [role="slider"], [role="listbox"], ' +
	'[role="menu"], [role="grid"], [role="radiogroup"], [role="tablist"]';

/** Whether what is typed there is text. */
export function takesText(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.matches('select, textarea')) return true;
	return target instanceof HTMLInputElement && !TEXTLESS.includes(target.type);
}

/** Whether a chart, a list or a table has the focus, which walk by the arrow keys themselves. */
export function walksByArrows(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(WALKS) !== null;
}

/** The letter where the layout writes one of another alphabet: keys are found by their place then. */
function latin(key: string, code: string): string {
	const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
	return isForeignLetter && /^Key[A-Z]$/.test(code) ? code.slice(3) : key;
}

/**
 * The row of the keyboard map that a pressed key belongs to; null with a modifier, which the browser has a use for.
 * @example rowOf({ key: 'D', code: 'KeyD', ctrlKey: false, metaKey: false, altKey: false })?.id // 'today'
 */
export function rowOf({ key, code, ctrlKey, metaKey, altKey }: Press): KeyRow | null {
	if (ctrlKey || metaKey || altKey) return null;
	const pressed = latin(key, code).toLowerCase();
	return KEY_MAP.find((row) => row.key === pressed) ?? null;
}

/** Ctrl K, or ⌘ K on a Mac. */
export function opensPalette({ key, code, ctrlKey, metaKey, altKey }: Press): boolean {
	return ctrlKey !== metaKey && !altKey && latin(key, code).toLowerCase() === 'k';
}
