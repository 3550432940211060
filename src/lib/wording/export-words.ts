/** What exports, pictures and printed pages say. Names, dates and numbers arrive as finished strings. */
export const exportWords = {
	titles: {
		distribution: 'Sentiment split',
		'sentiment-trend': 'Sentiment trend',
		'volume-trend': 'Volume by type',
		keywords: 'Keywords',
		'keyword-movers': 'Keywords that moved',
		messages: 'Messages',
		'tickets-zendesk': 'Messages as Zendesk tickets',
		'tickets-salesforce': 'Messages as Salesforce cases',
		impact: 'Days of a campaign'
	},
	lines: {
		title: (title: string) => `Undertone export: ${title}`,
		filters: (phrases: string) => `Filters: ${phrases}`,
		link: (link: string) => `Link: ${link}`,
		days: (from: string, to: string, count: string) => `Days: ${from} to ${to} (${count})`,
		compared: (from: string, to: string, match: string, until: string) =>
			`Compared with: ${from} to ${to}, matched by ${match}${until}`,
		until: (time: string) => `, until ${time}`,
		zone: (zone: string) => `Time zone: ${zone}`,
		week: (weekday: string) => `Weeks start on: ${weekday}`,
		scale: (scale: string) => `Points per: ${scale}`,
		approximate: 'Approximate UTC days: beyond 100 days the host counts UTC days.',
		formula: (formula: string) => `Formula: ${formula}`,
		asOf: (time: string) => `As of: ${time}`,
		stale: 'Stale: newer numbers were asked for and could not be had.',
		ignored: (key: string, value: string, reason: string) => `Ignored: ${key}=${value}: ${reason}`,
		campaigns: (titles: string) => `Campaigns and annotations: ${titles}`,
		missing: (names: string) => `Missing: ${names} could not be loaded and is left out.`,
		hidden: (names: string) => `Hidden in the chart and left out here: ${names}`,
		note: (note: string) => `Note: ${note}`
	},
	notes: {
		demo: 'Fictional brands and invented data.',
		score:
			'net with net_low and net_high (95 % interval) holds the score of the formula as a fraction with four decimals; where that is the share of positive messages, it is rounded together with the other two, as the pages print it; it is empty below ten rated messages.',
		shares:
			'Shares are per cent, add up to 100, and are whole where their intervals support no decimal; they are empty below ten rated messages. The counts are exact.',
		oneSided:
			'Only some sentiments are counted: shares and net would only repeat the filter, so those columns are empty.',
		all: 'Rows with the platform “all” hold all platforms of a brand.',
		allBrands: (name: string) =>
			`Rows with the brand “${name}” hold all brands that were loaded; do not add them up twice.`,
		notWidened: 'The trend could not be loaded, so intervals are not widened by how much the days differ.',
		incomplete: (bucket: string, note: string) => `${bucket} is incomplete: ${note}.`,
		missingBuckets: 'An empty count means that the host gave no answer for that time; zero means none.',
		other: (names: string) => `Drawn together as Other: ${names}`,
		noComparison: 'The compared days could not be loaded, so they have no columns.',
		comparedWithout: (names: string) => `The compared days are without ${names}, which could not be loaded.`,
		otherLength: 'The compared days are not as many, so compare rates and not counts.',
		change:
			'net_change with its 95 % interval is net less compare_net; it is empty where change_verdict says why: unlisted, the earlier list does not hold the word; few, too few rated messages.',
		found: 'This is the whole list: what was searched for in the table is not applied.',
		cutOff:
			'The host lists the most mentioned words only; a word that is missing here may still be mentioned.',
		keywordScore: 'negative, neutral and positive count rated messages; mentions count all of them.',
		keywordSpread:
			'net_low and net_high are widened by how much the days of all messages differ, in proportion to how many of them have the word.',
		notFilteredBy: (filter: string) => `This host takes no ${filter} filter here, so none was applied.`,
		fileBrokenOff: (reason: string) => `The rows could not be read to their end: ${reason}`,
		cut: (most: string, all: string) => `Cut: the newest ${most} of ${all} messages.`,
		cutUnknown: (most: string) => `At most the newest ${most} messages are exported.`,
		brokenOff: (rows: string, reason: string) => `Broken off after ${rows} messages: ${reason}`,
		guarded:
			'A cell that a spreadsheet could take for a formula begins with an apostrophe; the JSON export has the text as it is.'
	},
	impact: {
		campaign: (name: string, from: string, to: string) => `Campaign: ${name}, ${from} to ${to}`,
		brands: (names: string) => `Brands under test: ${names}`,
		controls: (names: string) => `Comparison brands: ${names === '' ? 'none' : names}`,
		baseline: (from: string, to: string) => `Compared with: ${from} to ${to}`,
		version: (version: string) => `Formula version: ${version}`,
		hash: (hash: string) =>
			`SHA-256 of the header and the rows with complete = true, lines ended by CR LF: ${hash}`,
		formula: 'net = (positive − negative) ÷ (positive + neutral + negative), pooled by day and group.',
		rows: 'An estimate compares the complete days of the window before with those of the window during.',
		unknown: (id: string) =>
			`campaign: there is no campaign “${id}”. Take an id from the list on /data, or name days with from and to.`,
		problems: {
			'no-campaign': {
				field: 'campaign',
				sentence: 'campaign: name a campaign by its id, or days with from and to.'
			},
			'no-brands': {
				field: 'brand',
				sentence: 'brand: no brand of this campaign can be seen here. Name one with brand.'
			},
			'too-long': {
				field: 'to',
				sentence: 'to: a window has at most 1,096 days. Take a later from or an earlier to.'
			}
		},
		/** The ladder as programs read it. */
		verdicts: { clear: 'clear', likely: 'likely', unsure: "can't tell", 'too-little': 'too little data' }
	},
	movers: {
		sides: (a: string, b: string) => `a: ${a}; b: ${b}. more_in names the side that has the word more often.`,
		days: (from: string, to: string) => `${from} to ${to}`,
		formula:
			'difference = a_mentions ÷ a_interactions − b_mentions ÷ b_interactions, as a fraction with six decimals and its 95 % interval.',
		rule: (compared: string) =>
			`Of ${compared} words that are frequent enough to compare these stand out: p of the difference at a false discovery rate of 5 %; zeta (weighted log-odds) ranks.`,
		only: {
			negative: 'Only words that are surely negative: their whole interval of net sentiment is below 0.',
			positive: 'Only words that are surely positive: their whole interval of net sentiment is above 0.'
		},
		orders: {
			difference: 'The largest difference of each side comes first.',
			net: 'The lowest score of each side comes first.',
			'-net': 'The highest score of each side comes first.'
		},
		nothing: 'Nothing is compared: name days to compare with, or exactly two brands.'
	},
	tickets: {
		subject: (brand: string, beginning: string) => `${brand}: ${beginning}`,
		/** Where a ticket came from, as its last lines. */
		source: (kind: string, brand: string, sentiment: string, time: string) =>
			[kind, brand, sentiment, time].filter((part) => part !== '').join(' · '),
		written: (time: string) => `written ${time}`,
		message: (id: string) => `Undertone message ${id}`,
		notRated: 'not rated'
	},
	volumeFormula: 'count = interactions of a type, rated or not.',
	unknownFile: (names: string) => `There is no such export. There are: ${names}.`,
	failed: (sentence: string, reference: string) => `${sentence} Reference: ${reference}`,
	menu: {
		open: (title: string) => `Export and more: ${title}`,
		csv: 'Download CSV',
		json: 'Download JSON',
		ndjson: 'Download NDJSON',
		zendesk: 'Tickets for Zendesk (CSV)',
		salesforce: 'Cases for Salesforce (CSV)',
		png: 'Save picture (PNG, 2×)',
		svg: 'Save picture (SVG)',
		copy: 'Copy link to this data',
		copied: 'Link copied',
		notCopied: 'The link could not be copied. It is the address of “Download CSV”.',
		refresh: 'Refresh',
		saved: 'Picture saved',
		notReady: 'There is no chart to save yet. Try again when it stands.'
	},
	printed: {
		days: (span: string, zone: string, week: string) => `${span}, days of ${zone}, weeks start on ${week}.`,
		today: (elapsed: string, total: string) => `Today is in progress, ${elapsed} of ${total} h.`,
		asOf: (time: string) => `As of ${time}.`
	}
} as const;
