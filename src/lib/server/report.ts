import { randomUUID } from 'node:crypto';
import type { Report } from '$lib/errors/settle';
import { log } from './log';

/** Write an error with its cause to the log; the page shows only the reference that this returns. */
export const report: Report = (error) => {
	const reference = randomUUID();
	log.error(`${error.code} ${reference}`, error);
	return reference;
};
