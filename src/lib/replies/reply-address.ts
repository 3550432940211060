import type { Platform } from '$lib/community/vocabulary';

/** Where a reply goes: into a conversation, or under a comment, of one brand. */
export type ReplyAddress =
	| { kind: 'message'; brandId: number; conversationId: string }
	| { kind: 'comment'; brandId: number; platform: Platform; commentId: string; mediaId: string | null };

/**
 * Whether two replies go to the same place. The post of a comment does not count: not every host tells it.
 * @example isSameAddress(address, { ...address }) // true
 */
export function isSameAddress(one: ReplyAddress, other: ReplyAddress): boolean {
	if (one.brandId !== other.brandId) return false;
	if (one.kind === 'message') {
		return other.kind === 'message' && one.conversationId === other.conversationId;
	}
	return other.kind === 'comment' && one.platform === other.platform && one.commentId === other.commentId;
}
