/** One of the links that a view can be handed on by, with everything that is said about it. */
export type LinkChoice = {
	kind: 'live' | 'pinned';
	name: string;
	/** When it opens on what. */
	about: string;
	/** The path with its query. */
	link: string;
	/** The whole address, as it is copied. */
	address: string;
	/** What to know before handing it on. */
	notes: string[];
	isLong: boolean;
	/** What the next person sees. */
	seen: { name: string; value: string }[];
};
