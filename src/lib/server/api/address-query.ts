import { accept, refuseFields, type Outcome } from './refusal';

const LONGEST_NAME = 64;
const LISTS = new Set(['brand_ids', 'types', 'tag_ids', 'media_ids', 'assignee_ids']);
const NUMBERS = new Set(['brand_id', 'brand_ids', 'limit', 'offset', 'tag_ids', 'assignee_ids']);
const isFlag = (name: string) =>
	name.startsWith('is_') || name === 'message_nested_date_filter' || name === 'must_include_text';

/** What cannot be read as the field's kind stays text, for the schema to refuse. */
function readWord(name: string, word: string): string | number | boolean {
	if (NUMBERS.has(name) && /^\d{1,16}$/.test(word)) return Number(word);
	if (isFlag(name) && /^(?:true|false)$/i.test(word)) return word.toLowerCase() === 'true';
	return word;
}

function readValues(name: string, values: string[]): unknown {
	if (!LISTS.has(name)) return readWord(name, values[0] ?? '');
	return values
		.flatMap((value) => value.split(','))
		.map((word) => word.trim())
		.filter((word) => word !== '')
		.map((word) => readWord(name, word));
}

function whyMiswritten(name: string, given: string[]): string | null {
	if (given.length > 1 && !LISTS.has(name)) return 'It is given more than once. Give it once.';
	const hasBlank = name.startsWith('source_updated_') && given.some((value) => / \d\d:\d\d$/.test(value));
	return hasBlank ? 'A + in an address means a blank. Write the + of the offset as %2B.' : null;
}

/**
 * The fields in the query part of an address. Lists are written with commas, with repeated keys, or both; any other
 * field stands there once. A `+` that was meant as one arrives as a blank, which is told where it is sure to hurt.
 */
export function readAddress(url: URL): Outcome<Record<string, unknown>> {
	const values = new Map<string, string[]>();
	for (const [name, value] of url.searchParams) values.set(name, [...(values.get(name) ?? []), value]);
	const wrong = [...values].flatMap(([name, given]): [string, string[]][] => {
		const why = whyMiswritten(name, given);
		return why === null ? [] : [[name.slice(0, LONGEST_NAME), [why]]];
	});
	if (wrong.length > 0) return refuseFields('query', Object.fromEntries(wrong));
	return accept(Object.fromEntries([...values].map(([name, given]) => [name, readValues(name, given)])));
}
