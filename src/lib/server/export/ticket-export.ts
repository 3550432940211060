import type { Interaction } from '$lib/community/answers';
import { platformOfType } from '$lib/community/vocabulary';
import { isolateText } from '$lib/format/isolate-text';
import { platformName, typeName } from '$lib/format/names';
import type { Sourced } from '$lib/server/panels/messages-merge';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import type { Cell } from './csv';
import type { MakeExport } from './export-content';
import { isoInstant } from './iso-instant';
import { messageTable } from './message-export';

/** A message with what a ticket says about it. */
type TicketMessage = { row: Interaction; brand: string; timeZone: string };

type TicketColumn = { name: string; of: (message: TicketMessage) => Cell };

const words = exportWords.tickets;
const LONGEST_NAME = 60;
const LONGEST_BEGINNING = 100;

/**
 * What the systems keep of a text, in UTF-16 code units, less some room for the lines below it: the longest Description
 * of a case is 32,000, its Subject 255, its SuppliedName 80.
 */
const MOST = { text: 30_000, subject: 240, name: 78 };

/** A text cut to so many code units, never within a character. */
function fit(text: string, most: number): string {
	if (text.length <= most) return text;
	return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function subjectOf({ row, brand }: TicketMessage): string {
	const beginning = isolateText(row.text, LONGEST_BEGINNING);
	const said = beginning === '' ? typeName(row.type) : beginning;
	return fit(words.subject(isolateText(brand, LONGEST_NAME), said), MOST.subject);
}

/** The whole message, and below it where it came from, so that whoever answers the ticket finds it again. */
function descriptionOf({ row, brand, timeZone }: TicketMessage): string {
	const time = row.sourceCreatedAt ?? row.sourceUpdatedAt;
	const source = words.source(
		typeName(row.type),
		isolateText(brand, LONGEST_NAME),
		row.sentiment ?? words.notRated,
		time === null ? '' : words.written(isoInstant(time, timeZone))
	);
	const lines = [source, ...(row.permalink === null ? [] : [row.permalink]), words.message(String(row.id))];
	const text = fit(row.text.toWellFormed(), MOST.text);
	return [...(text.trim() === '' ? [] : [text, '']), ...lines].join('\n');
}

/** A tag as Zendesk keeps one: a single word. @example tagOf('Loyal customer') // 'loyal_customer' */
function tagOf(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}_/-]+/gu, '_')
		.replace(/^[_/-]+|_+$/g, '');
}

function tagsOf({ row, brand }: TicketMessage): string {
	const own = ['undertone', brand, row.type, row.sentiment ?? words.notRated];
	const tags = [...own, ...row.tags.map(({ name }) => name)].map(tagOf).filter((tag) => tag !== '');
	return [...new Set(tags)].join(' ');
}

const utc = (time: number | null) => (time === null ? null : new Date(time).toISOString());
const authorOf = ({ row }: TicketMessage) =>
	row.author === null ? null : fit(isolateText(row.author, LONGEST_NAME), MOST.name);

const ZENDESK: readonly TicketColumn[] = [
	{ name: 'external_id', of: ({ row }) => String(row.id) },
	{ name: 'subject', of: subjectOf },
	{ name: 'description', of: descriptionOf },
	{ name: 'requester', of: authorOf },
	// A closed ticket of Zendesk takes no answer any more, a solved one does.
	{ name: 'status', of: ({ row }) => (row.isClosed === true ? 'solved' : 'new') },
	{ name: 'tags', of: tagsOf },
	{ name: 'created_at', of: ({ row }) => utc(row.sourceCreatedAt ?? row.sourceUpdatedAt) },
	{ name: 'updated_at', of: ({ row }) => utc(row.sourceUpdatedAt ?? row.sourceCreatedAt) }
];

const SALESFORCE: readonly TicketColumn[] = [
	{ name: 'Subject', of: subjectOf },
	{ name: 'Description', of: descriptionOf },
	{ name: 'Status', of: ({ row }) => (row.isClosed === true ? 'Closed' : 'New') },
	{ name: 'Origin', of: ({ row }) => platformName(platformOfType(row.type)) },
	{ name: 'SuppliedName', of: authorOf }
];

/** Columns as a table that another program reads: no lines about it, no guard in its texts, and no half of it. */
function exportTickets(columns: readonly TicketColumn[]): MakeExport {
	const rowOf = (view: View, { row, source }: Sourced<Interaction>) => {
		const message = { row, brand: view.brands[source]!.name, timeZone: view.filters.timeZone };
		return columns.map(({ of }) => of(message));
	};
	return async (client, view) => {
		const names = columns.map(({ name }) => name);
		return { ...(await messageTable(client, view, { columns: names, rowOf })), isBare: true };
	};
}

/** The messages behind a view under the names of the properties of a Zendesk ticket. */
export const exportZendeskTickets = exportTickets(ZENDESK);

/** The messages behind a view under the API names of the fields of a Salesforce case. */
export const exportSalesforceCases = exportTickets(SALESFORCE);
