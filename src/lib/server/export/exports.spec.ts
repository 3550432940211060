import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { countText, scoreText } from '$lib/charts/reading';
import { splitTable, stackTable, trendTable, volumeTable } from '$lib/charts/tables';
import type { Interaction } from '$lib/community/answers';
import { groupOfType } from '$lib/community/vocabulary';
import { decimalsOf, formatPercent } from '$lib/format/numbers';
import { startOverview } from '$lib/server/panels/overview';
import { wording } from '$lib/wording/wording';
import { answerExport, readFileName } from './answer-export';
import { fakeClient, NOW, openFake, ORIGIN, type FakeHost } from './fixture';

const HOST: FakeHost = { brands: ['Fennick', 'Ovelle', 'Tarn & Moss'] };
const MANY: FakeHost = { brands: Array.from({ length: 11 }, (_, index) => `Brand ${index + 1}`) };

type Row = Record<string, string>;
type Exported = { status: number; headers: Headers; text: string; meta: string[]; rows: Row[] };

async function exported(file: string, query: string, host: FakeHost = HOST): Promise<Exported> {
	const page = await openFake(`/${query}`, host);
	const { name, format } = readFileName(file)!;
	if (name === 'impact') throw new Error('a campaign has a spec of its own');
	const response = await answerExport({ name, format }, { ...page, origin: ORIGIN, report: () => 'E1' });
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
	const isCsv = file.endsWith('.csv') && response.status === 200;
	return {
		status: response.status,
		headers: response.headers,
		text,
		meta: text.split('\r\n').filter((line) => /^\ufeff?# /.test(line)),
		rows: isCsv ? parse(text, { bom: true, comment: '#', columns: true, record_delimiter: '\r\n' }) : []
	};
}

/** The panels of the page that the same link opens. */
async function drawn(query: string, host: FakeHost = HOST) {
	const { client, view } = await openFake(`/${query}`, host);
	const asked = startOverview(client, view, { report: () => 'E1', withDrawings: false }).panels;
	const [trend, split, volume] = await Promise.all([asked.trend, asked.split, asked.volume]);
	if (!trend.ok || !split.ok || !volume.ok) throw new Error('a panel failed');
	return { view, trend: trend.value, split: split.value.data, volume: volume.value.data };
}

const number = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell));
const inBuckets = (rows: Row[]) => Map.groupBy(rows, (row) => row.bucket_start!);

const LINKS = [
	'',
	'?brand=2',
	'?brand=1&brand=3&range=7d',
	'?split=platform&platform=tiktok&platform=facebook',
	'?split=none',
	'?score=positive&range=90d&scale=week&week=sunday',
	'?score=net-rated&tz=Asia/Kolkata&range=7d',
	'?tz=America/New_York&from=2026-10-30&to=2026-11-03&scale=hour',
	'?tz=America/New_York&from=2026-10-25&to=2026-11-03',
	'?range=12mo&tz=Asia/Tokyo&scale=month',
	'?hide=2&hide=ads',
	'?compare=previous',
	'?compare=year&match=date&range=7d&tz=Asia/Kolkata&split=none',
	'?compare=previous&complete=true&hide=ads&range=today&scale=hour'
];

describe('the sentiment trend as CSV equals what is drawn, to the digit', () => {
	it.each(LINKS)('for the link "%s"', async (link) => {
		const { rows } = await exported('sentiment-trend.csv', link);
		const { trend } = await drawn(link);
		if (trend.chart !== 'line') throw new Error('a line was asked for');
		const { data } = trend;
		const table = trendTable(data);
		const shown = data.series.filter(({ key }) => !data.hidden.includes(key));
		const buckets = [...inBuckets(rows).values()];
		expect(buckets).toHaveLength(table.rows.length);
		buckets.forEach((lines, index) => {
			const cells = lines.flatMap((line, place) => {
				const [low, high] = [number(line.net_low), number(line.net_high)];
				const supported = decimalsOf(low === null || high === null ? null : { low, high });
				const look = { ...data, decimals: shown[place]!.decimals?.[index] ?? supported };
				return [
					scoreText(number(line.net), look),
					countText(number(line.rated), data.locale),
					...(data.previousLabel ? [scoreText(number(line.compare_net), look)] : [])
				];
			});
			expect(cells).toEqual(table.rows[index]!.slice(data.previousLabel ? 2 : 1));
			lines.forEach((line, place) => {
				expect(number(line.net)).toBe(shown[place]!.values[index] ?? null);
				expect(number(line.net_low)).toBe(shown[place]!.low?.[index] ?? null);
				expect(number(line.net_high)).toBe(shown[place]!.high?.[index] ?? null);
				expect(Number(line.positive) + Number(line.neutral) + Number(line.negative)).toBe(Number(line.rated));
				expect(number(line.compare_net)).toBe(shown[place]!.previous?.[index] ?? null);
				expect(line.complete).toBe(String(!data.timeline.open.some((open) => open.index === index)));
			});
		});
	});

	it('also where all brands are stacked', async () => {
		for (const link of ['?chart=stacked', '?chart=share&brand=1&scale=week']) {
			const { rows } = await exported('sentiment-trend.csv', link);
			const { trend } = await drawn(link);
			if (trend.chart !== 'stack') throw new Error('a stack was asked for');
			const cells = rows.map((row) =>
				[row.negative, row.neutral, row.positive, row.rated].map((cell) => countText(number(cell), 'en-GB'))
			);
			expect(cells).toEqual(stackTable(trend.data).rows.map((row) => row.slice(1)));
		}
	});

	it('as counts alone under a sentiment filter, whatever chart the link names: no score of one sentiment', async () => {
		for (const link of [
			'?sentiment=negative',
			'?brand=1&sentiment=negative&chart=multiples&compare=previous'
		]) {
			const { rows, meta } = await exported('sentiment-trend.csv', link);
			const { trend } = await drawn(link);
			if (trend.chart !== 'stack') throw new Error('counts were to be drawn');
			const { columns, rows: cells } = stackTable(trend.data);
			expect(columns).toEqual(['When', 'Negative', 'n rated']);
			const told = rows.map((row) =>
				[row.negative, row.rated].map((cell) => countText(number(cell), 'en-GB'))
			);
			expect(told).toEqual(cells.map((row) => row.slice(1)));
			expect(rows.reduce((sum, { rated }) => sum + Number(rated), 0)).toBeGreaterThan(100);
			for (const { net, net_low, net_high, compare_net } of rows) {
				expect([net, net_low, net_high, compare_net ?? '']).toEqual(['', '', '', '']);
			}
			expect(meta.join('\n')).not.toContain('Formula');
			expect(meta.join('\n')).toContain('would only repeat the filter');
		}
	});

	it('with its scores where all three sentiments are chosen, which leave out nothing that is rated', async () => {
		const all = '?brand=1&sentiment=negative&sentiment=neutral&sentiment=positive';
		const [filtered, free] = await Promise.all([
			exported('sentiment-trend.csv', all),
			exported('sentiment-trend.csv', '?brand=1')
		]);
		expect(filtered.rows).toEqual(free.rows);
		expect((await drawn(all)).trend.chart).toBe('line');
	});

	it('with a row for each brand that is drawn as Other, which add up to it', async () => {
		const { rows, meta } = await exported('sentiment-trend.csv', '', MANY);
		const { trend } = await drawn('', MANY);
		const other = trend.chart === 'line' && trend.data.series.find(({ key }) => key === 'other');
		if (!other) throw new Error('nothing is drawn as Other');
		const first = [...inBuckets(rows).values()][0]!;
		expect(first.map(({ brand }) => brand)).toEqual(MANY.brands);
		const sum = first.slice(8).reduce((total, row) => total + Number(row.rated), 0);
		expect(sum).toBe(other.counts[0]);
		expect(meta.join()).toContain('Drawn together as Other: Brand 9, Brand 10, Brand 11');
	});

	it('where a bucket has fewer than ten messages it has its counts and no score', async () => {
		const { rows } = await exported('sentiment-trend.csv', '?range=today&scale=hour');
		const few = rows.filter((row) => row.rated !== '' && Number(row.rated) < 10);
		expect(few.length).toBeGreaterThan(0);
		for (const row of few) expect([row.net, row.net_low, row.net_high]).toEqual(['', '', '']);
	});

	it('a bucket that the host left out is empty, and never zero', async () => {
		const silentAt = [Date.UTC(2026, 10, 14)];
		const { rows } = await exported('sentiment-trend.csv', '?range=7d', { ...HOST, silentAt });
		const silent = rows.filter((row) => row.bucket_start === '2026-11-14T00:00:00+00:00');
		expect(silent).toHaveLength(3);
		for (const { positive, neutral, negative, rated, net } of silent) {
			expect([positive, neutral, negative, rated, net]).toEqual(['', '', '', '', '']);
		}
	});

	it('begins each bucket with the offset of its own day when the clocks move', async () => {
		const { rows } = await exported(
			'sentiment-trend.csv',
			'?brand=1&tz=America/New_York&scale=day&from=2026-10-31&to=2026-11-02'
		);
		expect(rows.map((row) => row.bucket_start)).toEqual([
			'2026-10-31T00:00:00-04:00',
			'2026-11-01T00:00:00-04:00',
			'2026-11-02T00:00:00-05:00'
		]);
	});
});

describe('the days that a view is compared with', () => {
	it('stand beside the bucket that meets them, the same weekday by weekday', async () => {
		const { rows, meta } = await exported('sentiment-trend.csv', '?brand=1&range=7d&compare=previous');
		expect(
			rows.map((row) => [row.bucket_start!.slice(0, 10), row.compare_bucket_start!.slice(0, 10)])
		).toEqual(
			['12', '13', '14', '15', '16', '17', '18'].map((day) => [
				`2026-11-${day}`,
				`2026-11-${String(Number(day) - 7).padStart(2, '0')}`
			])
		);
		expect(meta.join()).toContain(
			'Compared with: 2026-11-05 to 2026-11-11, matched by weekday, until 2026-11-11T12:00'
		);
		for (const row of rows) {
			const counts = ['positive', 'neutral', 'negative'].map((name) => Number(row[`compare_${name}`]));
			expect(counts.reduce((a, b) => a + b)).toBe(Number(row.compare_rated));
		}
	});

	it('are those that the same days have when they are asked for themselves', async () => {
		const compared = await exported(
			'volume-trend.csv',
			'?brand=2&from=2026-11-02&to=2026-11-08&compare=previous'
		);
		const itself = await exported('volume-trend.csv', '?brand=2&from=2026-10-26&to=2026-11-01');
		expect(compared.rows.map((row) => [row.compare_bucket_start, row.type, row.compare_count])).toEqual(
			itself.rows.map((row) => [row.bucket_start, row.type, row.count])
		);
	});

	it('have no columns without a comparison', async () => {
		for (const file of ['sentiment-trend.csv', 'volume-trend.csv', 'keywords.csv']) {
			const { rows } = await exported(file, '?range=7d', { ...HOST, keywords: KEYWORDS });
			expect(Object.keys(rows[0]!).join()).not.toMatch(/compare|change/);
		}
	});

	it('give each keyword its change, or the reason why there is none', async () => {
		const { rows } = await exported('keywords.csv', '?compare=previous', { ...HOST, keywords: KEYWORDS });
		const changes = rows.map((row) => [row.keyword, row.compare_net, row.net_change, row.change_verdict]);
		expect(changes[0]).toEqual(['#fail', '-0.5', '0', 'unsure']);
		expect(changes[1]!.slice(1)).toEqual(['', '', 'few']);
	});
});

describe('the volume as CSV equals what is drawn, to the digit', () => {
	it.each(LINKS)('for the link "%s"', async (link) => {
		const { rows } = await exported('volume-trend.csv', link);
		const { volume } = await drawn(link);
		const table = volumeTable(volume);
		const layers = volume.layers.filter(({ key }) => !volume.hidden.includes(key));
		const buckets = [...inBuckets(rows).values()];
		expect(buckets).toHaveLength(table.rows.length);
		buckets.forEach((lines, index) => {
			const sum = (of: Row[], column = 'count') => of.reduce((total, row) => total + Number(row[column]), 0);
			const byLayer = layers.map(({ key }) =>
				sum(lines.filter(({ type }) => (groupOfType(type!) ?? 'other') === key))
			);
			const counts = [...byLayer, sum(lines), ...(volume.previous ? [sum(lines, 'compare_count')] : [])];
			const cells = counts.map((count) => countText(count, volume.locale));
			expect(cells).toEqual(table.rows[index]!.slice(1, 1 + cells.length));
		});
	});

	it('leaves empty what the table shows as unknown: what the host left out, and what is still to come', async () => {
		const host = { ...HOST, silentAt: [Date.UTC(2026, 10, 14)] };
		const link = '?brand=1&from=2026-11-12&to=2026-11-20';
		const { rows } = await exported('volume-trend.csv', link, host);
		const { volume } = await drawn(link, host);
		const totals = volumeTable(volume).rows.map((row) => row.at(-1));
		const empty = [...inBuckets(rows).values()].map((lines) => lines.every(({ count }) => count === ''));
		expect(totals.map((total) => total === '–')).toEqual(empty);
		expect(empty).toEqual([false, false, true, false, false, false, false, true, true]);
		expect(volume.gaps).toEqual([{ from: 2, to: 2, note: 'No data, 14 Nov 2026' }]);
		expect(
			volumeTable(volume)
				.rows.slice(-3)
				.map(([when]) => when)
		).toEqual([
			'Wed 18 Nov 2026, in progress, 12 of 24 h',
			'Thu 19 Nov 2026, still to come',
			'Fri 20 Nov 2026, still to come'
		]);
	});

	it('keeps the raw type, also of one that nobody has named yet', async () => {
		const { rows } = await exported('volume-trend.csv', '?brand=1&range=7d');
		expect(Object.keys(rows[0]!)).toEqual(['bucket_start', 'brand', 'type', 'count']);
		expect(new Set(rows.map(({ type }) => type))).toEqual(
			new Set(['FACEBOOK_COMMENT', 'INSTAGRAM_ADS_COMMENT', 'TWITTER_CONVERSATION', 'MASTODON_POST'])
		);
	});
});

/** The table has the interval beside a share of few messages, which the file has for the score alone. */
const withoutInterval = (cell: string) => cell.replace(/ \(.*\)$/, '');

describe('the distribution as CSV equals what is drawn, to the digit', () => {
	it.each(['', '?stack=count', '?brand=2&range=7d', '?platform=tiktok&score=positive', '?range=today'])(
		'for the link "%s"',
		async (link) => {
			const { rows } = await exported('distribution.csv', link);
			const { split } = await drawn(link);
			const brands = new Set(HOST.brands);
			for (const [index, bar] of split.rows.filter(({ caption }) => !caption).entries()) {
				const cells = splitTable(split).rows[index]!.slice(1).map(withoutInterval);
				const isPlatform = bar.key.startsWith('platform-');
				const platform = isPlatform ? bar.key.slice('platform-'.length) : 'all';
				const own = brands.has(bar.name) ? bar.name : null;
				const names = rows.map(({ brand }) => brand);
				const whole =
					own ?? (names.includes(wording.panels.split.allBrands) ? wording.panels.split.allBrands : names[0]);
				const row = rows.find((candidate) => candidate.brand === whole && candidate.platform === platform)!;
				const values = ['negative', 'neutral', 'positive'].map((sentiment) =>
					split.stack === 'count'
						? countText(number(row[sentiment]), 'en-GB')
						: row[`${sentiment}_share`] === ''
							? ''
							: `${formatPercent(Number(row[`${sentiment}_share`]), { decimals: bar.decimals ?? 1 })} %`
				);
				if (cells[1] !== '') expect(values).toEqual(cells.slice(0, 3));
				else expect(row.negative_share).toBe('');
				expect(countText(number(row.rated), 'en-GB')).toBe(cells[3]);
			}
		}
	);

	it('has counts and no share of one sentiment under a sentiment filter, as the bars have', async () => {
		const { rows, meta } = await exported('distribution.csv', '?brand=1&sentiment=negative');
		const { split } = await drawn('?brand=1&sentiment=negative');
		const table = splitTable(split);
		expect(table.columns.slice(1, 2)).toEqual(['Negative']);
		expect(split.stack).toBe('count');
		const row = rows.find(({ platform }) => platform === 'all')!;
		expect(countText(number(row.negative), 'en-GB')).toBe(table.rows[0]![1]);
		expect(Number(row.negative)).toBeGreaterThan(100);
		for (const { negative_share: share, net } of rows) expect([share, net]).toEqual(['', '']);
		expect(meta.join()).toContain('would only repeat the filter');
	});

	it('its shares add up to 100.0, and its counts to what was rated', async () => {
		const { rows } = await exported('distribution.csv', '');
		for (const row of rows.filter(({ negative_share: share }) => share !== '')) {
			const tenths = ['negative', 'neutral', 'positive'].map((sentiment) =>
				Math.round(Number(row[`${sentiment}_share`]) * 10)
			);
			expect(tenths.reduce((a, b) => a + b)).toBe(1000);
		}
	});

	it('its score is the share of positive messages beside it, where that is the score', async () => {
		const { rows } = await exported('distribution.csv', '?score=positive');
		const told = rows.filter(({ positive_share: share }) => share !== '');
		expect(told.length).toBeGreaterThan(3);
		for (const row of told) expect(Number(row.net) * 100).toBeCloseTo(Number(row.positive_share), 10);
	});

	it('its total has the interval of the key numbers', async () => {
		const { client, view } = await openFake('/', HOST);
		const panel = await startOverview(client, view, { report: () => 'E1', withDrawings: false }).panels
			.keyNumbers;
		const score = panel.ok ? panel.value.numbers.score : null;
		const { rows } = await exported('distribution.csv', '');
		const total = rows.find((row) => row.brand === wording.panels.split.allBrands && row.platform === 'all')!;
		expect(Number(total.net)).toBeCloseTo(score!.value, 4);
		expect(Number(total.net_low)).toBeCloseTo(score!.low, 4);
		expect(Number(total.net_high)).toBeCloseTo(score!.high, 4);
	});
});

const KEYWORDS = [
	{ keyword: '#fail', total: 40, negative: 20, neutral: 5, positive: 5 },
	{ keyword: '=HYPERLINK("https://evil.test")', total: 30, negative: 2, neutral: 3, positive: 4 },
	{ keyword: '__proto__', total: 12, negative: 1, neutral: 1, positive: 9 },
	{ keyword: 'hidden', total: 11, negative: 1, neutral: 1, positive: 9 }
];

describe('the keywords as CSV', () => {
	it('are those of the table, without the hidden ones, and a hostile one is inert', async () => {
		const { rows, meta } = await exported('keywords.csv', '?omit=hidden', { ...HOST, keywords: KEYWORDS });
		expect(rows.map(({ keyword, mentions, net }) => [keyword, mentions, net])).toEqual([
			['#fail', '40', '-0.5'],
			[`'=HYPERLINK("https://evil.test")`, '30', ''],
			['__proto__', '12', '0.7273']
		]);
		expect(meta.join()).toContain('Without the keywords “hidden”');
	});

	it('have their mentions and no score of one sentiment under a sentiment filter', async () => {
		const host = { ...HOST, keywords: KEYWORDS };
		const { rows } = await exported('keywords.csv', '?sentiment=negative&compare=previous', host);
		expect(rows.map(({ mentions }) => mentions)).toEqual(['40', '30', '12', '11']);
		expect(rows.map(({ net }) => net)).toEqual(['', '', '', '']);
		expect(rows[0]).not.toHaveProperty('compare_net');
		const live = await exported('keywords.csv', '?sentiment=negative', { ...host, kind: 'upstream' });
		expect(live.rows[0]!.net, 'a host that does not filter them has their score').toBe('-0.5');
	});

	it('are the words themselves in JSON', async () => {
		const { text } = await exported('keywords.json', '', { ...HOST, keywords: KEYWORDS });
		const { rows } = JSON.parse(text) as { rows: { keyword: string; net: number | null }[] };
		expect(rows.map(({ keyword }) => keyword)).toEqual(KEYWORDS.map(({ keyword }) => keyword));
		expect(rows[1]!.net).toBeNull();
	});
});

describe('the keywords that moved as CSV', () => {
	const words = { ...HOST, keywords: [...KEYWORDS, { ...KEYWORDS[0]!, keyword: 'price', total: 400 }] };

	it('says which days are which side, how many words were compared, and has no row where none stands out', async () => {
		const { rows, meta, status } = await exported('keyword-movers.csv', '?range=7d&compare=previous', words);
		expect([status, rows]).toEqual([200, []]);
		expect(meta.join()).toContain('Note: a: 2026-11-12 to 2026-11-18; b: 2026-11-05 to 2026-11-11.');
		expect(meta.join()).toContain('Of 5 words that are frequent enough');
		expect(meta.join()).toContain('/keywords?range=7d&compare=previous');
	});

	it('has the counts of both brands for a word that stands out', async () => {
		const moved = { ...words, keywordsOf: { 2: [{ ...KEYWORDS[0]!, keyword: 'price', total: 4 }] } };
		const { rows, meta } = await exported('keyword-movers.csv', '?range=7d&brand=1&brand=2', moved);
		const price = rows.find(({ keyword }) => keyword === 'price')!;
		expect(price).toMatchObject({ more_in: 'a', a_mentions: '400', b_mentions: '4' });
		const share = (side: 'a' | 'b') =>
			Number(price[`${side}_mentions`]) / Number(price[`${side}_interactions`]);
		expect(Number(price.difference)).toBeCloseTo(share('a') - share('b'), 6);
		expect(Number(price.difference_low)).toBeGreaterThan(0);
		expect(Number(price.p)).toBeLessThan(0.05);
		expect(meta.join()).toContain('Note: a: Fennick; b: Ovelle.');
	});

	it('says what its link lacks where there is nothing to compare', async () => {
		const { rows, meta } = await exported('keyword-movers.csv', '?range=7d', words);
		expect(rows).toEqual([]);
		expect(meta.join()).toContain('name days to compare with, or exactly two brands');
	});
});

const messageOf = (id: number): Interaction => ({
	id,
	type: 'TIKTOK_COMMENT',
	text: id === 3 ? '=1+1\nnext "line", here' : `Message ${id}`,
	sourceUpdatedAt: NOW - id * 60_000,
	sourceCreatedAt: NOW - id * 60_000 - 40_000,
	sentiment: id % 2 ? 'positive' : null,
	tags: [{ id: 1, name: 'urgent', color: null }],
	author: '@someone',
	conversationId: null,
	mediaId: null,
	commentId: null,
	permalink: 'https://example.test/1',
	isClosed: false
});

describe('the messages as CSV', () => {
	const messages = (count: number) => Array.from({ length: count }, (_, index) => messageOf(index));

	it('come newest first over all brands, each once, with hostile ones inert', async () => {
		const { rows } = await exported('messages.csv', '', { ...HOST, messages: messages(730) });
		expect(rows.map(({ id }) => Number(id))).toEqual(messages(730).map(({ id }) => id));
		expect(rows[3]).toEqual({
			id: '3',
			brand: 'Fennick',
			type: 'TIKTOK_COMMENT',
			platform: 'tiktok',
			sentiment: 'positive',
			created_at: '2026-11-18T11:56:20+00:00',
			updated_at: '2026-11-18T11:57:00+00:00',
			author: "'@someone",
			text: '\'=1+1\nnext "line", here',
			tags: 'urgent',
			permalink: 'https://example.test/1',
			closed: 'false'
		});
	});

	it('are all of them from our own host, and the newest 10,000 from the live one: its lines and its name say so', async () => {
		const host = { ...HOST, messages: messages(10_050) };
		expect((await exported('messages.csv', '', host)).rows).toHaveLength(10_050);
		const { rows, meta, headers } = await exported('messages.csv', '', { ...host, kind: 'upstream' });
		expect(rows).toHaveLength(10_000);
		expect(meta.join()).toContain('the newest 10,000 of 10,050 messages');
		expect(headers.get('content-disposition')).toContain('-newest-10000.csv"');
	});

	it('are each once although new ones come between two pages', async () => {
		const host = { ...HOST, brands: ['Fennick'], messages: messages(450) };
		const page = await openFake('/', host);
		let calls = 0;
		const interactions: typeof page.client.interactions = (query) => {
			calls += 1;
			const late = Array.from({ length: 7 * (calls - 1) }, (_, index) => messageOf(-1 - index)).reverse();
			return fakeClient({ ...host, messages: [...late, ...host.messages] }).interactions(query);
		};
		const response = await answerExport(
			{ name: 'messages', format: 'ndjson' },
			{ ...page, client: { ...page.client, interactions }, origin: ORIGIN, report: () => 'E1' }
		);
		const ids = (await response.text())
			.trim()
			.split('\n')
			.map((line) => (JSON.parse(line) as { id: number }).id);
		expect(calls).toBeGreaterThan(4);
		expect(ids).toEqual(host.messages.map(({ id }) => id));
	});

	it('are the same rows as NDJSON, each line alone an object, with every text as it is', async () => {
		const host = { ...HOST, messages: messages(130) };
		const { text, headers } = await exported('messages.ndjson', '', host);
		const json = JSON.parse((await exported('messages.json', '', host)).text) as { rows: unknown[] };
		expect(text.endsWith('}\n')).toBe(true);
		expect(
			text
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line) as unknown)
		).toEqual(json.rows);
		expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
	});

	it('end with a line that says so when a later page fails', async () => {
		const host = { ...HOST, brands: ['Fennick'], messages: messages(450) };
		const page = await openFake('/', host);
		const { interactions } = fakeClient(host);
		const client = {
			...page.client,
			interactions: (query: Parameters<typeof interactions>[0]) =>
				(query.offset ?? 0) < 200 ? interactions(query) : Promise.reject(new TypeError('gone'))
		};
		const response = await answerExport(
			{ name: 'messages', format: 'csv' },
			{ ...page, client, origin: ORIGIN, report: () => 'E1' }
		);
		const lines = (await response.text()).trim().split('\r\n');
		expect(lines.at(-1)).toMatch(/^# Note: Broken off after 200 messages: /);
		const json = await answerExport(
			{ name: 'messages', format: 'json' },
			{ ...page, client, origin: ORIGIN, report: () => 'E1' }
		);
		const { rows, failure } = (await json.json()) as { rows: unknown[]; failure: string };
		expect(rows).toHaveLength(200);
		expect(failure).toContain('Broken off');
		for (const file of [
			{ name: 'messages', format: 'ndjson' },
			{ name: 'tickets-zendesk', format: 'csv' }
		] as const) {
			const bare = await answerExport(file, { ...page, client, origin: ORIGIN, report: () => 'E1' });
			await expect(bare.text()).rejects.toThrow('could not be read to their end');
		}
	});
});

describe('the messages as tickets', () => {
	const COLUMNS = {
		'tickets-zendesk.csv': 'external_id,subject,description,requester,status,tags,created_at,updated_at',
		'tickets-salesforce.csv': 'Subject,Description,Status,Origin,SuppliedName'
	};
	const FILES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
	const hostile = (text: string, more: Partial<Interaction> = {}): FakeHost => ({
		...HOST,
		brands: ['Fennick'],
		messages: [{ ...messageOf(0), text, ...more }]
	});

	it.each(FILES)('begin with the names of the other system, and nothing before them: %s', async (file) => {
		const { text, rows } = await exported(file, '', { ...HOST, messages: [messageOf(0), messageOf(1)] });
		expect(text.startsWith(`\ufeff${COLUMNS[file]}\r\n`)).toBe(true);
		expect(rows).toHaveLength(2);
	});

	it('are one for each message, in the order of the list, with where it came from', async () => {
		const host = { ...HOST, messages: Array.from({ length: 230 }, (_, index) => messageOf(index)) };
		const { rows } = await exported('tickets-zendesk.csv', '', host);
		expect(rows.map((row) => Number(row.external_id))).toEqual(host.messages.map(({ id }) => id));
		expect(rows[1]).toMatchObject({
			status: 'new',
			tags: 'undertone ovelle tiktok_comment positive urgent',
			created_at: '2026-11-18T11:58:20.000Z',
			updated_at: '2026-11-18T11:59:00.000Z'
		});
		expect(rows[1]!.description).toContain(
			'TikTok comments · Ovelle · positive · written 2026-11-18T11:58:20+00:00\nhttps://example.test/1\nUndertone message 1'
		);
		const cases = (await exported('tickets-salesforce.csv', '', host)).rows;
		expect(cases.map((row) => row.Subject)).toEqual(rows.map((row) => row.subject));
		expect(new Set(cases.map((row) => row.Origin))).toEqual(new Set(['TikTok']));
	});

	it.each([
		'@mira when?',
		'- late again',
		'+1',
		'=HYPERLINK("http://evil.test")',
		"'quoted'",
		'one;=two\n@three'
	])('say “%s” as it was written, since no spreadsheet reads them', async (text) => {
		const [zendesk] = (await exported('tickets-zendesk.csv', '', hostile(text))).rows;
		const [salesforce] = (await exported('tickets-salesforce.csv', '', hostile(text))).rows;
		for (const description of [zendesk!.description!, salesforce!.Description!]) {
			expect(description.slice(0, text.length + 2)).toBe(`${text}\n\n`);
		}
		expect([zendesk!.requester, salesforce!.SuppliedName]).toEqual(['@someone', '@someone']);
	});

	it('fit into the fields of a case, whatever was written', async () => {
		const long = '👩‍👩‍👧 ' + '𝒳'.repeat(1_000_000);
		const { rows } = await exported('tickets-salesforce.csv', '', hostile(long, { author: long }));
		const [{ Subject, Description, SuppliedName }] = rows as [Row];
		expect(Subject!.length).toBeLessThanOrEqual(255);
		expect(Description!.length).toBeLessThanOrEqual(32_000);
		expect(SuppliedName!.length).toBeLessThanOrEqual(80);
		for (const cell of [Subject, Description, SuppliedName]) expect(cell!.isWellFormed()).toBe(true);
	});

	it('have a subject also where nothing was written, and an empty cell where nobody is named', async () => {
		const { rows } = await exported('tickets-zendesk.csv', '', hostile(' \n', { author: null }));
		expect(rows[0]).toMatchObject({ subject: 'Fennick: TikTok comments', requester: '' });
	});
});

describe('every export', () => {
	it('says its question, zone, week, formula and age before one header line', async () => {
		const { text, meta, headers } = await exported(
			'sentiment-trend.csv',
			'?brand=2&tz=Asia/Kolkata&week=sunday&platform=tiktok&range=7d&scale=fortnight&score=positive'
		);
		expect(text.startsWith('\ufeff# Undertone export: Sentiment trend\r\n')).toBe(true);
		const lines = meta.map((line) => line.replace(/^\ufeff?# /, ''));
		expect(lines).toEqual(
			expect.arrayContaining([
				'Filters: Brands: Ovelle · Platforms: TikTok',
				'Link: https://undertone.test/?brand=2&range=7d&tz=Asia%2FKolkata&week=sunday&platform=tiktok&score=positive',
				'Days: 2026-11-12 to 2026-11-18 (7 days)',
				'Time zone: Asia/Kolkata',
				'Weeks start on: Sunday',
				'Formula: Positive share = positive ÷ all rated.',
				'As of: 2026-11-18T17:30:00+05:30'
			])
		);
		expect(lines.find((line) => line.startsWith('Ignored: scale=fortnight'))).toBeDefined();
		expect(text.split('\r\n')[meta.length]).toMatch(/^bucket_start,brand,/);
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('content-disposition')).toBe(
			'attachment; filename="undertone-sentiment-trend-2026-11-12-to-2026-11-18.csv"'
		);
	});

	it('says when days are only approximate, and when its numbers are stale', async () => {
		const { meta } = await exported('volume-trend.csv', '?range=12mo&tz=Asia/Tokyo', {
			...HOST,
			stale: true
		});
		expect(meta.join()).toContain('Approximate UTC days');
		expect(meta.join()).toContain('# Stale: ');
	});

	it('goes without a brand that fails, with 200 and a line that names it', async () => {
		for (const file of ['distribution.csv', 'sentiment-trend.csv', 'volume-trend.csv', 'messages.csv']) {
			const { status, meta } = await exported(file, '', { ...HOST, failing: [2] });
			expect(status).toBe(200);
			expect(meta).toContain('# Missing: Ovelle could not be loaded and is left out.');
		}
	});

	it('has the status and the sentence of the error when every brand fails', async () => {
		const failing = [1, 2, 3];
		for (const name of ['distribution', 'sentiment-trend', 'volume-trend', 'keywords', 'messages']) {
			const csv = await exported(`${name}.csv`, '', { ...HOST, failing });
			expect([csv.status, csv.text]).toEqual([
				504,
				'The Community API took too long to answer. Reference: E1\n'
			]);
			const json = await exported(`${name}.json`, '', { ...HOST, failing });
			expect(json.status).toBe(504);
			expect(JSON.parse(json.text)).toEqual({
				error: {
					code: 'upstream_timeout',
					message: 'The Community API took too long to answer. Reference: E1'
				}
			});
		}
	});

	it('is the same rows in JSON, numbers as numbers and empty cells as null', async () => {
		for (const name of ['distribution', 'sentiment-trend', 'volume-trend'] as const) {
			const csv = await exported(`${name}.csv`, '?range=7d');
			const { meta, rows } = JSON.parse((await exported(`${name}.json`, '?range=7d')).text) as {
				meta: Record<string, unknown>;
				rows: Record<string, unknown>[];
			};
			expect(
				rows.map((row) => Object.values(row).map((value) => (value === null ? '' : String(value))))
			).toEqual(csv.rows.map((row) => Object.values(row)));
			expect(meta).toMatchObject({
				export: name,
				from: '2026-11-12',
				to: '2026-11-18',
				time_zone: 'UTC',
				stale: false
			});
		}
	});

	it('has a name that is known', () => {
		expect(readFileName('keywords.json')).toEqual({ name: 'keywords', format: 'json' });
		expect(readFileName('messages.ndjson')).toEqual({ name: 'messages', format: 'ndjson' });
		expect(readFileName('tickets-zendesk.json')).toBeNull();
		expect(readFileName('keywords.ndjson')).toBeNull();
		for (const name of [
			'keywords',
			'keywords.xlsx',
			'.csv',
			'secrets.csv',
			'../keywords.csv',
			'keywords.csv.csv'
		]) {
			expect(readFileName(name)).toBeNull();
		}
	});
});
