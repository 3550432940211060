import { inPoints, inPts } from './point-words';

/** What the app says about comparing days with other days. Names, dates and numbers arrive as finished strings. */
export const comparisonWords = {
	choice: {
		name: 'Compared with',
		nothing: 'Nothing',
		kinds: { none: 'Nothing', previous: 'Period before', year: 'Year before' },
		list: 'What to compare with',
		match: 'Days meet by',
		matches: { weekday: 'Weekday', date: 'Date' },
		matchHelp: {
			weekday: 'A Saturday meets a Saturday.',
			date: 'The same date, or the same place in line.'
		},
		own: 'Days of your own',
		from: 'Compare from',
		to: 'Compare to',
		show: 'Compare with these days'
	},
	scope: {
		compared: (days: string, match: string) => `Compared with ${days}, matched by ${match}`,
		until: (days: string, match: string, time: string) =>
			`Compared with ${days} until ${time} on the last day, matched by ${match}`,
		matches: { weekday: 'weekday', date: 'date' },
		untilOneDay: (day: string, match: string, time: string) =>
			`Compared with ${day} until ${time}, matched by ${match}`,
		rates: 'not as many days, so counts are compared per day',
		wholeOnly: (scale: string) => `Complete ${scale}s only`,
		withUnfinished: (scale: string) => `Count the unfinished ${scale}, too`,
		isWhole: (days: string, scale: string) => `${days}, complete ${scale}s only`,
		noneWhole: (scale: string) => `No ${scale} of these days is complete yet`
	},
	verdicts: { clear: 'clear', likely: 'likely', unsure: 'can’t tell' },
	lacks: { messages: 'too few messages to say', days: 'too few days to say' },
	change: {
		points: (difference: string) => inPts(difference),
		interval: (low: string, high: string) => `${low} to ${high}`,
		more: (percent: string) => `${percent} % more`,
		fewer: (percent: string) => `${percent} % fewer`,
		same: 'as many',
		perDay: (text: string) => `${text} a day`,
		isNew: 'new: none before',
		none: 'no change: none before either',
		few: (count: string) => `${count} before`,
		tick: (value: string, period: string, n: string) => `dotted: ${value} ${period}, n ${n}`,
		column: 'Change',
		before: (value: string) => `${value} before`,
		unlisted: 'not in the earlier list',
		under: 'n under 10',
		missing: (names: string) => `No comparison without ${names}, which could not be loaded.`,
		notLoaded: 'The compared days could not be loaded.',
		offer: 'Compare with the period before'
	},
	keywords: (days: string) => `Top keywords by mentions, change against ${days}`,
	trend: {
		blank: (scale: string) => `Nothing has ten rated messages in any ${scale}, so no line is drawn.`,
		thin: (scale: string, isOne: boolean) =>
			`Most points have fewer than ten rated messages a ${scale}, so most of ${isOne ? 'the' : 'each'} line is not drawn.`,
		coarser: (scale: string) => `Show it by ${scale}`,
		counts: 'Show the counts',
		notLoaded: (names: string) => `Without the compared days of ${names}, which could not be loaded.`
	},
	split: {
		pooled: (sum: string, pooled: string) =>
			`The brands add up to ${sum} rated messages; asked for all of them at once the host counts ${pooled}.`
	},
	arrivals: (here: string, all: string, toCome: string) => `${here} of ${all} brands here, ${toCome} to come`,
	lead: {
		unsure: (who: string, score: string) => `Across ${who}, no change in ${score} we can be sure of.`,
		unsureOne: (who: string, score: string) => `${who}: no change in ${score} we can be sure of.`,
		clear: (who: string, score: string, way: string, period: string, points: string) =>
			`Across ${who}, ${score} is clearly ${way} than ${period}, by ${inPoints(points)}.`,
		clearOne: (who: string, way: string, period: string, points: string) =>
			`${who} is clearly ${way} than ${period}, by ${inPoints(points)}.`,
		likely: (who: string, score: string, way: string, period: string, points: string) =>
			`Across ${who}, ${score} is likely ${way} than ${period}, by ${inPoints(points)}. Look again in a week.`,
		likelyOne: (who: string, way: string, period: string, points: string) =>
			`${who} is likely ${way} than ${period}, by ${inPoints(points)}. Look again in a week.`,
		higher: 'higher',
		lower: 'lower',
		up: 'up',
		down: 'down',
		mover: (name: string, way: string, points: string) => `${name} is clearly ${way}, by ${inPoints(points)}`,
		andMover: (name: string, way: string, points: string) => `${name} clearly ${way}, by ${points}`,
		unusual: {
			fell: (name: string, value: string, when: string) => `${name} fell to ${value} ${when}.`,
			fellFor: (name: string, value: string, when: string) => `${name} fell as low as ${value} ${when}.`,
			rose: (name: string, value: string, when: string) => `${name} rose to ${value} ${when}.`,
			roseFor: (name: string, value: string, when: string) => `${name} rose as high as ${value} ${when}.`,
			volume: (name: string, count: string, counted: string, day: string, usual: string) =>
				`${name} had ${count} ${counted} on ${day}, usually ${usual}.`,
			on: (day: string) => `on ${day}`,
			onBoth: (first: string, second: string) => `on ${first} and ${second}`,
			over: (from: string, to: string) => `from ${from} to ${to}`
		},
		tooFewDays: (days: string) => `${days} too short to say what changed.`,
		tooFewMessages: (period: string) => `There are too few messages ${period} to compare with.`
	},
	period: {
		dayBefore: 'on the day before',
		daysBefore: (days: string) => `in the ${days} days before`,
		yearBefore: 'a year before',
		days: (span: string) => `in ${span}`,
		day: (day: string) => `on ${day}`,
		oneDay: 'One day is',
		manyDays: (days: string) => `${days} days are`
	},
	score: { choose: 'Choose the score', current: (title: string) => `${title}: choose another score` }
} as const;
