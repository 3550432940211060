import { describe, expect, it } from 'vitest';
import { campaignCoverage, dailyLooks, unitFalseAlarms } from './campaigns';
import { differenceIntervals, netIntervals, shareIntervals } from './count-intervals';
import { labelAudits } from './label-audits';
import { COVERAGE, FALSE_ALARMS, keeps, type Finding } from './finding';
import { flaggedByChance, placeboFalseAlarms, preTrendWarnings, quietMarkers } from './searching';
import { wordsByChance } from './words';

const broken = (findings: readonly Finding[], isFull = false) =>
	findings
		.filter((finding) => !keeps(finding, isFull))
		.map(({ what, where, measured }) => ({ what, where, measured }));
const measuredOf = (findings: readonly Finding[], what: string, where: string) =>
	findings.find((finding) => finding.what === what && finding.where.includes(where))!.measured;

/** The same simulations as `npm run bench -- --only simulation`, with few runs and the leeway that chance then needs. */
describe('what the statistics promise, they keep', () => {
	it('intervals of counts hold the truth 93 to 97 times in 100, over all outcomes', () => {
		const net = netIntervals();
		expect(broken([...net, ...shareIntervals(), ...differenceIntervals()], true)).toEqual([]);
		const published = [5, 10, 20].flatMap((n) =>
			['plain Wald', 'adjusted Wald'].map((what) => measuredOf(net, what, `(0.9, 0.08, 0.02), n = ${n}`))
		);
		expect(published.map((rate) => (100 * rate).toFixed(1))).toEqual([
			'40.1',
			'91.9',
			'64.9',
			'93.0',
			'87.5',
			'95.4'
		]);
	});

	it('with the day as the unit 5 in 100 campaigns without effect raise an alarm, with comments 15 to 30', () => {
		const found = unitFalseAlarms(1_000);
		expect(broken(found)).toEqual([]);
		expect(measuredOf(found, 'comments as the unit', '.05')).toBeGreaterThan(0.12);
		expect(measuredOf(found, 'comments as the unit', '.08')).toBeGreaterThan(0.24);
	});

	it('each of the three methods holds a true effect 95 times in 100', () => {
		expect(broken(campaignCoverage(250))).toEqual([]);
	});

	it('looking every day raises at most 5 false alarms in 100, where the fixed interval raises two to three times as many', () => {
		const found = dailyLooks(120);
		expect(broken(found)).toEqual([]);
		for (const method of ['before-after', 'difference', 'interrupted']) {
			const [fixed, sequence] = ['fixed interval', 'confidence sequence'].map((what) =>
				measuredOf(found, what, method)
			);
			expect(fixed).toBeGreaterThan(sequence! + 0.03);
		}
	});

	it('where nothing happens, little is found: placebo, slopes before the start, unusual days, words', () => {
		expect(
			broken([placeboFalseAlarms(80), preTrendWarnings(300), quietMarkers(20), flaggedByChance(1_000)])
		).toEqual([]);
	});
});

it('of keywords that are called movers at most 6 in 100 are chance, and those that are frequent enough are found', () => {
	const found = wordsByChance(40);
	expect(broken(found)).toEqual([]);
	expect(measuredOf(found, 'movers found of 10', '3000')).toBeGreaterThan(0.3);
});

describe('a bar', () => {
	const finding = { what: 'w', where: 'x', nominal: 0.95, measured: 0.925, runs: 4_000, bar: COVERAGE };

	it('is held as it stands in a full run, and with three standard errors of chance in a small one', () => {
		expect(keeps(finding, true)).toBe(false);
		expect(keeps({ ...finding, measured: 0.971 }, true)).toBe(false);
		expect(keeps({ ...finding, runs: 100 }, false)).toBe(true);
		expect(keeps({ ...finding, measured: 0.8, runs: 100 }, false)).toBe(false);
	});

	it('gives no leeway to what was counted whole', () => {
		expect(keeps({ ...finding, runs: null }, false)).toBe(false);
	});

	it('of false alarms is an upper one only', () => {
		expect(keeps({ ...finding, nominal: 0.05, measured: 0, bar: FALSE_ALARMS }, true)).toBe(true);
		expect(keeps({ ...finding, nominal: 0.05, measured: 0.061, bar: FALSE_ALARMS }, true)).toBe(false);
	});

	it('the interval of a label audit holds true net sentiment at least 93 times in 100', () => {
		expect(broken(labelAudits(60))).toEqual([]);
	});
});

it('the same number of runs gives the same figures', () => {
	const run = () => [...unitFalseAlarms(50), ...campaignCoverage(5), quietMarkers(1), placeboFalseAlarms(2)];
	expect(run()).toEqual(run());
});
