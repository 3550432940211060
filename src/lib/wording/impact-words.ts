import { inPoints } from './point-words';

/**
 * What the app says about campaigns. Names, dates and numbers arrive as finished strings. Nothing here claims a
 * cause: before and after something "changed", and beside comparison brands it is at most "consistent with an effect".
 */

/** How the sentence speaks of the campaign, or of days that have no name. */
type Told = {
	before: string;
	since: string;
	during: string;
	effect: string;
};

export const impactWords = {
	view: 'Impact',
	description: 'Whether a campaign moved net sentiment, how sure that is, and against what.',
	named: (name: string): Told => ({
		before: `before ${name}`,
		since: `since ${name} began`,
		during: `during ${name}`,
		effect: 'an effect of the campaign'
	}),
	unnamed: {
		before: 'before these days',
		since: 'in these days',
		during: 'in these days',
		effect: 'an effect of what happened in these days'
	} satisfies Told,

	sentence: {
		whoOne: (name: string) => `net sentiment for ${name}`,
		whoTwo: (one: string, other: string) => `net sentiment across ${one} and ${other}`,
		whoMany: (count: string) => `net sentiment across ${count} brands`,
		soFar: (day: string, days: string) => `So far, day ${day} of ${days}: `,
		higher: 'higher',
		lower: 'lower',
		up: 'up',
		down: 'down',
		/** Beside comparison brands. */
		clear: (who: string, way: string, before: string) => `${who} is clearly ${way} than ${before}.`,
		likely: (who: string, way: string, before: string, points: string) =>
			`${who} is likely ${way} than ${before}, by ${inPoints(points)}.`,
		/** The comparison brands moved and the brand itself hardly did, so "higher than before" would not be true. */
		clearBeside: (who: string, way: string, since: string) =>
			`${who} is clearly ${way} than the comparison brands lead us to expect ${since}.`,
		likelyBeside: (who: string, way: string, since: string, points: string) =>
			`${who} is likely ${way} than the comparison brands lead us to expect ${since}, by ${inPoints(points)}.`,
		/** Without comparison brands. */
		clearChanged: (who: string, since: string, way: string, points: string) =>
			`${who} clearly changed ${since}: ${way} by ${inPoints(points)}.`,
		likelyChanged: (who: string, since: string, way: string, points: string) =>
			`${who} likely changed ${since}: ${way} by ${inPoints(points)}.`,
		unsure: (who: string, since: string) => `no change in ${who} that we can be sure of ${since}.`,
		range: (low: string, high: string) => `It may be anything from ${low} to ${high} points.`
	},

	/** Why, or why not: the second half of a sentence that found a change. */
	reason: {
		noControls: 'Without comparison brands we can’t say why.',
		stillOne: (effect: string) =>
			`The comparison brand did not move with it, which is consistent with ${effect}.`,
		still: (count: string, effect: string) =>
			`${count} comparison brands did not move with it, which is consistent with ${effect}.`,
		lessOne: (effect: string) =>
			`The comparison brand moved the same way, but less; the rest is consistent with ${effect}.`,
		less: (count: string, effect: string) =>
			`${count} comparison brands moved the same way, but less; the rest is consistent with ${effect}.`,
		besideOne: (way: string, effect: string) =>
			`The comparison brand went ${way} without it, which is consistent with ${effect}.`,
		beside: (count: string, way: string, effect: string) =>
			`${count} comparison brands went ${way} without it, which is consistent with ${effect}.`,
		preTrend:
			'But it moved differently from the comparison brands before the start already, so they can’t show why.',
		shortBaseline: (days: string) =>
			`But ${days} before the start are too few to tell whether the comparison brands moved alike, so they can’t show why.`,
		unchecked:
			'But whether the comparison brands moved alike before the start could not be checked, so they can’t show why.',
		controlNews: (names: string, isOne: boolean) =>
			isOne
				? `But ${names}, a comparison brand, had a campaign or news of its own in these days, so the comparison can’t show why.`
				: `But ${names}, comparison brands, had campaigns or news of their own in these days, so the comparison can’t show why.`,
		otherNews: (names: string, isOne: boolean) =>
			`But ${names} ${isOne ? 'lies' : 'lie'} in the same days, so we can’t say which of them goes with it.`,
		newsBefore: (names: string, isOne: boolean) =>
			`But ${names} ${isOne ? 'lies' : 'lie'} in the days before, so those may not show the usual level.`,
		simpson: (way: string) =>
			`But on every platform with enough messages it went ${way}: only the mix of platforms changed.`,
		mixShift: 'But more than half of the difference is another mix of platforms, not another mood.'
	},

	/** Another campaign or incident with its days. */
	dated: (name: string, days: string) => `${name} (${days})`,

	/** Names of brands in a sentence. @example names(['Ovelle'], 'two') // 'Ovelle and two more' */
	names: (shown: readonly string[], rest: string | null) => {
		const list = rest === null ? shown : [...shown, `${rest} more`];
		return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list[list.length - 1]}`;
	},

	/** Whether a change that was expected as a number was reached. */
	expected: {
		soFar: 'So far: ',
		change: (points: string) => `${points} points`,
		reached: (points: string, range: string) =>
			`the expected change of ${points} points was reached. Even the interval for daily looks, ${range}, lies beyond it.`,
		'likely-reached': (points: string, range: string) =>
			`the expected change of ${points} points was likely reached. The 95 % interval, ${range}, lies beyond it; the one for daily looks does not.`,
		unsure: (points: string, range: string) =>
			`nobody can tell whether the expected change of ${points} points was reached. The 95 % interval, ${range}, contains it.`,
		'likely-short': (points: string, range: string) =>
			`the expected change of ${points} points was likely not reached. The 95 % interval, ${range}, ends short of it; the one for daily looks does not.`,
		short: (points: string, range: string) =>
			`the expected change of ${points} points was not reached. Even the interval for daily looks, ${range}, ends short of it.`,
		noNumber: (points: string) =>
			`There is no number to hold against the expected change of ${points} points.`,
		otherMetric: (points: string, metric: string) =>
			`The expected change of ${points} points is one of “${metric}”. This page measures net sentiment of all rated messages and cannot say whether it was reached.`,
		seen: (points: string) => `A change as large as the expected ${points} points would most likely be seen.`,
		unseen: (points: string, days: string, smallest: string) =>
			`The expected change of ${points} points is too small to be seen in ${days}: only a change of ${smallest} points or more would most likely show.`
	},

	tooLittle: {
		noneRated: 'No rated messages in these days, so there is nothing to compare.',
		messages: (count: string, isOne: boolean, when: string) =>
			`${count} rated ${isOne ? 'message' : 'messages'} ${when}`,
		days: (count: string, isOne: boolean, when: string) => `${count} full ${isOne ? 'day' : 'days'} ${when}`,
		tooFew: (parts: string, isOne: boolean) =>
			`${parts} ${isOne ? 'is' : 'are'} too few to say anything. Each side needs at least ten messages and seven full days.`,
		controls: 'The comparison brands have too little data in these days to say anything.',
		and: ' and '
	},

	again: {
		on: (day: string) => `Look again on ${day}.`,
		over: (day: string) => `Look again on ${day}, when it is over.`,
		tooShort: 'Fewer than seven days stay too few: look at more days than the campaign has.',
		finishedLikely: 'It would not be sure if you had looked every day.'
	},

	planned: {
		starts: (name: string, day: string) => `${name} starts on ${day}.`,
		startsUnnamed: (day: string) => `These days begin on ${day}.`,
		know: (who: string, points: string, day: string) =>
			`If ${who} moves by ${inPoints(points)}, you will know by ${day}.`,
		smallest: (points: string) => `A change of less than ${inPoints(points)} would most likely stay unseen.`,
		never: (days: string, points: string) =>
			`${days} are too few to see a change of less than ${inPoints(points)}.`,
		nothing: 'There are too few messages before it to say what could be seen.',
		tooShort:
			'Fewer than seven days are too few to know anything, whatever happens: plan a week or more, or look at more days than the campaign has.'
	},

	card: {
		line: (campaign: string, brands: string, days: string) => `${campaign}, ${brands}, ${days}`,
		lineOfDays: (brands: string, days: string) => `${brands}, ${days}`,
		writtenBefore: (day: string) => `Written before launch, ${day}`,
		writtenAfter: (day: string) => `Written after the start, ${day}`,
		changedAfter: (day: string) => `Written ${day}, changed after the start`,
		unwritten: 'No hypothesis written before launch',
		hypothesis: 'Expected',
		link: 'About the campaign',
		differenceBeside: 'Difference in net sentiment, after allowing for the comparison brands',
		differencePlain: 'Difference in net sentiment between before and during',
		points: 'points',
		noNumber: 'No number yet',
		noNumberFinished: 'No number',
		interval: '95 % interval',
		peek: 'If you look every day',
		notYet: 'not before day 7',
		range: (low: string, high: string) => `${low} to ${high}`,
		rated: 'Rated messages',
		ratedOnDays: (n: string, days: string) => `${n} on ${days} full days`,
		sides: (kind: string) => `${kind}, rated messages`,
		sideOnDays: (n: string, days: string) => `${n} on ${days}`,
		fullDays: (days: string, isOne: boolean) => `${days} full ${isOne ? 'day' : 'days'}`,
		sure: 'How sure',
		rungs: { 'too-little': 'Too little data', unsure: 'Can’t tell', likely: 'Likely', clear: 'Clear' },
		rules: {
			'too-little': 'under 7 full days or n under 10 on a side',
			unsure: 'the 95 % interval includes 0',
			likely: 'the 95 % interval is clear of 0',
			clear: 'still clear of 0 if you look every day'
		},
		here: 'this one',
		against: 'Against',
		againstSpan: (days: string, span: string) => `${span}, ${days}`,
		againstBrands: (names: string) => `and against ${names}`,
		alone: 'without comparison brands',
		unfinished: 'Today is not over, so it is not counted.',
		unit: 'Intervals are 95 %, with the day as the unit; numbers have decimals where they are narrow.'
	},

	/** One sentence for each warning, below the verdict. */
	cautions: {
		'pre-trend':
			'Before the start the brand and its comparison brands already moved apart, so the comparison is weak.',
		'short-baseline': 'Fewer than 14 days before the start: nobody can tell whether the brands moved alike.',
		simpson:
			'Every platform with enough messages moved one way and the total the other. Read “Mood or mix” before you quote this number.',
		'mix-shift': 'More than half of the difference is another mix of platforms. See “Mood or mix”.',
		denominator:
			'What is counted changed with the start: the share of unrated messages, or the mix of message types.',
		running: 'The campaign is still going on. Its unfinished day is not counted.',
		'other-news': {
			during: (names: string, isOne: boolean) =>
				`${names} ${isOne ? 'lies' : 'lie'} in the days during: what ${isOne ? 'it' : 'they'} changed is in the number as well, and nobody can tell the two apart.`,
			before: (names: string, isOne: boolean) =>
				`${names} ${isOne ? 'lies' : 'lie'} in the days before: if ${isOne ? 'it' : 'they'} lifted net sentiment there, the number comes out too low; if ${isOne ? 'it' : 'they'} pressed it down, too high.`,
			clear: (span: string) => `Compare with ${span} instead, days that are clear of it`
		},
		'control-news': (names: string, isOne: boolean) =>
			isOne
				? `${names}, a comparison brand, had a campaign or incident of its own in these days.`
				: `${names}, comparison brands, had campaigns or incidents of their own in these days.`,
		'approximate-days': 'Beyond 100 days the host counts UTC days, so day edges are those of UTC.',
		'missing-brands': 'Some brands could not be loaded and are left out.'
	},
	cautionsTitle: 'Before you quote it'
} as const;
