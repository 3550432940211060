import { expect, it } from 'vitest';
import { weekStartOf } from './week-start';

it.each([
	['en-GB', 'monday'],
	['de-DE', 'monday'],
	['de', 'monday'],
	['en-US', 'sunday'],
	['en', 'sunday'],
	['pt-BR', 'sunday'],
	['ja-JP', 'sunday'],
	['ar-EG', 'saturday'],
	['dv-MV', 'monday']
])('weeks of %s begin on %s', (locale, start) => {
	expect(weekStartOf(locale)).toBe(start);
});
