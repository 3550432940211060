/** What the app says about the keyboard, the command palette and how it looks. */
export const keyWords = {
	/** Every key: its name in one or two words, and what it does. */
	keys: {
		today: { label: 'Today', does: 'Shows today, and nothing before it.' },
		week: { label: '7 days', does: 'Shows the last 7 days.' },
		fourWeeks: { label: '28 days', does: 'Shows the last 28 days.' },
		thirty: { label: '30 days', does: 'Shows the last 30 days.' },
		month: { label: 'Month to date', does: 'Shows this month until now.' },
		year: { label: 'Year to date', does: 'Shows this year until now.' },
		custom: { label: 'Custom dates', does: 'Opens the dates and puts the cursor into “From”.' },
		previous: { label: 'Previous period', does: 'Goes as many days back as are shown, or one whole month.' },
		next: { label: 'Next period', does: 'Goes as many days on, until today at most.' },
		scale: { label: 'Points per', does: 'Goes round hour, day, week, month and quarter, where they fit.' },
		compare: { label: 'Compare', does: 'Switches the comparison with the period before on or off.' },
		brands: { label: 'Brands', does: 'Opens the list of brands.' },
		keywords: { label: 'Keywords', does: 'Opens the keywords with the same filters.' },
		impact: { label: 'Impact', does: 'Opens the impact of campaigns with the same filters.' },
		search: { label: 'Search', does: 'Puts the cursor into the field for mentions.' },
		nextRow: {
			label: 'Next message',
			does: 'In a list of messages, goes to the next one, and reads on at its end.'
		},
		previousRow: {
			label: 'Previous message',
			does: 'In a list of messages, goes to the one before. Up and Down do the same from a message.'
		},
		openRow: {
			label: 'Open',
			does: 'On a message, opens its thread. Esc closes it and returns to the message.'
		},
		help: { label: 'Help', does: 'Shows this list.' },
		clear: {
			label: 'Close or clear',
			does: 'Closes what is open; with nothing open and no place chosen on the page, clears the filters but not the dates.'
		},
		palette: { label: 'Commands', does: 'Opens a search over every view, range, brand, setting and word.' }
	},
	names: {
		enter: 'Enter',
		arrowLeft: 'Left arrow',
		arrowRight: 'Right arrow',
		escape: 'Esc',
		palette: 'Ctrl K or ⌘ K'
	},
	help: {
		open: 'Keyboard',
		title: 'Keyboard',
		columns: { key: 'Key', does: 'What it does' },
		single: 'Single keys',
		singleAbout: 'Off, only Ctrl K, ⌘ K and Esc work. Text fields always get every key.',
		fields:
			'On a chart, the arrow keys walk its points, up and down choose a series, and Enter opens the messages.'
	},
	palette: {
		open: 'Search commands',
		title: 'Commands',
		field: 'Type a view, a brand, dates, a word …',
		list: 'Commands',
		groups: {
			views: 'Go to',
			brands: 'Brands',
			dates: 'Dates',
			scale: 'Points per',
			compare: 'Compare with',
			actions: 'This view',
			theme: 'Look',
			saved: 'Saved views',
			typed: 'Words that people write'
		},
		only: (name: string) => `Only ${name}`,
		exactCountOfAny: 'Exact count of a word you type',
		messagesWithAny: 'Messages with a word you type',
		exactCount: (typed: string) => `Exact count of “${typed}”`,
		messagesWith: (typed: string) => `Messages with “${typed}”`,
		allBrands: 'All brands',
		copyLink: 'Copy the link to this view',
		copied: 'The link is copied.',
		notCopied: 'The browser does not give the clipboard away. Copy the link from the address bar.',
		clear: 'Clear the filters',
		help: 'Show the keyboard'
	},
	theme: {
		open: 'Theme and contrast',
		title: 'Theme',
		themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
		contrast: 'High contrast',
		contrastOn: 'High contrast on',
		contrastOff: 'High contrast off'
	},
	said: {
		cleared: 'Filters cleared.',
		undo: 'Undo',
		undoLong: 'Undo: set the filters again',
		newest: 'These are the newest days.'
	},
	limited: {
		title: (seconds: string) => `Asking again in ${seconds}`,
		asking: 'Asking again',
		seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
		unknown: 'The host did not say how long to wait.',
		now: 'Ask now'
	}
} as const;
