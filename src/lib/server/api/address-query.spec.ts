import { describe, expect, it } from 'vitest';
import { readAddress } from './address-query';

const read = (query: string) => readAddress(new URL(`https://undertone.test/api/list?${query}`));

describe('the fields of an address', () => {
	it('become numbers, flags and lists where the field is one', () => {
		expect(read('brand_id=7&is_closed=TRUE&is_read=false&types=A_B,C_D&tag_ids=1,2&limit=20')).toEqual({
			ok: true,
			value: {
				brand_id: 7,
				is_closed: true,
				is_read: false,
				types: ['A_B', 'C_D'],
				tag_ids: [1, 2],
				limit: 20
			}
		});
	});

	it('may repeat a list, with and without commas, blanks around the items', () => {
		expect(read('types=A_B&types=C_D,%20E_F,')).toEqual({
			ok: true,
			value: { types: ['A_B', 'C_D', 'E_F'] }
		});
	});

	it('keep the comma and the blanks of a query, which has its own meaning for them', () => {
		expect(read('query=late+delivery,%20refund')).toEqual({
			ok: true,
			value: { query: 'late delivery, refund' }
		});
	});

	it('keep the id of a post as text, so that 077 is not 77', () => {
		expect(read('media_ids=077,77')).toEqual({ ok: true, value: { media_ids: ['077', '77'] } });
	});

	it('stay text where they are not what the field takes, for the schema to refuse', () => {
		expect(read('brand_id=1e3&limit=-1&is_closed=yes&offset=0x10')).toEqual({
			ok: true,
			value: { brand_id: '1e3', limit: '-1', is_closed: 'yes', offset: '0x10' }
		});
	});

	it('are refused when a field that is no list stands there twice', () => {
		expect(read('brand_id=1&brand_id=1')).toMatchObject({
			refusal: { status: 422, errors: { query: { brand_id: ['It is given more than once. Give it once.'] } } }
		});
	});

	it('say how to write a + that arrived as a blank', () => {
		expect(read('source_updated_before=2026-05-04T00:00:00+02:00')).toMatchObject({
			refusal: { errors: { query: { source_updated_before: [expect.stringContaining('%2B')] } } }
		});
		expect(read('source_updated_before=2026-05-04T00:00:00%2B02:00')).toMatchObject({ ok: true });
	});
});
