/** What a view says that nothing matches. Names and numbers arrive as finished strings. */
export const nothingWords = {
	text: 'No message in these days fits all of the filters.',
	textAlone: 'There is no message in these days.',
	textKeywords: 'No keyword was found among the messages that fit all of the filters.',
	textKeywordsAlone: 'No keyword was found in these days.',
	noKeyword: 'No keyword was found among these messages.',
	ways: 'Ways out',
	remove: (name: string) => `Remove ${name}`,
	names: {
		query: (words: readonly string[]) => words.map((word) => `“${word}”`).join(' or '),
		tags: (names: readonly string[]) => `the tag${names.length === 1 ? '' : 's'} ${names.join(' and ')}`,
		anyOf: (names: readonly string[]) => names.join(' or '),
		closed: { open: '“open only”', closed: '“closed only”' }
	},
	allBrands: 'Show all brands',
	unfinished: 'Show unfinished days, too',
	range: 'Show the last 28 days',
	year: 'Show the last 12 months',
	brings: (count: string) => (count === '1' ? '1 rated message' : `${count} rated messages`),
	bringsNone: 'alone brings nothing back',
	clear: 'Clear all filters'
} as const;
