import { describe, expect, it } from 'vitest';
import { choosableTags } from './choosable-tags';

const tag = (id: number, name: string, brandId: number | null = 1) => ({ id, name, brandId, color: null });
const brand = (id: number, name: string) => ({ id, name, organization: null, slot: id });
const BRANDS = [brand(1, 'Northwind Tea'), brand(2, 'Blue Heron')];
const namesOf = (...args: Parameters<typeof choosableTags>) => choosableTags(...args).map(({ name }) => name);

describe('the tags that can be chosen', () => {
	it('go by their names, in the order of the host', () => {
		expect(choosableTags([tag(3, 'urgent'), tag(1, 'praise')], BRANDS, [])).toEqual([
			{ id: 3, name: 'urgent', color: null },
			{ id: 1, name: 'praise', color: null }
		]);
	});

	it('say whose they are where several brands use the name', () => {
		const tags = [tag(1, 'urgent'), tag(2, 'urgent', 2), tag(3, 'praise', 2)];
		expect(namesOf(tags, BRANDS, [])).toEqual(['urgent (Northwind Tea)', 'urgent (Blue Heron)', 'praise']);
	});

	it('keep their bare name where nobody knows whose they are', () => {
		expect(namesOf([tag(1, 'urgent', null), tag(2, 'urgent', 9)], BRANDS, [])).toEqual(['urgent', 'urgent']);
	});

	it('hold every tag that is chosen, also one that the host did not list', () => {
		expect(choosableTags([tag(1, 'urgent')], BRANDS, [1, 12])).toEqual([
			{ id: 1, name: 'urgent', color: null },
			{ id: 12, name: '12', color: null }
		]);
	});
});
