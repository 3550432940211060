/** What the panel of keyword movers says. Names, numbers and dates arrive as finished strings. */
export const moverWords = {
	title: 'Keywords that moved',
	titleBrands: (a: string, b: string) => `Keywords of ${a} and ${b}`,
	caption: (days: string) => `Words in more, or fewer, of all interactions than in ${days}, beyond chance`,
	captionBrands: (a: string, b: string) =>
		`Words in more of the interactions of ${a}, or of ${b}, beyond chance`,

	more: 'More often',
	less: 'Less often',
	moreBrand: (brand: string) => `More often with ${brand}`,
	now: 'Now',
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
	moreThanShown: (count: string) => `And ${count} more.`,

	stood: (compared: string, stood: string) =>
		`${compared} words were compared, ${stood} of them stand out. Of words that stand out, one in twenty may still be chance.`,
	stoodOne: (compared: string) =>
		`${compared} words were compared, and one of them stands out. One in twenty such words may still be chance.`,
	noneStood: (compared: string) =>
		`${compared} words were compared, and none stands out: what differs is no more than chance makes.`,
	left: (count: string) =>
		`${count} more are in only one of the two cut-off lists and were not counted in the other: they are left out, not zero.`,
	leftOne:
		'One more is in only one of the two cut-off lists and was not counted in the other: it is left out, not zero.',
	tooLittle: 'One side has fewer than ten interactions: too little to compare words.',
	nothing: 'No keyword is listed, so there is nothing to compare.',
	sentiment: 'Net sentiment is that of the side that has the word more often.',
	comments:
		'Comments of one day resemble each other, so that a single post can make a word stand out: read a few.'
} as const;
