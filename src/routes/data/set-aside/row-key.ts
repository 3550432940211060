import { error } from '@sveltejs/kit';
import type { SetAsideKey } from '$lib/server/store/set-aside';

/** How a row set aside is named in an address: its import and its line. @example rowName({ importId: 3, line: 12 }) // '3-12' */
export function rowName({ importId, line }: SetAsideKey): string {
	return `${importId}-${line}`;
}

/** The row that an address names; what names none is not found. */
export function rowKey(name: string): SetAsideKey {
	const [, importId, line] = /^(\d{1,9})-(\d{1,15})$/.exec(name) ?? [];
	if (importId === undefined || line === undefined) error(404, 'Not Found');
	return { importId: Number(importId), line: Number(line) };
}
