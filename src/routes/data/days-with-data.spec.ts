import { describe, expect, it } from 'vitest';
import type { Range } from '$lib/filters/filters';
import { daysWithData } from './days-with-data';

const RECENT: Range = { kind: 'relative', name: '28d' };
const now = Date.parse('2026-11-22T12:00:00Z');
const at = (instant: string) => ({ newest: Date.parse(instant), now, timeZone: 'UTC' });

describe('the days on which a brand can be looked at', () => {
	it('are those of the link while its messages are new', () => {
		expect(daysWithData(RECENT, at('2026-11-22T11:00:00Z'))).toEqual(RECENT);
		expect(daysWithData(RECENT, at('2026-10-26T11:00:00Z'))).toEqual(RECENT);
		expect(daysWithData(RECENT, { ...at('2021-01-01'), newest: null })).toEqual(RECENT);
	});

	it('end with its newest message where that is older', () => {
		const days = { kind: 'absolute', from: '2021-03-31', to: '2021-04-27' };
		expect(daysWithData(RECENT, at('2021-04-27T00:00:00Z'))).toEqual(days);
	});

	it('are those that the reader named, whatever they hold', () => {
		const named: Range = { kind: 'absolute', from: '2026-01-01', to: '2026-01-31' };
		expect(daysWithData(named, at('2021-04-27T00:00:00Z'))).toEqual(named);
	});
});
