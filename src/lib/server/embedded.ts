import { settings } from './settings';
import { openStore, type Store } from './store/store';

let opening: Promise<Store> | null = null;

/**
 * The one store of this process, opened on first use and never at module scope, which would abort the build.
 * A failed opening is tried again by the next caller.
 */
export function embeddedStore(): Promise<Store> {
	const { dataDirectory, storeSeconds } = settings();
	opening ??= openStore({ directory: dataDirectory, questionBudgetMs: storeSeconds * 1_000 }).catch(
		(cause: unknown) => {
			opening = null;
			throw cause;
		}
	);
	return opening;
}

/** Close the store, if it was opened, so that its file is whole on disk. */
export async function closeEmbeddedStore(): Promise<void> {
	const closing = opening;
	opening = null;
	await (await closing)?.close();
}
