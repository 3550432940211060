import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { settle } from '$lib/errors/settle';
import { decodeFilters } from '$lib/filters/decode-filters';
import { readSavedQuery, savedQuery } from '$lib/filters/saved-query';
import { savedLink } from '$lib/filters/share-links';
import { communityClient } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { PAGE_PATH } from '$lib/server/records/collections';
import { records } from '$lib/server/records/current-records';
import { openSaved } from '$lib/server/records/open-saved';
import {
	deleteView,
	listViews,
	renameView,
	saveView,
	type ViewResult
} from '$lib/server/records/saved-views';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { describeView } from './describe-view';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const defaults = linkDefaults(settings());
	const params = event.url.searchParams;
	const [views, self, opened] = await Promise.all([
		settleRecords(listViews(records()), report),
		settle(communityClient(event).self(), report),
		openSaved(params, records, report)
	]);
	const brands = self.ok ? self.value.brands.map(({ id, name }) => ({ id, name })) : [];
	const around = { origin: event.url.origin, defaults, brands, now: event.locals.now };
	const on = params.get('on');
	const path = on !== null && PAGE_PATH.test(on) ? on : '/';
	const query = savedQuery(decodeFilters(opened.params, { defaults }).filters, { defaults });
	const listed = views.ok
		? views.value.map((view) => {
				const link = savedLink(view.path, view.id);
				return { ...view, link, ...describeView({ ...view, link }, around) };
			})
		: [];
	return {
		views: listed,
		error: views.ok ? null : views.error,
		draft: on === null ? null : { path, query, ...describeView({ path, query, link: null }, around) },
		damages: records().damages(),
		timeZone: defaults.timeZone
	};
};

async function fieldsOf({ request }: RequestEvent): Promise<(name: string) => string> {
	const data = await request.formData();
	return (name) => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
}

type Act = 'save' | 'rename' | 'delete';

/** What a form held; those of other acts stay empty. */
const NOTHING_TYPED = { id: '', name: '', path: '/', query: '' };

/** What becomes of a form: the changed view, or a refusal that goes back to the form with what was typed. */
async function outcome(act: Act, asked: Promise<ViewResult>, typed: typeof NOTHING_TYPED) {
	const settled = await settleRecords(asked, report);
	if (!settled.ok) return { view: null, refusal: fail(503, { act, ...typed, problem: 'failed' as const }) };
	const result = settled.value;
	if (result.ok) return { view: result.view, refusal: null };
	return { view: null, refusal: fail(400, { act, ...typed, problem: result.problem }) };
}

export const actions: Actions = {
	save: async (event) => {
		const field = await fieldsOf(event);
		const defaults = linkDefaults(settings());
		const query = savedQuery(readSavedQuery(field('query'), { defaults }), { defaults });
		const [name, path] = [field('name'), field('path')];
		const saving = saveView(records(), { name, path, query }, event.locals.now);
		const { view, refusal } = await outcome('save', saving, { ...NOTHING_TYPED, name, path, query });
		if (view === null) return refusal;
		redirect(303, savedLink(view.path, view.id));
	},
	rename: async (event) => {
		const field = await fieldsOf(event);
		const [id, name] = [field('id'), field('name')];
		const renaming = renameView(records(), id, name, event.locals.now);
		const { view, refusal } = await outcome('rename', renaming, { ...NOTHING_TYPED, id, name });
		if (view === null) return refusal;
		redirect(303, '/saved');
	},
	/** A view that is gone already is what was wanted. */
	delete: async (event) => {
		const id = (await fieldsOf(event))('id');
		const deleted = await settleRecords(deleteView(records(), id), report);
		if (deleted.ok) redirect(303, '/saved');
		return fail(503, { act: 'delete' as Act, ...NOTHING_TYPED, id, problem: 'failed' as const });
	}
};
