import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '$lib/server/secret';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether an `Authorization` header brings the token. Digests are compared, since they have one length whatever was
 * sent: neither the length nor the first wrong character shows in the time it takes.
 */
export function bringsToken(authorization: string | null, token: Secret): boolean {
	const sent = /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1] ?? '';
	return timingSafeEqual(digest(sent), digest(token.reveal()));
}
