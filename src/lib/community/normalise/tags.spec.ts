import { describe, expect, it } from 'vitest';
import { isCommunityError } from '$lib/errors/community-error';
import { normaliseTags } from './tags';

const ASKED = { limit: 2, offset: 0 };
const read = (payload: unknown) => normaliseTags(payload, ASKED);

function pathOf(payload: unknown): string | undefined {
	try {
		read(payload);
	} catch (error) {
		if (isCommunityError(error) && error.code === 'upstream_malformed') return error.details.path;
		throw error;
	}
	return undefined;
}

describe('normaliseTags', () => {
	it('reads a tag as Dash Social documents it, whatever else it carries', () => {
		const tag = {
			id: 3,
			brand_id: 144,
			name: 'VIP',
			color: '#FF0000',
			created_at: '2026-05-04',
			updated_at: null
		};
		expect(read({ data: [tag], paging: { count: 1, next: null } })).toEqual({
			rows: [{ id: 3, brandId: 144, name: 'VIP', color: '#FF0000' }],
			total: 1,
			hasNext: false
		});
	});

	it('reads a tag without a brand or a colour, and a name that is broken in the middle of a sign', () => {
		const { rows } = read({ data: [{ id: 3, name: 'a\ud83d' }] });
		expect(rows).toEqual([{ id: 3, brandId: null, name: 'a\ufffd', color: null }]);
	});

	it('reads a bare list, and nothing at all', () => {
		expect(read([{ id: 1, name: '__proto__' }]).rows[0]?.name).toBe('__proto__');
		for (const nothing of [null, { data: [] }, { data: null }, {}]) expect(read(nothing).rows).toEqual([]);
	});

	it('keeps the first of tags that come twice, and expects more after a full page', () => {
		const twice = [
			{ id: 1, name: 'a' },
			{ id: 1, name: 'b' }
		];
		expect(read({ data: twice })).toMatchObject({ rows: [{ name: 'a' }], hasNext: true });
	});

	it.each<[unknown, string]>([
		[{ data: [{ name: 'a' }] }, 'data[0].id'],
		[{ data: [{ id: 'x', name: 'a' }] }, 'data[0].id'],
		[{ data: [{ id: 1 }] }, 'data[0].name'],
		[{ data: [{ id: 1, name: 'a', brand_id: '144' }] }, 'data[0].brand_id'],
		[{ data: [{ id: 1, name: 'a', color: 5 }] }, 'data[0].color'],
		[{ data: 'tags' }, 'data'],
		['<html>', '']
	])('refuses %j at its first problem', (payload, path) => {
		expect(pathOf(payload)).toBe(path);
	});
});
