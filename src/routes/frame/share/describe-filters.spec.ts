import { describe, expect, it } from 'vitest';
import { decodeFilters } from '$lib/filters/decode-filters';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import { linkWords } from '$lib/wording/link-words';
import { describeFilters } from './describe-filters';
import { linkChoices } from './link-choices';

const defaults = { timeZone: 'UTC' };
const meaning = {
	brands: [
		{ id: 1, name: 'Tarn & Moss' },
		{ id: 2, name: 'Ovelle' }
	],
	tags: [{ id: 7, name: 'refund' }],
	days: { from: '2026-10-26', to: '2026-11-22' }
};
const usual = defaultFilters(defaults);
const asked = (query: string) => decodeFilters(new URLSearchParams(query), { defaults }).filters;
const changed = (filters: Filters) =>
	Object.fromEntries(
		describeFilters(filters, meaning, defaults)
			.filter(({ isUsual }) => !isUsual)
			.map(({ name, value }) => [name, value])
	);

describe('a link in words', () => {
	it('names every part of a link, so that no two different links look the same', () => {
		const parts: string[] = describeFilters(usual, meaning, defaults).map(({ part }) => part);
		const told = Object.keys(usual).filter((key) => !['page', 'saved', 'waitForAll'].includes(key));
		expect([...parts].sort()).toEqual(told.sort());
		expect(Object.keys(linkWords.parts)).toEqual(expect.arrayContaining(parts));
	});

	it('says nothing of what is as usual', () => {
		expect(changed(usual)).toEqual({});
	});

	it('calls things by their names', () => {
		const query =
			'brand=2&range=7d&type=ads&type=TIKTOK_COMMENT&platform=tiktok&sentiment=negative&q=price,zip&tag=7' +
			'&closed=false&split=platform&compare=year&score=positive&stack=count&complete=true&hide=1&hide=tiktok' +
			'&chart=share&omit=sale&find=x&word=zip&tz=Asia%2FTokyo&week=sunday&scale=week';
		expect(changed(asked(query))).toEqual({
			Brands: 'Ovelle',
			Days: 'Last 7 days (now 26 Oct – 22 Nov 2026)',
			'Time zone': 'Asia/Tokyo',
			'Weeks start on': 'Sunday',
			'Points per': 'week',
			Types: 'Ad comments, TikTok comments',
			Platforms: 'TikTok',
			Sentiment: 'negative',
			Mentions: 'price, zip',
			Tags: 'refund',
			Status: 'Open',
			'Split by': 'Platform',
			'Compared with': 'The year before, weekday by weekday',
			Score: 'Positive share',
			'Bars show': 'Counts',
			'Unfinished periods': 'Left out',
			'Hidden in charts': 'Tarn & Moss, TikTok',
			'Trend drawn as': 'Stacked shares',
			'Hidden keywords': 'sale',
			'Search in the table': 'x',
			Keyword: 'zip'
		});
	});

	it('shortens long lists, and keeps other people’s text on one harmless line', () => {
		const words = Array.from({ length: 12 }, (_, index) => `omit=w${String(index).padStart(2, '0')}`);
		expect(changed(asked(words.join('&')))['Hidden keywords']).toMatch(/^w00, .*w07 and 4 more$/);
		expect(changed(asked('word=a%E2%80%AEb%0Ac'))['Keyword']).toBe('ab c');
		expect(changed(asked('brand=99&tag=8'))).toMatchObject({ Brands: 'Brand 99', Tags: 'Tag 8' });
	});
});

describe('the links of a page', () => {
	const sharing = (query: string, change: object = {}) => ({
		origin: 'https://undertone.example',
		path: '/',
		filters: asked(query),
		defaults,
		...meaning,
		days: { ...meaning.days, today: null },
		savedLink: null,
		...change
	});

	it('are live and pinned, each with when it opens on what', () => {
		const [live, pinned] = linkChoices(sharing(''));
		expect(live).toMatchObject({
			kind: 'live',
			about: 'Opens on the last 28 days, whenever it is opened.',
			address: 'https://undertone.example/',
			notes: []
		});
		expect(pinned).toMatchObject({
			kind: 'pinned',
			about: 'Always 26 Oct – 22 Nov 2026.',
			link: '/?brand=1&brand=2&from=2026-10-26&to=2026-11-22&tz=UTC&week=monday'
		});
		expect(pinned?.seen[0]).toEqual({ name: 'Brands', value: 'The two brands of today' });
	});

	it('are pinned alone where the days are dates', () => {
		const choices = linkChoices(sharing('from=2026-10-26&to=2026-11-22'));
		expect(choices.map(({ kind }) => kind)).toEqual(['pinned']);
		expect(choices[0]?.notes).toEqual([expect.stringContaining('dates already')]);
	});

	it('warn of a day that is not over, and of a length that programs cut', () => {
		const today = { ...meaning.days, today: { elapsed: 9, hours: 24 } };
		const omit = Array.from({ length: 90 }, (_, index) => `omit=a-rather-long-keyword-${index}`).join('&');
		const [live, pinned] = linkChoices(sharing(omit, { days: today }));
		expect(live?.isLong).toBe(true);
		expect(pinned?.notes).toEqual([
			expect.stringContaining('not over yet'),
			expect.stringMatching(/This link has [23],\d{3} characters/)
		]);
	});

	it('take the short link of the saved view that is shown in place of a live one that is too long', () => {
		const omit = Array.from({ length: 90 }, (_, index) => `omit=a-rather-long-keyword-${index}`).join('&');
		const savedLink = '/?saved=k3j5x0q2mz';
		expect(linkChoices(sharing(omit, { savedLink }))[0]).toMatchObject({ link: savedLink, isLong: false });
		expect(linkChoices(sharing('', { savedLink }))[0]).toMatchObject({ link: '/' });
	});
});
