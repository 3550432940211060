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

/** Whoever asks late still gets a moment, in milliseconds: enough for an answer that was kept. */
const LEAST_PATIENCE = 50;

/**
 * A patience that runs from now on: what is left of it whenever it is asked, and never less than a moment.
 * @example const left = patience(150); await slowHost(); left() // 50
 */
export function patience(milliseconds: number): () => number {
	const start = performance.now();
	return () => Math.max(LEAST_PATIENCE, milliseconds - (performance.now() - start));
}

export type InTime<T> = { ready: T; later?: undefined } | { ready?: undefined; later: Promise<T> };

export type AllInTime<T extends Record<string, Promise<unknown>>> = { [K in keyof T]: InTime<Awaited<T[K]>> };

/**
 * The same for several promises at once: what is ready within the time, and the rest as promises. None may reject.
 * @example const panels = await allInTime({ trend, keywords }, 400)
 */
export async function allInTime<T extends Record<string, Promise<unknown>>>(
	promises: T,
	milliseconds: number
): Promise<AllInTime<T>> {
	const entries = Object.entries(promises).map(
		async ([key, promise]) => [key, await inTime(promise, milliseconds)] as const
	);
	return Object.fromEntries(await Promise.all(entries)) as AllInTime<T>;
}
