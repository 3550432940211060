import { isCommunityError } from '$lib/errors/community-error';
import { REFUSAL_MEMORY } from './question';

/** Asks with an extension of the embedded host, and without it where a host refuses the extension. */
export type AskExtended = <T>(
	field: string,
	askExtension: () => Promise<T>,
	askPlain: () => Promise<T>
) => Promise<T>;

/**
 * A host without an extension refuses it: then the same question is asked without. A refusal that names the field is
 * remembered for a while, so that not every question costs two calls.
 * @param now the clock, in milliseconds since 1970
 */
export function createExtensions(now: () => number): AskExtended {
	const refusedAt = new Map<string, number>();
	return async (field, askExtension, askPlain) => {
		if (now() - (refusedAt.get(field) ?? Number.NEGATIVE_INFINITY) < REFUSAL_MEMORY) return askPlain();
		try {
			return await askExtension();
		} catch (error) {
			if (!isCommunityError(error) || error.code !== 'query_invalid') throw error;
			if (error.details.errors && Object.hasOwn(error.details.errors, field)) refusedAt.set(field, now());
			return askPlain();
		}
	};
}
