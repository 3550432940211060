/**
 * The hidden keys after a click on one of them.
 * @example toggled(['a'], 'b') // ['a', 'b']
 */
export function toggled(hidden: readonly string[], key: string): string[] {
	return hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key];
}

/**
 * The hidden keys when one series shall stand alone; all of them are shown again when it already does.
 * @param keys every series of the chart
 * @param hidden may hold keys of other charts, which stay as they are
 * @example isolated(['a', 'b', 'c'], [], 'b') // ['a', 'c']
 */
export function isolated(keys: readonly string[], hidden: readonly string[], key: string): string[] {
	const foreign = hidden.filter((other) => !keys.includes(other));
	const others = keys.filter((other) => other !== key);
	const isAlone = others.every((other) => hidden.includes(other));
	return isAlone ? foreign : [...foreign, ...others];
}
