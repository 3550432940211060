import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings';
import { SCHEMA_VERSION } from '../store/migrate';
import type { BudgetState } from '../upstream/request-budget';

/** Which host answers, and what is to be known about it. */
export type HostFacts =
	| {
			kind: 'embedded';
			isDemo: boolean;
			/** Bytes in the data folder. */
			folderSize: number;
			schemaVersion: number;
			dataVersion: number;
			isOpen: boolean;
	  }
	| {
			kind: 'upstream';
			/** Where the API is, without what could be secret about it. */
			address: string;
			hasToken: boolean;
			/** Null before the first call. */
			budget: BudgetState | null;
	  };

/**
 * An address as people may see it: no name and password, no query, no fragment.
 * @example publicAddress('https://me:secret@api.example/v1?key=1') // 'https://api.example/v1'
 */
export function publicAddress(address: string): string {
	const { origin, pathname } = new URL(address);
	return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** The sizes of all files in a folder and below, in bytes; what vanishes meanwhile counts nothing. */
export async function folderSize(directory: string): Promise<number> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
	const sizes = entries
		.filter((entry) => entry.isFile())
		.map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The facts of the host that these settings name. */
export async function hostFacts(
	settings: Settings,
	known: { dataVersion: number; budget: BudgetState | null }
): Promise<HostFacts> {
	const { upstream } = settings;
	if (upstream !== null) {
		return {
			kind: 'upstream',
			address: publicAddress(upstream.url),
			hasToken: upstream.token !== null,
			budget: known.budget
		};
	}
	return {
		kind: 'embedded',
		isDemo: settings.demo,
		folderSize: await folderSize(settings.dataDirectory),
		schemaVersion: SCHEMA_VERSION,
		dataVersion: known.dataVersion,
		isOpen: settings.apiToken === null
	};
}
