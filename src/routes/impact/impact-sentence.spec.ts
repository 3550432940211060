import { describe, expect, it, test } from 'vitest';
import type { OtherNews } from '$lib/server/impact/news';
import type { ImpactReport, Rung, Warning } from '$lib/server/impact/report';
import {
	CONTROLS,
	estimateOf,
	FENNICK,
	planned,
	reportOf,
	running,
	withoutControls
} from '$lib/server/impact/report-fixture';
import panels from '$lib/wording/impact-page-words.ts?raw';
import sentences from '$lib/wording/impact-words.ts?raw';
import { cautionsOf, cautionText, clearBeforeText, impactSentence } from './impact-sentence';

type Controls = 'none' | 'passed' | 'failed';
type Way = 'up' | 'down';
type State = 'finished' | 'running';

const news = (more: Partial<OtherNews>): OtherNews => ({
	name: 'Price rise',
	days: { from: '2026-10-07', to: '2026-10-20' },
	isBefore: false,
	isDuring: false,
	...more
});

const failedCheck = { target: 0.004, controls: -0.001, difference: 0.005, p: 0.02, passed: false };

function reportFor(rung: Rung, controls: Controls, way: Way, state: State): ImpactReport {
	const sign = way === 'up' ? 1 : -1;
	const base = controls === 'none' ? withoutControls(rung, sign) : { headline: estimateOf(rung, sign) };
	const { evidence } = reportOf();
	const equation = {
		targetBefore: 0.23,
		targetAfter: 0.23 + sign * 0.1,
		controlsBefore: 0.26,
		controlsAfter: 0.26 + sign * 0.002
	};
	const checked: Partial<ImpactReport> = controls === 'none' ? {} : { evidence: { ...evidence, equation } };
	const failed: Partial<ImpactReport> =
		controls === 'failed' ? { preTrend: failedCheck, warnings: ['pre-trend'] as Warning[] } : {};
	const moving = state === 'running' ? running() : {};
	const report = reportOf({ ...moving, ...base, ...checked, ...failed });
	if (rung !== 'too-little') return report;
	const windows = report.windows.map((window) => (window.kind === 'during' ? { ...window, n: 4 } : window));
	return { ...report, windows };
}

const SO_FAR = 'So far, day 9 of 14: ';
const STILL =
	'Three comparison brands did not move with it, which is consistent with an effect of the campaign.';
const ALREADY =
	'But it moved differently from the comparison brands before the start already, so they can’t show why.';
const NO_WHY = 'Without comparison brands we can’t say why.';
const EVERY_DAY = 'It would not be sure if you had looked every day.';
const FEW =
	'our rated messages during Slow Mornings are too few to say anything. Each side needs at least ten messages and seven full days.';
const UNSURE = (range: string) =>
	`o change in net sentiment for Fennick that we can be sure of since Slow Mornings began. It may be anything from ${range} points.`;
const OVER = 'Look again on 16 Nov, when it is over.';
const IS = (verdict: string, rest = '') =>
	`et sentiment for Fennick is ${verdict} than before Slow Mornings${rest}.`;
const CHANGED = (verdict: string, move: string) =>
	`et sentiment for Fennick ${verdict} changed since Slow Mornings began: ${move} points.`;

const finished: [Rung, Controls, Way, string][] = [
	['clear', 'none', 'up', `N${CHANGED('clearly', 'up by 9.8')} ${NO_WHY}`],
	['clear', 'none', 'down', `N${CHANGED('clearly', 'down by 9.8')} ${NO_WHY}`],
	['clear', 'passed', 'up', `N${IS('clearly higher')} ${STILL}`],
	['clear', 'passed', 'down', `N${IS('clearly lower')} ${STILL}`],
	['clear', 'failed', 'up', `N${IS('clearly higher')} ${ALREADY}`],
	['clear', 'failed', 'down', `N${IS('clearly lower')} ${ALREADY}`],
	['likely', 'none', 'up', `N${CHANGED('likely', 'up by 2.6')} ${NO_WHY} ${EVERY_DAY}`],
	['likely', 'none', 'down', `N${CHANGED('likely', 'down by 2.6')} ${NO_WHY} ${EVERY_DAY}`],
	['likely', 'passed', 'up', `N${IS('likely higher', ', by 2.6 points')} ${STILL} ${EVERY_DAY}`],
	['likely', 'passed', 'down', `N${IS('likely lower', ', by 2.6 points')} ${STILL} ${EVERY_DAY}`],
	['likely', 'failed', 'up', `N${IS('likely higher', ', by 2.6 points')} ${ALREADY} ${EVERY_DAY}`],
	['likely', 'failed', 'down', `N${IS('likely lower', ', by 2.6 points')} ${ALREADY} ${EVERY_DAY}`],
	['unsure', 'none', 'up', `N${UNSURE('−2.4 to +3.6')}`],
	['unsure', 'none', 'down', `N${UNSURE('−3.6 to +2.4')}`],
	['unsure', 'passed', 'up', `N${UNSURE('−2.4 to +3.6')}`],
	['unsure', 'passed', 'down', `N${UNSURE('−3.6 to +2.4')}`],
	['unsure', 'failed', 'up', `N${UNSURE('−2.4 to +3.6')}`],
	['unsure', 'failed', 'down', `N${UNSURE('−3.6 to +2.4')}`],
	['too-little', 'none', 'up', `F${FEW}`],
	['too-little', 'none', 'down', `F${FEW}`],
	['too-little', 'passed', 'up', `F${FEW}`],
	['too-little', 'passed', 'down', `F${FEW}`],
	['too-little', 'failed', 'up', `F${FEW}`],
	['too-little', 'failed', 'down', `F${FEW}`]
];

const AGAIN: Record<Rung, string> = { clear: OVER, likely: OVER, unsure: OVER, 'too-little': OVER };

/** While it runs the finding is the same, but for how far it is and when to look again. */
const table = finished.flatMap(([rung, controls, way, sentence]) => {
	const soFar = sentence.replace(` ${EVERY_DAY}`, '').replace(/^./, (first) => first.toLowerCase());
	return [
		{ rung, controls, way, state: 'finished' as State, sentence },
		{ rung, controls, way, state: 'running' as State, sentence: `${SO_FAR}${soFar} ${AGAIN[rung]}` }
	];
});

describe('the sentence of every rung, with every kind of comparison, in both directions, finished and running', () => {
	test.each(table)(
		'$rung, controls $controls, $way, $state: $sentence',
		({ rung, controls, way, state, sentence }) => {
			expect(impactSentence(reportFor(rung, controls, way, state))).toBe(sentence);
		}
	);
});

describe('no sentence claims a cause', () => {
	it('has no word of causing anywhere in the catalogue', () => {
		const catalogue = sentences + panels;
		expect(catalogue.length).toBeGreaterThan(10_000);
		// What explains the rule is not said to anybody.
		const said = catalogue.replace(/\/\*\*[^]*?\*\//g, '');
		expect(said.match(/caus|because of|thanks to|led to|due to|impact of/gi)).toBeNull();
	});

	it('speaks of an effect only where the comparison brands passed their check, and then as "consistent with"', () => {
		for (const { sentence } of table) {
			expect(/effect/.test(sentence)).toBe(sentence.includes(STILL));
			expect(sentence.includes('effect')).toBe(sentence.includes('consistent with an effect'));
		}
	});

	it('says "changed" without comparison brands', () => {
		const bare = table.filter(
			({ rung, controls }) => controls === 'none' && (rung === 'clear' || rung === 'likely')
		);
		expect(bare).toHaveLength(8);
		for (const { sentence } of bare) expect(sentence).toContain(' changed ');
	});
});

describe('what speaks against the campaign takes the place of "consistent with"', () => {
	const say = (warning: Warning, more: Partial<ImpactReport> = {}) =>
		impactSentence(reportOf({ warnings: [warning], controlsWithNews: CONTROLS.slice(1, 2), ...more }));

	test.each([
		[
			'news of a comparison brand',
			'control-news',
			'But Ovelle, a comparison brand, had a campaign or news of its own'
		],
		['another mix of platforms', 'mix-shift', 'But more than half of the difference is another mix']
	] as const)('%s', (_, warning, start) => {
		const sentence = say(warning);
		expect(sentence).toContain(start);
		expect(sentence).not.toContain('consistent');
	});

	it('names other news with its days, and says in which window it lies', () => {
		const during = [news({ isDuring: true }), news({ name: 'Recall', isDuring: true, isBefore: true })];
		expect(say('other-news', { otherNews: during })).toContain(
			'But Price rise (7 – 20 Oct 2026) and Recall (7 – 20 Oct 2026) lie in the same days, so we can’t say'
		);
		const before = say('other-news', { otherNews: [news({ isBefore: true })] });
		expect(before).toContain('But Price rise (7 – 20 Oct 2026) lies in the days before,');
		expect(before).not.toMatch(/same days|consistent/);
	});

	it('names the days of a short baseline', () => {
		const headline = estimateOf('clear', 1, { daysBefore: 10 });
		expect(say('short-baseline', { headline })).toContain(
			'But ten full days before the start are too few to tell whether the comparison brands moved alike'
		);
	});

	it('is the Simpson alarm before all else: the platforms went the other way', () => {
		const sentence = say('simpson', {
			...withoutControls('clear', -1),
			headline: estimateOf('clear', -1),
			controls: CONTROLS,
			warnings: ['mix-shift', 'pre-trend', 'simpson']
		});
		expect(sentence).toBe(
			'Net sentiment for Fennick is clearly lower than before Slow Mornings. But on every platform with enough messages it went up: only the mix of platforms changed.'
		);
	});

	it('says so when nobody checked whether the brands moved alike', () => {
		expect(impactSentence(reportOf({ preTrend: null }))).toContain('could not be checked');
	});
});

describe('what the comparison brands did', () => {
	const equation = (own: number, others: number) => {
		const { evidence } = reportOf();
		return {
			evidence: {
				...evidence,
				equation: {
					targetBefore: 0.2,
					targetAfter: 0.2 + own,
					controlsBefore: 0.2,
					controlsAfter: 0.2 + others
				}
			}
		};
	};

	it('is said when they moved the same way, but less', () => {
		expect(impactSentence(reportOf(equation(0.15, 0.052)))).toContain(
			'Three comparison brands moved the same way, but less; the rest is consistent with an effect of the campaign.'
		);
	});

	it('is what makes the difference where the brand itself stood still', () => {
		expect(impactSentence(reportOf(equation(0, -0.098)))).toBe(
			'Net sentiment for Fennick is clearly higher than the comparison brands lead us to expect since Slow Mornings began. Three comparison brands went down without it, which is consistent with an effect of the campaign.'
		);
	});

	it('is said in the singular of one brand', () => {
		expect(impactSentence(reportOf({ controls: CONTROLS.slice(0, 1) }))).toContain(
			'The comparison brand did not move with it'
		);
	});
});

describe('too little data', () => {
	const counted = (before: [number, number], after: [number, number]) => {
		const { windows } = reportOf();
		const [first, second] = windows;
		return reportOf({
			headline: null,
			windows: [
				{ ...first!, n: before[0], days: before[1] },
				{ ...second!, n: after[0], days: after[1] }
			]
		});
	};

	test.each([
		['messages during', [400, 28], [1, 14], 'One rated message during Slow Mornings is too few'],
		['days during', [400, 28], [90, 3], 'Three full days during Slow Mornings are too few'],
		['messages before', [7, 28], [90, 14], 'Seven rated messages before Slow Mornings are too few'],
		[
			'something on both sides',
			[7, 28],
			[90, 3],
			'Seven rated messages before Slow Mornings and three full days during Slow Mornings are too few'
		]
	] as const)('names what is missing: %s', (_, before, after, start) => {
		expect(impactSentence(counted([...before], [...after]))).toContain(start);
	});

	it('blames the comparison brands where it is theirs', () => {
		expect(impactSentence(reportOf({ headline: estimateOf('too-little') }))).toBe(
			'The comparison brands have too little data in these days to say anything.'
		);
	});

	it('says so when nothing was rated at all', () => {
		expect(impactSentence(counted([0, 0], [0, 0]))).toBe(
			'No rated messages in these days, so there is nothing to compare.'
		);
	});

	it('says when a campaign that has just begun can be looked at again', () => {
		const { windows } = reportOf(running());
		const short = windows.map((window) => (window.kind === 'during' ? { ...window, days: 3 } : window));
		const report = reportOf({
			...running(),
			headline: null,
			windows: short,
			progress: { complete: 3, planned: 14 }
		});
		expect(impactSentence(report)).toMatch(/^So far, day 4 of 14: three full days .* Look again on 9 Nov\.$/);
		expect(impactSentence({ ...report, progress: { complete: 3, planned: 5 } })).toMatch(
			/Fewer than seven days stay too few: look at more days than the campaign has\.$/
		);
	});
});

describe('who and when', () => {
	it('is several brands by their number, and two by their names', () => {
		const named = (count: number) => reportOf({ brands: [FENNICK, ...CONTROLS].slice(0, count) });
		expect(impactSentence(named(2))).toMatch(
			/^Net sentiment across Fennick and Tarn & Moss is clearly higher/
		);
		expect(impactSentence(named(4))).toMatch(/^Net sentiment across four brands is clearly higher/);
	});

	it('is "these days" for days that no campaign names', () => {
		const { campaign } = reportOf();
		const report = reportOf({ campaign: { ...campaign, id: null, name: '2 – 15 Nov 2026' } });
		expect(impactSentence(report)).toMatch(
			/^Net sentiment for Fennick is clearly higher than before these days\./
		);
	});

	it('keeps the marks of a name from turning the sentence around', () => {
		const { campaign } = reportOf();
		expect(impactSentence(reportOf({ campaign: { ...campaign, name: 'Slow\u202e Mornings' } }))).toContain(
			'before Slow Mornings.'
		);
	});

	it('tells in a week what is likely now, where the campaign goes on that long', () => {
		const { windows } = reportOf(running());
		const long = windows.map((window) =>
			window.kind === 'during' ? { ...window, span: { ...window.span, to: '2026-12-06' } } : window
		);
		const report = reportOf({
			...running(),
			windows: long,
			progress: { complete: 8, planned: 35 },
			headline: estimateOf('likely')
		});
		expect(impactSentence(report)).toMatch(/^So far, day 9 of 35: .* Look again on 17 Nov\.$/);
	});
});

describe('a planned campaign', () => {
	it('says when a change would be known, and what would stay unseen', () => {
		expect(impactSentence(reportOf(planned()))).toBe(
			'Slow Mornings starts on 2 Nov 2026. If net sentiment for Fennick moves by 5.0 points, you will know by 11 Nov. A change of less than 3.2 points would most likely stay unseen.'
		);
	});

	it('has no name for days without a campaign', () => {
		const { campaign } = reportOf();
		const report = reportOf({ ...planned(), campaign: { ...campaign, id: null } });
		expect(impactSentence(report)).toMatch(/^These days begin on 2 Nov 2026\./);
	});

	it('says so when its days are too few for any of these', () => {
		const detectability = { smallest: 0.151, effects: [{ effect: 0.1, days: null, day: null }] };
		expect(impactSentence(reportOf({ ...planned(), detectability }))).toContain(
			'14 days are too few to see a change of less than 15.1 points.'
		);
		const short = { ...planned(), progress: { complete: 0, planned: 6 }, detectability: null };
		expect(impactSentence(reportOf(short))).toContain('Fewer than seven days are too few to know anything');
		expect(impactSentence(reportOf({ ...planned(), detectability: null }))).toContain(
			'too few messages before it'
		);
	});
});

describe('the cautions below the sentence', () => {
	it('are the warnings that it does not say itself, and the Simpson alarm always', () => {
		const warnings: Warning[] = ['pre-trend', 'simpson', 'denominator', 'running'];
		expect(cautionsOf(reportOf({ warnings }))).toEqual(['pre-trend', 'simpson', 'denominator']);
		expect(cautionsOf(reportOf({ warnings: ['pre-trend'] }))).toEqual([]);
		expect(cautionsOf(reportOf({ warnings: ['simpson', 'mix-shift'] }))).toEqual(['simpson']);
		expect(cautionsOf(reportOf({ warnings: ['pre-trend'], headline: estimateOf('unsure') }))).toEqual([
			'pre-trend'
		]);
	});

	it('tell of other news what it does to the number, also where the sentence names it', () => {
		const tell = (...otherNews: OtherNews[]) => {
			const report = reportOf({ warnings: ['other-news'], otherNews });
			expect(cautionsOf(report)).toEqual(['other-news']);
			return cautionText(report, 'other-news');
		};
		expect(tell(news({ isDuring: true }))).toBe(
			'Price rise (7 – 20 Oct 2026) lies in the days during: what it changed is in the number as well, and nobody can tell the two apart.'
		);
		expect(tell(news({ isBefore: true }))).toBe(
			'Price rise (7 – 20 Oct 2026) lies in the days before: if it lifted net sentiment there, the number comes out too low; if it pressed it down, too high.'
		);
		expect(tell(news({ isDuring: true, isBefore: true }))).toMatch(/days during: .* days before: /);
	});

	it('offer the days before that are clear of it, where there are any', () => {
		expect(clearBeforeText(reportOf())).toBeNull();
		const clearBefore = { from: '2026-09-09', to: '2026-10-06' };
		expect(clearBeforeText(reportOf({ clearBefore }))).toBe(
			'Compare with 9 Sept – 6 Oct 2026 instead, days that are clear of it'
		);
	});
});
