import { keyWords } from '$lib/wording/key-words';

export type KeyId = keyof typeof keyWords.keys;

/** One key: what the browser calls it, what people call it, and what it does. */
export type KeyRow = { id: KeyId; key: string; shown: string; label: string; does: string };

const { keys, names } = keyWords;
const row = (id: KeyId, key: string, shown = key.toUpperCase()): KeyRow => ({ id, key, shown, ...keys[id] });

/** Every key outside of text fields, in the order in which people read about them. */
export const KEY_MAP: readonly KeyRow[] = [
	row('today', 'd'),
	row('week', 'w'),
	row('fourWeeks', 'f'),
	row('thirty', 't'),
	row('month', 'm'),
	row('year', 'y'),
	row('custom', 'c'),
	row('previous', 'arrowleft', names.arrowLeft),
	row('next', 'arrowright', names.arrowRight),
	row('scale', 'i'),
	row('compare', 'x'),
	row('brands', 'b'),
	row('keywords', 'k'),
	row('impact', 'p'),
	row('search', '/'),
	row('help', '?')
];

/** Keys of a list of messages; what a letter means elsewhere it does not mean there. */
export const LIST_KEYS: readonly KeyRow[] = [
	row('nextRow', 'j'),
	row('previousRow', 'k'),
	row('openRow', 'enter', names.enter)
];

const LIST_PATH = '/messages';

/** The keys that mean something on a view. @example keysOn('/messages').some(({ id }) => id === 'nextRow') // true */
export function keysOn(path: string): KeyRow[] {
	const own = path === LIST_PATH ? LIST_KEYS : [];
	const taken = KEY_MAP.filter(({ key }) => !own.some((other) => other.key === key));
	return [...taken, ...own, ...OTHER_KEYS];
}

/** Keys that also work where single keys are switched off. */
export const OTHER_KEYS: readonly KeyRow[] = [
	row('clear', 'escape', names.escape),
	row('palette', 'k', names.palette)
];

/** What people press for it. @example keyNameOf('compare') // 'X' */
export function keyNameOf(id: KeyId): string | undefined {
	return [...KEY_MAP, ...LIST_KEYS, ...OTHER_KEYS].find((candidate) => candidate.id === id)?.shown;
}
