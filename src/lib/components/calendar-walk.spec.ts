import { parseDate } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { walkFrom } from './calendar-walk';

const lead = (key: string, weekStart: 'monday' | 'sunday' | 'saturday' = 'monday', day = '2026-11-18') =>
	walkFrom(parseDate(day), key, weekStart, 'en-GB')?.toString() ?? null;

describe('walkFrom', () => {
	it.each([
		['monday', '2026-11-16', '2026-11-22'],
		['sunday', '2026-11-15', '2026-11-21'],
		['saturday', '2026-11-14', '2026-11-20']
	] as const)('walks to the ends of a week that starts on %s', (weekStart, home, end) => {
		expect([lead('Home', weekStart), lead('End', weekStart)]).toEqual([home, end]);
	});

	it('walks to the same day of the months beside, or to their last day where they are shorter', () => {
		expect([lead('PageUp'), lead('PageDown')]).toEqual(['2026-10-18', '2026-12-18']);
		expect(lead('PageUp', 'monday', '2026-10-31')).toBe('2026-09-30');
	});

	it('leaves every other key to others', () => {
		expect([lead('ArrowLeft'), lead('Enter'), lead('d')]).toEqual([null, null, null]);
	});
});
