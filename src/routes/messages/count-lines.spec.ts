import { describe, expect, it } from 'vitest';
import type { MessagesSummary } from '$lib/server/panels/messages-summary';
import { countedMessages, countNotes, countTitle } from './count-lines';

const list = (more: Partial<Parameters<typeof countNotes>[0]> = {}) => ({
	total: 780,
	notFiltered: [],
	missing: [],
	...more
});

describe('the count of a list of messages', () => {
	it('is the host’s, with its noun in the right number', () => {
		expect(countTitle({ total: 1_896, rows: [], first: 1 })).toBe('1,896 messages');
		expect(countTitle({ total: 1, rows: [], first: 1 })).toBe('1 message');
	});

	it('is what was read so far where the host does not tell', () => {
		expect(countTitle({ total: null, rows: Array(20).fill(null) as [], first: 51 })).toBe(
			'At least 70 messages'
		);
	});

	it('says that it is that of the statistics', () => {
		expect(countNotes(list(), 780)).toEqual(['The charts count the same number.']);
		expect(countNotes(list({ total: 0 }), 0)).toEqual([]);
	});

	it('says why it is another one', () => {
		expect(countNotes(list(), 784)[0]).toContain('The statistics count 784');
		expect(countNotes(list(), 770)[0]).toContain('The statistics count 770');
		expect(countNotes(list({ notFiltered: ['sentiment'] }), 322)).toEqual([
			'This host cannot filter messages by sentiment, so the list is not filtered by it. The statistics count 322.'
		]);
		expect(countNotes(list({ notFiltered: ['sentiment', 'tag'] }), null)[0]).toContain('by sentiment or tag');
	});

	it('names the brands that are missing, and then compares nothing', () => {
		expect(countNotes(list({ missing: ['Ovelle'] }), 900)).toEqual([
			'Without Ovelle, which could not be loaded.'
		]);
	});

	it('says nothing where the statistics do not tell', () => {
		expect(countNotes(list(), null)).toEqual([]);
		expect(countNotes(list({ total: null }), 5)).toEqual([]);
	});

	it('is compared with the chosen sentiments, or with all interactions', () => {
		const counts = { negative: 3, neutral: 4, positive: 5 };
		const summary: MessagesSummary = { counts, rated: 12, volume: 15, shares: null, score: null };
		expect(countedMessages(summary, [])).toBe(15);
		expect(countedMessages(summary, ['negative'])).toBe(3);
		expect(countedMessages(summary, ['negative', 'neutral', 'positive'])).toBe(12);
		expect(countedMessages({ ...summary, volume: null }, [])).toBeNull();
	});
});
