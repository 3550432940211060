import { describe, expect, it } from 'vitest';
import { resolveMapping, type Field, type MappingOptions } from './mapping';
import { isSetAside, toInteraction, type Draft } from './to-interaction';

const BASE: Partial<Record<Field, string>> = {
	brand: 'Acme',
	type: 'TIKTOK_COMMENT',
	text: 'Nice',
	created_at: '2024-05-01T10:00:00Z'
};

function convert(cells: Partial<Record<Field, string>>, options: Partial<MappingOptions> = {}) {
	const row = { ...BASE, ...cells };
	const nothing = { source: 'file', maps: {}, sets: {}, labels: [], timeFormat: null, timeZone: null };
	const mapping = resolveMapping({ ...nothing, ...options }, Object.keys(row));
	return toInteraction({ line: 2, cells: Object.values(row) }, mapping);
}

function accepted(cells: Partial<Record<Field, string>>, options: Partial<MappingOptions> = {}): Draft {
	const outcome = convert(cells, options);
	if (isSetAside(outcome)) throw new Error(outcome.reason);
	return outcome;
}

describe('a row that answers another', () => {
	it('names the row of its own source that has the id', () => {
		const answer = accepted({ id: '2', parent_comment_id: ' 1 ' }, { source: 'shop' });
		expect(answer.parentKey).toBe('shop␟1');
		expect(accepted({ id: '2', parent_comment_id: '' }).parentKey).toBeNull();
	});

	it.each([
		[{ id: '2', parent_comment_id: '2' }, 'parent_comment_id names the row itself'],
		[
			{ id: '2', parent_comment_id: 'other␟1' },
			'parent_comment_id holds the character U+241F, which separates the parts of a key'
		]
	])('is set aside where no row can be what it names: %j', (cells, reason) => {
		expect(convert(cells)).toEqual({ reason });
	});
});

describe('a row', () => {
	it('becomes an interaction with nothing invented', () => {
		expect(accepted({})).toEqual({
			id: null,
			source: 'file',
			brand: 'Acme',
			type: 'TIKTOK_COMMENT',
			text: 'Nice',
			rawText: null,
			sentiment: null,
			createdAt: Date.UTC(2024, 4, 1, 10),
			updatedAt: Date.UTC(2024, 4, 1, 10),
			isClosed: false,
			isQuestion: false,
			isRead: false,
			isSpam: false,
			tags: [],
			author: null,
			conversationId: null,
			mediaId: null,
			parentKey: null,
			fromBrand: false,
			permalink: null
		});
	});

	it('keeps every field that it has', () => {
		const row = {
			id: ' 17 ',
			sentiment: 'Positive',
			updated_at: '2024-05-02T00:00:00Z',
			is_closed: 'TRUE',
			tags: 'late| rude|late|',
			author: 'Ann ',
			conversation_id: 'c-1',
			media_id: 'm-9',
			permalink: 'https://social.example/p/1?a=b'
		};
		expect(accepted(row)).toMatchObject({
			id: '17',
			sentiment: 'positive',
			updatedAt: Date.UTC(2024, 4, 2),
			isClosed: true,
			tags: ['late', 'rude'],
			author: 'Ann',
			conversationId: 'c-1',
			mediaId: 'm-9',
			permalink: 'https://social.example/p/1?a=b'
		});
	});

	it('takes the update time for the creation where that is all there is', () => {
		const { createdAt, updatedAt } = accepted({ created_at: '', updated_at: '2024-05-02T00:00:00Z' });
		expect([createdAt, updatedAt]).toEqual([Date.UTC(2024, 4, 2), Date.UTC(2024, 4, 2)]);
	});

	it.each([
		['instagram', 'INSTAGRAM_COMMENT'],
		['Facebook', 'FACEBOOK_COMMENT'],
		['TIKTOK', 'TIKTOK_COMMENT'],
		['twitter', 'TWITTER_RETWEET'],
		['X', 'TWITTER_RETWEET'],
		['youtube', 'YOUTUBE_COMMENT'],
		['other', 'COMMUNITY_INTERACTION']
	])('on %s without a type is that platform’s comment', (platform, type) => {
		expect(accepted({ type: '', platform }).type).toBe(type);
	});

	it.each([
		['instagram_ads_comment', 'instagram', 'INSTAGRAM_ADS_COMMENT'],
		['THREADS_COMMENT', '', 'THREADS_COMMENT'],
		['COMMUNITY_INTERACTION', 'facebook', 'COMMUNITY_INTERACTION']
	])('of the type %s on %s keeps its type', (type, platform, expected) => {
		expect(accepted({ type, platform }).type).toBe(expected);
	});

	it.each([
		['Skin &amp; hair &lt;3', 'Skin & hair <3'],
		['&#128512;&nbsp;ok', '😀\u00a0ok'],
		['&amp;lt; stays escaped once', '&lt; stays escaped once'],
		['a\u0007b', 'ab'],
		['half \ud83d pair', 'half \ufffd pair']
	])('shows %j as %j and keeps what came', (raw, text) => {
		expect(accepted({ text: raw })).toMatchObject({ text, rawText: raw });
	});

	it.each(['AT&T and R&B', 'a&copy=1', 'tabs\tand\r\nlines', '  spaces  '])('leaves %j as it is', (text) => {
		expect(accepted({ text })).toMatchObject({ text, rawText: null });
	});

	it.each([
		['', null],
		['negative', 'negative'],
		[' NEUTRAL ', 'neutral'],
		['5 of 5 bubbles', 'positive'],
		['5 OF 5 BUBBLES', 'positive'],
		['n/a', null]
	])('with the label %j is rated %j', (sentiment, expected) => {
		const labels = [
			{ from: '5 of 5 bubbles', to: 'positive' as const },
			{ from: 'N/A', to: null }
		];
		expect(accepted({ sentiment }, { labels }).sentiment).toBe(expected);
	});

	it.each([
		['["a","b|c"]', ['a', 'b|c']],
		['a|b', ['a', 'b']],
		['', []],
		['[]', []]
	])('with the tags %j has %j', (tags, expected) => {
		expect(accepted({ tags }).tags).toEqual(expected);
	});

	it.each([
		['true', true],
		['Yes', true],
		['1', true],
		['closed', true],
		['0', false],
		['no', false],
		['open', false],
		['', false]
	])('with is_closed %j is %j', (is_closed, expected) => {
		expect(accepted({ is_closed }).isClosed).toBe(expected);
	});
});

describe('a row is set aside', () => {
	it.each([
		['without a brand', { brand: '  ' }, 'brand is empty'],
		['without any time', { created_at: ' ' }, 'created_at is empty'],
		['with a relative time', { created_at: '2 weeks ago' }, 'created_at is relative to an unknown day'],
		[
			'with an ambiguous update',
			{ updated_at: '03/04/2021' },
			'updated_at is ambiguous, day or month may come first; give --time-format'
		],
		['without type and platform', { type: '' }, 'type is empty, and so is platform'],
		[
			'with a type that is no name',
			{ type: 'nice comment' },
			'type "NICE COMMENT" is not a type name such as INSTAGRAM_COMMENT'
		],
		[
			'on an unknown platform',
			{ type: '', platform: 'myspace' },
			'platform "myspace" is not known; give --set type=COMMUNITY_INTERACTION'
		],
		[
			'with type and platform at odds',
			{ platform: 'facebook' },
			'type TIKTOK_COMMENT does not belong to the platform facebook'
		],
		['with an unknown label', { sentiment: '6 stars' }, 'sentiment "6 stars" has no meaning; give --label'],
		['with an unclear is_closed', { is_closed: 'maybe' }, 'is_closed "maybe" is not true or false'],
		['with tags that are half a list', { tags: '["a"' }, 'tags is not a JSON list of names'],
		['with tags that are numbers', { tags: '[1]' }, 'tags is not a JSON list of names'],
		[
			'with a tag that is a sentence',
			{ tags: 'x'.repeat(65) },
			'tags has a name of more than 64 characters; separate names with |'
		],
		[
			'with a link that is a script',
			{ permalink: 'javascript:alert(1)' },
			'permalink is not a web address; leave the column out with --map permalink='
		],
		[
			'with an id that holds the separator',
			{ id: 'a␟b' },
			'id holds the character U+241F, which separates the parts of a key'
		],
		['with an endless author', { author: 'x'.repeat(301) }, 'author is longer than 300 characters'],
		['with an endless text', { text: 'é'.repeat(32_769) }, 'text is longer than 64 KB']
	] as [string, Partial<Record<Field, string>>, string][])('%s', (_name, cells, reason) => {
		expect(convert(cells)).toEqual({ reason });
	});

	it('with a reason that stays short and on one line, whatever the value is', () => {
		const outcome = convert({ sentiment: `a\u0007\n${'😀'.repeat(500)}` });
		expect(isSetAside(outcome) && outcome.reason.length).toBeLessThan(120);
		expect(isSetAside(outcome) && outcome.reason).not.toMatch(/[\n\u0007]/);
	});
});
