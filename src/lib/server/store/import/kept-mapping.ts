import { z } from 'zod';
import { sentimentSchema } from '$lib/community/vocabulary';
import { FIELDS, type MappingOptions } from './mapping';
import { FORMATS, type Format } from './source-row';

const byField = z.partialRecord(z.enum(FIELDS), z.string());

/** How a file was read: what the user said of it, and the columns that it has. */
export const keptMappingSchema = z.strictObject({
	format: z.enum(FORMATS),
	columns: z.array(z.string()),
	source: z.string().min(1),
	maps: byField,
	sets: byField,
	labels: z.array(z.strictObject({ from: z.string(), to: sentimentSchema.nullable() })),
	timeFormat: z.string().nullable(),
	timeZone: z.string().nullable()
});
export type KeptMapping = z.infer<typeof keptMappingSchema>;

/** Characters of JSON above which a mapping is not kept: a server takes messages of 400 KB. */
const LONGEST = 100_000;

/** What is kept of a mapping beside its import, or null where that would be too long: thousands of columns. */
export function keptMapping(
	options: MappingOptions,
	file: { format: Format; columns: readonly string[] }
): KeptMapping | null {
	const { source, maps, sets, timeFormat, timeZone } = options;
	const kept: KeptMapping = {
		format: file.format,
		columns: [...file.columns],
		source,
		maps,
		sets,
		labels: [...options.labels],
		timeFormat,
		timeZone
	};
	return JSON.stringify(kept).length <= LONGEST ? kept : null;
}

/** A mapping as the store holds it, or null where it holds none that this version understands. */
export function parseKeptMapping(text: string | null): KeptMapping | null {
	if (text === null) return null;
	try {
		return keptMappingSchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
