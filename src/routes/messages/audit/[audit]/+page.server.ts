import { error, fail, redirect } from '@sveltejs/kit';
import { ratingSchema, type Audit } from '$lib/server/audits/audit';
import { audits } from '$lib/server/audits/current-audits';
import { finished, nextPlace, ratingView, withRating } from '$lib/server/audits/rate';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { auditWords } from '$lib/wording/audit-words';
import { openAudit } from '../audit-page';
import { auditTitle } from '../audit-title';
import type { Actions, PageServerLoad } from './$types';

const placeOf = (text: unknown) =>
	typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;

const resultOf = (id: string) => `/messages/audit/${id}/result`;

/** Only what `ratingView` gives leaves the server: labels stay here until the audit is finished. */
export const load: PageServerLoad = async (event) => {
	const { audit, frame } = await openAudit(event);
	if (audit.finishedAt !== null) redirect(303, resultOf(audit.id));
	const message = ratingView(audit, placeOf(event.url.searchParams.get('at')));
	return { ...frame, title: auditTitle(audit), message };
};

/** Change the audit of an address; a refusal where that could not be kept. */
async function changed(id: string, edit: (audit: Audit) => Audit | null) {
	const settled = await settleRecords(audits().change(id, edit), report);
	if (!settled.ok) return { audit: null, refusal: fail(503, { problem: auditWords.rate.failed }) };
	if (settled.value === null) error(404, auditWords.gone);
	return { audit: settled.value, refusal: null };
}

export const actions: Actions = {
	rate: async ({ request, params }) => {
		const form = await request.formData();
		const place = placeOf(form.get('place'));
		const rating = ratingSchema.safeParse(form.get('rating'));
		if (place === null || !rating.success) return fail(422, { problem: auditWords.rate.unknown });
		const { audit, refusal } = await changed(params.audit, (before) =>
			withRating(before, place, rating.data)
		);
		if (audit === null) return refusal;
		if (audit.finishedAt !== null) redirect(303, resultOf(audit.id));
		const next = nextPlace(audit, place);
		redirect(303, `/messages/audit/${audit.id}${next === null ? `?at=${place}` : `?at=${next}`}`);
	},
	finish: async ({ params, locals }) => {
		const { audit, refusal } = await changed(params.audit, (before) => finished(before, locals.now));
		if (audit === null) return refusal;
		redirect(303, audit.finishedAt === null ? `/messages/audit/${audit.id}` : resultOf(audit.id));
	}
};
