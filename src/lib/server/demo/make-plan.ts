import { DEMO_BRANDS } from './brands';
import { addDays, daysBetween } from './days';
import type { DemoCampaign, DemoIncident, DemoPlan, Effect, Phase } from './plan';
import { plainRate } from './rates';

const NO_EFFECT = { mood: 0, neutral: 0, volume: 1, volumeByPlatform: {} };

function plantCampaigns(lastDay: string): DemoCampaign[] {
	const day = (ago: number) => addDays(lastDay, -ago);
	const slow = { topic: 'slow-mornings', topicShare: { negative: 0.06, neutral: 0.14, positive: 0.24 } };
	return [
		{
			id: 'slow-mornings',
			name: 'Slow Mornings',
			brand: 'Fennick',
			start: day(20),
			end: day(7),
			registeredOn: day(25),
			keyword: '#slowmornings',
			truth: 'up',
			effect: { ...NO_EFFECT, ...slow, mood: 0.2, volume: 1.35, volumeByPlatform: { tiktok: 1.5 } },
			after: {
				from: day(6),
				to: addDays(lastDay, 14),
				effect: {
					...NO_EFFECT,
					topic: slow.topic,
					mood: 0.06,
					volume: 1.08,
					topicShare: { negative: 0.02, neutral: 0.04, positive: 0.07 }
				}
			}
		},
		{
			id: 'bare-weeks',
			name: 'Bare Weeks',
			brand: 'Tarn & Moss',
			start: day(76),
			end: day(56),
			registeredOn: null,
			keyword: '#bareweeks',
			truth: 'none',
			effect: {
				...NO_EFFECT,
				volume: 1.9,
				topic: 'bare-weeks',
				topicShare: { negative: 0.15, neutral: 0.15, positive: 0.15 }
			},
			after: null
		},
		{
			id: 'bubble-or-brew',
			name: 'Bubble or Brew',
			brand: 'Ovelle',
			start: day(190),
			end: day(163),
			registeredOn: null,
			keyword: '#bubbleorbrew',
			truth: 'mix',
			effect: {
				...NO_EFFECT,
				mood: 0.15,
				volumeByPlatform: { tiktok: 12 },
				topic: 'bubble-or-brew',
				topicShare: { negative: 0.2, neutral: 0.2, positive: 0.2 }
			},
			after: null
		}
	];
}

function plantIncidents(lastDay: string): DemoIncident[] {
	const phase = (first: number, last: number, effect: Effect): Phase => ({
		from: addDays(lastDay, -first),
		to: addDays(lastDay, -last),
		effect
	});
	const wrapper = (
		mood: number,
		volume: number,
		neutral: number,
		talk: [number, number, number]
	): Effect => ({
		...NO_EFFECT,
		mood,
		volume,
		neutral,
		topic: 'wrapper',
		topicShare: { negative: talk[0], neutral: talk[1], positive: talk[2] }
	});
	const report = (mood: number, volume: number, share: number): Effect => ({
		...NO_EFFECT,
		mood,
		volume,
		topic: 'microplastics',
		topicShare: { negative: share, neutral: share / 2, positive: share / 6 }
	});
	return [
		{
			id: 'wrapper',
			name: 'New wrapper',
			brands: ['Quillby'],
			start: addDays(lastDay, -6),
			end: addDays(lastDay, -4),
			keyword: 'wrapper',
			phases: [
				phase(6, 6, wrapper(-0.42, 3.2, -0.08, [0.75, 0.35, 0.1])),
				phase(5, 5, wrapper(-0.26, 2.1, -0.04, [0.62, 0.28, 0.08])),
				phase(4, 4, wrapper(-0.12, 1.4, 0, [0.42, 0.2, 0.06])),
				phase(3, -24, wrapper(0, 1, 0, [0.08, 0.04, 0.02]))
			]
		},
		{
			id: 'microplastics',
			name: 'Report on microplastics',
			brands: DEMO_BRANDS.filter((brand) => brand.industry === 'Personal care').map((brand) => brand.name),
			start: addDays(lastDay, -125),
			end: addDays(lastDay, -119),
			keyword: 'microplastics',
			phases: [
				phase(125, 124, report(-0.26, 1.9, 0.6)),
				phase(123, 122, report(-0.17, 1.5, 0.45)),
				phase(121, 119, report(-0.09, 1.2, 0.3))
			]
		}
	];
}

/**
 * Make the plan of a demo: the planted dates, counted back from `lastDay`, and the rate at which the days from
 * `firstDay` to `lastDay` hold about `interactions` customer interactions.
 * @example makePlan({ seed: '1', firstDay: '2024-11-22', lastDay: '2026-11-22', interactions: 250_000 })
 */
export function makePlan(options: {
	seed: string;
	firstDay: string;
	lastDay: string;
	interactions: number;
}): DemoPlan {
	const { lastDay } = options;
	const plan: DemoPlan = {
		version: 1,
		...options,
		rate: 1,
		campaigns: plantCampaigns(lastDay),
		incidents: plantIncidents(lastDay)
	};
	const days = daysBetween(options.firstDay, lastDay);
	const atRateOne = days.reduce(
		(sum, day) => sum + DEMO_BRANDS.reduce((ofDay, brand) => ofDay + plainRate(plan, brand, day), 0),
		0
	);
	if (!(atRateOne > 0)) throw new Error(`The demo's firstDay ${options.firstDay} lies after ${lastDay}.`);
	return { ...plan, rate: options.interactions / atRateOne };
}
