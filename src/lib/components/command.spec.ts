import { describe, expect, it } from 'vitest';
import { ABOUT_TYPED, commandFit } from './command';

describe('commandFit', () => {
	it.each([
		['Last 7 days', 'last', 1],
		['Last 7 days', 'days', 0.5],
		['Last 7 days', '7 LA', 0.5],
		['Last 7 days', 'ast', 0],
		['Last 7 days', 'last week', 0],
		['Only Café Zürich', 'cafe zu', 0.5],
		['Overview', '  ', 1]
	])('gives “%s” for “%s” a fit of %d', (text, typed, fit) => {
		expect(commandFit(text, typed)).toBe(fit);
	});

	it('is least, but not nothing, for what is about the typed words themselves', () => {
		const about = commandFit('Messages with “zzz”', 'zzz', `${ABOUT_TYPED}messages`);
		expect(about).toBeGreaterThan(0);
		expect(about).toBeLessThan(commandFit('Only Fennick', 'fen'));
	});
});
