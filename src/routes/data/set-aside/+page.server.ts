import { fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { INTERACTION_TYPES, PLATFORMS, sentimentSchema } from '$lib/community/vocabulary';
import { toCommunityError } from '$lib/errors/describe-error';
import { mendableRow, parsedCells } from '$lib/server/data/mend';
import { refusalOf, type Refusal } from '$lib/server/data/refusal';
import { fixFor, retryReason, type Fix } from '$lib/server/data/retry';
import { report } from '$lib/server/report';
import { FIELDS } from '$lib/server/store/import/mapping';
import { selectMapping } from '$lib/server/store/imports';
import {
	countSetAside,
	deleteSetAside,
	selectSetAsideGroups,
	selectSetAsidePage,
	type SetAsideFilter
} from '$lib/server/store/set-aside';
import type { Store } from '$lib/server/store/store';
import { dataWords, pageMessage } from '$lib/wording/data-words';
import { openDataPage, ownStore } from '../data-page';
import { readFilter } from './read-filter';
import { rowName } from './row-key';
import type { Actions, PageServerLoad } from './$types';

const ON_A_PAGE = 25;
const SHOWN_GROUPS = 200;
const SHOWN_EXAMPLES = 3;
/** What the page of a row did before it led back to the list. */
const saidSchema = z.object({
	mended: z.enum(['new', 'updated', 'duplicate']).nullable().catch(null),
	removed: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.nullable()
		.catch(null)
});

const ANY: SetAsideFilter = { importId: null, reason: null };

/** What would help the rows of one reason of one import, with what its form shows. */
async function fixOf(store: Store, filter: SetAsideFilter) {
	if (filter.importId === null || filter.reason === null) return null;
	const kept = await selectMapping(store, filter.importId).catch(() => null);
	const kind = fixFor(filter.reason);
	const first = await selectSetAsidePage(store, filter, { limit: SHOWN_EXAMPLES, offset: 0 });
	const examples = first.map((row) => {
		const { values } = mendableRow(row.row, kept);
		return kind?.kind === 'value' ? values[kind.field] : values.created_at || values.updated_at;
	});
	return {
		kind,
		hasMapping: kept !== null,
		timeFormat: kept?.timeFormat ?? null,
		timeZone: kept?.timeZone ?? null,
		examples: [...new Set(examples)].filter((example) => example !== '').map((text) => text.slice(0, 200))
	};
}

/** A row on one line: its cells one after the other, or the text that could not be read. */
function shownRow(row: string): string {
	const cells = parsedCells(row);
	return (cells?.filter((cell) => cell !== '').join(' · ') ?? row).slice(0, 1_000);
}

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const store = await ownStore();
	const asked = readFilter((key) => event.url.searchParams.get(key));
	const total = await countSetAside(store, ANY);
	const count = await countSetAside(store, asked);
	const pages = Math.max(1, Math.ceil(count / ON_A_PAGE));
	const page = Math.min(pages, frame.filters.page);
	const entries = await selectSetAsidePage(store, asked, {
		limit: ON_A_PAGE,
		offset: (page - 1) * ON_A_PAGE
	});
	return {
		...frame,
		asked,
		said: saidSchema.parse({
			mended: event.url.searchParams.get('mended'),
			removed: event.url.searchParams.get('removed')
		}),
		...{ total, count, page, pages },
		groups: await selectSetAsideGroups(store, ANY, SHOWN_GROUPS),
		rows: entries.map(({ importId, file, line, reason, row }) => ({
			name: rowName({ importId, line }),
			...{ file, line, reason },
			row: shownRow(row)
		})),
		fix: count === 0 ? null : await fixOf(store, asked),
		vocabulary: { types: INTERACTION_TYPES, platforms: [...PLATFORMS, 'other'] }
	};
};

const optional = z
	.string()
	.trim()
	.max(100)
	.transform((text) => (text === '' ? null : text));

const retrySchema = z.object({
	import: z.coerce.number().int().min(1),
	reason: z.string().min(1).max(2_000),
	label: z.string().min(1).max(500).optional(),
	meaning: z.union([sentimentSchema, z.literal('unrated')], 'Choose what the label means.').optional(),
	time_format: optional.optional(),
	time_zone: optional.optional(),
	field: z.enum(FIELDS).optional(),
	value: z.string().max(2_000).optional()
});

function fixFrom(input: z.infer<typeof retrySchema>): Fix {
	const { label, meaning, time_format: timeFormat, time_zone: timeZone, field, value } = input;
	const labels =
		label !== undefined && meaning !== undefined
			? [{ from: label, to: meaning === 'unrated' ? null : meaning }]
			: [];
	const given = field !== undefined && value !== undefined ? { [field]: value } : {};
	return { labels, timeFormat, timeZone, given };
}

/** Do it, or say why not: a refusal beside its field, anything else as a sentence with the reference of its log line. */
async function attempt<T>(work: () => Promise<T>) {
	try {
		return await work();
	} catch (cause) {
		const refused = refusalOf(cause);
		const refusal: Refusal = refused?.refusal ?? {
			message: dataWords.broken(report(toCommunityError(cause))),
			fields: []
		};
		return fail(refused?.status ?? 503, { refusal: { ...refusal, message: pageMessage(refusal.message) } });
	}
}

async function formOf({ request }: RequestEvent): Promise<Record<string, FormDataEntryValue>> {
	return Object.fromEntries(await request.formData());
}

export const actions: Actions = {
	retry: async (event) => {
		const store = await ownStore();
		const input = retrySchema.safeParse(await formOf(event));
		if (!input.success) {
			const [issue] = input.error.issues;
			const field = String(issue?.path[0] ?? 'reason');
			return fail(422, { refusal: { message: `${field}: ${issue?.message ?? ''}`, fields: [field] } });
		}
		const { import: importId, reason } = input.data;
		return attempt(async () => ({
			retried: await retryReason(store, { importId, reason }, fixFrom(input.data))
		}));
	},
	remove: async (event) => {
		const store = await ownStore();
		const form = await formOf(event);
		const filter = readFilter((key) => form[key]);
		if (filter.importId === null && filter.reason === null && form.all !== 'true') {
			return fail(422, { refusal: { message: 'reason: say which rows.', fields: ['reason'] } });
		}
		return attempt(async () => ({ removed: await deleteSetAside(store, filter) }));
	}
};
