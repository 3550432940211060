import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { beforeAfter } from '$lib/analytics/before-after';
import { differenceInDifferences } from '$lib/analytics/difference-in-differences';
import type { DayCounts, ImpactDays } from '$lib/analytics/impact-estimate';
import { interruptedSeries } from '$lib/analytics/interrupted-series';
import { CommunityError } from '$lib/errors/community-error';
import { describeError } from '$lib/errors/describe-error';
import {
	brandId,
	campaignOf,
	demoPlanOf,
	openImpact,
	plantedIn,
	reportOn,
	type DemoHost
} from '$lib/server/impact/demo-host';
import type { OpenedCampaign } from '$lib/server/impact/open-campaign';
import { answerImpact } from './impact-export';

const plan = demoPlanOf('a');
const SLOW = campaignOf(plan, 'slow-mornings');
const HOST: DemoHost = { plan, since: '2026-09-20' };
const ORIGIN = 'https://undertone.test';
const campaigns = plantedIn(plan);

async function exported(
	format: 'csv' | 'json',
	query: string,
	opened: Partial<OpenedCampaign> = { campaign: SLOW },
	host: DemoHost = HOST
) {
	const page = await openImpact(query, null, host);
	const known = { campaigns, campaign: null, isUnknown: false, error: null, ...opened };
	const response = await answerImpact(format, { ...page, opened: known, origin: ORIGIN, report: () => 'E1' });
	const bytes = new Uint8Array(await response.arrayBuffer());
	return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

type Row = Record<'day' | 'window' | 'group' | 'complete' | 'negative' | 'neutral' | 'positive', string>;
type Json = Record<string, unknown> & {
	estimates: Record<string, number | string | string[]>[];
	link: string;
	data_hash: string;
};

const jsonOf = async (
	...asked: Parameters<typeof exported> extends [unknown, ...infer Rest] ? Rest : never
) => JSON.parse((await exported('json', ...asked)).text) as Json;
const tableOf = (text: string): Row[] => parse(text, { bom: true, comment: '#', columns: true });

/** One side of the comparison from the table alone: its complete days, pooled, before the start and since. */
function sideOf(rows: readonly Row[], group: string): ImpactDays {
	const daysOf = (window: string): DayCounts[] => {
		const own = rows.filter((row) => row.group === group && row.window === window && row.complete === 'true');
		return [...Map.groupBy(own, ({ day }) => day)].map(([day, members]) => {
			const sum = (key: 'negative' | 'neutral' | 'positive') =>
				members.reduce((total, row) => total + Number(row[key]), 0);
			const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
			return { day, weekday, negative: sum('negative'), neutral: sum('neutral'), positive: sum('positive') };
		});
	};
	return { before: daysOf('before'), after: daysOf('during') };
}

describe('the report of a campaign as JSON', () => {
	it('has every method with both intervals, n, verdict and warnings, as fractions', async () => {
		const json = await jsonOf('campaign=slow-mornings');
		expect(Object.keys(json).slice(0, 3)).toEqual(['campaign', 'as_of', 'estimates']);
		expect(json).toMatchObject({
			campaign: { id: 'slow-mornings', start: SLOW.start, end: SLOW.end, written_before_start: true },
			as_of: '2026-11-22T14:05:00+00:00',
			headline: 'difference-in-differences',
			baseline: { from: '2026-10-05', to: '2026-11-01' },
			brands: [{ id: brandId('Fennick'), name: 'Fennick' }]
		});
		expect(json.estimates.map(({ method }) => method)).toEqual([
			'before-after',
			'difference-in-differences',
			'interrupted-series'
		]);
		for (const one of json.estimates) {
			expect(Object.keys(one)).toEqual([
				...['method', 'estimate', 'low', 'high', 'peek_low', 'peek_high', 'n_before', 'n_after'],
				...['days_before', 'days_after', 'verdict', 'warnings']
			]);
			expect(one.peek_low).toBeLessThanOrEqual(one.low as number);
			expect(one.peek_high).toBeGreaterThanOrEqual(one.high as number);
			expect(Math.abs(one.estimate as number)).toBeLessThan(1);
		}
		expect(json.estimates[1]?.verdict).toBe('clear');
	});

	it('says the words of the ladder where nothing can be told', async () => {
		const saltgrove = await jsonOf(`brand=${brandId('Saltgrove')}`);
		expect(saltgrove.estimates[0]?.verdict).toBe("can't tell");
		const silent = await jsonOf('control=none', undefined, { ...HOST, without: () => true });
		expect(silent.estimates).toMatchObject([
			{ method: 'before-after', estimate: null, low: null, n_after: 0, verdict: 'too little data' },
			{ method: 'interrupted-series', estimate: null, verdict: 'too little data' }
		]);
	});

	it('lists what of the link was not used, and which brands are missing', async () => {
		const failing = { ...HOST, failing: [brandId('Ovelle')] };
		const json = await jsonOf('baseline_from=2026-11-01&baseline_to=2026-11-20&scale=x', undefined, failing);
		expect((json.ignored as { key: string }[]).map(({ key }) => key)).toEqual(['scale', 'baseline_to']);
		expect(json.missing).toEqual(['Ovelle']);
		expect(json.estimates[0]?.warnings).toEqual(['missing-brands']);
	});

	it('answers the change that was expected, as a fraction, where it is one of net sentiment', async () => {
		const answerTo = async (change: Partial<typeof SLOW>) => {
			const json = await jsonOf('campaign=slow-mornings', { campaign: { ...SLOW, ...change } });
			return [(json.campaign as { expected: number | null }).expected, json.expected_answer];
		};
		expect(await answerTo({ expected: 5 })).toEqual([0.05, 'reached']);
		expect(await answerTo({ expected: -5 })).toEqual([-0.05, 'short']);
		expect(await answerTo({ expected: 20.5 })).toEqual([0.205, 'unsure']);
		expect(await answerTo({ expected: null })).toEqual([null, null]);
		expect(await answerTo({ expected: 5, metric: 'positive' })).toEqual([0.05, null]);
		expect(await answerTo({ expected: 5, start: '2026-12-01', end: '2026-12-14' })).toEqual([0.05, null]);
	});

	it('has no estimate before the start', async () => {
		const ahead = { ...SLOW, start: '2026-12-01', end: '2026-12-14' };
		expect(await jsonOf('', { campaign: ahead })).toMatchObject({ state: 'planned', estimates: [] });
	});

	it('links to the page with a claim that still holds there', async () => {
		const { link, data_hash: hash } = await jsonOf('campaign=slow-mornings');
		const url = new URL(link);
		expect(url.pathname).toBe('/impact');
		const { evidence } = await reportOn(url.search.slice(1), SLOW, HOST);
		expect(evidence.claim?.holds).toBe(true);
		expect(evidence.dataHash).toBe(hash);
		const changed = { ...HOST, without: (row: { at: number }) => row.at === rowOfSlow };
		const later = await reportOn(url.search.slice(1), SLOW, changed);
		expect(later.evidence.dataHash).not.toBe(hash);
		expect(later.evidence.claim?.holds).toBe(false);
	});
});

/** The moment of a rated message of Fennick during the campaign. */
const rowOfSlow = await (async () => {
	let found = 0;
	const watched: DemoHost = {
		...HOST,
		without: (row) => {
			const isIn = row.brand === brandId('Fennick') && row.sentiment !== null;
			if (isIn && row.at > Date.parse(SLOW.start)) found = row.at;
			return false;
		}
	};
	await reportOn('', { ...SLOW, end: SLOW.start }, watched);
	return found;
})();

describe('the day-level table as CSV', () => {
	it('is enough to compute the card again to 1e-9, by every method', async () => {
		const { text } = await exported('csv', 'campaign=slow-mornings');
		const rows = tableOf(text);
		const [own, others] = [sideOf(rows, 'target'), sideOf(rows, 'control')];
		const { estimates } = await reportOn('campaign=slow-mornings', SLOW, HOST);
		const again = [
			beforeAfter(own, 14),
			differenceInDifferences(own, others, 14),
			interruptedSeries(own, 14)
		];
		estimates.forEach((estimate, index) => {
			for (const key of ['estimate', 'low', 'high', 'peekLow', 'peekHigh', 'nBefore', 'nAfter'] as const) {
				expect(Math.abs(again[index]![key] - estimate[key])).toBeLessThan(1e-9);
			}
		});
		expect(estimates).toHaveLength(3);
	});

	it.each(['', 'tz=Asia/Tokyo', 'control=none'])(
		'has the hash of the page, over its header and its complete rows: “%s”',
		async (query) => {
			const { text } = await exported('csv', query);
			const lines = text
				.split('\r\n')
				.filter((line) => line !== '' && !/^\ufeff?# /.test(line))
				.filter((line, index) => index === 0 || line.endsWith(',true'));
			const hash = createHash('sha256')
				.update(lines.map((line) => `${line}\r\n`).join(''))
				.digest('hex');
			const report = await reportOn(query, SLOW, HOST);
			expect(report.evidence.dataHash).toBe(hash);
			expect(text).toContain(hash);
		}
	);

	it('says in its metadata what the card compares, and is named by the days of the campaign', async () => {
		const { response, text } = await exported('csv', 'baseline_from=2026-09-01&baseline_to=2026-11-20');
		expect(response.headers.get('content-disposition')).toContain(
			'undertone-impact-2026-11-02-to-2026-11-15.csv'
		);
		const meta = text.split('\r\n').filter((line) => /^\ufeff?# /.test(line));
		const all = meta.join('\n');
		expect(all).toContain('Campaign: Slow Mornings, 2026-11-02 to 2026-11-15');
		expect(all).toContain('Brands under test: Fennick');
		expect(all).toContain('Comparison brands: Ovelle, Saltgrove');
		expect(all).toContain('Ignored: baseline_to=2026-11-20');
		expect(all).toContain('Fictional brands');
	});

	it('has a row for every platform and day, zero where there is nothing, and the unfinished day marked', async () => {
		const { text } = await exported('csv', '', undefined, { ...HOST, since: '2026-11-10' });
		const rows = tableOf(text);
		const perDay = [...Map.groupBy(rows, ({ day }) => day).values()].map((own) => own.length);
		expect(new Set(perDay).size).toBe(1);
		expect(rows.filter(({ day, positive }) => day < '2026-11-10' && positive !== '0')).toEqual([]);
		expect(new Set(rows.filter(({ complete }) => complete === 'false').map(({ day }) => day))).toEqual(
			new Set(['2026-11-22'])
		);
	});
});

describe('a link without a usable campaign', () => {
	it.each<[string, Partial<OpenedCampaign>, number, string, string, string]>([
		['campaign=gone', { isUnknown: true }, 404, 'not_found', 'campaign', '/data'],
		['', {}, 422, 'query_invalid', 'campaign', 'from and to'],
		['from=2020-01-01&to=2026-01-01', {}, 422, 'query_invalid', 'to', '1,096 days'],
		['campaign=a', { campaign: { ...SLOW, brandIds: [99] } }, 422, 'query_invalid', 'brand', 'brand']
	])('“%s” is refused with the key and the fix', async (query, opened, status, code, field, fix) => {
		const json = await exported('json', query, opened);
		expect(json.response.status).toBe(status);
		const { error } = JSON.parse(json.text) as { error: Record<string, string> };
		expect(error).toMatchObject({ code, field });
		expect(error.message).toContain(fix);
		const csv = await exported('csv', query, opened);
		expect(csv.response.status).toBe(status);
		expect(csv.text).toBe(`${error.message}\n`);
	});

	it('names days of its own instead', async () => {
		const json = await jsonOf('from=2026-11-02&to=2026-11-15&brand=3', {});
		expect(json).toMatchObject({ campaign: { id: null, name: '2 – 15 Nov 2026' } });
	});

	it('says why when the records or the host cannot be asked', async () => {
		const error = describeError(new CommunityError('store_unavailable'), 'E2');
		expect((await exported('json', 'campaign=a', { error })).response.status).toBe(503);
		const failing = { ...HOST, failing: [brandId('Fennick')] };
		expect((await exported('csv', '', undefined, failing)).response.status).toBe(504);
	});
});
