import { describe, expect, it } from 'vitest';
import { CommunityError, ERROR_CODES, ERROR_TABLE } from './community-error';
import { describeError, statusOf, toCommunityError } from './describe-error';
import { settle, type Report } from './settle';

function createReport(): { report: Report; reported: CommunityError[] } {
	const reported: CommunityError[] = [];
	return { reported, report: (error) => `ref-${reported.push(error)}` };
}

describe('settle', () => {
	it('gives an answer with its age', async () => {
		const { report, reported } = createReport();
		const panel = await settle(Promise.resolve({ value: [1, 2], asOf: 5, stale: true }), report);
		expect(panel).toEqual({ ok: true, value: [1, 2], asOf: 5, stale: true });
		expect(reported).toEqual([]);
	});

	it('gives a failure as plain values, without its cause, under the reference of its log line', async () => {
		const { report, reported } = createReport();
		const cause = new Error('token abc is wrong');
		const error = new CommunityError('upstream_rate_limited', {
			cause,
			details: { retryAfter: 12, body: 'abc' }
		});
		const panel = await settle(Promise.reject(error), report);
		expect(panel).toEqual({
			ok: false,
			error: {
				code: 'upstream_rate_limited',
				sentence: ERROR_TABLE.upstream_rate_limited.sentence,
				retryHelps: true,
				retryAfter: 12,
				reference: 'ref-1'
			}
		});
		expect(JSON.stringify(panel)).not.toContain('abc');
		expect(reported).toEqual([error]);
	});

	it.each([[new TypeError('x is undefined')], ['a text'], [undefined], [null], [{ code: 'forbidden' }]])(
		'turns %s, which nobody foresaw, into store_unavailable and reports its cause',
		async (thrown) => {
			const { report, reported } = createReport();
			const panel = await settle(Promise.reject(thrown as Error), report);
			expect(panel).toMatchObject({ ok: false, error: { code: 'store_unavailable', reference: 'ref-1' } });
			expect(reported[0]?.cause).toBe(thrown);
		}
	);

	it('attaches its catch at creation, so that a failure nobody waits for ends no process', async () => {
		const unhandled: unknown[] = [];
		const listen = (reason: unknown) => unhandled.push(reason);
		process.on('unhandledRejection', listen);
		const panel = settle(Promise.reject(new Error('early')), createReport().report);
		await new Promise((resolve) => setImmediate(resolve));
		process.off('unhandledRejection', listen);
		expect(unhandled).toEqual([]);
		expect((await panel).ok).toBe(false);
	});

	it('does not reject when the answer is no answer or the log cannot be written', async () => {
		const broken: Report = () => {
			throw new Error('disk full');
		};
		const panel = await settle(
			Promise.resolve(undefined as unknown as { value: 1; asOf: 0; stale: false }),
			broken
		);
		expect(panel).toMatchObject({ ok: false, error: { code: 'store_unavailable', reference: 'not logged' } });
	});
});

describe('describeError', () => {
	it.each(ERROR_CODES)('has a status from 400 to 599 and one whole sentence or two for %s', (code) => {
		const error = new CommunityError(code);
		expect(statusOf(error)).toBe(ERROR_TABLE[code].status);
		expect(statusOf(error)).toBeGreaterThanOrEqual(400);
		expect(statusOf(error)).toBeLessThan(600);
		expect(describeError(error, 'r').sentence).toMatch(/^[A-Z].*\.$/);
	});

	it('leaves an error that has a code as it is, whichever bundle made it', () => {
		const foreign = Object.assign(new Error('x'), { code: 'not_found' });
		expect(toCommunityError(foreign)).toBe(foreign);
		expect(describeError(foreign as CommunityError, 'r').retryAfter).toBeNull();
	});
});
