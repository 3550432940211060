import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, Occurrences } from './identity';
import type { Draft } from './to-interaction';

const draft: Draft = {
	id: null,
	source: 'reviews',
	brand: 'Acme',
	type: 'TIKTOK_COMMENT',
	text: 'Nice',
	rawText: null,
	sentiment: null,
	createdAt: 1_700_000_000_000,
	updatedAt: 1_700_000_000_000,
	isClosed: false,
	isQuestion: false,
	isRead: false,
	isSpam: false,
	tags: [],
	author: 'ann',
	conversationId: null,
	mediaId: null,
	parentKey: null,
	fromBrand: false,
	permalink: null
};

function keys(drafts: readonly Partial<Draft>[]): string[] {
	const occurrences = new Occurrences();
	return drafts.map((one) => identify({ ...draft, ...one }, occurrences).key);
}

describe('the key of an interaction', () => {
	it('is its source and its id', () => {
		expect(keys([{ id: '17' }])).toEqual(['reviews␟17']);
	});

	it('does not hold the id twice', () => {
		expect(identify({ ...draft, id: '17' }, new Occurrences())).not.toHaveProperty('id');
	});

	it('differs for identical comments without an id, and is the same when the file is read again', () => {
		const [first, second, third] = keys([{}, {}, {}]);
		expect(new Set([first, second, third]).size).toBe(3);
		expect(keys([{}, {}, {}])).toEqual([first, second, third]);
	});

	it('does not depend on the rows between two identical ones', () => {
		const [first, , second] = keys([{}, { text: 'Other' }, {}]);
		expect(keys([{}, {}])).toEqual([first, second]);
	});

	it.each([
		{ sentiment: 'positive' as const },
		{ updatedAt: 1_800_000_000_000 },
		{ isClosed: true },
		{ tags: ['late'] }
	])('stays when only %j changes, so that a newer export is an update', (change) => {
		expect(keys([change])).toEqual(keys([{}]));
	});

	it.each([
		{ source: 'other' },
		{ brand: 'Other' },
		{ type: 'YOUTUBE_COMMENT' },
		{ text: 'Other' },
		{ createdAt: 1_700_000_000_001 },
		{ author: 'bob' },
		{ author: null },
		{ conversationId: 'c' },
		{ mediaId: 'm' },
		{ permalink: 'https://social.example/' }
	])('changes with %j', (change) => {
		expect(keys([change])).not.toEqual(keys([{}]));
	});

	it('counts each content by itself, in any order', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (texts) => {
				const all = keys(texts.map((text) => ({ text })));
				expect(new Set(all).size).toBe(texts.length);
				const numbers = all.map((key) => Number(key.split('␟')[3]));
				texts.forEach((text, at) => {
					expect(numbers[at]).toBe(texts.slice(0, at).filter((other) => other === text).length);
				});
			})
		);
	});
});
