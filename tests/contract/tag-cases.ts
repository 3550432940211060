import { expect } from 'vitest';
import { answerOf, brandIds, contractCase, refusalOf, tagId, wrongFields, type Caller } from './ask';

type TagRow = { id: number; brand_id: number; name: string; color: string | null };
type TagPage = {
	data: TagRow[];
	paging: { count: number; previous: string | null; next: string | null };
};

async function askTags(ask: Caller, query: string): Promise<TagPage> {
	return (await answerOf(await ask(`/tags?${query}`))) as TagPage;
}

const namesOf = ({ data }: TagPage) => data.map(({ name }) => name);

export const tagCases = [
	contractCase(
		'`tags` lists the tags of a brand by name, each with its brand and its colour',
		async (ask) => {
			const { tea } = await brandIds(ask);
			const page = await askTags(ask, `brand_ids=${tea}`);
			const [praise, urgent] = [await tagId(ask, tea, 'praise'), await tagId(ask, tea, 'urgent')];
			expect(page).toEqual({
				data: [
					{ id: praise, brand_id: tea, name: 'praise', color: null },
					{ id: urgent, brand_id: tea, name: 'urgent', color: null }
				],
				paging: { count: 2, previous: null, next: null }
			});
		}
	),
	contractCase(
		'the tags of several brands come together, also where they have the same name',
		async (ask) => {
			const { tea, heron } = await brandIds(ask);
			const both = await askTags(ask, `brand_ids=${tea},${heron}`);
			expect(namesOf(both)).toEqual(['praise', 'urgent', 'urgent']);
			expect(both.data.map((tag) => tag.brand_id).sort()).toEqual([tea, tea, heron].sort());
			expect(new Set(both.data.map(({ id }) => id)).size).toBe(3);
			expect(await askTags(ask, `brand_ids=${tea}&brand_ids=${heron}`)).toEqual(both);
			const twice = await askTags(ask, `brand_ids=${tea},${tea}`);
			expect(twice.paging.count).toBe(2);
		}
	),
	contractCase('the pages of the tags follow each other like those of any list', async (ask) => {
		const { tea, heron } = await brandIds(ask);
		const query = `brand_ids=${tea},${heron}&limit=2`;
		const first = await askTags(ask, query);
		expect([namesOf(first), first.paging.count]).toEqual([['praise', 'urgent'], 3]);
		const { pathname, search } = new URL(first.paging.next!);
		expect(pathname).toMatch(/\/tags$/);
		const second = await askTags(ask, search.slice(1));
		expect([namesOf(second), second.paging.next]).toEqual([['urgent'], null]);
		expect(second.data[0]).not.toEqual(first.data[1]);
		expect(await askTags(ask, `${query}&offset=3`)).toMatchObject({
			data: [],
			paging: { count: 3, next: null }
		});
	}),
	contractCase('tags of a brand that the token cannot see are 403 for the whole request', async (ask) => {
		const { tea } = await brandIds(ask);
		await refusalOf(await ask('/tags?brand_ids=987654'), 403);
		await refusalOf(await ask(`/tags?brand_ids=${tea},987654`), 403);
	}),
	contractCase('a list of tags names its brands, at least one and at most 200', async (ask) => {
		const many = Array.from({ length: 201 }, (_, index) => index + 1).join(',');
		for (const query of [
			'',
			'brand_ids=',
			'brand_ids=,',
			'brand_ids=x',
			'brand_ids=1,0',
			`brand_ids=${many}`
		]) {
			expect(await wrongFields(await ask(`/tags?${query}`), 'query')).toHaveProperty('brand_ids');
		}
	}),
	contractCase('tags take a page of at most 100 and no field of another endpoint', async (ask) => {
		const { tea } = await brandIds(ask);
		const refused = async (query: string) =>
			wrongFields(await ask(`/tags?brand_ids=${tea}${query}`), 'query');
		for (const limit of ['101', '0', 'many'])
			expect(await refused(`&limit=${limit}`)).toHaveProperty('limit');
		expect(await refused('&offset=-1')).toHaveProperty('offset');
		const fields = await refused(`&brand_id=${tea}&name=urgent&types=TIKTOK_COMMENT`);
		expect(Object.keys(fields).sort()).toEqual(['brand_id', 'name', 'types']);
		expect(fields.brand_id?.[0]).toContain('brand_ids');
	})
];
