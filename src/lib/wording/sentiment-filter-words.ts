/** What the overview says where sentiments are chosen: which messages a panel counts, and what it leaves out. */
export const sentimentFilterWords = {
	/**
	 * What is counted under a filter for sentiments, by their names.
	 * @example counted(['negative']) // 'negative messages'
	 */
	counted: (names: readonly string[]) => {
		if (names.length === 0) return 'interactions';
		return names.length === 3 ? 'rated messages' : `${names.join(' and ')} messages`;
	},
	only: (caption: string, counted: string) => `${caption}, ${counted} only`,
	everything: (caption: string) => `${caption}, of all sentiments`,
	trend: (counted: string) =>
		`Only ${counted}, counted: a score of them would only repeat the sentiment filter, so none is drawn`,
	split: (counted: string) =>
		`By brand and platform, only ${counted}, counted: shares of them would only repeat the sentiment filter`,
	volume: (scale: string, counted: string) => `Only ${counted} per ${scale}`,
	keywords: 'Only some sentiments are counted: a net score and a split would only repeat the filter.',
	/** Above the key numbers; its two halves are the finding and why. */
	numbers: {
		all: 'All sentiments:',
		why: 'the sentiment filter does not narrow these numbers, since shares of what was filtered would only repeat it.'
	}
} as const;
