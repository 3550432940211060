/** What the keyword view says. Names, numbers and dates arrive as finished strings. */
export const keywordWords = {
	view: 'Keywords',
	title: (word: string) => `“${word}” · Keywords`,

	lead: {
		most: (word: string, mentions: string, interactions: string) =>
			`People mention “${word}” most: in ${mentions} of ${interactions} interactions.`,
		mostAlone: (word: string, mentions: string) =>
			`People mention “${word}” most: in ${mentions} interactions.`,
		worse: (words: string, points: string) =>
			`Messages with ${words} are more negative than all others: ${points}.`,
		better: (words: string, points: string) =>
			`Messages with ${words} are more positive than all others: ${points}.`,
		alike: (words: string, points: string) =>
			`Messages with ${words} are neither surely better nor worse than all others: ${points}.`,
		alone: (words: string, mentions: string) => `${mentions} interactions have ${words}.`,
		aloneOne: (words: string) => `One interaction has ${words}.`,
		againstPoints: (own: string, others: string) => `${own} against ${others} points of net sentiment`,
		againstShare: (own: string, others: string) => `${own} % against ${others} % positive`,
		beside: (word: string, mentions: string, interactions: string) =>
			`“${word}” comes up most beside it, in ${mentions} of ${interactions}.`,
		quoted: (words: readonly string[], more: string | null) => {
			const quotes = words.map((word) => `“${word}”`);
			const last = more === null ? quotes.pop() : `${more} more`;
			return quotes.length === 0 ? (last ?? '') : `${quotes.join(', ')} or ${last}`;
		},
		allHidden: 'Every listed keyword is hidden.',
		nothing: 'Nobody mentions anything that matches these filters.'
	},

	lookup: {
		label: 'Exact count of a word or phrase',
		help: 'Counts also what the list leaves out. Several, with commas between them: any of them counts.',
		count: 'Count it'
	},

	table: {
		title: 'All keywords',
		caption: 'A keyword counts once in each interaction',
		captionCompared: (days: string) => `A keyword counts once in each interaction; change against ${days}`,
		keyword: 'Keyword',
		mentions: 'Mentions',
		share: 'Of all, %',
		shareLong: 'Share of all interactions',
		negative: 'Negative',
		neutral: 'Neutral',
		positive: 'Positive',
		change: 'Change',
		changeLong: (days: string) => `Change against ${days}`,
		actions: 'Hide',
		sortBy: (column: string) => `Sort by ${column}`,
		interval: (low: string, high: string) => `${low} to ${high}`,
		intervalNamed: (interval: string) => `95 % interval: ${interval}`,
		tooFew: 'too few to say',
		noneRated: 'none rated',
		mentionsUnit: ' mentions',
		shareUnit: ' % of all',
		ratedShort: (count: string) => `${count} rated`,
		hide: 'hide',
		hideWord: (word: string) => `Hide “${word}”`
	},

	came: {
		listed: (count: string) => `The host listed ${count} keywords.`,
		one: 'The host listed one keyword.',
		tooLong: (count: number, text: string) =>
			count === 1
				? 'One more keyword is longer than 200 characters and left out.'
				: `${text} more keywords are longer than 200 characters and left out.`,
		cutOff: 'Only the most mentioned words are listed. Others may be mentioned, too.',
		notWidened:
			'The days could not be loaded, so intervals are not widened by how much they differ, and are too narrow.',
		noShares: 'The number of all interactions could not be loaded, so there are no shares of it.',
		oneSided:
			'Only some sentiments are counted, so shares and net sentiment would only repeat the filter: they are left out.'
	},

	pages: {
		beyond: (pages: string) => `The keywords end on page ${pages}. The link may be older than the list.`,
		files: (from: string, to: string, all: string) =>
			`This page holds ${from} to ${to} of ${all}; the CSV and the JSON of the menu hold all ${all}.`
	},

	find: {
		label: 'Find in this list',
		submit: 'Find',
		found: (found: string, all: string) => `${found} of ${all} keywords`,
		foundPage: (from: string, to: string, found: string, all: string) =>
			`${from} to ${to} of ${found} found among ${all} keywords`,
		all: (count: string) => `${count} keywords`,
		allPage: (from: string, to: string, all: string) => `${from} to ${to} of ${all} keywords`,
		none: (text: string) => `No listed keyword holds “${text}”.`,
		clear: 'Show all keywords',
		count: (text: string) => `Count “${text}” exactly`
	},

	hidden: {
		title: 'Hidden:',
		show: (word: string) => `Show “${word}” again`,
		again: 'show again',
		all: 'Show all again',
		full: 'No more words can be hidden: a link takes 100.'
	},

	word: {
		is: (word: string, mentions: string, interactions: string, share: string) =>
			`“${word}” is in ${mentions} of ${interactions} interactions, ${share} %.`,
		isAlone: (word: string, mentions: string) => `“${word}” is in ${mentions} interactions.`,
		isUnknown: (word: string) => `“${word}” could not be counted for every brand.`,
		none: (word: string) => `No interaction mentions “${word}” in these days.`,
		rated: (n: string, positive: string, negative: string) =>
			`Of ${n} rated, ${positive} % are positive and ${negative} % negative.`,
		tooFew: (n: string) => `${n} rated are too few to say how people feel.`,
		noneRated: 'None of them is rated.',
		most: (brand: string, mentions: string) => `Most of them are with ${brand}: ${mentions}.`,
		every: (brand: string) => `All of them are with ${brand}.`,
		notListed: (count: string) =>
			`It is not in the top list of ${count} keywords, so it was counted on its own.`,
		close: 'Back to all keywords',
		read: 'Read the messages',
		hidden: 'This word is hidden from the list.',
		queryLeftOut: (query: string) => `Counted without the filter “${query}”: this word stands in its place.`,
		allSentiments: 'These ignore the sentiment filter.',
		counts: {
			title: 'Exact count by brand',
			titleOne: 'Exact count',
			caption: (word: string) => `Interactions with “${word}”, not cut off by any list`,
			brand: 'Brand',
			mentions: 'Mentions',
			rated: 'Rated',
			overTime: (scale: string) => `By ${scale}`,
			split: 'Negative, neutral, positive',
			against: (days: string) => `Against ${days}`,
			change: 'Change',
			changeMissing: (days: string) => `${days} could not be loaded for every brand.`,
			all: 'All brands',
			notLoaded: 'not loaded',
			noneRated: 'none rated',
			peak: (name: string, when: string, count: string) => `${name}: most on ${when}, ${count}`,
			never: (name: string) => `${name}: no mention`,
			table: 'Mentions by brand over time',
			oneAxis: 'The bars of all brands share one axis.'
		},
		trend: {
			title: (score: string, word: string) => `${score} of “${word}”`,
			caption: (unit: string) => `${unit}. A point stands for at least ten rated mentions.`,
			gathered: (isPooled: boolean, larger: string | null, scale: string) => {
				const what = [
					...(larger === null ? [] : [`by ${larger}`]),
					...(isPooled ? ['for all brands together'] : [])
				];
				const who = isPooled ? ' of one brand' : '';
				return `Drawn ${what.join(' and ')}: most ${scale}s have fewer than ten rated mentions${who}.`;
			},
			tooFewTitle: 'Too few to draw',
			tooFew: 'No stretch of these days has ten rated mentions, and nobody should read a trend from fewer.',
			together: 'Draw longer stretches and all brands together'
		},
		volume: {
			title: (word: string) => `Mentions of “${word}”`,
			caption: (scale: string) => `Interactions per ${scale} by type, rated or not`
		},
		companions: {
			title: 'Comes with',
			caption: (word: string) => `Keywords in the same interactions as “${word}”`,
			none: 'No other keyword stands in these interactions.',
			cutOff: 'The most frequent ones; the list is cut off.'
		}
	},

	change: {
		together:
			'All words are held against chance together, since of many one always stands out: “can’t tell” may stand beside an interval without 0.',
		censored: 'not in the top list',
		count: 'count it',
		countWord: (word: string) => `Count “${word}” exactly in both periods`,
		tooFew: 'too few to say',
		notLoaded: (days: string) => `The keywords of ${days} could not be loaded, so there is no change.`,
		cutOff: (days: string, count: string) =>
			`The list of ${days} holds ${count} keywords: one that is not in it may still have been mentioned.`,
		verdicts: { clear: 'clear', likely: 'likely', unsure: 'can’t tell', 'too-little': 'too little data' },
		up: 'up by',
		down: 'down by',
		points: 'points',
		mentionsBefore: (count: string) => `${count} before`,
		sign: { none: 'none in both', new: 'none before' },
		more: (percent: string) => `${percent} % more`,
		less: (percent: string) => `${percent} % less`,
		same: 'as many',
		aDay: 'a day',
		before: (days: string, mentions: string) => `In ${days} it was in ${mentions}.`
	}
} as const;
