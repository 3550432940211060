import { platformOfType } from '$lib/community/vocabulary';
import { replyWindow } from './reply-window';
import { measureText, textLimit, type TextUnit } from './text-limit';

/** What is to be answered; null where the host does not say. Times are milliseconds since 1970. */
export type ReplyTarget =
	| { kind: 'message'; type: string | null; isGroup: boolean | null; lastReceivedAt: number | null }
	/** `parentCommentId` is what the comment itself answers; null for a root comment. */
	| { kind: 'comment'; type: string; parentCommentId: string | null };

/** Why a reply cannot be sent, by the field at fault; `lib/wording/reply-words` says each with its fix. */
export type ReplyProblem =
	| { field: 'text'; rule: 'empty' }
	| { field: 'text'; rule: 'broken' }
	| { field: 'text'; rule: 'too_long'; length: number; most: number; unit: TextUnit }
	| { field: 'text'; rule: 'emoji'; found: string[] }
	| { field: 'conversation_id'; rule: 'group' }
	| { field: 'conversation_id'; rule: 'window_closed'; platform: string; closesAt: number }
	| { field: 'parent_comment_id'; rule: 'reply_to_reply' };

/** What whoever replies should know, though it does not stop them. */
export type ReplyNote =
	| { rule: 'window_open'; platform: string; closesAt: number; left: number }
	| { rule: 'mentions_become_text'; mentions: string[] };

export type ReplyCheck = { text: string; problems: ReplyProblem[]; notes: ReplyNote[] };

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const INVISIBLE = /^[\s\p{Cf}\p{Mn}]*$/u;
const EMOJI = /[0-9#*]\ufe0f?\u20e3|\p{RI}\p{RI}|(?![©®™](?!\ufe0f))\p{ExtPict}/gu;
const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?/gu;
const MOST_NAMED = 5;

/** The text as it is sent: lines end in one sign, and nothing but the text itself stands at its ends. */
export function replyText(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim();
}

function found(text: string, what: RegExp): string[] {
	return [...new Set(text.match(what) ?? [])].slice(0, MOST_NAMED);
}

/** Cases in order: nothing that anybody could see, half a character or a control character, longer than allowed. */
function textProblem(text: string, type: string | null): ReplyProblem | null {
	if (INVISIBLE.test(text)) return { field: 'text', rule: 'empty' };
	if (!text.isWellFormed() || CONTROL.test(text)) return { field: 'text', rule: 'broken' };
	const { most, unit } = textLimit(type);
	const length = measureText(text, unit);
	return length > most ? { field: 'text', rule: 'too_long', length, most, unit } : null;
}

function messageRules(target: ReplyTarget & { kind: 'message' }, now: number): Omit<ReplyCheck, 'text'> {
	const problems: ReplyProblem[] = [];
	const notes: ReplyNote[] = [];
	const window = replyWindow(target.type, target.lastReceivedAt, now);
	const platform = platformOfType(target.type ?? '');
	if (target.isGroup === true) problems.push({ field: 'conversation_id', rule: 'group' });
	if (window?.isOpen === false) {
		problems.push({ field: 'conversation_id', rule: 'window_closed', platform, closesAt: window.closesAt });
	} else if (window !== null) {
		notes.push({ rule: 'window_open', platform, closesAt: window.closesAt, left: window.left });
	}
	return { problems, notes };
}

function commentRules(target: ReplyTarget & { kind: 'comment' }, text: string): Omit<ReplyCheck, 'text'> {
	const platform = platformOfType(target.type);
	const problems: ReplyProblem[] = [];
	if (platform === 'youtube') {
		const emoji = found(text, EMOJI);
		if (emoji.length > 0) problems.push({ field: 'text', rule: 'emoji', found: emoji });
		if (target.parentCommentId !== null) {
			problems.push({ field: 'parent_comment_id', rule: 'reply_to_reply' });
		}
	}
	const mentions = platform === 'tiktok' ? found(text, MENTION) : [];
	return { problems, notes: mentions.length > 0 ? [{ rule: 'mentions_become_text', mentions }] : [] };
}

/**
 * What the platforms allow of a reply, before it is sent: every problem at once, and what one should know. `text` is
 * what would be sent. A host may refuse for other reasons still.
 * Source: Dash Social, Community guide (window, groups, TikTok mentions, YouTube); the lengths are the platforms' own.
 * @param now milliseconds since 1970
 * @example checkReply({ kind: 'comment', type: 'YOUTUBE_COMMENT', parentCommentId: null }, 'Thanks 😍', 0).problems
 */
export function checkReply(target: ReplyTarget, written: string, now: number): ReplyCheck {
	const text = replyText(written);
	const ofText = textProblem(text, target.type);
	const rules = target.kind === 'message' ? messageRules(target, now) : commentRules(target, text);
	const problems = ofText === null ? rules.problems : [ofText, ...rules.problems];
	return { text, problems, notes: rules.notes };
}
