const FIELDS = ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'] as const;

/**
 * A Date whose local fields are those of UTC, whatever zone the machine is in. date-fns computes in it through its
 * `in` option. The time zone dates that it offers for that give the same results at a ninth of the speed, which
 * counts in a file with a million timestamps.
 */
class UtcDate extends Date {
	/** How date-fns makes another date of the same kind. */
	[Symbol.for('constructDateFrom')](value: Date | number | string): UtcDate {
		return new UtcDate(Number(new Date(value)));
	}

	override getTimezoneOffset(): number {
		return 0;
	}
}

type Getter = (this: Date) => number;
type Setter = (this: Date, ...values: number[]) => number;

for (const field of FIELDS) {
	const source = Date.prototype as unknown as Record<string, Getter & Setter>;
	const target = UtcDate.prototype as unknown as Record<string, Getter & Setter>;
	const read = source[`getUTC${field}`];
	const write = source[`setUTC${field}`];
	if (read) target[`get${field}`] = read;
	if (write) target[`set${field}`] = write;
}

/** The context that date-fns takes as `{ in: utc }`. */
export const utc = (value: Date | number | string): UtcDate => new UtcDate(Number(new Date(value)));
