import { settle, type Panel, type Report } from '$lib/errors/settle';

/**
 * Turn a question to the records into a value or a safe error, as `settle` does for a host. Records have no age:
 * they are read as they are now.
 */
export function settleRecords<T>(asked: Promise<T>, report: Report): Promise<Panel<T>> {
	return settle(
		asked.then((value) => ({ value, asOf: 0, stale: false })),
		report
	);
}
