import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from './duckdb';
import { QUESTION_BUDGET_MS, Readers } from './reading';

/** A connection whose question runs until it is interrupted. */
function endlessConnection() {
	let stop: (cause: Error) => void = () => undefined;
	const connection = { interrupt: () => stop(new Error('interrupted')) } as unknown as Connection;
	const question = () => new Promise<never>((_, failed) => (stop = failed));
	return { connection, question };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the readers of the store', () => {
	it.each([undefined, 20_000])(
		'stop a question that takes longer than its budget of %s ms',
		async (budget) => {
			const { connection, question } = endlessConnection();
			const answered = vi.fn();
			const asked = new Readers([connection], budget).run(question).catch(answered);
			await vi.advanceTimersByTimeAsync((budget ?? QUESTION_BUDGET_MS) - 1);
			expect(answered).not.toHaveBeenCalled();
			await vi.advanceTimersByTimeAsync(1);
			await asked;
			expect(answered).toHaveBeenCalledWith(expect.objectContaining({ code: 'store_unavailable' }));
		}
	);

	it('give up on a question that waits as long for a connection', async () => {
		const readers = new Readers([], 20_000);
		const answered = vi.fn();
		void readers.run(() => Promise.resolve(1)).catch(answered);
		await vi.advanceTimersByTimeAsync(19_999);
		expect(answered).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(answered).toHaveBeenCalledWith(expect.objectContaining({ code: 'store_unavailable' }));
	});
});
