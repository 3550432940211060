import type { z } from 'zod';
import { windowOf } from '$lib/server/store/window';
import { findForeignFields, toFieldErrors } from './field-errors';
import { accept, refuseFields, type FieldErrors, type FieldPlace, type Outcome } from './refusal';

type Flags = { is_closed?: boolean; is_archived?: boolean };
type Span = { source_updated_after?: string; source_updated_before?: string };
type Buckets = { scale?: string; bucket_minutes?: number };
type Lists = { media_ids?: unknown[]; assignee_ids?: unknown[] };

function isReversed({ source_updated_after: after, source_updated_before: before }: Span): boolean {
	const { start, end } = windowOf(after, before);
	return start !== null && end !== null && start > end;
}

/** What the schema allows field by field, and what still cannot be meant. */
function findContradictions(question: Flags & Span & Buckets & Lists): FieldErrors | null {
	const { is_closed: closed, is_archived: archived, scale, bucket_minutes: minutes } = question;
	if (closed !== undefined && archived !== undefined && closed !== archived) {
		return { is_archived: ['It is the older name of is_closed and contradicts it. Send only is_closed.'] };
	}
	if (isReversed(question)) {
		return { source_updated_before: ['It is earlier than source_updated_after. Swap the two.'] };
	}
	if (minutes !== undefined && scale !== 'HOUR') {
		return { bucket_minutes: ['It goes only with the scale HOUR. Add "scale": "HOUR" or leave it out.'] };
	}
	for (const field of ['media_ids', 'assignee_ids'] as const) {
		if (question[field]?.length === 0) {
			return { [field]: ['An empty list asks for nothing. Name at least one id, or leave the field out.'] };
		}
	}
	return null;
}

export type QuestionSchema = z.ZodObject<z.core.$ZodLooseShape, z.core.$strict>;

/**
 * Check a question against its schema. Cases in order: names and lists that cannot be meant, fields that are wrong
 * by themselves, fields that contradict each other. `largestLimit` is that of the endpoint.
 */
export function parseQuestion<S extends QuestionSchema>(
	schema: S,
	question: Record<string, unknown>,
	{ place, largestLimit }: { place: FieldPlace; largestLimit: number }
): Outcome<z.infer<S>> {
	const foreign = findForeignFields(question, Object.keys(schema.shape));
	if (foreign) return refuseFields(place, foreign);
	const parsed = schema.safeParse(question);
	if (!parsed.success) return refuseFields(place, toFieldErrors(parsed.error, question, largestLimit));
	const contradictions = findContradictions(parsed.data as Flags & Span & Buckets & Lists);
	return contradictions ? refuseFields(place, contradictions) : accept(parsed.data);
}
