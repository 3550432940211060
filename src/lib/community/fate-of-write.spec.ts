import { describe, expect, it } from 'vitest';
import { errorOfStatus, errorOfThrown } from './failure';
import { fateOfWrite, type WriteFate } from './fate-of-write';
import { hostWords } from './host-words';
import { malformed } from './normalise/malformed';
import { CommunityError } from '$lib/errors/community-error';

const thrown = (code: string) => errorOfThrown(Object.assign(new Error(code), { code }));
const answered = (status: number, body = '') => errorOfStatus({ status, headers: new Headers() }, body, 0);

describe('what becomes of a write that failed', () => {
	it.each<[string, WriteFate]>([
		['ECONNREFUSED', 'not_sent'],
		['ENOTFOUND', 'not_sent'],
		['UND_ERR_CONNECT_TIMEOUT', 'not_sent'],
		['ORIGIN_REFUSED', 'not_sent'],
		['ECONNRESET', 'unknown'],
		['EPIPE', 'unknown'],
		['UND_ERR_SOCKET', 'unknown'],
		['UND_ERR_HEADERS_TIMEOUT', 'unknown'],
		['UND_ERR_BODY_TIMEOUT', 'unknown'],
		['CALL_TIMEOUT', 'unknown'],
		['WHO_KNOWS', 'unknown']
	])('%s: %s', (code, fate) => expect(fateOfWrite(thrown(code))).toBe(fate));

	it.each<[number, WriteFate]>([
		[301, 'refused'],
		[400, 'refused'],
		[401, 'refused'],
		[403, 'refused'],
		[404, 'refused'],
		[409, 'refused'],
		[422, 'refused'],
		[429, 'not_sent'],
		[408, 'unknown'],
		[500, 'unknown'],
		[502, 'unknown'],
		[503, 'unknown'],
		[504, 'unknown']
	])('an answer of %i: %s', (status, fate) => expect(fateOfWrite(answered(status))).toBe(fate));

	it('is unknown where the host said yes in a way that nobody can read', () => {
		expect(fateOfWrite(malformed(null, 'the body is not JSON'))).toBe('unknown');
	});

	it('is not sent where our own check stopped it', () => {
		expect(fateOfWrite(new CommunityError('query_invalid', { details: { field: 'text' } }))).toBe('not_sent');
	});
});

describe('why a host refused, in its own words', () => {
	const words = (body: unknown) =>
		hostWords(answered(422, typeof body === 'string' ? body : JSON.stringify(body)));

	it('are the sentences about its fields, or else its message', () => {
		const errors = { json: { text: ['Too long.', 'Too long.'], media_id: 'Unknown.' } };
		expect(words({ message: 'Not understood.', errors })).toEqual(['Too long.', 'Unknown.']);
		expect(words({ message: 'The window has closed.' })).toEqual(['The window has closed.']);
	});

	it.each(['', '<html>', '[]', '7', 'null', { code: 422 }, { message: 7 }, { message: ' ' }])(
		'are none in %j',
		(body) => expect(words(body)).toEqual([])
	);

	it('are kept short, and text whatever they say', () => {
		const [sentence] = words({ message: `<b>${'x'.repeat(900)}` });
		expect(sentence).toMatch(/^<b>x+$/);
		expect(sentence).toHaveLength(300);
		expect(words({ errors: Array.from({ length: 90 }, (_, index) => `no ${index}`) })).toHaveLength(5);
	});
});
