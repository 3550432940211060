import type { InteractionTag } from '$lib/community/answers';
import { isolateText } from '$lib/format/isolate-text';

const LONGEST_AUTHOR = 60;
const LONGEST_TAG = 40;

/**
 * The name of whoever wrote a message, safe to stand beside our own words; null where there is none to show.
 * @example shownAuthor('  ') // null
 */
export function shownAuthor(author: string | null): string | null {
	return author === null ? null : isolateText(author, LONGEST_AUTHOR) || null;
}

/** Tags with names that are safe to stand beside our own words. */
export function shownTags(tags: readonly InteractionTag[]): { id: number; name: string }[] {
	return tags.map((tag) => ({ id: tag.id, name: isolateText(tag.name, LONGEST_TAG) }));
}
