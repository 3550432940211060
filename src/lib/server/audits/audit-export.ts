import { isolateText } from '$lib/format/isolate-text';
import type { Cell } from '$lib/server/export/csv';
import { BYTE_ORDER_MARK, csvLine, metadataLine } from '$lib/server/export/csv';
import { isoInstant } from '$lib/server/export/iso-instant';
import { auditWords } from '$lib/wording/audit-words';
import type { Audit } from './audit';
import { resultOf, type AuditResult } from './audit-result';

const COLUMNS = ['place', 'id', 'brand', 'type', 'time', 'label', 'rating', 'text'] as const;
const LONGEST_NAME = 200;
const NAMES = ['negative', 'neutral', 'positive', 'net'] as const;

const brandOf = ({ brands }: Audit, id: number) =>
	brands.find((brand) => brand.id === id)?.name ?? String(id);

function rowsOf(audit: Audit): Cell[][] {
	return audit.messages.map(({ id, brandId, type, time, label, rating, text }, index) => [
		index + 1,
		id,
		brandOf(audit, brandId),
		type,
		time === null ? null : isoInstant(time, audit.timeZone),
		label,
		rating,
		text
	]);
}

type Addresses = { link: string; messages: string };

function sentencesOf(audit: Audit, result: AuditResult, { link, messages }: Addresses): string[] {
	const { title, lines } = auditWords.export;
	const { counts, asOf } = audit.reported;
	const { accuracy, corrected } = result;
	return [
		title,
		lines.brands(audit.brands.map(({ name }) => isolateText(name, LONGEST_NAME)).join(', ')),
		lines.days(audit.from, audit.to, audit.timeZone),
		lines.messages(messages),
		lines.link(link),
		lines.drawn(String(audit.messages.length), String(audit.listed), String(audit.seed)),
		lines.reported(
			String(counts.negative),
			String(counts.neutral),
			String(counts.positive),
			isoInstant(asOf, audit.timeZone)
		),
		...(accuracy === null
			? []
			: [lines.accuracy(String(accuracy.estimate), String(accuracy.low), String(accuracy.high))]),
		...(corrected === null
			? [lines.none]
			: NAMES.map((name) => {
					const { estimate, low, high } = corrected[name];
					return lines.corrected(name, String(estimate), String(low), String(high));
				})),
		lines.formula,
		lines.unsure,
		lines.guarded
	];
}

/** A finished audit as CSV: what it found in lines of metadata, and every drawn message with its label and its rating. */
export function auditCsv(audit: Audit, addresses: Addresses): string {
	const head = sentencesOf(audit, resultOf(audit), addresses).map(metadataLine).join('');
	return BYTE_ORDER_MARK + head + csvLine([...COLUMNS]) + rowsOf(audit).map(csvLine).join('');
}

/** The same as JSON, with numbers as numbers and texts as they are. */
export function auditJson(audit: Audit, { link, messages }: Addresses): string {
	const { disagreements: _, ...result } = resultOf(audit);
	const { messages: drawn, version: __, query: ___, ...kept } = audit;
	const meta = {
		export: 'audit',
		title: auditWords.export.title,
		link,
		messages,
		...kept,
		drawn: drawn.length,
		result
	};
	const rows = rowsOf(audit).map((row) =>
		Object.fromEntries(COLUMNS.map((column, index) => [column, row[index] ?? null]))
	);
	return `${JSON.stringify({ meta, rows }, null, '\t')}\n`;
}
