import { expect, test } from 'vitest';
import { openCounting, randomRows, seededRandom, type CountingHost } from './counting-host';
import { startOverview } from './overview';
import { askWaysOut } from './ways-out';

const NOW = Date.UTC(2026, 10, 22, 14);
const ROWS = randomRows({ from: Date.UTC(2026, 9, 1), to: NOW, brands: [1, 2], each: 0.5 }, seededRandom(7));
/** The third brand has no messages at all. */
const HOST: CountingHost = { rows: ROWS, brands: [1, 2, 3], now: NOW };

const ratedSince = (from: number, brands: readonly number[]) =>
	ROWS.filter(({ at, brand, sentiment }) => at >= from && brands.includes(brand) && sentiment !== null)
		.length;

async function nothingOf(link: string, host: CountingHost = HOST) {
	const { client, asked, view, frame } = await openCounting(link, host);
	const options = { report: () => 'E1', withDrawings: false, brands: frame.brands };
	const panel = await startOverview(client, view, options).panels.nothing;
	if (!panel.ok) throw new Error('the ways out failed');
	return { ways: panel.value, asked };
}

test('a view that something matches has no ways out, and asks for none', async () => {
	const { client, asked, view, frame } = await openCounting('?brand=1&sentiment=positive', HOST);
	const before = asked.length;
	const { value } = await askWaysOut(client, view, frame.brands, Promise.resolve(false));
	expect(value).toBeNull();
	expect(asked.length).toBe(before);
	expect((await nothingOf('?brand=1&brand=3')).ways).toBeNull();
});

test('each filter alone says how many rated messages it keeps away', async () => {
	const { ways } = await nothingOf('?brand=3&sentiment=positive');
	expect(ways).toEqual([
		{ kind: 'sentiments', rated: 0 },
		{
			kind: 'brands',
			rated: ROWS.filter(({ at, sentiment }) => at >= Date.UTC(2026, 9, 26) && sentiment === 'positive')
				.length
		}
	]);
});

test('days without messages lead to the days that an empty link shows', async () => {
	const { ways } = await nothingOf('?from=2019-01-01&to=2019-01-10');
	expect(ways).toEqual([{ kind: 'range', rated: ratedSince(Date.UTC(2026, 9, 26), [1, 2]) }]);
});

test('platforms and types that exclude each other are both named', async () => {
	const { ways } = await nothingOf('?platform=tiktok&type=dms');
	expect(ways?.map(({ kind }) => kind)).toEqual(['types', 'platforms']);
	expect(ways?.every(({ rated }) => rated !== null && rated > 0)).toBe(true);
});

test('what could not be asked is not known, which is not none', async () => {
	const fails: CountingHost['fails'] = (question, { brand_ids }) =>
		question === 'distribution' && brand_ids.length === 3;
	expect((await nothingOf('?brand=3', { ...HOST, fails })).ways).toEqual([{ kind: 'brands', rated: null }]);
});

test('a brand that failed may have what the others have not: then nothing is said', async () => {
	const fails: CountingHost['fails'] = (_, { brand_ids }) => brand_ids.length === 1 && brand_ids[0] === 1;
	expect((await nothingOf('?brand=1&brand=3', { ...HOST, fails })).ways).toBeNull();
});
