/** All 64 rows that a word of a validity mask stands for are there. */
const WHOLE_WORD = 0xffff_ffff_ffff_ffffn;
const WORD_ROWS = 64;

/** Whether a mask says of the first `rows` rows that none is null. */
function isWhole(mask: BigUint64Array, rows: number): boolean {
	const words = Math.floor(rows / WORD_ROWS);
	for (let word = 0; word < words; word += 1) if (mask[word] !== WHOLE_WORD) return false;
	const rest = (1n << BigInt(rows % WORD_ROWS)) - 1n;
	return ((mask[words] ?? 0n) & rest) === rest;
}

/**
 * The numbers behind an engine's vector of them, which its `getItem` reads one by one with a sum of big integers for
 * each to see whether it is null. Null where a row is null, or where the vector is not built as expected.
 * @example vectorNumbers(chunk.getColumnVector(0), chunk.rowCount)?.[0]
 */
export function vectorNumbers(vector: object, rows: number): Float64Array | Int32Array | Int8Array | null {
	const items: unknown = Reflect.get(vector, 'items');
	const isKnown = items instanceof Float64Array || items instanceof Int32Array || items instanceof Int8Array;
	if (!isKnown || items.length < rows) return null;
	const validity: unknown = Reflect.get(vector, 'validity');
	if (typeof validity !== 'object' || validity === null || Reflect.get(validity, 'offset') !== 0) return null;
	const mask: unknown = Reflect.get(validity, 'data');
	if (mask === null) return items;
	return mask instanceof BigUint64Array && isWhole(mask, rows) ? items : null;
}
