import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTION_TYPES } from '$lib/community/vocabulary';
import { replyNoteWords, replyProblemWords, timeLeftWords } from '$lib/wording/reply-words';
import { checkReply, type ReplyTarget } from './reply-rules';
import { replyWindow } from './reply-window';
import { measureText, textLimit } from './text-limit';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 6, 2);

const message = (parts: Partial<ReplyTarget & { kind: 'message' }> = {}): ReplyTarget => ({
	kind: 'message',
	type: 'INSTAGRAM_CONVERSATION',
	isGroup: false,
	lastReceivedAt: NOW - DAY,
	...parts
});
const comment = (type: string, parentCommentId: string | null = null): ReplyTarget => ({
	kind: 'comment',
	type,
	parentCommentId
});
const rulesOf = (target: ReplyTarget, text: string) =>
	checkReply(target, text, NOW).problems.map(({ field, rule }) => [field, rule]);

describe('the window for replies', () => {
	it('is open for seven days after the last message, to the millisecond', () => {
		const at = (ago: number) => replyWindow('FACEBOOK_CONVERSATION', NOW - ago, NOW);
		expect(at(7 * DAY)).toEqual({ isOpen: true, closesAt: NOW, left: 0 });
		expect(at(7 * DAY + 1)).toMatchObject({ isOpen: false, left: 0 });
		expect(at(0)?.left).toBe(7 * DAY);
	});

	it.each(['TWITTER_CONVERSATION', 'COMMUNITY_INTERACTION', 'INSTAGRAM_COMMENT', 'NEW_CONVERSATION', null])(
		'is none for %s',
		(type) => expect(replyWindow(type, 0, NOW)).toBeNull()
	);

	it('is none where nobody knows when the customer last wrote, and then stops nobody', () => {
		expect(replyWindow('INSTAGRAM_CONVERSATION', null, NOW)).toBeNull();
		expect(checkReply(message({ lastReceivedAt: null }), 'Hi', NOW)).toEqual({
			text: 'Hi',
			problems: [],
			notes: []
		});
	});

	it('is told with the time that is left', () => {
		const { notes } = checkReply(message({ lastReceivedAt: NOW - 5.5 * DAY }), 'Hi', NOW);
		expect(notes.map(replyNoteWords)).toEqual(['Instagram takes a reply for another 1 d 12 h.']);
		expect([59_000, 61_000, 7_200_000, 7 * DAY].map(timeLeftWords)).toEqual([
			'0 min',
			'1 min',
			'2 h',
			'7 d 0 h'
		]);
	});
});

describe('a reply', () => {
	it.each(['', '  \n\t', '\u200b', '\u202e\u202c', '\ufe0f', '\u2060\u00ad'])(
		'of nothing that can be seen is refused: %j',
		(text) => {
			expect(rulesOf(message(), text)).toEqual([['text', 'empty']]);
		}
	);

	it.each(['\ud800', 'half \udc00', 'a\u0000b', 'a\u001bb', 'a\u0085b'])(
		'with half a character or a control character is refused: %j',
		(text) => {
			expect(rulesOf(message(), text)).toEqual([['text', 'broken']]);
		}
	);

	it('is sent without blanks at its ends and with one sign for the end of a line', () => {
		expect(checkReply(message(), ' a\r\nb\rc\td \n', NOW)).toMatchObject({
			text: 'a\nb\nc\td',
			problems: []
		});
	});

	it.each<[ReplyTarget, string, string]>([
		[message(), 'é'.repeat(500), 'é'.repeat(501)],
		[message({ type: 'FACEBOOK_CONVERSATION' }), '😀'.repeat(2_000), 'x'.repeat(2_001)],
		[comment('TIKTOK_COMMENT'), 'x'.repeat(150), 'x'.repeat(151)],
		[comment('INSTAGRAM_ADS_COMMENT'), 'x'.repeat(2_200), 'x'.repeat(2_201)],
		[comment('TWITTER_RETWEET'), '日'.repeat(140), `${'日'.repeat(140)}x`],
		[comment('TWITTER_RETWEET'), `${'x'.repeat(256)} https://a.example/${'y'.repeat(300)}`, 'x'.repeat(281)],
		[comment('TWITTER_RETWEET'), '👩‍👩‍👧'.repeat(140), '👩‍👩‍👧'.repeat(141)],
		[comment('NEW_KIND'), 'x'.repeat(10_000), 'x'.repeat(10_001)]
	])('is as long as the platform takes, and no longer: %#', (target, longest, tooLong) => {
		expect(rulesOf(target, longest)).toEqual([]);
		expect(rulesOf(target, tooLong)).toEqual([['text', 'too_long']]);
	});

	it('is refused for every reason at once', () => {
		const target = message({ isGroup: true, lastReceivedAt: NOW - 8 * DAY });
		expect(rulesOf(target, '')).toEqual([
			['text', 'empty'],
			['conversation_id', 'group'],
			['conversation_id', 'window_closed']
		]);
	});

	it('on YouTube holds no emoji and answers a root comment; signs of a text are no emoji', () => {
		expect(rulesOf(comment('YOUTUBE_COMMENT', '7'), 'Thanks')).toEqual([
			['parent_comment_id', 'reply_to_reply']
		]);
		for (const emoji of ['😍', '❤️', '🇩🇪', '1️⃣', '👍🏽', '©️']) {
			expect(rulesOf(comment('YOUTUBE_COMMENT'), `ok ${emoji}`)).toEqual([['text', 'emoji']]);
		}
		expect(rulesOf(comment('YOUTUBE_COMMENT'), '#1 * © ® ™ ½ 100 % ❛')).toEqual([]);
		expect(rulesOf(comment('TIKTOK_COMMENT', '7'), '😍')).toEqual([]);
	});

	it('on TikTok is told that mentions become plain text, which stops nobody', () => {
		const { problems, notes } = checkReply(
			comment('TIKTOK_COMMENT'),
			'Hi @mira_1. and mail@shop.example, @jo',
			NOW
		);
		expect(problems).toEqual([]);
		expect(notes).toEqual([{ rule: 'mentions_become_text', mentions: ['@mira_1', '@jo'] }]);
		expect(replyNoteWords(notes[0]!)).toContain('@mira_1, @jo');
		expect(checkReply(comment('INSTAGRAM_COMMENT'), 'Hi @mira', NOW).notes).toEqual([]);
	});

	it('of any words to anything is checked without an exception, and every refusal says a fix', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.string({ unit: 'grapheme', maxLength: 400 })
		);
		const type = fc.constantFrom<string>(...INTERACTION_TYPES, 'X', '');
		fc.assert(
			fc.property(
				text,
				type,
				fc.boolean(),
				fc.integer({ min: 0, max: 9 * DAY }),
				(words, kind, flag, ago) => {
					const targets = [
						message({ type: kind, isGroup: flag, lastReceivedAt: NOW - ago }),
						comment(kind, flag ? '1' : null)
					];
					for (const target of targets) {
						const checked = checkReply(target, words, NOW);
						expect(checkReply(target, checked.text, NOW)).toEqual(checked);
						for (const problem of checked.problems) expect(replyProblemWords(problem)).toMatch(/\. \S.*\.$/s);
						const limit = textLimit(target.type);
						const isShort = measureText(checked.text, limit.unit) <= limit.most;
						expect(isShort || checked.problems.length > 0).toBe(true);
					}
				}
			)
		);
	});
});
