import { describe, expect, it } from 'vitest';
import { FIELDS } from '../store/import/mapping';
import { firstForm, mappingFormSchema, suggestMaps } from './mapping-form';

describe('the proposed mapping', () => {
	it('takes a column that bears a field’s name, in any case and spelling, before any other', () => {
		expect(suggestMaps(['Comment', 'TEXT', 'Created-At', 'is closed'])).toEqual({
			text: 'TEXT',
			created_at: 'Created-At',
			is_closed: 'is closed'
		});
	});

	it('knows usual names of other exports, each column for one field only', () => {
		const columns = 'review_id,shop,channel,comment,stars,posted,customer,labels,closed,link'.split(',');
		expect(suggestMaps(columns)).toEqual({
			id: 'review_id',
			brand: 'shop',
			platform: 'channel',
			text: 'comment',
			sentiment: 'stars',
			created_at: 'posted',
			author: 'customer',
			tags: 'labels',
			is_closed: 'closed',
			permalink: 'link'
		});
	});

	it('leaves out what no column tells, and says so for each field', () => {
		const { maps } = firstForm('a.csv', ['text', '']);
		expect(Object.keys(maps)).toEqual([...FIELDS]);
		expect(maps).toMatchObject({ text: 'text', brand: '', created_at: '' });
	});

	it('is a form that the server takes', () => {
		expect(mappingFormSchema.safeParse(firstForm('a.csv', ['text'])).success).toBe(true);
	});
});

describe('a mapping from a page', () => {
	const form = firstForm('a.csv', ['text']);

	it.each([
		['an empty source', { source: ' ' }],
		['a source with the separator of keys', { source: 'a␟b' }],
		['a field that is none', { maps: { body: 'text' } }],
		['a label of no sentiment', { labels: [{ from: '5', to: 'good' }] }],
		['a key that is none', { more: 1 }]
	])('is refused with %s', (_name, change) => {
		expect(mappingFormSchema.safeParse({ ...form, ...change }).success).toBe(false);
	});
});
