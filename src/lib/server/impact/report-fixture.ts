import { addDays } from '$lib/calendar/local-day';
import type { BrandInView } from '$lib/server/panels/view';
import type { DayPoint, ImpactEstimate, ImpactReport, ImpactWindow, Rung } from './report';

/** Reports for specs: small, whole, and every number can be told from the others. */

export const FENNICK: BrandInView = { id: 3, name: 'Fennick', organization: null, slot: 3 };
export const CONTROLS: BrandInView[] = [
	{ id: 1, name: 'Tarn & Moss', organization: null, slot: 1 },
	{ id: 2, name: 'Ovelle', organization: null, slot: 2 },
	{ id: 5, name: 'Saltgrove', organization: null, slot: 5 }
];

export const START = '2026-11-02';
export const END = '2026-11-15';
const BEFORE = { from: '2026-10-05', to: '2026-11-01' };
const AS_OF = Date.UTC(2026, 10, 22, 14, 5);

/** An estimate of a rung, in either direction: 9.8 points that are clear, 2.6 that are likely, 0.6 nobody can tell. */
export function estimateOf(rung: Rung, sign: 1 | -1 = 1, more: Partial<ImpactEstimate> = {}): ImpactEstimate {
	const [estimate, half, peek] = (
		{ clear: [0.098, 0.026, 0.042], likely: [0.026, 0.02, 0.034], unsure: [0.006, 0.03, 0.05] } as const
	)[rung === 'too-little' ? 'unsure' : rung];
	return {
		method: 'difference-in-differences',
		estimate: sign * estimate,
		low: sign * estimate - half,
		high: sign * estimate + half,
		peekLow: sign * estimate - peek,
		peekHigh: sign * estimate + peek,
		nBefore: 6082,
		nAfter: 7140,
		daysBefore: 28,
		daysAfter: 14,
		verdict: rung,
		warnings: [],
		...more
	};
}

const netOf = (positive: number, negative: number, n: number) => (positive - negative) / n;

function windowOf(kind: ImpactWindow['kind'], from: string, to: string, days: number): ImpactWindow {
	const shift = kind === 'before' ? 0 : kind === 'during' ? 50 : 35;
	const positive = days * (90 + shift);
	const negative = days * (45 - shift / 5);
	const neutral = days * 80;
	const n = positive + negative + neutral;
	const net = netOf(positive, negative, n);
	return {
		kind,
		span: { from, to },
		days,
		counts: { positive, negative, neutral },
		n,
		net,
		low: net - 0.02,
		high: net + 0.02
	};
}

/** Days around a step of 9.8 points, each a little off its level; the controls stay where they were. */
export function daysOf(from: string, count: number, start: string, end: string): DayPoint[] {
	return Array.from({ length: count }, (_, index) => {
		const day = addDays(from, index);
		const phase = day < start ? 0 : day <= end ? 0.098 : 0.06;
		return {
			day,
			n: 200 + (index % 7) * 20,
			net: 0.23 + phase + 0.03 * Math.sin(index * 1.7),
			controlsN: 700,
			controlsNet: 0.2 + 0.01 * Math.sin(index),
			expected: day < start ? null : 0.232,
			isComplete: true
		};
	});
}

/** A finished campaign with comparison brands that passed their check: clearly up. */
export function reportOf(more: Partial<ImpactReport> = {}): ImpactReport {
	const headline = more.headline === undefined ? estimateOf('clear') : more.headline;
	return {
		campaign: {
			id: 'slow-mornings',
			name: 'Slow Mornings',
			link: null,
			hypothesis: 'Net sentiment rises by at least five points.',
			metric: 'net',
			expected: null,
			writtenOn: '2026-10-28',
			writtenBeforeStart: true
		},
		brands: [FENNICK],
		controls: CONTROLS,
		leftOut: [
			{ brand: { id: 4, name: 'Quillby', organization: null, slot: 4 }, reason: 'control-news' },
			{ brand: { id: 6, name: 'Thistleroe', organization: null, slot: 6 }, reason: 'other-industry' }
		],
		otherNews: [],
		clearBefore: null,
		controlsWithNews: [],
		withoutData: [],
		state: 'finished',
		progress: { complete: 14, planned: 14 },
		windows: [
			windowOf('before', BEFORE.from, BEFORE.to, 28),
			windowOf('during', START, END, 14),
			windowOf('after', '2026-11-16', '2026-11-21', 6)
		],
		estimates: headline === null ? [] : [headline],
		headline,
		expectedAnswer: null,
		preTrend: { target: -0.0009, controls: 0.0013, difference: -0.0022, p: 0.42, passed: true },
		mix: {
			total: 0.101,
			rate: 0.092,
			mix: 0.009,
			platforms: [
				{
					platform: 'tiktok',
					rate: 0.027,
					mix: 0.04,
					before: { n: 1500, net: 0.3, share: 0.25 },
					after: { n: 2570, net: 0.38, share: 0.36 }
				},
				{
					platform: 'instagram',
					rate: 0.065,
					mix: -0.031,
					before: { n: 4582, net: 0.2, share: 0.75 },
					after: { n: 4570, net: 0.29, share: 0.64 }
				}
			],
			isSimpson: false
		},
		placebo: {
			observed: 0.098,
			windows: Array.from({ length: 60 }, (_, index) => ({
				from: addDays('2026-03-01', index),
				difference: 0.03 * Math.sin(index * 2.3)
			})),
			rank: 1,
			p: 1 / 61
		},
		breakEven: 0.036,
		detectability: null,
		historyDays: 180,
		days: daysOf(BEFORE.from, 48, START, END),
		levels: [
			{ kind: 'before', measured: 0.231, expected: null },
			{ kind: 'during', measured: 0.33, expected: 0.232 },
			{ kind: 'after', measured: 0.297, expected: 0.25 }
		],
		warnings: [],
		evidence: {
			formulaVersion: 1,
			method: headline?.method ?? null,
			asOf: AS_OF,
			timeZone: 'Europe/Berlin',
			dataHash: '7c1e0000000000000000000000000000000000000000000000000000000ca94b',
			equation: {
				targetAfter: 0.3319,
				targetBefore: 0.2312,
				controlsAfter: 0.2651,
				controlsBefore: 0.2625
			},
			claim: null
		},
		...more
	};
}

/** The same, without comparison brands. */
export function withoutControls(rung: Rung, sign: 1 | -1 = 1): Partial<ImpactReport> {
	const report = reportOf();
	return {
		controls: [],
		preTrend: null,
		headline: estimateOf(rung, sign, { method: 'before-after' }),
		evidence: { ...report.evidence, method: 'before-after', equation: null },
		levels: report.levels.map((level) => ({ ...level, expected: level.kind === 'before' ? null : 0.231 }))
	};
}

/** Eight of fourteen days are over, and the ninth is not. */
export function running(): Partial<ImpactReport> {
	const whole = reportOf();
	return {
		state: 'running',
		progress: { complete: 8, planned: 14 },
		windows: [whole.windows[0]!, windowOf('during', START, END, 8)],
		days: [
			...daysOf(BEFORE.from, 36, START, END),
			{
				day: '2026-11-10',
				n: 31,
				net: 0.05,
				controlsN: 90,
				controlsNet: 0.2,
				expected: 0.232,
				isComplete: false
			}
		],
		levels: whole.levels.slice(0, 2),
		warnings: ['running']
	};
}

/** The start is still to come. */
export function planned(): Partial<ImpactReport> {
	return {
		state: 'planned',
		progress: { complete: 0, planned: 14 },
		windows: [
			windowOf('before', BEFORE.from, BEFORE.to, 28),
			{ ...windowOf('during', START, END, 0), net: null, low: null, high: null }
		],
		estimates: [],
		headline: null,
		mix: null,
		placebo: null,
		breakEven: null,
		preTrend: null,
		detectability: {
			smallest: 0.032,
			effects: [
				{ effect: 0.02, days: null, day: null },
				{ effect: 0.05, days: 9, day: '2026-11-11' },
				{ effect: 0.1, days: 7, day: '2026-11-09' }
			]
		},
		days: daysOf(BEFORE.from, 28, START, END),
		levels: [{ kind: 'before', measured: 0.231, expected: null }]
	};
}
