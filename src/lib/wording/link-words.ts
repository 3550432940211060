import type { RangeName } from '$lib/filters/filters';

/** What the app says about links, saved views and the difference between two links. */
export const linkWords = {
	ignored: {
		noSavedView: 'there is no such saved view here; it may have been deleted',
		savedViewFailed: 'it could not be looked up just now, so the usual view is shown'
	},
	/** The pages that a link can open. */
	pages: {
		'/': 'Overview',
		'/impact': 'Campaign impact',
		'/keywords': 'Keywords',
		'/messages': 'Messages',
		'/messages/audit': 'Label audit'
	} as Record<string, string>,
	copy: {
		open: 'Copy link',
		openOf: (name: string) => `Copy link to ${name}`,
		title: 'Copy a link to this view',
		titleOf: (name: string) => `Copy a link to ${name}`,
		which: 'Which link',
		live: 'Live link',
		liveAbout: (days: string) => `Opens on ${days}, whenever it is opened.`,
		pinned: 'Pinned link',
		pinnedAbout: (days: string) => `Always ${days}.`,
		unfinished: 'Its last day is not over yet, so the numbers of that day still grow.',
		datesAlready:
			'These days are dates already. For a link that moves on, choose “Last 28 days” or the like.',
		field: 'Link',
		copy: (name: string) => `Copy ${name.toLowerCase()}`,
		copied: 'Copied',
		selected: 'The link is selected. Copy it with Ctrl+C, or ⌘C on a Mac.',
		seen: 'The next person sees',
		tooLong: (length: string) => `This link has ${length} characters. Some programs cut links after 2,000.`,
		saveInstead: 'Save it as a view to get a short link',
		compare: 'Compare with another link'
	},
	seen: {
		allBrandsLive: 'All brands, also those that are added later',
		allBrandsPinned: (count: string) => `The ${count} brands of today`,
		oneBrandPinned: 'The one brand of today'
	},
	liveDays: {
		today: 'today',
		yesterday: 'yesterday',
		'7d': 'the last 7 days',
		'28d': 'the last 28 days',
		'30d': 'the last 30 days',
		'90d': 'the last 90 days',
		'12mo': 'the last 12 months',
		wtd: 'this week',
		'last-week': 'last week',
		mtd: 'this month',
		'last-month': 'last month',
		qtd: 'this quarter',
		'last-quarter': 'last quarter',
		ytd: 'this year'
	} satisfies Record<RangeName, string>,
	views: {
		menu: 'Views',
		title: 'Saved views',
		about:
			'A saved view is a question with a name. It opens on the days of the moment, unless its days are dates.',
		all: 'All saved views',
		loading: 'Loading',
		failed: 'The saved views could not be loaded.',
		noneTitle: 'No views yet',
		none: 'Set the filters of any page as you need them, then choose “Save view”. Everybody here finds it in this list.',
		save: 'Save view',
		saveTitle: 'Save this view',
		saveThis: 'Save this view',
		name: 'Name',
		nameHint: 'Such as “Monday morning”',
		opens: (page: string) => `Opens ${page}`,
		rename: 'Rename',
		renameTitle: (name: string) => `Rename ${name}`,
		newName: 'New name',
		delete: 'Delete',
		deleteTitle: (name: string) => `Delete ${name}`,
		deleteWarning: 'Links to this view then open the usual filters. Nobody can bring it back.',
		deleteSure: 'Delete this view',
		savedOn: (day: string) => `Saved ${day}`,
		compare: 'Compare two links',
		damaged: (aside: string) =>
			`The file of saved views was damaged. It was kept as ${aside} in the data folder, and what could be read of it stands below.`,
		problems: {
			'name-empty': 'Give the view a name.',
			'name-too-long': 'Take a name of at most 80 characters.',
			'name-taken': 'There is a view with this name already. Take another one.',
			'path-unknown': 'This page cannot be saved as a view.',
			'question-too-long': 'This question is too long to be saved. Take some of its filters away.',
			'too-many': 'There are 500 views, which is all that fit. Delete one first.',
			gone: 'This view was deleted in the meantime.',
			failed: 'The view could not be written to disk. Try again.'
		}
	},
	compare: {
		title: 'Compare two links',
		about: 'Paste two links of this Undertone. They are read, never opened.',
		first: 'First link',
		second: 'Second link',
		firstShort: 'First',
		secondShort: 'Second',
		show: 'Compare',
		open: 'Open',
		swap: 'Swap the two',
		refused: {
			empty: 'Paste a link here.',
			unreadable: 'This is not a link.',
			elsewhere: 'This link belongs to another site.',
			'too-long': 'This link is too long to be read.'
		},
		filtersTitle: 'What differs in the filters',
		filtersCaption: (same: string) => `${same} more are the same in both`,
		sameFilters: 'Both links ask the same question.',
		filter: 'Filter',
		same: 'The same in both',
		numbersTitle: 'What differs in the numbers',
		numbersCaption: 'First, second, and second minus first',
		number: 'Number',
		difference: 'Difference',
		sameNumber: 'the same',
		noDifference: '–',
		brands: (score: string) => `${score} by brand`,
		points: 'points',
		rated: (n: string) => `${n} rated`,
		perDay: (n: string) => `${n} a day`,
		tooFew: (n: string) => `${n} rated, too few to say`,
		notThere: 'not in this link',
		without: (which: string, names: string) => `${which}: without ${names}, which could not be loaded.`,
		noTest:
			'These are plain differences of the exact values, rounded at the end. Two links often share messages, so no interval is given for them.'
	},
	/** The parts of a link, as people call them. */
	parts: {
		page: 'Page',
		brands: 'Brands',
		range: 'Days',
		timeZone: 'Time zone',
		weekStart: 'Weeks start on',
		scale: 'Points per',
		types: 'Types',
		platforms: 'Platforms',
		sentiments: 'Sentiment',
		query: 'Mentions',
		tags: 'Tags',
		closed: 'Status',
		split: 'Split by',
		comparison: 'Compared with',
		score: 'Score',
		stack: 'Bars show',
		completeOnly: 'Unfinished periods',
		hidden: 'Hidden in charts',
		campaign: 'Campaign',
		evidence: 'Claims a result',
		chart: 'Trend drawn as',
		omitted: 'Hidden keywords',
		sort: 'Order',
		find: 'Search in the table',
		word: 'Keyword',
		movers: 'Keywords that moved',
		moversSort: 'Their order',
		message: 'Open message'
	},
	values: {
		all: 'All',
		none: 'None',
		automatic: 'Automatic',
		relative: (name: string, days: string) => `${name} (now ${days})`,
		splits: { none: 'Nothing', brand: 'Brand', platform: 'Platform' },
		stacks: { share: 'Shares', count: 'Counts' },
		moods: { negative: 'Surely negative only', positive: 'Surely positive only' },
		moverOrders: {
			difference: 'Largest difference first',
			net: 'Most negative first',
			'-net': 'Most positive first'
		},
		charts: {
			line: 'Lines',
			stacked: 'Stacked counts',
			share: 'Stacked shares',
			multiples: 'One chart for each line'
		},
		comparisons: { none: 'Nothing', previous: 'The period before', year: 'The year before' },
		matches: { weekday: 'weekday by weekday', date: 'date by date' },
		compared: (what: string, match: string) => `${what}, ${match}`,
		shown: 'Shown',
		leftOut: 'Left out',
		campaign: (id: string, baseline: string | null, controls: string | null) =>
			[id, baseline && `against ${baseline}`, controls && `beside ${controls}`].filter(Boolean).join(', '),
		more: (names: string, count: string) => `${names} and ${count} more`,
		brand: (id: number) => `Brand ${id}`,
		tag: (id: number) => `Tag ${id}`,
		noControls: 'no other brands',
		claimed: 'Yes'
	}
} as const;
