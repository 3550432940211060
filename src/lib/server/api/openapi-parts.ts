import { z } from 'zod';
import { json, type Json, type ShapeName } from './openapi-shapes';

const integer = (description: string) => ({ description, schema: { type: 'integer' } });

export const HEADERS = {
	'x-ratelimit-limit': integer('Calls a minute, over all endpoints together.'),
	'x-ratelimit-remaining': integer('Calls left in this window.'),
	'x-ratelimit-reset': integer('When the window ends, in UNIX seconds.'),
	'retry-after': integer('How many seconds to wait.'),
	'x-undertone-as-of': {
		description: 'When the host counted.',
		schema: { type: 'string', format: 'date-time' }
	}
};
type HeaderName = keyof typeof HEADERS;

const LIMITS: HeaderName[] = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

function headers(...names: HeaderName[]): Json {
	const all = [...LIMITS, ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]);
	return Object.fromEntries(all) as Json;
}

function refusal(description: string, ...names: HeaderName[]): Json {
	return { description, headers: headers(...names), content: json('Error') };
}

export const REFUSALS = {
	'401': refusal('No token, or a wrong one.'),
	'403': refusal('A brand that the token cannot see: the whole request is refused.'),
	'404': refusal('Nothing has the id that the address or the question names.'),
	'405': refusal('Another method than the documented one.'),
	'413': refusal('A body above 512 KiB.'),
	'422': refusal('A question that cannot be understood; `errors` names each field and the fix.'),
	'429': refusal('The budget is used up.', 'retry-after'),
	'500': refusal('The answer could not be computed.'),
	'503': refusal('The store is away.', 'retry-after')
};

/** What an endpoint answers: a shape under the status of success, and every refusal. */
export function responses(description: string, answer: ShapeName, success: '200' | '201' = '200'): Json {
	const refused = Object.keys(REFUSALS).map((status) => [
		status,
		{ $ref: `#/components/responses/${status}` }
	]);
	const answered = { description, headers: headers('x-undertone-as-of'), content: json(answer) };
	return { [success]: answered, ...Object.fromEntries(refused) };
}

/** One of the statistics: a question by POST. */
export function statistic(
	operationId: string,
	summary: string,
	question: ShapeName,
	answer: ShapeName
): Json {
	const requestBody = { required: true, content: json(question) };
	return { post: { operationId, summary, requestBody, responses: responses(summary, answer) } };
}

/** Lists in an address are written with commas; the schema says so by `style` and `explode`. */
export function parameters(schema: z.ZodObject): Json[] {
	const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
	return Object.entries(properties).map(([name, property]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		...((property as Json).type === 'array' && { style: 'form', explode: false }),
		schema: property
	}));
}

/** A question by GET. */
export function list(operationId: string, summary: string, question: z.ZodObject, answer: ShapeName): Json {
	return {
		get: { operationId, summary, parameters: parameters(question), responses: responses(summary, answer) }
	};
}

const IDEMPOTENCY_KEY = {
	name: 'idempotency-key',
	in: 'header',
	required: false,
	description: 'Names this reply: the same key again is the same reply, and is taken once [E].',
	schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' }
};

type Order = { operationId: string; summary: string; body: ShapeName; answer: ShapeName };

/** A call that makes something new. */
export function making({ operationId, summary, body, answer }: Order, ...more: Json[]): Json {
	const requestBody = { required: true, content: json(body) };
	const parameters = more.length > 0 ? { parameters: more } : {};
	return {
		post: { operationId, summary, ...parameters, requestBody, responses: responses(summary, answer, '201') }
	};
}

/** A call that replies, which may carry a key of its own. */
export function replying(order: Order, ...more: Json[]): Json {
	return making(order, IDEMPOTENCY_KEY, ...more);
}

/** A call that changes what is there. */
export function changing({ operationId, summary, body, answer }: Order, ...more: Json[]): Json {
	const requestBody = { required: true, content: json(body) };
	const parameters = more.length > 0 ? { parameters: more } : {};
	return {
		patch: { operationId, summary, ...parameters, requestBody, responses: responses(summary, answer) }
	};
}

/** What is the same for every method of an address with an id in it. */
export function withId(name: string, description: string, operations: Json): Json {
	const id = { name, in: 'path', required: true, description, schema: { type: 'string' } };
	return { parameters: [id], ...operations };
}
