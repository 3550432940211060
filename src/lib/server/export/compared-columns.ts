import type { Answer } from '$lib/community/answers';
import type { Before, BrandAnswers } from '$lib/server/panels/ask';
import { inPlace } from '$lib/server/panels/units';
import type { Compared, View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { isoInstant } from './iso-instant';

/**
 * What the host said about the days that a view is compared with: `before` is null without a comparison, and where
 * no brand answered.
 */
export type AskedBefore<T> = { before: Before<T> | null; failed: boolean; asOf: number; stale: boolean };

/** Ask about the compared days; that they cannot be had takes nothing else away. */
export async function askedBefore<T>(
	{ compared }: View,
	ask: (view: View) => Promise<Answer<BrandAnswers<T>>>
): Promise<AskedBefore<T>> {
	const nothing = { before: null, failed: false, asOf: Infinity, stale: false };
	if (compared === null) return nothing;
	try {
		const { value, asOf, stale } = await ask(compared.view);
		return { before: { compared, answers: value }, failed: false, asOf, stale };
	} catch {
		return { ...nothing, failed: true };
	}
}

/** When the stretch begins that each bucket is compared with; null where there is none. */
export function comparedStarts({ buckets, view }: Compared): (string | null)[] {
	return buckets.map((bucket) => bucket && isoInstant(bucket.start, view.plan.timeZone));
}

/** Values of the compared buckets in the places of those that they are compared with. */
export const comparedTo = inPlace;

/** What a reader has to know about the comparison before using its columns. */
export function comparedNotes(view: View, { before, failed }: AskedBefore<unknown>): string[] {
	if (view.compared === null) return [];
	const { notes } = exportWords;
	const missing = before?.answers.missing.map(({ name }) => name) ?? [];
	return [
		...(failed ? [notes.noComparison] : []),
		...(missing.length > 0 ? [notes.comparedWithout(missing.join(', '))] : []),
		...(view.compared.sameLength ? [] : [notes.otherLength])
	];
}
