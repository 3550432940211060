import { describe, expect, it } from 'vitest';
import { RANGE_NAMES, type RangeName, type WeekStart } from '$lib/filters/filters';
import { countDays } from './local-day';
import { resolveRange, resolveSpan } from './resolve-range';

/** A Sunday: 22 November 2026, 13:30 in London. */
const NOW = Date.UTC(2026, 10, 22, 13, 30);
const resolve = (name: RangeName, timeZone = 'UTC', weekStart: WeekStart = 'monday', now = NOW) =>
	resolveRange({ kind: 'relative', name }, { timeZone, weekStart, now });

describe('resolveRange', () => {
	it.each<[RangeName, string, string, number]>([
		['today', '2026-11-22', '2026-11-22', 1],
		['yesterday', '2026-11-21', '2026-11-21', 1],
		['7d', '2026-11-16', '2026-11-22', 7],
		['28d', '2026-10-26', '2026-11-22', 28],
		['30d', '2026-10-24', '2026-11-22', 30],
		['90d', '2026-08-25', '2026-11-22', 90],
		['12mo', '2025-12-01', '2026-11-22', 357],
		['wtd', '2026-11-16', '2026-11-22', 7],
		['last-week', '2026-11-09', '2026-11-15', 7],
		['mtd', '2026-11-01', '2026-11-22', 22],
		['last-month', '2026-10-01', '2026-10-31', 31],
		['qtd', '2026-10-01', '2026-11-22', 53],
		['last-quarter', '2026-07-01', '2026-09-30', 92],
		['ytd', '2026-01-01', '2026-11-22', 326]
	])('reads %s on 22 November 2026 as %s to %s, %i days', (name, from, to, days) => {
		expect(resolve(name)).toMatchObject({ from, to, days });
	});

	it('reads weeks by their first day', () => {
		expect(resolve('wtd', 'UTC', 'sunday')).toMatchObject({ from: '2026-11-22', to: '2026-11-22' });
		expect(resolve('last-week', 'UTC', 'sunday')).toMatchObject({ from: '2026-11-15', to: '2026-11-21' });
		expect(resolve('last-week', 'UTC', 'saturday')).toMatchObject({ from: '2026-11-14', to: '2026-11-20' });
	});

	it('takes today from the zone: one instant is two days', () => {
		const now = Date.UTC(2026, 0, 1, 10, 30);
		expect(resolve('today', 'Pacific/Kiritimati', 'monday', now).from).toBe('2026-01-02');
		expect(resolve('today', 'Pacific/Pago_Pago', 'monday', now).from).toBe('2025-12-31');
		expect(resolve('ytd', 'Pacific/Pago_Pago', 'monday', now)).toMatchObject({
			from: '2025-01-01',
			to: '2025-12-31'
		});
	});

	it('changes day at the zone’s midnight and not a millisecond before', () => {
		const midnight = Date.UTC(2026, 10, 22, 5);
		expect(resolve('today', 'America/New_York', 'monday', midnight - 1).from).toBe('2026-11-21');
		expect(resolve('today', 'America/New_York', 'monday', midnight).from).toBe('2026-11-22');
	});

	it('gives half-open instants of the zone’s own midnights', () => {
		const range = resolveRange(
			{ kind: 'absolute', from: '2026-03-08', to: '2026-03-08' },
			{ timeZone: 'America/New_York', weekStart: 'monday', now: NOW }
		);
		expect(range).toEqual({
			from: '2026-03-08',
			to: '2026-03-08',
			start: Date.UTC(2026, 2, 8, 5),
			end: Date.UTC(2026, 2, 9, 4),
			days: 1
		});
	});

	it('holds now in every range that reaches today, and ends before it in the others', () => {
		const past = ['yesterday', 'last-week', 'last-month', 'last-quarter'];
		for (const timeZone of ['UTC', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'Pacific/Apia']) {
			for (const name of RANGE_NAMES) {
				const { start, end, from, to, days } = resolve(name, timeZone);
				expect([name, start <= NOW && NOW < end]).toEqual([name, !past.includes(name)]);
				expect(days).toBe(countDays(from, to));
			}
		}
	});

	it('is empty for the day that a zone left out', () => {
		const range = resolveSpan({ from: '2011-12-30', to: '2011-12-30' }, 'Pacific/Apia');
		expect(range.end - range.start).toBe(0);
	});
});
