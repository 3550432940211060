import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTION_TYPES, PLATFORMS, TYPE_GROUPS } from '$lib/community/vocabulary';
import { TYPE_NAMES } from './canonical-lists';
import type { Filters } from './filters';
import { typesOf } from './types-of';

type Case = [Pick<Filters, 'types' | 'platforms'>, ReturnType<typeof typesOf>];

describe('typesOf', () => {
	it.each<Case>([
		[{ types: [], platforms: [] }, null],
		[{ types: ['ads'], platforms: [] }, ['FACEBOOK_ADS_COMMENT', 'INSTAGRAM_ADS_COMMENT']],
		[{ types: ['ads'], platforms: ['facebook'] }, ['FACEBOOK_ADS_COMMENT']],
		[{ types: ['ads'], platforms: ['tiktok'] }, []],
		[{ types: [], platforms: ['youtube'] }, ['YOUTUBE_COMMENT']],
		[{ types: ['ads', 'INSTAGRAM_ADS_COMMENT'], platforms: ['instagram'] }, ['INSTAGRAM_ADS_COMMENT']],
		[{ types: ['COMMUNITY_INTERACTION'], platforms: [] }, ['COMMUNITY_INTERACTION']],
		[{ types: ['COMMUNITY_INTERACTION'], platforms: [...PLATFORMS] }, []],
		[
			{ types: ['YOUTUBE_COMMENT', 'dms'], platforms: ['twitter', 'youtube'] },
			['YOUTUBE_COMMENT', 'TWITTER_CONVERSATION']
		]
	])('of %j is %j', (filters, expected) => {
		expect(typesOf(filters)).toEqual(expected);
	});

	it('of all three groups is every type', () => {
		expect(typesOf({ types: [...TYPE_GROUPS], platforms: [] })).toEqual([...INTERACTION_TYPES]);
	});

	it('never widens: another platform or fewer types leaves a part of what was there', () => {
		fc.assert(
			fc.property(
				fc.subarray([...TYPE_NAMES], { minLength: 1 }),
				fc.subarray([...PLATFORMS]),
				(types, platforms) => {
					const wide = typesOf({ types, platforms: [] }) ?? [];
					const narrow = typesOf({ types, platforms }) ?? [];
					expect(wide).toEqual(expect.arrayContaining(narrow));
					expect(typesOf({ types: [...types].reverse(), platforms })).toEqual(narrow);
				}
			)
		);
	});
});
