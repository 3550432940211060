import { error, type RequestEvent } from '@sveltejs/kit';
import { decodeFilters } from '$lib/filters/decode-filters';
import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { LOCALE } from '$lib/format/numbers';
import type { Audit } from '$lib/server/audits/audit';
import { audits } from '$lib/server/audits/current-audits';
import { hostKind } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { sourceLine } from '$lib/server/panels/source-line';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { auditWords } from '$lib/wording/audit-words';

/** What the pages of one audit have around it: the filters lead back to the messages that it was drawn from. */
export type AuditFrame = { filters: Filters; defaults: FilterDefaults; source: string };

/** The audit of an address, or the page that says that there is none. */
export async function openAudit({
	params,
	locals
}: Pick<RequestEvent, 'locals'> & { params: { audit: string } }): Promise<{
	audit: Audit;
	frame: AuditFrame;
}> {
	const found = await settleRecords(audits().find(params.audit), report);
	if (!found.ok) error(503, auditWords.unread);
	if (found.value === null) error(404, auditWords.gone);
	const defaults = linkDefaults(settings());
	const { filters } = decodeFilters(new URL(`http://audit?${found.value.query}`).searchParams, { defaults });
	const host = hostKind();
	const asked = { now: locals.now, filters, locale: LOCALE };
	const source = sourceLine(asked, host, host === 'embedded' && settings().demo);
	return { audit: found.value, frame: { filters, defaults, source } };
}
