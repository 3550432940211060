/**
 * Wait for a promise, but not longer than some milliseconds: its value when it came in time, else the promise
 * itself in a wrapper, so that it can stream after the page. The promise must never reject.
 * @example await inTime(panel, 400) // { ready: panel } or { later: Promise<panel> }
 */
export async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<InTime<T>> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), milliseconds);
	});
	const first = await Promise.race([promise.then((value) => ({ value })), tooLate]);
	clearTimeout(timer);
	return first === null ? { later: promise } : { ready: first.value };
}

export type InTime<T> = { ready: T; later?: undefined } | { ready?: undefined; later: Promise<T> };
