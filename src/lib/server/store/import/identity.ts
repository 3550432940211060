import { hash } from 'node:crypto';
import type { NewInteraction } from '../new-interaction';
import { KEY_SEPARATOR } from './mapping';
import type { Draft } from './to-interaction';

/** 2^28 bits, 32 MB: in eight million different contents about eight are taken for seen before, and were not. */
const SEEN_BITS = 28;
const PROBES = 7;

/**
 * Counts how often a content came before in this file, in memory that does not grow with the file: which contents
 * were seen at all is a Bloom filter of fixed size, and only contents that came twice are counted one by one. The
 * filter errs towards "seen", by design harmlessly: such a row gets the number 1 instead of 0, and the same number
 * again whenever the file is read again, so it is still one row.
 */
export class Occurrences {
	#seen: Uint8Array | null = null;
	#counts = new Map<string, number>();

	/** How often this content came before; `digest` is its hash, of which 32 bytes are used. */
	before(digest: Buffer): number {
		if (this.#note(digest)) {
			const name = digest.toString('latin1', 0, 16);
			const count = (this.#counts.get(name) ?? 0) + 1;
			this.#counts.set(name, count);
			return count;
		}
		return 0;
	}

	/** Set the content's bits; true when all were set already. */
	#note(digest: Buffer): boolean {
		this.#seen ??= new Uint8Array(2 ** (SEEN_BITS - 3));
		let wasSeen = true;
		for (let probe = 0; probe < PROBES; probe++) {
			const bit = digest.readUInt32LE(probe * 4) >>> (32 - SEEN_BITS);
			const byte = this.#seen[bit >>> 3] ?? 0;
			const mask = 1 << (bit & 7);
			if ((byte & mask) === 0) {
				wasSeen = false;
				this.#seen[bit >>> 3] = byte | mask;
			}
		}
		return wasSeen;
	}
}

/**
 * What makes two rows without an id the same comment. Sentiment, tags, the update time and whether it is closed can
 * change later and are left out, so that a newer export updates its rows instead of doubling them.
 */
function contentOf(draft: Draft): string {
	const { brand, type, text, rawText, createdAt, author, conversationId, mediaId, permalink } = draft;
	return JSON.stringify([
		brand,
		type,
		rawText ?? text,
		createdAt,
		author,
		conversationId,
		mediaId,
		permalink
	]);
}

/**
 * Give an interaction its key: its source and its id, or without an id its source, the hash of its content and how
 * often that content came before in the file. Two identical comments are two; reading the file again finds both.
 * @example identify({ ...draft, source: 'reviews', id: '17' }, new Occurrences()).key // 'reviews␟17'
 */
export function identify(draft: Draft, occurrences: Pick<Occurrences, 'before'>): NewInteraction {
	const { id, ...interaction } = draft;
	if (id !== null) return { ...interaction, key: `${draft.source}${KEY_SEPARATOR}${id}` };
	const digest = hash('sha256', contentOf(draft), 'buffer');
	const parts = [draft.source, 'content', digest.toString('base64url', 0, 18), occurrences.before(digest)];
	return { ...interaction, key: parts.join(KEY_SEPARATOR) };
}
