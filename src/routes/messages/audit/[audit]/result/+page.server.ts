import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/filters/href';
import { readName } from '$lib/filters/read-value';
import { resultOf } from '$lib/server/audits/audit-result';
import type { DrawnMessage } from '$lib/server/audits/audit';
import { audits } from '$lib/server/audits/current-audits';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { auditWords } from '$lib/wording/audit-words';
import { openAudit, type AuditFrame } from '../../audit-page';
import { auditTitle } from '../../audit-title';
import type { Actions, PageServerLoad } from './$types';

/** One message in the list of messages: its brand and its day. Null where no link can hold its id. */
function linkOf({ id, brandId, day }: DrawnMessage, { filters, defaults }: AuditFrame): string | null {
	if (day === null || !readName(id).ok) return null;
	const range = { kind: 'absolute', from: day, to: day } as const;
	const address = href('/messages', filters, { brands: [brandId], range, message: id }, { defaults });
	return `${address}#message-${encodeURIComponent(id)}`;
}

/** The labels of an audit are shown once its ratings are closed, and not before. */
export const load: PageServerLoad = async (event) => {
	const { audit, frame } = await openAudit(event);
	if (audit.finishedAt === null) redirect(303, `/messages/audit/${audit.id}`);
	const { messages, ...kept } = audit;
	const { disagreements, ...result } = resultOf(audit);
	return {
		...frame,
		title: auditTitle(audit),
		audit: { ...kept, drawn: messages.length },
		result,
		disagreements: disagreements.map((message) => ({ ...message, link: linkOf(message, frame) }))
	};
};

export const actions: Actions = {
	/** One that is gone already is what was wanted. */
	delete: async ({ params }) => {
		const removed = await settleRecords(audits().remove(params.audit), report);
		if (removed.ok) redirect(303, '/messages/audit?did=deleted');
		return fail(503, { problem: auditWords.result.remove.failed });
	}
};
