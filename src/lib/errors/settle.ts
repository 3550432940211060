import type { CommunityError } from './community-error';
import { describeError, toCommunityError, type PanelError } from './describe-error';

/** One panel's part of a page: its value with its age, or why there is none. */
export type Panel<T> =
	{ ok: true; value: T; asOf: number; stale: boolean } | { ok: false; error: PanelError };

/** Logs an error with its cause, and returns the reference by which people find that line. */
export type Report = (error: CommunityError) => string;

type Answered<T> = { value: T; asOf: number; stale: boolean };

/**
 * Turn one question into one panel, so that its failure takes no other panel's numbers away. The catch is attached
 * here, at creation, and the result never rejects: a promise returned from `load` that rejects early would end the
 * server process. An error that is no CommunityError becomes `store_unavailable`; `report` gets every error.
 * @example const panel = await settle(client.topKeywords({ brand_ids: [1] }), report);
 */
export function settle<T>(promise: Promise<Answered<T>>, report: Report): Promise<Panel<T>> {
	return promise
		.then(({ value, asOf, stale }): Panel<T> => ({ ok: true, value, asOf, stale }))
		.catch((thrown: unknown): Panel<T> => {
			const error = toCommunityError(thrown);
			return { ok: false, error: describeError(error, referenceOf(error, report)) };
		});
}

/** A log that cannot be written must not take the page with it. */
function referenceOf(error: CommunityError, report: Report): string {
	try {
		return report(error);
	} catch {
		return 'not logged';
	}
}
