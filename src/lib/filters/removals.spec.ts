import { expect, test } from 'vitest';
import { countActive } from './href';
import { defaultFilters, type Filters } from './filters';
import { removalsOf } from './removals';

const usual = defaultFilters({ timeZone: 'Asia/Tokyo' });
const everything: Filters = {
	...usual,
	query: 'oat,milk',
	tags: [3],
	sentiments: ['positive'],
	types: ['ads'],
	platforms: ['tiktok', 'instagram'],
	closed: false,
	brands: [2],
	completeOnly: true,
	range: { kind: 'absolute', from: '2019-01-01', to: '2019-01-10' }
};

test('a link without filters has none to take away', () => {
	expect(removalsOf(usual)).toEqual([]);
	expect(removalsOf({ ...usual, scale: 'WEEK', chart: 'share', score: 'positive' })).toEqual([]);
});

test('each filter of a link is taken away whole, and nothing else of it changes', () => {
	const removals = removalsOf(everything);
	expect(removals.map(({ kind }) => kind)).toEqual([
		'query',
		'tags',
		'sentiments',
		'types',
		'platforms',
		'closed',
		'brands',
		'completeOnly',
		'range'
	]);
	for (const { kind, without } of removals) {
		expect(Object.keys(without)).toEqual([kind]);
		expect(removalsOf({ ...everything, ...without }).map((left) => left.kind)).toEqual(
			removals.map((removal) => removal.kind).filter((other) => other !== kind)
		);
	}
});

test('without all of them nothing is left out', () => {
	const cleared = Object.assign({ ...everything }, ...removalsOf(everything).map(({ without }) => without));
	expect(countActive(cleared)).toBe(0);
	expect(cleared).toEqual(usual);
});
