import { describe, expect, it } from 'vitest';
import { CommunityError } from '$lib/errors/community-error';
import { errorOfStatus, errorOfThrown } from './failure';

const coded = (code: string, name = 'Error') => Object.assign(new Error(code), { code, name });

describe('errorOfThrown', () => {
	it.each([
		['UND_ERR_CONNECT_TIMEOUT', 'upstream_timeout'],
		['UND_ERR_HEADERS_TIMEOUT', 'upstream_timeout'],
		['UND_ERR_BODY_TIMEOUT', 'upstream_timeout'],
		['ETIMEDOUT', 'upstream_timeout'],
		['ECONNREFUSED', 'upstream_unreachable'],
		['ECONNRESET', 'upstream_unreachable'],
		['ENOTFOUND', 'upstream_unreachable'],
		['EAI_AGAIN', 'upstream_unreachable'],
		['UND_ERR_SOCKET', 'upstream_unreachable'],
		['CERT_HAS_EXPIRED', 'upstream_unreachable'],
		['ADDRESS_REFUSED', 'upstream_unreachable'],
		['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'upstream_malformed'],
		['ERR_BUFFER_TOO_LARGE', 'upstream_malformed'],
		['ERR_ENCODING_UNKNOWN', 'upstream_malformed'],
		['Z_BUF_ERROR', 'upstream_malformed'],
		['HPE_INVALID_CONSTANT', 'upstream_malformed']
	])('calls %s %s, also where fetch wraps it', (code, expected) => {
		const cause = coded(code);
		expect(errorOfThrown(cause)).toMatchObject({ code: expected, cause });
		expect(errorOfThrown(new TypeError('fetch failed', { cause })).code).toBe(expected);
	});

	it('calls an abort and a timeout upstream_timeout', () => {
		expect(errorOfThrown(new DOMException('gone', 'AbortError')).code).toBe('upstream_timeout');
		expect(errorOfThrown(new DOMException('slow', 'TimeoutError')).code).toBe('upstream_timeout');
	});

	it('looks at the first address where several were tried', () => {
		const tried = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
		expect(errorOfThrown(tried).code).toBe('upstream_unreachable');
		expect(errorOfThrown(new AggregateError([coded('ETIMEDOUT')])).code).toBe('upstream_timeout');
	});

	it('ends with a cause that is its own cause', () => {
		const circle = new Error('circle');
		circle.cause = circle;
		expect(errorOfThrown(circle).code).toBe('upstream_unreachable');
	});

	it('leaves an error with a code alone', () => {
		const error = new CommunityError('forbidden');
		expect(errorOfThrown(error)).toBe(error);
	});
});

describe('errorOfStatus', () => {
	const fail = (status: number, body = '', headers = {}) =>
		errorOfStatus({ status, headers: new Headers(headers) }, body, 0);

	it.each([
		[301, 'upstream_refused'],
		[302, 'upstream_refused'],
		[400, 'query_invalid'],
		[401, 'upstream_refused'],
		[403, 'upstream_refused'],
		[404, 'not_found'],
		[405, 'upstream_refused'],
		[408, 'upstream_timeout'],
		[413, 'upstream_refused'],
		[422, 'query_invalid'],
		[429, 'upstream_rate_limited'],
		[500, 'upstream_failed'],
		[502, 'upstream_failed'],
		[503, 'upstream_failed'],
		[504, 'upstream_timeout']
	])('calls the status %i %s', (status, code) => {
		expect(fail(status)).toMatchObject({ code, status });
	});

	it('goes by the status alone, whatever the body claims', () => {
		expect(fail(401, '{"code": 429, "status": "Too Many Requests"}').code).toBe('upstream_refused');
	});

	it('keeps the fields at fault of a 422, from the body and from the address', () => {
		const body = JSON.stringify({
			errors: { json: { scale: ['Not a scale.'] }, query: { limit: 'Too large.' } }
		});
		expect(fail(422, body).details).toMatchObject({
			field: 'scale',
			errors: { scale: ['Not a scale.'], limit: ['Too large.'] }
		});
	});

	it.each([
		'',
		'no',
		'null',
		'[]',
		'{"errors": null}',
		'{"errors": {"json": [1]}}',
		'{"errors": {"json": {"a": [1]}}}'
	])('reads a 422 whose body is %j', (body) => {
		expect(fail(422, body).code).toBe('query_invalid');
	});

	it('keeps the start of the body for the log, and the hint of a 429 and a 503', () => {
		expect(fail(500, 'x'.repeat(5000)).details.body).toHaveLength(2000);
		expect(fail(429, '', { 'retry-after': '9' }).details.retryAfter).toBe(9);
		expect(fail(503, '', { 'retry-after': '9' }).details.retryAfter).toBe(9);
		expect(fail(429).details).toEqual({});
		expect(fail(500, '', { 'retry-after': '9' }).details).toEqual({});
	});
});
