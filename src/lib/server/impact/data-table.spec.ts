import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeFilters } from '$lib/filters/decode-filters';
import { csvLine } from '$lib/server/export/csv';
import { cellsOf, hashTable, impactTable, TABLE_COLUMNS } from './data-table';
import { NOW } from './demo-host';
import { planImpact } from './impact-plan';

const HOSTILE = ['=1+1', 'a,b "c"', ' spaced ', '#hash', '-5', 'plain\r\n'];
const brands = HOSTILE.map((name, index) => ({ id: index + 1, name, organization: null, slot: null }));
const params = new URL('https://undertone.test/?brand=1&control=2&from=2026-11-09&to=2026-11-22')
	.searchParams;
const { filters } = decodeFilters(params, { defaults: { timeZone: 'UTC' } });
const planned = planImpact({ filters, campaign: null, campaigns: [], brands, now: NOW });
if (!planned.ok) throw new Error(planned.problem);
const { plan } = planned;
const daysOf = (factor: number) =>
	plan.days.map((_, index) => [
		{ platform: 'tiktok', negative: index, neutral: 2 * factor, positive: 3 },
		{ platform: '@new, one', negative: 0, neutral: 0, positive: factor }
	]);
const side = (some: typeof brands) => some.map((brand) => ({ brand, days: daysOf(brand.id) }));
const told = { targets: side(brands.slice(0, 1)), controls: side(brands.slice(1)) };

describe('the hash of the day-level table', () => {
	it('is that of the text which the CSV has, whatever brands and platforms are called', () => {
		const rows = impactTable(plan, told, NOW);
		const lines = rows.filter(({ complete }) => complete).map((row) => csvLine(cellsOf(row)));
		const text = csvLine(TABLE_COLUMNS) + lines.join('');
		expect(hashTable(plan, told, NOW)).toBe(createHash('sha256').update(text).digest('hex'));
		expect(rows.some(({ complete }) => !complete)).toBe(true);
	});

	it('changes with every count of a day that is over, and with none of the day that is not', () => {
		const changed = (index: number) => {
			const [first, ...others] = told.controls;
			const days = first!.days.map((platforms, place) =>
				place === index
					? platforms.map((counts) => ({ ...counts, positive: counts.positive + 1 }))
					: platforms
			);
			return hashTable(plan, { ...told, controls: [{ ...first!, days }, ...others] }, NOW);
		};
		const hash = hashTable(plan, told, NOW);
		expect(changed(0)).not.toBe(hash);
		expect(changed(plan.days.length - 2)).not.toBe(hash);
		expect(changed(plan.days.length - 1)).toBe(hash);
	});
});
