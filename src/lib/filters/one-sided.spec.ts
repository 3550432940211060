import { expect, test } from 'vitest';
import { drawnChart, drawnStack, isOneSided } from './one-sided';

test('some sentiments are one side of the messages, none chosen and all three are all of them', () => {
	expect(isOneSided({ sentiments: [] })).toBe(false);
	expect(isOneSided({ sentiments: ['negative'] })).toBe(true);
	expect(isOneSided({ sentiments: ['negative', 'positive'] })).toBe(true);
	expect(isOneSided({ sentiments: ['negative', 'neutral', 'positive'] })).toBe(false);
});

test('one side is drawn as counts whatever the link chooses, and everything as it chooses', () => {
	const link = { chart: 'multiples', stack: 'share' } as const;
	expect([drawnChart({ ...link, sentiments: [] }), drawnStack({ ...link, sentiments: [] })]).toEqual([
		'multiples',
		'share'
	]);
	const filtered = { ...link, sentiments: ['positive' as const] };
	expect([drawnChart(filtered), drawnStack(filtered)]).toEqual(['stacked', 'count']);
});
