import { preloadData } from '$app/navigation';
import type { PageData } from './$types';

/** What the list's own page would show, or null where it could not be had. */
export type LoadedMessages = { href: string; data: PageData | null };

const MOST_REDIRECTS = 2;

/**
 * Load what the list shows at an address, without going there. Never rejects.
 * @param again grows with each attempt: SvelteKit remembers the last answer, also one that says what failed
 */
export async function loadMessages(href: string, again: number): Promise<LoadedMessages> {
	let address = again === 0 ? href : `${href}${href.includes('?') ? '&' : '?'}again=${again}`;
	try {
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			const result = await preloadData(address);
			if (result.type === 'loaded') {
				return { href, data: result.status === 200 ? (result.data as PageData) : null };
			}
			address = result.location;
		}
	} catch {
		// The connection is gone, or the address is not ours: the panel says that it could not load.
	}
	return { href, data: null };
}
