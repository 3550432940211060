import { z } from 'zod';
import { SENTIMENTS } from '$lib/community/vocabulary';

/** The version of the shape in which an audit is kept. */
export const AUDIT_VERSION = 1;

/** How many messages an audit can have. */
export const LEAST_SIZE = 30;
export const MOST_SIZE = 400;
export const USUAL_SIZE = 100;

/** Seeds are whole numbers from 1 to this. */
export const MOST_SEED = 999_999;

/** How much of a message is kept, in UTF-16 units: what a person reads before they rate it. */
export const LONGEST_TEXT = 2_000;

const sentimentSchema = z.enum(SENTIMENTS);
const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What a person can say of a message; `unsure` is "can't say". */
export const ratingSchema = z.enum([...SENTIMENTS, 'unsure']);
export type Rating = z.output<typeof ratingSchema>;

/** One drawn message. `label` is what was reported of it when it was drawn, and is hidden until the audit is finished. */
const drawnMessageSchema = z.object({
	id: z.string().min(1),
	brandId: z.int(),
	type: z.string(),
	/** When it was last updated, in milliseconds since 1970, and the audit's calendar day of that. */
	time: z.number().nullable(),
	day: day.nullable(),
	text: z.string(),
	isCut: z.boolean(),
	label: sentimentSchema,
	rating: ratingSchema.nullable()
});
export type DrawnMessage = z.output<typeof drawnMessageSchema>;

const intervalSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/**
 * One audit: a random sample of rated messages, what was reported of all of them when it was drawn, and what a person
 * says. Times are milliseconds since 1970.
 */
export const auditSchema = z.object({
	version: z.literal(AUDIT_VERSION),
	id: z.string().regex(/^[0-9a-z]{6,32}$/),
	createdAt: count,
	/** When the ratings were closed; null while they can change. */
	finishedAt: count.nullable(),
	/** The canonical link of the messages, with days instead of a range, without `?`. */
	query: z.string(),
	brands: z.array(z.object({ id: z.int(), name: z.string() })),
	from: day,
	to: day,
	timeZone: z.string(),
	/** How many were asked for; fewer are drawn where there are fewer. */
	size: z.int().min(1),
	seed: z.int().min(0),
	reported: z.object({
		counts: z.object({ negative: count, neutral: count, positive: count }),
		negative: intervalSchema,
		neutral: intervalSchema,
		positive: intervalSchema,
		net: intervalSchema,
		asOf: count
	}),
	/** How many messages the host lists, and how many of the drawn places held one without a label. */
	listed: count,
	passedOver: count,
	messages: z.array(drawnMessageSchema).min(1)
});
export type Audit = z.output<typeof auditSchema>;

/** An audit in a list, without its messages and their labels. */
export type AuditSummary = Pick<
	Audit,
	'id' | 'createdAt' | 'finishedAt' | 'brands' | 'from' | 'to' | 'timeZone' | 'seed'
> & { drawn: number; rated: number };

/** How many messages have a rating, "can't say" among them. */
export const ratedIn = (audit: Audit): number =>
	audit.messages.filter(({ rating }) => rating !== null).length;

/** What a list may know of an audit, whether it is finished or not. */
export function summaryOf(audit: Audit): AuditSummary {
	const { id, createdAt, finishedAt, brands, from, to, timeZone, seed } = audit;
	return {
		id,
		createdAt,
		finishedAt,
		brands,
		from,
		to,
		timeZone,
		seed,
		drawn: audit.messages.length,
		rated: ratedIn(audit)
	};
}
