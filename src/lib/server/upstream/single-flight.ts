/** One run per key at a time, however many ask. */
export type SingleFlight<T> = {
	/** Join the run of this key, or start it. The run must not reject. */
	run: (key: string, start: () => Promise<T>) => Promise<T>;
};

/** A run belongs to nobody: it goes on when the caller who started it has left. */
export function createSingleFlight<T>(): SingleFlight<T> {
	const flights = new Map<string, Promise<T>>();
	return {
		run(key, start) {
			const flying = flights.get(key);
			if (flying !== undefined) return flying;
			const flight = start().finally(() => flights.delete(key));
			flights.set(key, flight);
			return flight;
		}
	};
}

/**
 * Wait for a run, but no longer than the caller is there.
 * @throws the reason of the signal, once it is aborted
 */
export function waitUnless<T>(run: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return run;
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason as Error);
		if (signal.aborted) return leave();
		signal.addEventListener('abort', leave, { once: true });
		run.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
	});
}
