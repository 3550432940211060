/** What the charts say. Names, dates and numbers arrive as finished strings. */
export const chartWords = {
	showTable: 'Show as table',
	hide: (name: string) => `Hide ${name}`,
	show: (name: string) => `Show ${name}`,
	only: 'only',
	showOnly: (name: string) => `Show only ${name}`,
	legend: 'Lines: choose one to hide or show it',
	layers: 'Parts: choose one to hide or show it',
	size: (n: string) => `n ${n}`,
	more: (count: string) => `${count} more`,
	close: 'Close',
	cursor: 'Read the chart value by value with the arrow keys',
	cursorToRead:
		'Read the chart value by value with the arrow keys, choose a line with up and down, open its messages with Enter',
	enter: (reading: string, open: string) => `${reading}. Enter: ${open}`,
	compared: 'the compared period',
	interval: '95 % interval',
	unusual: 'unusual day',
	columns: {
		when: 'When',
		name: 'Name',
		points: 'points',
		percent: '%',
		interval: '95 %',
		n: 'n',
		change: 'change',
		count: 'count',
		share: '% of rated',
		total: 'Total',
		compared: 'Compared',
		rated: 'n rated'
	},
	sentiments: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' }
} as const;
