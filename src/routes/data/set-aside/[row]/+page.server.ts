import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { INTERACTION_TYPES, PLATFORMS } from '$lib/community/vocabulary';
import { isCommunityError } from '$lib/errors/community-error';
import { toCommunityError } from '$lib/errors/describe-error';
import { findMendable, mendRow, type FieldValues } from '$lib/server/data/mend';
import { refusalOf } from '$lib/server/data/refusal';
import { report } from '$lib/server/report';
import { FIELDS } from '$lib/server/store/import/mapping';
import { deleteSetAsideRow } from '$lib/server/store/set-aside';
import { dataWords, pageMessage } from '$lib/wording/data-words';
import { dataHref } from '../../data-href';
import { openDataPage, ownStore } from '../../data-page';
import { readFilter } from '../read-filter';
import { rowKey } from '../row-key';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const store = await ownStore();
	const { entry, kept, row } = await findMendable(store, rowKey(event.params.row)).catch((cause: unknown) => {
		if (isCommunityError(cause) && cause.code === 'not_found') error(404, dataWords.mend.gone);
		throw cause;
	});
	return {
		...frame,
		asked: readFilter((key) => event.url.searchParams.get(key)),
		entry: { file: entry.file, line: entry.line, reason: entry.reason, row: entry.row },
		...row,
		fields: FIELDS,
		types: INTERACTION_TYPES,
		platforms: [...PLATFORMS, 'other'],
		labels: (kept?.labels ?? []).map(({ from }) => from).slice(0, 100)
	};
};

/** Longer than any field may be: the rules of the import then say which is too long. */
const LONGEST_VALUE = 100_000;

const valuesSchema = z.object(
	Object.fromEntries(FIELDS.map((field) => [field, z.string().max(LONGEST_VALUE)])) as Record<
		keyof FieldValues,
		z.ZodString
	>
);

/** Back to the list that the row was chosen from, with what became of it. */
function listHref(event: RequestEvent, said: Record<string, string>): string {
	const { importId, reason } = readFilter((key) => event.url.searchParams.get(key));
	return dataHref('/data/set-aside', openDataPage(event), { import: importId, reason, ...said });
}

export const actions: Actions = {
	mend: async (event) => {
		const store = await ownStore();
		const input = valuesSchema.safeParse(Object.fromEntries(await event.request.formData()));
		if (!input.success) {
			const [issue] = input.error.issues;
			const field = String(issue?.path[0] ?? '');
			return fail(422, { values: null, problem: `${field}: ${issue?.message ?? ''}`, field });
		}
		const values = input.data;
		const outcome = await mendRow(store, rowKey(event.params.row), values).catch((cause: unknown) => {
			const refused = refusalOf(cause);
			if (refused?.status === 404) error(404, dataWords.mend.gone);
			const message = refused?.refusal.message ?? dataWords.broken(report(toCommunityError(cause)));
			return { mended: false as const, reason: pageMessage(message), field: null };
		});
		if (!outcome.mended) return fail(422, { values, problem: outcome.reason, field: outcome.field });
		const { result } = outcome;
		const became = result.new > 0 ? 'new' : result.updated > 0 ? 'updated' : 'duplicate';
		redirect(303, listHref(event, { mended: became }));
	},
	remove: async (event) => {
		const store = await ownStore();
		const removed = await deleteSetAsideRow(store, rowKey(event.params.row));
		redirect(303, listHref(event, { removed: String(removed) }));
	}
};
