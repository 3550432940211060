/** How a figure leads to the messages behind its marks; the page makes the addresses. */
export type MessageLinks = {
	/**
	 * The address of the messages behind a bucket: of one series, or of all that are drawn for null. Null where a link
	 * cannot say it.
	 */
	hrefAt: (index: number, key: string | null) => string | null;
	/** False where a link reaches further than the bucket, such as from an hour to its day: then no count is promised. */
	exact: boolean;
	/** What has to be said about where the links lead. */
	note: string | null;
};

/** The links of one chart with its counts: how many messages stand behind a bucket, or null where nobody knows. */
export type CountedLinks = MessageLinks & { countAt: (index: number, key: string | null) => number | null };

/** The address behind a mark, or null where there is no message to read. */
export function hrefBehind(links: CountedLinks, index: number, key: string | null): string | null {
	return (links.countAt(index, key) ?? 0) > 0 ? links.hrefAt(index, key) : null;
}
