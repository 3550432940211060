/** What was typed between asking for the palette and its field taking the keys over. */
export type TypedAhead = { search: string; presses: readonly string[] };

export const NOTHING_TYPED: TypedAhead = { search: '', presses: [] };

/** Keys that the palette's field acts on, besides those that write. */
const ACTING = ['Enter', 'ArrowDown', 'ArrowUp', 'Home', 'End'];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/**
 * What has been typed ahead with one key more; the same value where the key is none that waits.
 *
 * Cases, in the order in which the code takes them: a key with a modifier, which is the browser's; one that acts, which
 * waits for the list; Backspace, which takes the last sign off; anything that writes, which is written. After a key
 * that acts nothing is written any more: it would change what that key is meant for.
 * @example typeAhead({ search: 'imp', presses: [] }, { key: 'Enter', … }).presses // ['Enter']
 */
export function typeAhead(typed: TypedAhead, { key, ctrlKey, metaKey }: Press): TypedAhead {
	if (ctrlKey || metaKey) return typed;
	if (ACTING.includes(key)) return { ...typed, presses: [...typed.presses, key] };
	if (typed.presses.length > 0) return typed;
	if (key === 'Backspace') return { ...typed, search: [...typed.search].slice(0, -1).join('') };
	return [...key].length === 1 ? { ...typed, search: typed.search + key } : typed;
}
