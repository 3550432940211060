import { describe, expect, it } from 'vitest';
import { subtypeName, threadCaption, threadLine, type ShownThread } from './thread-lines';

const around = {
	brand: { id: 7, name: 'Northwind Tea', slot: 1 },
	platform: 'instagram',
	type: 'X',
	opened: { id: '1', isClosed: null, tags: [] },
	replyTo: null
};
const entry = {} as Extract<ShownThread, { kind: 'alone' }>['entry'];
const conversation = (participants: string[], isGroup: boolean | null = false): ShownThread => ({
	...around,
	kind: 'conversation',
	entries: [entry, entry],
	participants,
	isGroup,
	isClosed: null,
	hasOlder: false,
	tellsSentiment: true
});

describe('the line above a thread', () => {
	it('says how many messages there are between whom', () => {
		expect(threadLine(conversation(['ann']))).toBe('2 messages, between ann and Northwind Tea');
		expect(threadLine(conversation(['ann', 'bob'], true))).toBe(
			'2 messages, between ann, bob and Northwind Tea, a group'
		);
		expect(threadLine(conversation(['a', 'b', 'c', 'd', 'e', 'f'], true))).toContain(
			'd, 2 others and Northwind'
		);
	});

	it('says so where nobody else is named', () => {
		expect(threadLine(conversation([]))).toBe('2 messages, customer not named');
	});

	it('says that the host has no thread, and of which platform', () => {
		expect(threadLine({ ...around, kind: 'alone', entry })).toContain(
			'no thread for this message on Instagram'
		);
		expect(threadLine({ ...around, platform: 'other', kind: 'alone', entry })).not.toContain('Other');
	});

	it('tells what the panel holds once it is there', () => {
		expect(threadCaption(null)).toBe(threadCaption({ kind: 'none' }));
		expect(threadCaption(conversation([]))).toContain('whole conversation');
	});
});

describe('what a message is beside plain', () => {
	it('tells replies to a story and mentions in one apart', () => {
		expect(subtypeName('story_reply')).toBe('reply to a story');
		expect(subtypeName('story_mention')).toBe('mention in a story');
	});

	it('is the host’s own word where it is not known, as text', () => {
		expect(subtypeName('voice\u202e_note')).toBe('voice_note');
		expect(subtypeName('__proto__')).toBe('__proto__');
	});
});
