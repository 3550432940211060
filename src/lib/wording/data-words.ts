/** What the view of the data says, and how the sentences of the import read on a page. */

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** What a reason or a message of the import calls by the flags of the command, in the words of a page. */
const WITHOUT_FLAGS: readonly [RegExp, string][] = [
	[/; give --time-zone$/, '; choose a time zone'],
	[/; give --time-format$/, '; give a time format'],
	[/; give --label$/, '; say what it means'],
	[/; give --set type=COMMUNITY_INTERACTION$/, '; give these rows another platform'],
	[/; leave the column out with --map permalink=$/, '; leave the link out'],
	[/fits neither --time-format nor a known format/, 'fits neither the time format nor a known one'],
	[/^--time-format ("(?:[^"\\]|\\.)*")/, 'The time format $1'],
	[/Give --time-zone, such as/, 'Choose a time zone, such as'],
	[/^--time-zone ("(?:[^"\\]|\\.)*")/, 'The time zone $1'],
	[/^--map (\w+)=(.*) names a column that/s, '$1 is to come from “$2”, a column that'],
	[
		/ is given by --map and by --set\. .*$/,
		' has a column and one value for all rows. Choose one of the two.'
	],
	[/^--set (\w+)=(.*) is not/s, '$1 “$2” is not'],
	[/, or --set type=COMMUNITY_INTERACTION/, ', or give a type instead'],
	[
		/^Nothing gives created_at or updated_at\. Add --map created_at=COLUMN/,
		'Nothing says yet when a row was written. Choose the column of Created or of Updated'
	],
	[/Add --map brand=COLUMN or --set brand=NAME/, 'Choose its column, or one value for all rows'],
	[
		/Add --map text=COLUMN, or --set text= for a file without text/,
		'Choose its column, or an empty value for all rows'
	],
	[
		/Add --map type=COLUMN, --map platform=COLUMN, --set type=… or --set platform=…/,
		'Choose the column of one of them, or one value for all rows'
	]
];

const FIELD_IN_SENTENCE = new Map([
	['id', 'The id'],
	['brand', 'The brand'],
	['type', 'The type'],
	['platform', 'The platform'],
	['text', 'The text'],
	['sentiment', 'The label'],
	['created_at', 'The time'],
	['updated_at', 'The time of the update'],
	['is_closed', 'The status'],
	['tags', 'The list of tags'],
	['author', 'The author'],
	['conversation_id', 'The conversation'],
	['media_id', 'The post'],
	['parent_comment_id', 'The comment that it answers'],
	['permalink', 'The link']
]);

/**
 * A message of the import as a page says it: without flags of the command line.
 * @example pageMessage('created_at has no time zone; give --time-zone') // 'created_at has no time zone; choose a time zone'
 */
export function pageMessage(message: string): string {
	return WITHOUT_FLAGS.reduce((text, [flag, words]) => text.replace(flag, words), message);
}

/**
 * Why a row was set aside, as a sentence.
 * @example pageReason('created_at is relative to an unknown day') // 'The time is relative to an unknown day'
 */
export function pageReason(reason: string): string {
	const text = pageMessage(reason);
	const [word = ''] = text.split(' ', 1);
	const field = FIELD_IN_SENTENCE.get(word);
	return field === undefined
		? text.replace(/^./, (letter) => letter.toUpperCase())
		: `${field}${text.slice(word.length)}`;
}

export const dataWords = {
	view: 'Data',
	back: 'All data',
	none: '–',
	lead: {
		embedded: (brands: string, count: string) =>
			`${plural(brands, 'brand', 'brands')} with ${plural(count, 'interaction', 'interactions')}.`,
		upstream: (brands: string) => `The Community API answers, with ${plural(brands, 'brand', 'brands')}.`,
		empty: 'There is no data yet. Import a file, and the other views fill themselves.',
		newest: (age: string) => `Newest message ${age}.`,
		unknown: 'The host does not tell its brands right now.'
	},
	brands: {
		title: 'Brands',
		caption: {
			all: 'Everything in the store',
			days: (days: number) => `Counts of the last ${days} days`
		},
		brand: 'Brand',
		newest: 'Newest message',
		count: 'Interactions',
		rated: 'Rated',
		coverage: (share: string) => `${share} %`,
		noneYet: 'No message yet',
		empty: 'This host has no brand yet.'
	},
	host: {
		title: 'Where numbers come from',
		caption: 'The host that answers every view',
		host: 'Host',
		embedded: 'Embedded store of this server',
		upstream: 'Community API',
		address: 'Address',
		token: 'Token',
		tokenSet: 'Set; it never leaves the server',
		tokenMissing: 'None',
		asOf: 'As of',
		demo: 'Demo data',
		on: 'On: fictional brands, invented data',
		off: 'Off',
		folder: 'Data folder',
		version: 'Store version',
		versions: (schema: string, data: string) => `${schema}, changed ${plural(data, 'time', 'times')}`,
		budget: 'Calls left this minute',
		noBudget: 'None is spent: this host answers by itself',
		budgetLeft: (remaining: string, limit: string) => `${remaining} of ${limit}`,
		budgetResets: (time: string) => `full again at ${time}`,
		budgetUnknown: 'No call yet'
	},
	upload: {
		title: 'Import a file',
		caption: 'CSV with a header, or one JSON object per line, in UTF-8, up to 4 GB',
		choose: 'Choose a file',
		what: 'You then say which column is what, see the first rows as they would enter, and start the import. Nothing is written before that.',
		notHere:
			'Files are imported into the embedded store only. This server shows the live Community API, which takes no imports.',
		noScript:
			'Sending a file from here needs scripts. Without them, run on the server: npm run import -- FILE',
		waiting: 'Files that are not done',
		states: {
			receiving: 'waits to be imported',
			importing: 'is being imported',
			stopped: 'was stopped',
			failed: 'failed',
			done: 'is imported'
		},
		arrived: (received: string, size: string) => `${received} of ${size} arrived`,
		goOn: 'Go on',
		openReport: 'Report'
	},
	aside: {
		title: 'Rows set aside',
		caption: 'Kept with their reason, counted nowhere',
		none: 'No row is set aside.',
		noneHere: 'No row is left here.',
		all: (count: string) => `Show all ${count}`,
		count: (count: string) => plural(count, 'row', 'rows'),
		lead: (count: string) => (count === '1' ? 'One row is set aside.' : `${count} rows are set aside.`),
		leadNone: 'No row is set aside.',
		why: 'A row that does not fit is never bent into shape. It waits here until somebody mends it, retries it or deletes it.',
		filter: 'By file and reason',
		anyReason: 'All reasons',
		file: 'File',
		line: 'Line',
		reason: 'Reason',
		row: 'Row as it was read',
		mend: 'Mend',
		mendRow: (line: string, file: string) => `Mend line ${line} of ${file}`,
		download: 'Download as CSV',
		pages: 'Pages',
		page: (page: string, pages: string) => `Page ${page} of ${pages}`,
		next: 'Next',
		previous: 'Previous',
		filtered: (count: string) => `${plural(count, 'row', 'rows')}, in the order of the file`
	},
	retry: {
		title: 'Try these rows again',
		label: (label: string) => `“${label}” means`,
		labelHelp: 'For all rows of this import, also those that come later.',
		choose: 'Choose…',
		unrated: 'not rated',
		timeFormat: 'Time format',
		timeFormatHelp: 'A pattern such as dd/MM/yyyy HH:mm. Empty: only formats that leave nothing open.',
		timeZone: 'Time zone of times that name none',
		timeZoneHelp: 'Such as Europe/Berlin. Empty: none is assumed.',
		examples: 'These rows say',
		value: (field: string) => `${field} of these rows`,
		valueHelp: 'What the rows say themselves is replaced.',
		emptyHelp: 'Empty leaves it out.',
		submit: (count: string) => `Retry ${plural(count, 'row', 'rows')}`,
		oneByOne:
			'No single change would help these rows. Mend them one by one, or mend the file and import it again.',
		noMapping:
			'How this file was read is not known, since an older version imported it. Mend its rows one by one.',
		entered: (count: string) => `${plural(count, 'row is', 'rows are')} in.`,
		parts: (added: string, updated: string, duplicate: string) =>
			`${added} new, ${updated} updated, ${duplicate} there already.`,
		still: (count: string) => `${plural(count, 'row still does', 'rows still do')} not fit.`,
		left: 'There are more of them: retry again.'
	},
	remove: {
		one: 'Delete this row',
		oneSure: 'The row is deleted for good. The file that it came from is not touched.',
		all: (count: string) => `Delete ${plural(count, 'row', 'rows')}`,
		allSure: (count: string) =>
			`${plural(count, 'row is', 'rows are')} deleted for good. Download them first if they may be needed.`,
		confirm: 'Delete for good',
		done: (count: string) => `${plural(count, 'row is', 'rows are')} deleted.`
	},
	mend: {
		title: (line: string, file: string) => `Line ${line} of ${file}`,
		read: 'As it was read',
		proposed: 'The line could not be read. These fields are cut at its commas: look at each of them.',
		none: 'The line could not be read, so nothing is filled in.',
		fields: 'What it should say',
		submit: 'Retry this row',
		wrong: 'It does not fit yet.',
		gone: 'This row is no longer set aside: it was mended or deleted.',
		cancel: 'Leave it as it is',
		entered: {
			new: 'The row is in: a new interaction.',
			updated: 'The row is in: it updated an interaction that was there.',
			duplicate: 'The interaction was there already, so nothing was added. The row is off the list.'
		}
	},
	history: {
		title: 'Imports',
		caption: 'The newest first',
		empty: 'Nothing was imported yet.',
		file: 'File',
		started: 'Started',
		state: 'State',
		done: 'Done',
		open: (line: string) => `Not finished, up to line ${line}`,
		new: 'New',
		updated: 'Updated',
		duplicate: 'There already',
		setAside: 'Set aside',
		waiting: (count: string) => `${count} waiting`,
		source: (source: string) => `as ${source}`
	},
	fields: {
		id: { name: 'Id', help: 'The platform’s own. Without one, equal rows are told apart by their content.' },
		brand: { name: 'Brand', help: 'A new name makes a new brand.' },
		type: { name: 'Type', help: 'Such as INSTAGRAM_ADS_COMMENT.' },
		platform: { name: 'Platform', help: 'Where there is no type: its organic comments.' },
		text: { name: 'Text', help: 'The message itself.' },
		sentiment: { name: 'Sentiment', help: 'Negative, neutral, positive, or labels of your own.' },
		created_at: { name: 'Created', help: 'When it was written.' },
		updated_at: { name: 'Updated', help: 'What periods go by; without it the time it was written.' },
		is_closed: { name: 'Closed', help: 'Yes or no.' },
		tags: { name: 'Tags', help: 'Names with | between them, or a JSON list.' },
		author: { name: 'Author', help: '' },
		conversation_id: { name: 'Conversation', help: 'Messages with the same one are a thread.' },
		media_id: { name: 'Post', help: 'What a comment belongs to.' },
		parent_comment_id: { name: 'Answers', help: 'The id of the comment that it replies to.' },
		permalink: { name: 'Link', help: 'An http or https address.' }
	},
	sending: {
		title: 'Sending the file',
		label: 'Part of the file that has arrived',
		arrived: (received: string, size: string) => `${received} of ${size}`,
		lost: 'The connection is lost. Trying again; nothing that arrived is lost.',
		again: (name: string) => `Choose ${name} again to send the rest of it.`,
		other: (name: string) => `That is another file. Choose ${name}, unchanged.`,
		refused: 'The server did not take the file.'
	},
	mapping: {
		title: 'Which column is what',
		caption: 'Proposed by the names of the columns; nothing is guessed from the rows',
		field: 'Field',
		column: 'Column',
		columnOf: (field: string) => `Column of ${field}`,
		valueOf: (field: string) => `${field} of all rows`,
		leaveOut: 'Not in this file',
		constant: 'One value for all rows…',
		required: 'needed',
		oneOf: (other: string) => `or ${other}`,
		unnamed: (at: number) => `Column ${at} without a name`,
		source: 'What the rows come from',
		sourceHelp: 'A newer export under the same name updates its rows instead of doubling them.',
		labels: 'What the labels mean',
		labelsCaption: (rows: string, isWhole: boolean) =>
			isWhole ? 'All labels of the file' : `Labels in the first ${rows} rows`,
		label: 'Label',
		rows: 'Rows',
		meaning: 'Means',
		meaningOf: (label: string) => `Meaning of ${label}`,
		noMeaning: 'Set its rows aside',
		noLabels: 'No label was found in this column.',
		times: 'How times are written',
		timesCaption: 'Formats that leave nothing open are read as they are',
		inFile: 'In the file',
		readAs: 'Read as',
		preview: 'First rows',
		previewCaption: (usable: string, rows: string, isWhole: boolean) =>
			isWhole
				? `${usable} of all ${rows} rows would enter`
				: `${usable} of the first ${rows} rows would enter`,
		newBrands: (names: string[], count: string) =>
			count === '1'
				? `One new brand: ${names[0]}. It gets a place of its own on every page; a misspelt name would, too.`
				: `${count} new brands, ${names.join(', ')}${count === String(names.length) ? '' : ' and others'}. Each gets a place of its own on every page; a misspelt name would, too.`,
		problems: 'What would be set aside',
		line: 'Line',
		brand: 'Brand',
		type: 'Type',
		text: 'Text',
		sentiment: 'Sentiment',
		time: 'Time',
		setAside: 'Set aside',
		unrated: 'not rated',
		waiting: 'The first rows appear when the first part of the file is here.',
		looking: 'Reading the first rows…',
		start: 'Import',
		startWhenHere: 'The import can start when all of the file is here.',
		startCount: (size: string) =>
			`All ${size} of the file are read; rows that are in already stay as they are.`,
		discard: 'Remove this file',
		discardSure: 'The file is removed from the server. Rows that are in the store stay there.'
	},
	running: {
		title: 'Importing',
		label: 'Part of the file that is read',
		rows: 'Rows read',
		rate: 'Rows a second',
		setAside: 'Set aside',
		left: 'Time left',
		apart: 'The server goes on by itself: this page can be closed.',
		stop: 'Stop',
		stopping: 'Stopping after the batch under way…'
	},
	report: {
		title: {
			done: 'The file is imported',
			stopped: 'The import was stopped',
			failed: 'The import failed'
		},
		stopped: 'What was read until then is in. Start again for the rest: rows that are in stay as they are.',
		again: 'Start again',
		read: 'Read',
		new: 'New',
		updated: 'Updated',
		duplicate: 'There already',
		setAside: 'Set aside',
		reasons: 'Why rows were set aside',
		reason: 'Reason',
		lines: 'Lines',
		more: (count: string) => `and ${count} more`,
		download: 'Download the report (JSON)',
		seeAside: 'See the rows set aside',
		overview: 'Open the overview',
		took: (time: string) => `It took ${time}.`
	},
	live: {
		sending: (percent: string) => `${percent} % of the file has arrived.`,
		importing: 'The import has started.',
		done: 'The import is done.',
		stopped: 'The import was stopped.',
		failed: 'The import failed.'
	},
	duration: {
		seconds: (count: string) => plural(count, 'second', 'seconds'),
		minutes: (count: string) => plural(count, 'minute', 'minutes'),
		hours: (count: string) => plural(count, 'hour', 'hours')
	},
	unreachable: 'The server does not answer right now.',
	broken: (reference: string) => `Something went wrong here. Reference: ${reference}`
} as const;
