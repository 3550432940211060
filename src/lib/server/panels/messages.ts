import { groupOfType, platformOfType, type Sentiment, type TypeGroup } from '$lib/community/vocabulary';
import type { Answer, Interaction, Page } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { localDayAt } from '$lib/calendar/time-zone';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { LocalDay } from '$lib/filters/filters';
import { readName } from '$lib/filters/read-value';
import { askMessageGroups, type MessageGroups } from './message-groups';
import { shownAuthor, shownTags } from './message-names';
import { MergedMessages, type MessageSource, type Sourced } from './messages-merge';
import { messagesQuery, sortOf, unfilteredBy, type MessageSort, type Unfiltered } from './messages-question';
import { askMessagesSummary, type MessagesSummary } from './messages-summary';
import { markedWords, messageLines, type MarkedLine } from './messages-text';
import type { Pending } from './overview';
import { askThread, noThread, type OpenedMessage, type Thread } from './thread';
import type { BrandInView, View } from './view';

/** Messages on one page of the list. */
const MESSAGES_A_PAGE = 50;

/**
 * How far several brands are listed in one order, in messages: every hundred of them can cost a call. One brand is
 * listed to its end.
 */
const MOST_MERGED = 1_000;

const CHUNK = 100;
const IN_A_LIST = { graphemes: 1_200, lines: 24 };
const IN_FULL = { graphemes: 12_000, lines: 400 };

/** A message as the list shows it. Names and text are other people's, cleaned; times are milliseconds since 1970. */
export type MessageRow = {
	id: string;
	/** The id as a link can hold it, or null where it cannot. */
	link: string | null;
	brand: Pick<BrandInView, 'id' | 'name' | 'slot'>;
	sentiment: Sentiment | null;
	type: string;
	platform: string;
	group: TypeGroup | null;
	/** The time that the days of the view go by: when the message was last updated. */
	time: number | null;
	/** The view's calendar day of that time. */
	day: LocalDay | null;
	/** When it was written, where that is another time. */
	written: number | null;
	author: string | null;
	lines: MarkedLine[];
	tags: { id: number; name: string }[];
	permalink: string | null;
	isClosed: boolean | null;
	isOpen: boolean;
};

export type MessageList = {
	rows: MessageRow[];
	/** How many the host lists in all, or null where it does not say. */
	total: number | null;
	page: number;
	/** The place of the first row in the whole list, from 1. */
	first: number;
	/** How many pages can be opened, or null where nobody knows. */
	pages: number | null;
	hasNext: boolean;
	sort: MessageSort;
	notFiltered: Unfiltered[];
	/** Brands that could not be loaded. */
	missing: string[];
	/** The page lies beyond what several brands are listed to. */
	tooDeep: boolean;
	/** There are more messages than several brands are listed to. */
	cutOff: boolean;
	/** The message that the link names: none, on this page, or nowhere among those that were looked through. */
	opened: 'none' | 'here' | 'missing';
	/** The page that the link asks for, where its message stands on another one. */
	turnedFrom: number | null;
};

export type MessagePanels = {
	list: Panel<MessageList>;
	summary: Panel<MessagesSummary>;
	groups: Panel<MessageGroups>;
	/** What stands around the message that the link names; of kind `none` where it names none. */
	thread: Panel<Thread>;
};

/** The list, and the message of the link as the host told it: null where it is not among the rows. */
type ListedMessages = Answer<MessageList> & { opened: OpenedMessage | null };

const MINUTE = 60_000;
const NO_PAGE: Page<Interaction> = { rows: [], total: 0, hasNext: false };

function rowOf(view: View, brand: BrandInView, interaction: Interaction, isOpen: boolean): MessageRow {
	const { id, type, text, sourceUpdatedAt: updated, sourceCreatedAt: created } = interaction;
	const time = updated ?? created;
	const isOtherTime = updated !== null && created !== null && Math.abs(updated - created) >= MINUTE;
	const words = markedWords(view.filters.query, view.filters.word);
	return {
		id: String(id),
		link: readName(String(id)).ok ? String(id) : null,
		brand: { id: brand.id, name: brand.name, slot: brand.slot },
		sentiment: interaction.sentiment,
		type,
		platform: platformOfType(type),
		group: groupOfType(type),
		time,
		day: time === null ? null : localDayAt(time, view.filters.timeZone),
		written: isOtherTime ? created : null,
		author: shownAuthor(interaction.author),
		lines: messageLines(text, words, isOpen ? IN_FULL : IN_A_LIST),
		tags: shownTags(interaction.tags),
		permalink: interaction.permalink,
		isClosed: interaction.isClosed,
		isOpen
	};
}

function sourcesOf(client: CommunityClient, view: View, sort: MessageSort): MessageSource<Interaction>[] {
	return view.brands.map((brand) => {
		const query = messagesQuery(view, brand.id, sort);
		if (query === null) {
			return { fetch: () => Promise.resolve({ value: NO_PAGE, asOf: view.now, stale: false }) };
		}
		return { fetch: (offset, limit) => client.interactions({ ...query, offset, limit }) };
	});
}

/** A list that can be read from any place to any other. */
type Readable = {
	read: (from: number, to: number) => Promise<Sourced<Interaction>[]>;
	total: () => number | null;
	hasMore: () => boolean;
	missing: () => number[];
	age: () => { asOf: number; stale: boolean };
};

/** One brand's own list: the host pages it, so that any page is one call away. */
function readSingle(source: MessageSource<Interaction>): Readable {
	const answers: Answer<Page<Interaction>>[] = [];
	return {
		read: async (from, to) => {
			const limit = Math.min(to - from, CHUNK);
			const answer = await source.fetch(from, limit);
			answers.push(answer);
			return answer.value.rows.map((row) => ({ row, source: 0 }));
		},
		total: () => answers.at(-1)?.value.total ?? null,
		hasMore: () => answers.at(-1)?.value.hasNext ?? false,
		missing: () => [],
		age: () => ({
			asOf: Math.min(...answers.map(({ asOf }) => asOf)),
			stale: answers.some(({ stale }) => stale)
		})
	};
}

function readMerged(sources: MessageSource<Interaction>[], sort: MessageSort, firstPage: boolean): Readable {
	const sign = sort === 'oldest' ? -1 : 1;
	const merged = new MergedMessages(sources, {
		rankOf: ({ sourceUpdatedAt: time }) => (time === null ? null : sign * time),
		chunk: firstPage ? MESSAGES_A_PAGE : CHUNK
	});
	return {
		read: (from, to) => merged.read(from, to),
		total: () => merged.total,
		hasMore: () => merged.hasMore,
		missing: () => merged.missing,
		age: () => merged.age
	};
}

/** The page that holds a message, looked for from the beginning; null where it is not among the first thousand. */
async function pageOf(list: Readable, message: string): Promise<number | null> {
	for (let from = 0; from < MOST_MERGED; from += CHUNK) {
		const rows = await list.read(from, from + CHUNK);
		const index = rows.findIndex(({ row }) => String(row.id) === message);
		if (index >= 0) return Math.floor((from + index) / MESSAGES_A_PAGE) + 1;
		if (rows.length < CHUNK) return null;
	}
	return null;
}

/** The rows of a page, and of another one where that is the one with the message that the link names. */
async function readPage(list: Readable, page: number, message: string | null) {
	const read = (number: number) => list.read((number - 1) * MESSAGES_A_PAGE, number * MESSAGES_A_PAGE);
	const rows = await read(page);
	if (message === null || rows.some(({ row }) => String(row.id) === message)) return { rows, page };
	const other = await pageOf(list, message);
	return other === null ? { rows, page } : { rows: await read(other), page: other };
}

/** Page and rows that can be shown: none of a page beyond what several brands are listed to. */
async function readWithin(list: Readable, view: View, reach: number) {
	const { page, message } = view.filters;
	if ((page - 1) * MESSAGES_A_PAGE < reach)
		return { ...(await readPage(list, page, message)), tooDeep: false };
	await list.read(0, MESSAGES_A_PAGE);
	const total = list.total();
	return { rows: [], page, tooDeep: total === null || total > reach };
}

async function askList(client: CommunityClient, view: View): Promise<ListedMessages> {
	const { page: asked, message } = view.filters;
	const { sort } = sortOf(view);
	const sources = sourcesOf(client, view, sort);
	const [only] = sources;
	const isSingle = sources.length === 1;
	const reach = isSingle ? Infinity : MOST_MERGED;
	const isShort = message === null && (asked === 1 || (asked - 1) * MESSAGES_A_PAGE >= reach);
	const list = isSingle && only ? readSingle(only) : readMerged(sources, sort, isShort);
	const { rows, page, tooDeep } = await readWithin(list, view, reach);
	const total = list.total();
	const listed = total === null ? null : Math.min(total, reach);
	const until = page * MESSAGES_A_PAGE;
	const here = rows.find(({ row }) => String(row.id) === message) ?? null;
	const { asOf, stale } = list.age();
	return {
		value: {
			rows: rows.map(({ row, source }) => rowOf(view, view.brands[source]!, row, String(row.id) === message)),
			total,
			page,
			first: (page - 1) * MESSAGES_A_PAGE + 1,
			pages: listed === null ? null : Math.ceil(listed / MESSAGES_A_PAGE),
			hasNext: !tooDeep && until < (listed ?? reach) && (listed !== null || list.hasMore()),
			sort,
			notFiltered: unfilteredBy(view),
			missing: list.missing().map((index) => view.brands[index]!.name),
			tooDeep,
			cutOff: total !== null && total > reach,
			opened: message === null || tooDeep ? 'none' : here ? 'here' : 'missing',
			turnedFrom: page === asked ? null : asked
		},
		asOf: Math.min(asOf, view.now),
		stale,
		opened: here && { interaction: here.row, brand: view.brands[here.source]! }
	};
}

/** Some of the rows that follow on a page, for a reader who reads on. */
export type FollowingRows = { rows: MessageRow[]; hasNext: boolean };

/**
 * A hundred rows of the list from any place of it on, as far as the list can be read. The order is that of its pages.
 * @throws the error of the brands when none answered
 */
export async function askRowsFrom(
	client: CommunityClient,
	view: View,
	from: number
): Promise<Answer<FollowingRows>> {
	const { sort } = sortOf(view);
	const sources = sourcesOf(client, view, sort);
	const [only] = sources;
	const isSingle = sources.length === 1;
	const to = isSingle ? from + CHUNK : Math.min(from + CHUNK, MOST_MERGED);
	const list = isSingle && only ? readSingle(only) : readMerged(sources, sort, false);
	const rows = to <= from ? [] : await list.read(from, to);
	const total = list.total();
	const { asOf, stale } = list.age();
	return {
		value: {
			rows: rows.map(({ row, source }) => rowOf(view, view.brands[source]!, row, false)),
			hasNext:
				(isSingle || to < MOST_MERGED) && (total === null ? list.hasMore() : from + rows.length < total)
		},
		asOf: Math.min(asOf, view.now),
		stale
	};
}

/**
 * A message that was closed or opened since is not among those of a list that tells the two apart; its thread is still
 * what the link names, and what somebody who has just closed it looks at.
 */
async function findWhateverItsState(client: CommunityClient, view: View): Promise<OpenedMessage | null> {
	if (view.filters.closed === null) return null;
	const filters = { ...view.filters, closed: null };
	return (await askList(client, { ...view, filters })).opened;
}

/**
 * Ask for the messages of a view: one page of the list, what the statistics say about the same messages, and what
 * stands around the one that the link names. All settle by themselves and no promise rejects.
 */
export function askMessages(client: CommunityClient, view: View, report: Report): Pending<MessagePanels> {
	const listed = askList(client, view);
	const thread =
		view.filters.message === null
			? Promise.resolve(noThread(view, 'none'))
			: listed.then(async ({ opened }) =>
					askThread(client, view, opened ?? (await findWhateverItsState(client, view)))
				);
	return {
		list: settle(listed, report),
		summary: settle(askMessagesSummary(client, view), report),
		groups: settle(askMessageGroups(client, view), report),
		thread: settle(thread, report)
	};
}
