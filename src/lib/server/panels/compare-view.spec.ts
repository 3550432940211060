import { describe, expect, it } from 'vitest';
import { openCounting } from './counting-host';

const NOW = Date.UTC(2026, 10, 22, 14, 23, 5);
const open = async (link: string) => {
	const { view } = await openCounting(link, { rows: [], brands: [1], now: NOW });
	if (view.compared === null) throw new Error('there is a comparison');
	return { view, compared: view.compared };
};
const spans = (buckets: readonly ({ from: string; to: string } | null)[]) =>
	buckets.map((bucket) => bucket && `${bucket.from} ${bucket.to}`);

describe('the view of the compared days', () => {
	it('is null where the link compares with nothing', async () => {
		const { view } = await openCounting('?range=28d', { rows: [], brands: [1], now: NOW });
		expect(view.compared).toBeNull();
	});

	it('asks for months where they are months, and for days where the weekday shifts them', async () => {
		const link = '?from=2026-01-01&to=2026-09-30&scale=month&compare=year';
		const byDate = await open(`${link}&match=date`);
		expect(byDate.compared.view.plan.scale).toBe('MONTH');
		expect(spans(byDate.compared.buckets).slice(0, 2)).toEqual([
			'2025-01-01 2025-01-31',
			'2025-02-01 2025-02-28'
		]);
		const byWeekday = await open(link);
		expect(byWeekday.compared.view.plan.scale).toBe('DAY');
		expect(spans(byWeekday.compared.buckets)[0]).toBe('2025-01-02 2025-02-01');
	});

	it('asks for weeks where whole weeks lie between the two', async () => {
		const { compared } = await open('?range=12mo&compare=previous');
		expect(compared.view.plan.scale).toBe('WEEK');
		expect(compared.view.unitScale).toBe('WEEK');
	});

	it('counts by the day although it is drawn by the week, as long as weeks would be few', async () => {
		const { view, compared } = await open('?range=28d&scale=week&compare=previous');
		expect(view.plan.scale).toBe('DAY');
		expect(view.units).toHaveLength(28);
		expect(compared.view.units).toHaveLength(28);
		expect(compared.view.units.at(-1)).toMatchObject({ partial: true });
		expect(compared.view.units.slice(0, -1).some(({ partial }) => partial)).toBe(false);
	});

	it('of more days than a host can count by the hour has no hours, and is still counted', async () => {
		const { compared } = await open(
			'?range=today&scale=hour&compare=custom&compare_from=2015-01-01&compare_to=2025-12-31'
		);
		expect(compared.buckets.every((bucket) => bucket === null)).toBe(true);
		expect(compared.view.plan.scale).not.toBe('HOUR');
		expect(compared.view.units.length).toBeGreaterThan(100);
	});

	it('of days that are all still to come asks nothing', async () => {
		const { view, compared } = await open('?from=2026-12-01&to=2026-12-07&compare=previous');
		expect(view.buckets).toHaveLength(7);
		expect(compared.buckets.every((bucket) => bucket === null)).toBe(true);
		expect(compared.view.plan.range.end).toBeLessThanOrEqual(compared.view.plan.range.start);
	});

	it('keeps the UTC days of a range that is too long for the zone', async () => {
		const { view, compared } = await open('?range=12mo&tz=Asia/Tokyo&compare=year');
		expect(view.plan.approximate).toBe(true);
		expect(compared.view.plan.timeZone).toBe('UTC');
		expect(compared.sameLength).toBe(true);
	});

	it('is as long as the range although the clocks change in one of the two', async () => {
		const link = '?from=2026-10-30&to=2026-11-05&tz=America/New_York';
		expect((await open(`${link}&compare=previous`)).compared.sameLength).toBe(true);
	});
});
