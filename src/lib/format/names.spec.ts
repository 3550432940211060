import { describe, expect, it } from 'vitest';
import { INTERACTION_TYPES, PLATFORMS } from '$lib/community/vocabulary';
import { platformName, typeName } from './names';

describe('platformName and typeName', () => {
	it('know every platform and type of the vocabulary, each by a name of its own', () => {
		const names = [...[...PLATFORMS, 'other'].map(platformName), ...INTERACTION_TYPES.map(typeName)];
		expect(new Set(names).size).toBe(PLATFORMS.length + 1 + INTERACTION_TYPES.length);
		expect(names.filter((name) => /_/.test(name) || name === name.toLowerCase())).toEqual([]);
	});

	it('use the words that people use', () => {
		expect(platformName('twitter')).toBe('X (Twitter)');
		expect(typeName('INSTAGRAM_ADS_COMMENT')).toBe('Instagram ad comments');
	});

	it('show what is not known yet as it came, cleaned', () => {
		expect(typeName('THREADS_COMMENT')).toBe('THREADS_COMMENT');
		expect(typeName('__proto__')).toBe('__proto__');
		expect(platformName('constructor')).toBe('constructor');
		expect(platformName('a\u202e\u0000b\n')).toBe('ab');
		expect([...typeName('X'.repeat(500))]).toHaveLength(40);
	});
});
