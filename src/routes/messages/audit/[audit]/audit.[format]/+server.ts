import { href } from '$lib/filters/href';
import { auditCsv, auditJson } from '$lib/server/audits/audit-export';
import { MEDIA_TYPES, PRIVATE, sentence } from '$lib/server/export/answer-export';
import { auditWords } from '$lib/wording/audit-words';
import { openAudit } from '../../audit-page';
import type { RequestHandler } from './$types';

const WRITERS = { csv: auditCsv, json: auditJson };

/** A finished audit as a file. An unfinished one has none: its labels are still hidden. */
export const GET: RequestHandler = async (event) => {
	const format = event.params.format === 'csv' || event.params.format === 'json' ? event.params.format : null;
	if (format === null) return sentence(404, auditWords.gone);
	const { audit, frame } = await openAudit(event);
	if (audit.finishedAt === null) return sentence(409, auditWords.notFinished);
	const { origin } = event.url;
	const body = WRITERS[format](audit, {
		link: `${origin}/messages/audit/${audit.id}/result`,
		messages: origin + href('/messages', frame.filters, {}, { defaults: frame.defaults })
	});
	return new Response(body, {
		headers: {
			'content-type': MEDIA_TYPES[format],
			'content-disposition': `attachment; filename="undertone-audit-${audit.from}-to-${audit.to}.${format}"`,
			...PRIVATE
		}
	});
};
