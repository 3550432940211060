/** What the panel of keyword movers says. Names, numbers and dates arrive as finished strings. */
export const moverWords = {
	title: 'Keywords that moved',
	titleBrands: (a: string, b: string) => `Keywords of ${a} and ${b}`,
	caption: (days: string) => `Share of interactions that have the word, against ${days}`,
	captionBrands: (a: string, b: string) => `Share of interactions that have the word, of ${a} against ${b}`,

	more: 'More often',
	less: 'Less often',
	moreBrand: (brand: string) => `More often with ${brand}`,
	now: 'Now',
	during: 'During',
	before: 'Before',
	keyword: 'Keyword',
	difference: 'Difference',

	share: (percent: string) => `${percent} %`,
	of: (mentions: string, interactions: string) => `${mentions} of ${interactions}`,
	points: (points: string) => `${points} pp`,
	interval: (low: string, high: string) => `${low} to ${high}`,
	read: 'messages',
	readWord: (word: string) => `Read the messages with “${word}”`,
	notListed: 'not listed',
	none: 'No word stands out.',
	choice: {
		moods: 'Which words',
		all: (count: string) => `All ${count}`,
		negative: (count: string) => `Surely negative ${count}`,
		positive: (count: string) => `Surely positive ${count}`,
		orders: 'Order of the words',
		sure: 'Surest first',
		difference: 'Largest difference first',
		net: 'Most negative first',
		'-net': 'Most positive first',
		noneOf: {
			negative: 'None of these words is surely negative.',
			positive: 'None of these words is surely positive.'
		},
		rule: {
			negative: 'Surely negative: the whole interval of net sentiment is below 0.',
			positive: 'Surely positive: the whole interval of net sentiment is above 0.'
		}
	},
	moreThanShown: (count: string) => `${count} more stand out; the export has them all.`,
	moreThanShownOne: 'One more stands out; the export has them all.',

	stood: (compared: string, stood: string) =>
		`${stood} of the ${compared} words that are frequent enough to compare stand out. Of words that stand out, one in twenty may still be chance.`,
	stoodOne: (compared: string) =>
		`One of the ${compared} words that are frequent enough to compare stands out. One in twenty such words may still be chance.`,
	noneStood: (compared: string) =>
		`Of ${compared} words that are frequent enough to compare none stands out: what differs is no more than chance makes.`,
	left: (count: string) =>
		`${count} more are left out: only one of the two lists names them, though the other side may have them, too;`,
	leftOne:
		'One more is left out: only one of the two lists names it, though the other side may have it, too;',
	uncounted: {
		'word-filter': 'beside a filter for words the host cannot be asked for the exact count of another word.',
		failed: 'the host did not give an exact count.',
		many: 'exact counts are asked only for the twenty most promising words.'
	},
	tooLittle: 'One side has fewer than ten interactions: too little to compare words.',
	nothing: 'No keyword is frequent enough to compare.',
	sentiment: (score: string) => `${score} is that of the messages on the side that has the word more often.`,
	order: 'The surest come first: a word that one side hardly has is less sure, however much it differs.',
	comments:
		'Comments of one day resemble each other, so that a single post can make a word stand out: read a few.'
} as const;
