/** What the views say about messages. Names, dates and numbers arrive as finished strings. */

const plural = (count: string, one: string, many: string) =>
	count === '1' ? `1 ${one}` : `${count} ${many}`;

const SIGNS = { sentiment: 'sentiment', tag: 'tag' } as const;

export const messageWords = {
	view: 'Messages',
	behind: 'Messages behind',
	heading: (who: string, days: string) => `Messages of ${who}, ${days}`,
	scopeOf: (who: string, days: string) => `${who}, ${days}`,
	allBrands: 'all brands',
	brands: (count: string) => `${count} brands`,
	brandsFirst: (count: string) => `${count.replace(/^./, (letter) => letter.toUpperCase())} brands`,
	and: (names: readonly string[]) => names.join(' and '),
	list: {
		title: 'Messages',
		count: (count: string) => plural(count, 'message', 'messages'),
		atLeast: (count: string) => `At least ${plural(count, 'message', 'messages')}`,
		sorts: { newest: 'Newest', oldest: 'Oldest', relevance: 'Relevance' },
		order: { newest: 'newest first', oldest: 'oldest first', relevance: 'best match first' },
		sortTitle: 'Order of the messages',
		relevanceOfOne: 'Relevance is a rank within one brand: choose one to sort by it.',
		sortRefused: {
			unknown: 'is no order of messages: newest, oldest or relevance',
			relevance: 'sorts the messages of one brand by how well they match its words, so choose one'
		},
		groupsTitle: 'Kinds of messages',
		groups: { all: 'All', comments: 'Comments', ads: 'Ad comments', dms: 'Direct messages' },
		showMore: 'Show more',
		showing: 'Reading on',
		shownSoFar: (shown: string, all: string) => `${shown} of ${all} shown`,
		shownOnly: (shown: string) => `${shown} shown`,
		stale: (time: string) => `The messages as of ${time}. Newer ones could not be fetched.`,
		moreFailed: 'The next messages could not be loaded.',
		noPlace: 'A place in the list is a whole number.',
		turned: (page: string, asked: string) =>
			`The message of this link is on page ${page} by now, so that page is shown in place of page ${asked}.`,
		keys: 'J and K go from message to message, Enter opens the thread.',
		shown: (from: string, to: string, all: string) => `${from} to ${to} of ${all}`,
		beyond: (pages: string) => `The messages end on page ${pages}. The link may be older than the list.`,
		tooDeepTitle: 'Too far back to list several brands in one order',
		tooDeep: (most: string) =>
			`Several brands are listed to their ${most} newest messages. Choose one brand, or fewer days, to read on.`,
		cutOff: (most: string) => `The first ${most} can be opened here. One brand can be read to its end:`,
		opened: 'The message of this link',
		notFound:
			'The message of this link is not among these messages. It may have been deleted or changed since.',
		notFoundAmong: (most: string) =>
			`The message of this link is not among these messages, of which the first ${most} were looked through. Fewer days or one brand may find it.`
	},
	count: {
		notFiltered: (by: readonly (keyof typeof SIGNS)[]) =>
			`This host cannot filter messages by ${by.map((sign) => SIGNS[sign]).join(' or ')}, so the list is not filtered by it.`,
		counted: (counted: string) => `The statistics count ${counted}.`,
		agrees: 'The charts count the same number.',
		fewer: (counted: string) =>
			`The statistics count ${counted}: messages deleted since, and what a brand wrote itself, are not listed.`,
		more: (counted: string) =>
			`The statistics count ${counted}: the list is newer, or counts in another way.`,
		unrated: (unrated: string) => `${unrated} not rated`,
		without: (names: string) => `Without ${names}, which could not be loaded.`
	},
	summary: {
		title: 'Sentiment of these messages',
		caption: 'All sentiments, within the other filters',
		rated: (count: string) => `${count} rated`,
		points: 'points',
		percent: '%',
		interval: (low: string, high: string) => `${low} to ${high}, 95 % interval`,
		tooFew: (count: string) => `${count} rated: too few to say anything.`,
		noVolume: 'How many are not rated could not be loaded.',
		sentiments: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
		only: (sentiment: string) => `Only ${sentiment} messages`
	},
	kinds: {
		comment: 'comment',
		ad: 'ad comment',
		dm: 'direct message',
		repost: 'repost',
		community: 'community interaction'
	},
	unrated: 'not rated',
	closed: 'closed',
	written: (time: string) => `written ${time}`,
	untimed: 'time unknown',
	timeIn: (zone: string) => `Time in ${zone}`,
	nameHidden: 'name not given',
	noText: 'No text, such as a picture or a sticker.',
	original: 'Original',
	originalOn: (platform: string) => `Original on ${platform}`,
	linkTo: 'Link',
	linkToMessage: 'Link to this message',
	filters: {
		title: 'Filters of these messages',
		remove: (name: string) => `Remove ${name}`,
		rated: 'rated only',
		quoted: (word: string) => `“${word}”`,
		open: 'open',
		closed: 'closed'
	},
	panel: {
		close: 'Close',
		previous: {
			days: (days: string) => `Previous ${days}`,
			month: 'Previous month',
			quarter: 'Previous quarter'
		},
		next: { days: (days: string) => `Next ${days}`, month: 'Next month', quarter: 'Next quarter' },
		day: 'day',
		days: (count: string) => `${count} days`,
		open: 'Open in Messages',
		csv: 'CSV',
		csvTitle: 'These messages as CSV',
		loading: 'Loading the messages',
		wholeDay: 'The point is one hour. A link holds whole days, so these are the messages of that day.',
		utcDays: 'Days of UTC, as the chart counts them.'
	},
	caveats: {
		deleted: 'Comments deleted since are not reported by Instagram, Facebook and X.',
		youtube: 'Of YouTube only root comments are known.',
		groups: 'Group conversations are not among direct messages.'
	},
	read: (count: string) =>
		`Read the ${plural(count, 'message', 'messages')}`.replace('Read the 1 ', 'Read the one '),
	behindNumber: (label: string, value: string) => `${label} ${value}: read the messages`,
	splitLinks: 'The messages behind the bars',
	readDay: 'Read the messages of that day',
	readOf: (count: string, name: string) =>
		`Read the ${plural(count, 'message', 'messages')} of ${name}`.replace('Read the 1 ', 'Read the one ')
} as const;
