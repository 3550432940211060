import { describe, expect, it } from 'vitest';
import { canonicalPairs } from './canonical-pairs';

const options = { defaults: { timeZone: 'UTC' } };

describe('what a form sends', () => {
	it('is the canonical link: nothing empty, nothing usual, in the fixed order', () => {
		const fields: [string, string][] = [
			['score', 'positive'],
			['range', '28d'],
			['from', ''],
			['to', ''],
			['tz', 'UTC'],
			['week', 'monday'],
			['platform', 'tiktok'],
			['platform', 'facebook'],
			['q', ''],
			['closed', '']
		];
		expect(canonicalPairs(fields, options)).toEqual([
			{ key: 'platform', value: 'facebook' },
			{ key: 'platform', value: 'tiktok' },
			{ key: 'score', value: 'positive' }
		]);
	});

	it('goes as it is where something of it cannot be used, so that the page can say so', () => {
		expect(canonicalPairs([['from', '2026-03-02']], options)).toBeNull();
	});
});
