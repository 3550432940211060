import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCount } from '$lib/analytics/unusual-reasons';
import { shownJump } from './shown-jump';

const named = (parts: { key: string; now: number; usual: number }[]) => {
	const { parts: contributions, ...rest } = explainCount(parts);
	return { ...rest, parts: contributions.map(({ key, value }) => ({ name: key, value })) };
};

describe('a jump as it is told', () => {
	it('says of a part that is larger than the jump what went the other way', () => {
		const jump = named([
			{ key: 'Organic comments', now: 110, usual: 31.6 },
			{ key: 'Direct messages', now: 11, usual: 15.4 }
		]);
		expect(shownJump(jump, 1, 'all others')).toEqual({
			now: 121,
			usual: 47,
			jump: 74,
			parts: [
				{ name: 'Organic comments', value: 78 },
				{ name: 'Direct messages', value: -4 }
			]
		});
	});

	it('is what lies between the two numbers that are read: 177 against 98 is 79 more, not 80', () => {
		const jump = named([
			{ key: 'Organic comments', now: 160, usual: 75 },
			{ key: 'Ads', now: 10, usual: 12.5 },
			{ key: 'Direct messages', now: 7, usual: 10 }
		]);
		expect(jump.jump).toBe(79.5);
		expect(shownJump(jump, 1, 'all others')).toMatchObject({ now: 177, usual: 98, jump: 79 });
	});

	it('tells a score in points, and the parts it does not name as one', () => {
		const parts = [
			{ name: 'TikTok', value: -0.902 },
			{ name: 'Instagram', value: -0.03 },
			{ name: 'Facebook', value: -0.008 }
		];
		expect(shownJump({ now: -0.6, usual: 0.34, jump: -0.94, parts }, 100, 'all others')).toEqual({
			now: -60,
			usual: 34,
			jump: -94,
			parts: [
				{ name: 'TikTok', value: -90 },
				{ name: 'all others', value: -4 }
			]
		});
	});

	it('adds up in print, whatever the counts', () => {
		// Means of eight weeks end in eighths.
		const usual = fc.nat(2_400).map((sum) => sum / 8);
		const part = fc.record({ now: fc.nat(300), usual });
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
				const jump = named(parts.map((counts, index) => ({ key: String(index), ...counts })));
				const shown = shownJump(jump, 1, 'all others');
				expect(shown.now - shown.usual).toBe(shown.jump);
				if (shown.parts.length === 0) return;
				expect(shown.parts.reduce((sum, { value }) => sum + value, 0)).toBe(shown.jump);
			})
		);
	});
});
