import { below, malformed, type Path } from './malformed';

/** A value of an answer, and where it stood. */
export type Place = { value: unknown; path: Path };

/** A key of a map in an answer with its value. Keys are values here, so that `__proto__` is a key like any other. */
export type Entry = Place & { key: string };

/** True for a JSON object, false for a list and for null. */
export function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what hosts write where they have nothing: null, no value, an empty list or an empty object. */
export function isNothing(value: unknown): boolean {
	if (value === null || value === undefined) return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

/**
 * What stands under `data`, or the answer itself where a host leaves the wrapper out.
 * @example unwrap({ data: [1] }) // the list, at `data`
 */
export function unwrap(payload: unknown): Place {
	if (isMap(payload) && Object.hasOwn(payload, 'data'))
		return { value: payload.data, path: below(null, 'data') };
	return { value: payload, path: null };
}

/**
 * The entries of a map, read before any schema: Zod's records drop a key named `__proto__` without a word.
 * Nothing is an empty map.
 * @throws CommunityError `upstream_malformed` for any other value
 */
export function entriesOf({ value, path }: Place): Entry[] {
	if (isNothing(value)) return [];
	if (!isMap(value)) throw malformed(path, 'expected an object');
	return Object.entries(value).map(([key, inner]) => ({ key, value: inner, path: below(path, key) }));
}

/**
 * The first of several names that a map has, whatever their case, as hosts disagree on names and on case.
 * @example pick({ value: { COUNT: 3 }, path: null }, ['total', 'count'])?.value // 3
 */
export function pick({ value, path }: Place, names: readonly string[]): Place | null {
	if (!isMap(value)) return null;
	for (const name of names) {
		if (Object.hasOwn(value, name)) return { value: value[name], path: below(path, name) };
	}
	const key = Object.keys(value).find((candidate) => names.includes(candidate.toLowerCase()));
	return key === undefined ? null : { value: value[key], path: below(path, key) };
}

/**
 * A step down into a map; a key that is not there has no value.
 */
export function at({ value, path }: Place, key: string): Place {
	return {
		value: isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined,
		path: below(path, key)
	};
}

/**
 * Refuse a name that came twice, once its spelling is evened out: adding both could count twice, and dropping one
 * could lose half.
 * @throws CommunityError `upstream_malformed` at the second one
 */
export function refuseTwice(seen: Set<string>, name: string, path: Path): void {
	if (seen.has(name)) throw malformed(path, 'this name came twice');
	seen.add(name);
}
