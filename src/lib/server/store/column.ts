/** One column of rows on their way into a table. There are no nulls: they cost more than all the rest. */
export type Column =
	| { kind: 'integer'; values: Int32Array }
	| { kind: 'tinyint'; values: Int8Array }
	| { kind: 'bigint'; values: BigInt64Array }
	| { kind: 'boolean'; values: Uint8Array }
	| { kind: 'varchar'; values: readonly string[] }
	| { kind: 'integers'; values: readonly (readonly number[])[] };

/** Numbers as an engine's vector holds them. */
export type Numbers = Int8Array | Int32Array | BigInt64Array;

export function isNumbers(values: unknown): values is Numbers {
	return values instanceof Int8Array || values instanceof Int32Array || values instanceof BigInt64Array;
}

/** Copy in one go into the array behind a vector, which `setItem` would fill one by one, ten times slower. */
export function copyNumbers(target: Numbers, values: Numbers, start: number, rows: number): void {
	if (target instanceof BigInt64Array && values instanceof BigInt64Array) {
		target.set(values.subarray(start, start + rows));
	} else if (!(target instanceof BigInt64Array) && !(values instanceof BigInt64Array)) {
		target.set(values.subarray(start, start + rows));
	}
}
