import { describe, expect, it } from 'vitest';
import { brandsInView } from './view';

const brands = Array.from({ length: 12 }, (_, index) => ({
	id: index + 1,
	slug: `brand-${index + 1}`,
	name: `Brand ${index + 1}`,
	organization: null
}));
const slotsOf = (chosen: number[]) => new Map(brandsInView(brands, chosen).map(({ id, slot }) => [id, slot]));

describe('the slots of brands', () => {
	it('give the first eight of all brands a colour and draw the rest as Other', () => {
		expect([...slotsOf([]).values()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, null, null, null, null]);
	});

	it('stay the same whatever is chosen', () => {
		for (const chosen of [[3], [3, 8], [8, 3, 5]]) {
			for (const id of chosen) expect(slotsOf(chosen).get(id)).toBe(slotsOf([]).get(id));
		}
	});

	it('let the ninth brand and those after it have a colour where nobody else on the page has it', () => {
		expect(slotsOf([9, 10]).get(9)).toBe(1);
		expect(slotsOf([9, 10]).get(10)).toBe(2);
		expect(slotsOf([1, 9]).get(9)).toBeNull();
	});
});
