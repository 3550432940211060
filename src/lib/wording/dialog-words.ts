/** What every dialog says, whatever stands in it. */
export const dialogWords = {
	close: 'Close'
} as const;
