/** What the pages of a list say. Numbers arrive as finished strings. */
export const pagingWords = {
	pages: 'Pages',
	previous: 'Previous page',
	next: 'Next page',
	page: (page: string, pages: string) => `Page ${page} of ${pages}`,
	pageAlone: (page: string) => `Page ${page}`,
	firstPage: 'First page',
	lastPage: 'Last page',
	beyondTitle: (page: string) => `There is no page ${page}`
} as const;
