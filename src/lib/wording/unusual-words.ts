import { inPoints, pointWord } from './point-words';

/** What the app says about unusual days, shares of voice and breaks. Names, dates and numbers are finished strings. */
export const unusualWords = {
	otherTypes: 'Other types',
	mark: (name: string, value: string, day: string, n: string) => `${name} ${value} on ${day}, n ${n}`,
	title: 'Unusual days',
	score: (name: string, value: string, day: string, n: string) => `${name} ${value} on ${day}, n ${n}`,
	usually: (value: string) => `usually ${value}`,
	/** What a jump is made of; its parts have their signs and add up to it. */
	jump: (change: string, parts: readonly string[]) => `That is ${change}: ${parts.join(', ')}.`,
	part: (name: string, value: string) => `${name} ${value}`,
	others: 'all others',
	ways: {
		points: {
			up: (size: string) => `${inPoints(size)} higher`,
			down: (size: string) => `${inPoints(size)} lower`
		},
		percent: {
			up: (size: string) => `${size} percentage ${pointWord(size)} higher`,
			down: (size: string) => `${size} percentage ${pointWord(size)} lower`
		},
		interactions: { up: (size: string) => `${size} more`, down: (size: string) => `${size} fewer` }
	},
	points: 'points',
	percent: 'percentage points',
	volume: (count: string, counted: string, usual: string) => `${count} ${counted}, usually ${usual}`,
	volumeAlone: (name: string, day: string) => `${name} on ${day}`,
	what: 'What moved it',
	messages: 'Read the messages',
	more: (count: string) => `${count} more`,
	fewer: 'Fewer',
	byPlatform: 'By platform',
	byType: 'By type',
	byWord: 'By keyword',
	messagesWith: (word: string) => `with “${word}”`,
	otherMessages: 'all other messages',
	noWord: 'No keyword stands out.',
	sum: 'together',
	loading: 'Looking for the reason …',
	failed: 'The reason could not be loaded.',
	oneDay: 'Ask for the reason of one day: from and to have to be the same day.',
	method: 'Against the same weekdays of the eight weeks before; of a change that lasts, its first three days',
	/** Where only some sentiments are counted: of what the volume is, and that there is nothing else. */
	methodOfVolume: (counted: string) =>
		`Only the volume, of ${counted}, against the same weekdays of the eight weeks before`,
	allInteractions: 'all interactions',
	/** Nothing stands out among what could be judged, each with whether that was all of it. */
	none: (judged: readonly { kind: 'score' | 'volume'; isAll: boolean }[]) => {
		const every = judged.map(({ kind, isAll }) => `every ${kind}${isAll ? '' : ' that can be judged'}`);
		return `No day stands out: ${every.join(' and ')} is within what chance makes of the same weekdays of the eight weeks before.`;
	},
	nothingJudged: 'No day can be judged.',
	/** What is not judged, and why. */
	fewVolumes: (counted: string) =>
		`A volume is judged where the same weekdays of the eight weeks before had 20 ${counted} or more, by their median: below that chance alone makes large jumps.`,
	fewScores:
		'A score is judged on a day of 30 rated messages or more, after weekdays that had 20 or more, by their median.',
	noScores: 'Scores are not judged: of chosen sentiments they would only repeat the filter.',
	noVolumes: 'Volumes are not judged here.',
	allSentiments: 'Judge all sentiments',
	notJudged:
		'What is usual is known by the day only: a day is held against the same weekday of the eight weeks before.',
	perDay: 'Show it by day',
	wait: 'Types and keywords need scripts.',
	voice: {
		title: 'Share of voice',
		caption: '% of the volume, and of positive and negative messages',
		brand: 'Brand',
		volume: 'Volume',
		positive: 'Positive',
		negative: 'Negative',
		/** The heads say of what a share is: the split beside has a brand's own. */
		heads: { volume: 'Of volume, %', negative: 'Of negative, %', positive: 'Of positive, %' },
		net: 'Net, points',
		sameMix: 'At the same mix',
		total: 'All brands',
		n: (count: string) => `n ${count}`,
		notStandardised: 'too few on some platforms',
		mixNote: (name: string, raw: string, standard: string) =>
			`${name} stands at ${raw}, but at ${standard} with the platform mix of all brands together: its platforms differ more than chance explains.`,
		mixMethod:
			'At the same mix: each brand’s own score on every platform, weighted by how much of all brands’ rated messages the platform holds.'
	},
	coverage: {
		title: (scale: string) => `Coverage by ${scale}`,
		caption: 'Rated messages in % of all interactions',
		name: 'Coverage',
		blank: (scale: string) => `Nothing has ten interactions in any ${scale}, so no line is drawn.`,
		appeared: (day: string, types: string, now: string, before: string) =>
			`From ${day} on ${types} are ${now} % of the volume, before ${before} %`,
		mark: (types: string, before: string, after: string) => `${types} ${before} → ${after} %`,
		warning: 'Counts on the two sides of that day are counts of different things: do not compare them.'
	},
	multiples: {
		name: 'One each',
		caption: (unit: string) => `${unit}, one chart for each, on the same axes`
	}
} as const;
