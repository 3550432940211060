import { randomUUID } from 'node:crypto';
import type { ReplyProblem } from '$lib/replies/reply-rules';
import { replyProblemWords } from '$lib/wording/reply-words';
import { readJsonBody } from './json-body';
import { parseQuestion, type QuestionSchema } from './parse-question';
import { accept, refuseFields, type Outcome } from './refusal';
import type { z } from 'zod';

const PARSING = { place: 'json', largestLimit: 100 } as const;

/** The body of a call that changes something, checked against its schema. */
export async function readBody<S extends QuestionSchema>(
	request: Request,
	schema: S
): Promise<Outcome<z.infer<S>>> {
	const body = await readJsonBody(request);
	return body.ok ? parseQuestion(schema, body.value, PARSING) : body;
}

/**
 * The name of a reply: what `idempotency-key` says, else one that no other reply has.
 * @see docs/api.md, which says what is promised for it
 */
export function replyName(request: Request): Outcome<string> {
	const key = request.headers.get('idempotency-key');
	if (key === null) return accept(randomUUID());
	if (/^[\x21-\x7e]{1,255}$/.test(key)) return accept(key);
	return refuseFields('json', { 'idempotency-key': ['Give 1 to 255 visible ASCII characters.'] });
}

/** The refusal of a reply that a platform would not take, with every reason. */
export function refuseReply(problems: readonly ReplyProblem[]): Outcome<never> {
	const fields = Map.groupBy(problems, ({ field }) => field);
	return refuseFields(
		'json',
		Object.fromEntries([...fields].map(([field, own]) => [field, own.map(replyProblemWords)]))
	);
}

/** Why a name cannot be one: nobody could see it, or it holds what is no character. */
export function nameProblem(name: string): string | null {
	if (!name.isWellFormed() || /[\u0000-\u001f\u007f-\u009f]/.test(name)) {
		return 'It holds a control character or half a character. Take it out.';
	}
	return /^[\s\p{Cf}\p{Mn}]*$/u.test(name)
		? 'Nobody could see this name. Give one of 1 to 64 characters.'
		: null;
}
