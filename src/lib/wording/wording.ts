/**
 * Every sentence that the app says, in one place. Messages are what customers write; these are words of our own.
 * Sentences with numbers are functions of finished strings, so that formatting stays in its own room.
 */

const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words, larger ones as digits. @example countWord(5) // 'five' */
export function countWord(count: number): string {
	return COUNT_WORDS[count] ?? String(count);
}

/** What the keys of a link are called on the page. */
const IGNORED_NAMES: Readonly<Record<string, string>> = {
	brand: 'Brands',
	range: 'Dates',
	from: 'First day',
	to: 'Last day',
	tz: 'Time zone',
	week: 'First day of the week',
	scale: 'Points per',
	type: 'Types',
	platform: 'Platforms',
	sentiment: 'Sentiment',
	q: 'Mentions',
	tag: 'Tags',
	closed: 'Status',
	split: 'Lines',
	compare: 'Compared with',
	compare_from: 'First compared day',
	compare_to: 'Last compared day',
	match: 'Days meet by',
	score: 'Score',
	stack: 'Shares or counts',
	complete: 'Complete periods only',
	hide: 'Hidden lines',
	campaign: 'Campaign',
	baseline_from: 'First day before',
	baseline_to: 'Last day before',
	control: 'Comparison brands',
	evidence: 'Shared number',
	chart: 'Chart',
	omit: 'Hidden words',
	sort: 'Order',
	find: 'Search',
	word: 'Word',
	movers: 'Keywords that moved',
	movers_sort: 'Order of the keywords that moved',
	page: 'Page',
	message: 'Message',
	saved: 'Saved view'
};

export const wording = {
	product: 'Undertone',
	description: 'How people feel about your brands, what moved it, and the messages behind every number.',
	views: { overview: 'Overview' },
	navigation: { main: 'Main', skip: 'Skip to the numbers' },
	source: {
		demo: 'Demo data',
		embedded: 'Own data',
		upstream: 'Community API',
		asOf: (time: string) => `as of ${time}`
	},
	filters: {
		title: 'Filters',
		open: 'Change filters',
		show: 'Show',
		any: 'Any',
		all: 'All',
		brands: 'Brands',
		allBrands: 'All brands',
		onlyThisBrand: 'only',
		onlyBrand: (name: string) => `Only ${name}`,
		brandsKeep: 'A brand keeps its colour and shape.',
		findBrand: 'Find a brand',
		noBrandFound: 'No brand has this in its name.',
		noneIsAll: 'With none ticked, all are shown.',
		countOf: (chosen: string, all: string) => `${chosen} of ${all}`,
		showBrands: (count: number) => (count === 1 ? 'Show 1 brand' : `Show ${count} brands`),
		brandsNotLoaded: 'Not loaded',
		unnamedBrandsNotLoaded: 'Brands not loaded',
		brandsUnknown:
			'The host did not say which brands there are, so none can be chosen now. What the link says of them stays.',
		askAgain: 'Ask again',
		reset: 'Reset',
		resetBrands: 'Reset to all brands',
		chosen: (chosen: number, all: number) => {
			if (all === 0) return 'None yet';
			if (all === 1) return 'The only one';
			if (chosen === 0 || chosen === all) return `All ${countWord(all)}`;
			return `${countWord(chosen).replace(/^./, (c) => c.toUpperCase())} of ${countWord(all)}`;
		},
		dates: 'Dates',
		from: 'From',
		to: 'To',
		showDays: 'Show these days',
		showDayCount: (count: number) => (count === 1 ? 'Show 1 day' : `Show ${count} days`),
		calendar: 'Days to show,',
		earlierMonth: 'Earlier months',
		laterMonth: 'Later months',
		dayCount: (count: string, isOne: boolean) => (isOne ? '1 day' : `${count} days`),
		besideDays: 'compared with',
		scale: 'Points per',
		scales: { AUTO: 'auto', HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month', QUARTER: 'quarter' },
		timeZone: 'Time zone',
		weekStart: 'Weeks start on',
		weekStarts: { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' },
		platforms: 'Platforms',
		types: 'Types',
		typeGroups: { comments: 'Organic comments', ads: 'Ad comments', dms: 'Direct messages' },
		sentiment: 'Sentiment',
		sentiments: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
		words: 'Words and tags',
		query: 'Mentions',
		queryHelp: 'Several words or phrases, with commas between them: any of them counts.',
		tags: 'Carries every one of these tags',
		noTags: 'These brands have no tags yet.',
		status: 'Status',
		statuses: { both: 'Open and closed', open: 'Open', closed: 'Closed' },
		clear: 'Clear all filters',
		ranges: {
			today: 'Today',
			yesterday: 'Yesterday',
			'7d': 'Last 7 days',
			'28d': 'Last 28 days',
			'30d': 'Last 30 days',
			'90d': 'Last 90 days',
			'12mo': 'Last 12 months',
			wtd: 'This week',
			'last-week': 'Last week',
			mtd: 'This month',
			'last-month': 'Last month',
			qtd: 'This quarter',
			'last-quarter': 'Last quarter',
			ytd: 'This year'
		}
	},
	scope: {
		days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
		inProgress: (elapsed: string, total: string) => `today in progress (${elapsed} of ${total} h)`,
		utcDays: 'Beyond 100 days the host counts UTC days, so day edges are those of UTC.'
	},
	ignored: {
		title: 'Some of this link could not be used. The usual setting takes its place:',
		line: (key: string, value: string, reason: string) =>
			`${IGNORED_NAMES[key] ?? 'Link'} (${key}=${value}): ${reason}.`
	},
	scores: {
		net: {
			title: 'Net sentiment',
			short: 'Net, points',
			formula: 'Net sentiment = (positive − negative) ÷ all rated.'
		},
		'net-rated': {
			title: 'Net of positive and negative',
			short: 'Net, points',
			formula: 'Net = (positive − negative) ÷ (positive + negative).'
		},
		'positive-of-rated': {
			title: 'Positive of positive and negative',
			short: 'Positive, %',
			formula: 'Positive share = positive ÷ (positive + negative).'
		},
		positive: {
			title: 'Positive share',
			short: 'Positive, %',
			formula: 'Positive share = positive ÷ all rated.'
		}
	},
	keyNumbers: {
		title: 'Key numbers',
		points: 'points',
		negative: 'Negative',
		positive: 'Positive',
		rated: 'Rated messages',
		volume: 'Volume',
		coverage: 'Coverage',
		interval: (low: string, high: string) => `${low} to ${high}`,
		intervalNamed: (low: string, high: string) => `${low} to ${high}, 95 % interval`,
		ratedMessages: (n: string) => `${n} rated ${n === '1' ? 'message' : 'messages'}`,
		ratedShort: (n: string) => `${n} rated`,
		ofInteractions: (n: string) => `of ${n} ${n === '1' ? 'interaction' : 'interactions'}`,
		perBucket: (low: string, high: string, bucket: string) =>
			`${low} to ${high} ${bucket === 'hour' ? 'an' : 'a'} ${bucket}`,
		allInteractions: 'all interactions',
		coverageFormula: 'rated ÷ volume',
		notLoaded: 'could not be loaded',
		tooFew: (n: string) => `${n} rated, too few to say`
	},
	lead: {
		brands: (names: readonly string[], total: number) =>
			names.length === 1 ? names[0] : total <= 10 ? `${countWord(total)} brands` : `${total} brands`,
		shares: (who: string, positive: string, negative: string) =>
			`Across ${who}, ${positive} % of rated messages are positive and ${negative} % are negative.`,
		sharesOfOne: (who: string, positive: string, negative: string) =>
			`${who}: ${positive} % of rated messages are positive and ${negative} % are negative.`,
		extremes: (best: string, bestValue: string, worst: string, worstValue: string) =>
			`${best} stands highest at ${bestValue}, ${worst} lowest at ${worstValue}.`,
		tooFew: (n: string) => `${n} rated ${n === '1' ? 'message is' : 'messages are'} too few to say anything.`,
		few: (n: string, score: string, low: string, high: string) =>
			`${n} rated messages say little yet: ${score} may lie anywhere from ${low} to ${high}.`,
		nothing: 'Nothing matches these filters.'
	},
	panels: {
		sentimentTrend: {
			title: (score: string, scale: string) => `${score} by ${scale}`,
			captions: {
				brand: (unit: string) => `${unit}, by brand`,
				platform: (unit: string) => `${unit}, by platform`,
				none: (unit: string) => `${unit}, with the 95 % interval`
			},
			charts: 'How the trend is drawn',
			chartNames: { line: 'Line', stacked: 'Count', share: 'Share', multiples: 'One each' },
			units: { points: 'Points', percent: 'Percent' },
			stackTitle: (scale: string) => `Sentiment by ${scale}`,
			stackCaptions: { stacked: 'Rated messages', share: '% of rated messages' }
		},
		split: {
			title: 'Sentiment split',
			captionShare: 'By brand and platform, % of rated',
			captionCount: 'By brand and platform, rated messages',
			stack: 'Shares or counts',
			share: 'Share',
			count: 'Count',
			allBrands: 'All brands',
			byPlatform: 'All brands, by platform',
			byPlatformOne: 'By platform',
			rated: 'n rated'
		},
		volume: {
			title: 'Volume by type',
			caption: (scale: string) => `Interactions per ${scale}, rated or not`,
			notFiltered: 'Volume is not filtered by sentiment on this host.'
		},
		keywords: {
			title: 'What people mention',
			caption: 'Top keywords by mentions',
			keyword: 'Keyword',
			mentions: 'Mentions',
			split: 'Negative, neutral, positive',
			tooFew: 'too few to say',
			noneRated: 'none rated',
			allTooFew: 'Each has fewer than ten rated messages, too few to say how it is meant.',
			cutOff: 'Only the most mentioned words are listed. Others may be mentioned, too.',
			interval: (interval: string) => `95 % interval: ${interval}`,
			more: (count: string) => `Show all ${count}`,
			fewer: 'Show fewer',
			notFiltered: 'Keywords are not filtered by sentiment on this host.'
		},
		inProgress: (what: string) => `${what}, in progress`,
		partial: (names: string) => `Without ${names}, which could not be loaded.`,
		loading: 'loading',
		table: 'Show as table'
	},
	states: {
		emptyTitle: 'No message matches',
		empty: 'Nothing in these days fits all of the filters.',
		noBrandsTitle: 'No brands yet',
		noBrands: 'This host knows no brand. Import a file, or switch the demo data on.',
		errorTitle: (what: string) => `${what} could not be loaded`,
		asked: (who: string, days: string) => `Asked for ${who}, ${days}.`,
		tryAgain: 'Try again',
		reference: (id: string) => `Reference: ${id}`,
		waiting: (seconds: number) => `Asking again in ${seconds} seconds`,
		stale: (time: string) => `Numbers from ${time}. Newer ones could not be fetched.`,
		tooFewTitle: (n: string) => `n = ${n}`,
		tooFew: 'Too few to say anything.',
		waitForAll: 'Without scripts: show the page when every panel is ready.'
	},
	footer: {
		zone: (zone: string, weekday: string) => `All dates in ${zone}, weeks start on ${weekday}.`,
		interval:
			'Intervals are 95 %, widened by how much the days differ; numbers have decimals where they are narrow.',
		demo: 'Fictional brands, invented data.'
	},
	errors: {
		notFound: 'There is no page at this address.',
		back: 'Go to the overview'
	}
} as const;
