import { formatDay, formatDayRange } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import type { AuditSummary } from '$lib/server/audits/audit';
import { auditWords } from '$lib/wording/audit-words';
import { messageWords } from '$lib/wording/message-words';
import { countWord } from '$lib/wording/wording';

const LONGEST = 60;
const MOST_NAMES = 2;

/**
 * What an audit is called: whose messages, and of which days.
 * @example auditTitle(audit) // 'Quillby, 26 Oct – 22 Nov 2026'
 */
export function auditTitle({ brands, from, to }: Pick<AuditSummary, 'brands' | 'from' | 'to'>): string {
	const names = brands.map(({ name }) => isolateText(name, LONGEST));
	const who =
		names.length <= MOST_NAMES ? messageWords.and(names) : messageWords.brandsFirst(countWord(names.length));
	return auditWords.title(who, from === to ? formatDay(from) : formatDayRange(from, to));
}
