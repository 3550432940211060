/** What the app says about links, saved views and the difference between two links. */
export const linkWords = {
	ignored: {
		noSavedView: 'is no saved view here; it may have been deleted',
		savedViewFailed: 'could not be looked up just now, so the usual view is shown'
	}
} as const;
