/** What can be bound to a statement. Whole numbers are bound as integers, never as floating point. */
export type SqlValue = number | bigint | string | boolean | null | readonly number[] | readonly string[];

/** SQL text and what is bound to its question marks, in order. Only `sql` and `list` make one. */
export class Fragment {
	readonly text: string;
	readonly values: readonly SqlValue[];

	constructor(text: string, values: readonly SqlValue[]) {
		this.text = text;
		this.values = values;
	}
}

/**
 * Write SQL. The text comes from the source code alone: whatever is interpolated is either another fragment or a
 * value that is bound, so that nobody's words can become SQL.
 * @example sql`SELECT name FROM brands WHERE id = ${7}` // text 'SELECT name FROM brands WHERE id = ?', values [7]
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Fragment | SqlValue)[]): Fragment {
	let text = strings[0] ?? '';
	const values: SqlValue[] = [];
	parts.forEach((part, index) => {
		if (part instanceof Fragment) {
			text += part.text;
			values.push(...part.values);
		} else {
			text += '?';
			values.push(part);
		}
		text += strings[index + 1] ?? '';
	});
	return new Fragment(text, values);
}

const SEPARATORS = { comma: ', ', and: ' AND ', or: ' OR ', union: ' UNION ALL ', plus: ' + ' } as const;

/** Join fragments. An empty list is the empty text. */
export function list(fragments: readonly Fragment[], separator: keyof typeof SEPARATORS): Fragment {
	return new Fragment(
		fragments.map((fragment) => fragment.text).join(SEPARATORS[separator]),
		fragments.flatMap((fragment) => fragment.values)
	);
}

/** `column IN (?, ?, …)`, or `column = ?` for one value, which zone maps can use; no value matches nothing. */
export function isAnyOf(column: Fragment, values: readonly (number | string)[]): Fragment {
	if (values.length === 0) return sql`false`;
	if (values.length === 1) return sql`${column} = ${values[0] ?? null}`;
	return sql`${column} IN (${list(
		values.map((value) => sql`${value}`),
		'comma'
	)})`;
}

/** All of the conditions; no condition is true. */
export function allOf(conditions: readonly Fragment[]): Fragment {
	return conditions.length === 0 ? sql`true` : list(conditions, 'and');
}
