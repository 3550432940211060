import { CommunityError } from '$lib/errors/community-error';
import type { Sentiment } from '$lib/community/vocabulary';
import { applyBatch } from '../store/apply-batch';
import { selectMapping, updateMapping } from '../store/imports';
import type { KeptMapping } from '../store/import/kept-mapping';
import type { Field, Mapping } from '../store/import/mapping';
import type { NewInteraction } from '../store/new-interaction';
import { selectSetAsideAfter, type SetAsideEntry } from '../store/set-aside';
import type { Store } from '../store/store';
import { fieldOfReason } from './mapping-preview';
import { judgeRow, mendableRow, mendingMapping, withGiven, type FieldValues } from './mend';

/** What a person changed before trying the rows of one reason again. */
export type Fix = {
	/** Added to the labels of the import, for all of its rows. */
	labels: readonly { from: string; to: Sentiment | null }[];
	/** Undefined leaves the import's own. */
	timeFormat?: string | null;
	timeZone?: string | null;
	/** What these rows say about a field, whatever stands in them; empty leaves the field out. */
	given: Partial<FieldValues>;
};

export type RetryResult = {
	new: number;
	updated: number;
	duplicate: number;
	/** Rows that were tried and stay outside. */
	still: number;
	/** Rows of this reason that this round did not come to. */
	left: boolean;
};

const AT_ONCE = 2_000;

/** Rows of one round: a request must end, and the next round goes on. */
const MOST_ENTERED = 50_000;
const MOST_TRIED = 500_000;

function mergeLabels(before: KeptMapping['labels'], added: Fix['labels']): KeptMapping['labels'] {
	const merged = new Map(before.map((label) => [label.from.trim().toLowerCase(), label]));
	for (const label of added) merged.set(label.from.trim().toLowerCase(), label);
	return [...merged.values()];
}

function mergeMapping(kept: KeptMapping, fix: Fix): KeptMapping {
	return {
		...kept,
		labels: mergeLabels(kept.labels, fix.labels),
		timeFormat: fix.timeFormat === undefined ? kept.timeFormat : fix.timeFormat,
		timeZone: fix.timeZone === undefined ? kept.timeZone : fix.timeZone
	};
}

type Tried = {
	interactions: NewInteraction[];
	mended: number[];
	rewritten: { line: number; reason: string; row: string }[];
};

function tryRows(
	entries: readonly SetAsideEntry[],
	{ kept, mapping, given }: { kept: KeptMapping; mapping: Mapping; given: Fix['given'] }
): Tried {
	const tried: Tried = { interactions: [], mended: [], rewritten: [] };
	for (const entry of entries) {
		const { values, how } = mendableRow(entry.row, kept);
		if (how !== 'read') continue;
		const judged = judgeRow({ ...values, ...given }, entry, mapping);
		if ('interaction' in judged) {
			tried.interactions.push(judged.interaction);
			tried.mended.push(entry.line);
		} else if (judged.reason !== entry.reason) {
			tried.rewritten.push({ line: entry.line, reason: judged.reason, row: withGiven(entry.row, given) });
		}
	}
	return tried;
}

/**
 * Try all rows of one import again that were set aside for one reason, under a mapping that was changed: those that
 * fit enter the store and leave the list, those with another fault are listed under that one. The change is kept with
 * the import, so that a row which fails now is judged by it later.
 * @throws CommunityError not_found for an import that is not there, query_invalid for one whose mapping is not known
 * @throws TimeOptionError for a time format or a zone that cannot be used
 */
export async function retryReason(
	store: Store,
	group: { importId: number; reason: string },
	fix: Fix
): Promise<RetryResult> {
	const before = await selectMapping(store, group.importId);
	if (before === null) {
		const message = 'How this file was read is not known. Mend its rows one by one, or import it again.';
		throw new CommunityError('query_invalid', { message, details: { field: 'import' } });
	}
	const kept = mergeMapping(before, fix);
	const mapping = mendingMapping(kept.source, kept);
	await updateMapping(store, group.importId, kept);

	const total: RetryResult = { new: 0, updated: 0, duplicate: 0, still: 0, left: false };
	let line = -1;
	let tried = 0;
	for (;;) {
		const entries = await selectSetAsideAfter(store, group, { line, limit: AT_ONCE });
		const last = entries.at(-1);
		if (!last) return total;
		const entered = total.new + total.updated + total.duplicate;
		if (entered >= MOST_ENTERED || tried >= MOST_TRIED) return { ...total, left: true };
		line = last.line;
		tried += entries.length;
		const { interactions, mended, rewritten } = tryRows(entries, { kept, mapping, given: fix.given });
		total.still += entries.length - mended.length;
		if (mended.length + rewritten.length === 0) continue;
		const result = await applyBatch(store, {
			interactions,
			takenUp: { importId: group.importId, mended, rewritten }
		});
		total.new += result.new;
		total.updated += result.updated;
		total.duplicate += result.duplicate;
	}
}

/** What would help the rows of a reason, all at once; null where each row has to be looked at. */
export type FixKind =
	{ kind: 'label'; label: string } | { kind: 'time' } | { kind: 'value'; field: Field } | null;

const LABEL = /^sentiment (".*") has no meaning/;

/** A relative time, or a day that no calendar has, is cured by no time format. */
const TIME_OPTION = /time zone|--time-format/;

/** Fields that one value can be given in many rows. */
const GIVABLE: readonly Field[] = [
	'brand',
	'type',
	'platform',
	'is_closed',
	'tags',
	'author',
	'permalink',
	'media_id',
	'conversation_id'
];

/** Which change would help all rows of a reason. A label that the reason had to cut short cannot be told. */
export function fixFor(reason: string): FixKind {
	const quoted = LABEL.exec(reason)?.[1];
	if (quoted !== undefined) {
		const label: unknown = JSON.parse(quoted);
		return typeof label === 'string' && !label.endsWith('…') ? { kind: 'label', label } : null;
	}
	const field = fieldOfReason(reason);
	if (field === 'created_at' || field === 'updated_at') {
		return TIME_OPTION.test(reason) ? { kind: 'time' } : null;
	}
	return field !== null && GIVABLE.includes(field) ? { kind: 'value', field } : null;
}
