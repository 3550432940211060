import { z } from 'zod';
import { addressSchema, answeredSchema, type OutboxRow } from '$lib/server/outbox/outbox-row';

/** What the forms of a thread and of a row send. Texts are as they were typed. */
export type Fields = (name: string) => string;

/** The fields of a form; a file, or one that is not there, is an empty text. */
export async function readFields(request: Request): Promise<Fields> {
	const form = await request.formData();
	return (name) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
}

const numeral = z
	.string()
	.regex(/^\d{1,16}$/)
	.transform(Number);

const placeSchema = z.object({ address: addressSchema, answered: answeredSchema });

/** Where a reply goes, by the hidden fields of its form; null where they are not those of a form of ours. */
export function readPlace(field: Fields): Pick<OutboxRow, 'address' | 'answered'> | null {
	const orNull = (text: string) => (text === '' ? null : text);
	const brandId = numeral.safeParse(field('brand')).data;
	const time = field('time') === '' ? null : numeral.safeParse(field('time')).data;
	const address =
		field('conversation') !== ''
			? { kind: 'message', brandId, conversationId: field('conversation') }
			: {
					kind: 'comment',
					brandId,
					platform: field('platform'),
					commentId: field('comment'),
					mediaId: orNull(field('media'))
				};
	const reading = placeSchema.safeParse({
		address,
		answered: { interactionId: field('interaction'), time }
	});
	return reading.success ? reading.data : null;
}

const pick = <const T extends string>(value: string, names: readonly T[]): T | null =>
	names.find((name) => name === value) ?? null;

/** What a form wants to change about one message, or about the conversation that it belongs to. */
export type Wish =
	| { kind: 'close' | 'open' }
	| { kind: 'untag'; tagId: number }
	| { kind: 'tag'; name: string; makes: boolean };

/** What is to be changed: a form that says nothing else means its tag. */
export function readWish(field: Fields): Wish {
	const set = pick(field('set'), ['close', 'open']);
	if (set !== null) return { kind: set };
	const tagId = numeral.safeParse(field('remove')).data;
	if (tagId !== undefined) return { kind: 'untag', tagId };
	const name = field('tag').trim().replace(/\s+/g, ' ');
	return { kind: 'tag', name, makes: field('make') === 'yes' };
}
