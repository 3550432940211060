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
		rates: 'not as many days, so counts are compared per day',
		wholeOnly: (scale: string) => `Complete ${scale}s only`,
		withUnfinished: (scale: string) => `Count the unfinished ${scale}, too`,
		isWhole: (days: string, scale: string) => `${days}, complete ${scale}s only`,
		noneWhole: (scale: string) => `No ${scale} of these days is complete yet`
	}
} as const;
