import type { z } from 'zod';
import type { FieldErrors } from './refusal';

const ISO = 'Use an ISO 8601 date or date and time, such as 2024-08-15 or 2024-08-15T00:00:00-04:00';
const FLAG = 'Give true or false.';

/** What each field takes, as the fix that a refusal offers. */
const TAKES: Record<string, string> = {
	brand_ids: 'Give 1 to 200 brand ids, each a whole number from 1, such as 144.',
	brand_id: 'Give one brand id, a whole number from 1.',
	source_updated_after: `${ISO}.`,
	source_updated_before: `${ISO}.`,
	types: 'Give 1 to 50 type names such as INSTAGRAM_COMMENT, or leave the field out for all types.',
	query: 'Give a text of at most 500 characters; a comma means "or".',
	tag_ids: 'Give at most 50 tag ids, each a whole number from 1.',
	is_positive: FLAG,
	is_neutral: FLAG,
	is_negative: FLAG,
	is_closed: FLAG,
	is_archived: FLAG,
	is_question: FLAG,
	is_read: FLAG,
	is_spam: FLAG,
	message_nested_date_filter: FLAG,
	media_ids: 'Give at most 200 post ids, each a whole number from 1 or a text of at most 200 characters.',
	assignee_ids: 'Give at most 200 user ids, each a whole number from 1.',
	scale: 'Use one of HOUR, DAY, WEEK, MONTH, QUARTER.',
	bucket_minutes: 'Use 15, 30 or 60, and only together with the scale HOUR.',
	offset: 'Give a whole number from 0 to 100000000.',
	must_include_text: FLAG,
	media_id: 'Give one post id, a whole number from 1 or a text of 1 to 200 characters.',
	comment_id: 'Give the id of one comment, such as the facebook_comment_id of its row.',
	parent_comment_id: 'Give the id of the comment to answer, such as the facebook_comment_id of its row.',
	text: 'Give the text of the reply.',
	name: 'Give a name of 1 to 64 characters.',
	color: 'Give a colour such as #1A2B3C, in capital letters.',
	add_tag_ids: 'Give 1 to 50 tag ids, each a whole number from 1.',
	remove_tag_ids: 'Give 1 to 50 tag ids, each a whole number from 1.'
};

/** Documented by Dash Social, but about things that the embedded store does not hold. */
const UNSUPPORTED = new Set([
	'ai_category_ids',
	'assignee_id',
	'interaction_rule_id',
	'interaction_rule_ids',
	'is_follow_up',
	'message_content',
	'multiple_keywords',
	'operators',
	'response_recommended',
	'subtype',
	'ticket_id'
]);

/** Fields of other endpoints, so that a mix-up is called by its name. */
const ELSEWHERE = new Map([
	['scale', 'sentiment_time_series and volume_time_series'],
	['bucket_minutes', 'sentiment_time_series and volume_time_series'],
	['limit', 'top_keywords and the lists'],
	['offset', 'the lists'],
	['sort', 'community_interactions and the conversations'],
	[
		'brand_id',
		'community_interactions, media and the threads; the statistics and the list of tags take brand_ids'
	],
	[
		'brand_ids',
		'the statistics and the list of tags; community_interactions, media and the threads take brand_id'
	]
]);

/** Longer lists than any field takes are refused before each of their items is looked at. */
const LONGEST_LIST = 500;
const LONGEST_NAME = 64;
const MOST_UNKNOWN = 20;

function whyUnknown(field: string, known: readonly string[]): string {
	if (UNSUPPORTED.has(field)) return 'The embedded host does not support this field. Leave it out.';
	const home = ELSEWHERE.get(field);
	if (home) return `This field belongs to ${home}. Leave it out.`;
	return `There is no such field. Use only ${known.join(', ')}.`;
}

const shorten = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

/**
 * The fields of a question that cannot be meant, found before the schema looks at it: names that it does not know,
 * and lists beyond any length. Null when there are none.
 */
export function findForeignFields(
	question: Record<string, unknown>,
	known: readonly string[]
): FieldErrors | null {
	const entries = Object.entries(question);
	const unknown = entries.filter(([field]) => !known.includes(field)).slice(0, MOST_UNKNOWN);
	const endless = entries.filter(([, value]) => Array.isArray(value) && value.length > LONGEST_LIST);
	if (unknown.length + endless.length === 0) return null;
	const reasons: [string, string[]][] = [
		...endless.map(([field]): [string, string[]] => [shorten(field), [TAKES[field] ?? 'It is too long.']]),
		...unknown.map(([field]): [string, string[]] => [shorten(field), [whyUnknown(field, known)]])
	];
	return Object.fromEntries(reasons);
}

/** What a field takes that has a few words to choose from, which differ between endpoints. */
function optionsOf(issue: z.core.$ZodIssue): string | null {
	return issue.code === 'invalid_value' ? `Use one of ${issue.values.join(', ')}.` : null;
}

function sentenceFor(issue: z.core.$ZodIssue, question: Record<string, unknown>, limit: number): string {
	const [field, position] = issue.path;
	const name = String(field);
	const fix =
		name === 'limit'
			? `Give a whole number from 1 to ${limit}.`
			: (TAKES[name] ?? optionsOf(issue) ?? issue.message);
	if (issue.path.length === 1 && question[name] === undefined) return `This field is required. ${fix}`;
	return typeof position === 'number' ? `Item ${position + 1} is wrong. ${fix}` : fix;
}

/** What Zod found wrong, by field, in words that say what the field takes. `limit` is the endpoint's largest. */
export function toFieldErrors(
	error: z.ZodError,
	question: Record<string, unknown>,
	limit: number
): FieldErrors {
	const byField = new Map<string, string[]>();
	for (const issue of error.issues) {
		const field = String(issue.path[0] ?? 'body');
		const sentences = byField.get(field) ?? [];
		byField.set(field, [...sentences, sentenceFor(issue, question, limit)]);
	}
	return Object.fromEntries([...byField].map(([field, sentences]) => [field, [...new Set(sentences)]]));
}
