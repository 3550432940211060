import { z } from 'zod';
import type { SetAsideFilter } from '$lib/server/store/set-aside';

const importSchema = z.coerce.number().int().min(1).max(1_000_000_000);
const reasonSchema = z.string().min(1).max(2_000);

/** Which rows a link or a form asks for. What cannot be read asks for all. */
export function readFilter(get: (key: 'import' | 'reason') => unknown): SetAsideFilter {
	const importId = importSchema.safeParse(get('import') ?? undefined);
	const reason = reasonSchema.safeParse(get('reason') ?? undefined);
	return {
		importId: importId.success ? importId.data : null,
		reason: reason.success ? reason.data : null
	};
}
