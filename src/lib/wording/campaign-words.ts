import type { CampaignBadge, CampaignColour, CampaignKind, CampaignMetric } from '$lib/campaigns/campaign';
import type { DraftProblem } from '$lib/campaigns/campaign-draft';

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** What the app says about campaigns and annotations. Names, dates and numbers arrive as finished strings. */
export const campaignWords = {
	title: 'Campaigns and annotations',
	caption: 'Drawn on every chart of their brands',
	lead: (campaigns: string, annotations: string) =>
		`${plural(campaigns, 'campaign', 'campaigns')} and ${plural(annotations, 'annotation', 'annotations')}.`,
	about:
		'A campaign is judged on the impact page. An annotation says what else happened: an incident, a launch, a change of price. Both stand on every chart of their brands.',
	all: 'All campaigns',
	manage: 'Campaigns and annotations',
	none: 'There is no campaign yet. Add one below, or import a file.',
	noneHere: 'None so far.',
	unread: 'Campaigns cannot be read right now. Try again in a moment.',
	gone: 'This campaign is not here; it may have been deleted.',
	add: 'Add a campaign or annotation',
	addAbout: 'Write hypothesis and metric before the start: then a badge says so.',
	edit: 'Edit',
	editOf: (name: string) => `Edit ${name}`,
	save: 'Save',
	create: 'Add to the list',
	cancel: 'Cancel',
	openImpact: 'Impact',
	openImpactOf: (name: string) => `Impact of ${name}`,
	openLink: 'Link',
	openLinkOf: (name: string) => `Link of ${name}`,
	remove: {
		open: 'Delete',
		openOf: (name: string) => `Delete ${name}`,
		question: (name: string) =>
			`Delete ${name}? It leaves every chart, and links to it say that it is gone. Nobody can bring it back.`,
		sure: 'Delete it',
		caption: 'For everybody here'
	},
	said: {
		created: (name: string) => `${name} was added.`,
		changed: (name: string) => `${name} was changed.`,
		deleted: 'It was deleted.'
	},
	columns: {
		name: 'Name',
		days: 'Days',
		brands: 'Brands',
		comparison: 'Compared with',
		hypothesis: 'Hypothesis',
		actions: 'What to do'
	},
	kinds: { campaign: 'Campaign', annotation: 'Annotation' } satisfies Record<CampaignKind, string>,
	metrics: {
		net: 'Net sentiment',
		'net-rated': 'Net sentiment without neutral',
		'positive-of-rated': 'Positive of rated',
		positive: 'Positive of positive and negative',
		volume: 'Number of interactions'
	} satisfies Record<CampaignMetric, string>,
	colours: {
		ink: 'Grey, as usual',
		'brand-1': 'Ochre',
		'brand-2': 'Violet',
		'brand-3': 'Wine',
		'brand-4': 'Teal',
		'brand-5': 'Mauve',
		'brand-6': 'Plum',
		'brand-7': 'Pine',
		'brand-8': 'Olive'
	} satisfies Record<CampaignColour, string>,
	badges: {
		unwritten: null,
		'before-start': (written: string) => `Written before the start, on ${written}`,
		'after-start': (written: string) => `Written after the start, on ${written}`,
		'changed-after-start': (written: string, changed: string) =>
			`Written before the start, on ${written}, but changed after it, on ${changed}`
	} satisfies Record<CampaignBadge, null | ((written: string, changed: string) => string)>,
	allBrands: 'All brands',
	noComparison: 'None',
	brandGone: (id: number) => `Brand ${id}, which is not visible here`,
	fields: {
		kind: { name: 'Kind', help: '' },
		name: { name: 'Name', help: 'At most 80 characters, different from all others.' },
		start: { name: 'First day', help: 'A local calendar day.' },
		end: { name: 'Last day', help: 'Included. Leave it empty for one day.' },
		brandIds: { name: 'Brands', help: 'Choose none for all brands.' },
		comparisonIds: {
			name: 'Compared with',
			help: 'Brands that it did not touch. The impact page holds its brands against them.'
		},
		link: { name: 'Link', help: 'To the brief or the post. It begins with https://.' },
		colour: { name: 'Colour', help: 'Of its band on charts.' },
		hypothesis: {
			name: 'Hypothesis',
			help: 'What you expect, and by how much. Write it before the start.'
		},
		metric: { name: 'Metric', help: 'What the hypothesis is about.' },
		expected: {
			name: 'Expected change, points',
			help: 'If you expect a number: 5 is a rise by five points, −3 a fall by three. The impact page then says whether it was reached.'
		}
	},
	/** Beside the metric of a hypothesis. */
	expected: (metric: string, points: string) => `${metric}, ${points} points expected`,
	breaks:
		'It has begun. Changing hypothesis, metric, expected change, brands or days now takes the badge away for good.',
	problemsTitle: 'Nothing was saved yet. What you typed stands below.',
	problems: {
		'kind-unknown': 'Choose campaign or annotation.',
		'name-empty': 'Give it a name.',
		'name-too-long': 'Take a name of at most 80 characters.',
		'name-taken': 'There is one of this name already. Take another name.',
		'start-missing': 'Give the first day, as 2026-11-02.',
		'start-invalid': 'The first day is no day of the calendar. Write it as 2026-11-02.',
		'end-invalid': 'The last day is no day of the calendar. Write it as 2026-11-02, or leave it empty.',
		'end-before-start': 'The last day lies before the first. Swap the two, or leave the last day empty.',
		'brands-too-many': 'Choose at most 200 brands, or none for all of them.',
		'comparison-too-many': 'Choose at most 200 brands to compare with.',
		'comparison-is-brand': 'A brand cannot be compared with itself. Take it out of one of the two lists.',
		'comparison-of-all':
			'All brands take part, so there is none to compare with. Choose the brands of the campaign, or compare with none.',
		'link-not-https': 'Give a whole address that begins with https:// and holds no password.',
		'link-too-long': 'Take a link of at most 2,000 characters.',
		'colour-unknown': 'Choose one of the colours.',
		'hypothesis-too-long': 'Take at most 1,000 characters.',
		'metric-unknown': 'Choose one of the metrics.',
		'expected-invalid':
			'Give points from −200 to 200, but not 0, with at most two decimals, such as 5 or −3.5; or leave it empty.',
		'expected-of-volume':
			'A number of interactions has no points. Leave the expected change empty, or take another metric.',
		'too-many': 'There are 2,000 campaigns and annotations, which is all that fit. Delete one first.',
		gone: 'It was deleted in the meantime. Add it anew to keep what you typed.',
		failed: 'It could not be written to disk. Try again.'
	} satisfies Record<DraftProblem | 'too-many' | 'gone' | 'failed', string>,
	file: {
		title: 'CSV',
		caption: 'The same file in and out',
		about:
			'One line each; its first line names the columns, in any order. Days are written as 2026-11-02. A line whose name is there already changes that one; the same file twice changes nothing.',
		columns: {
			all: 'Columns',
			needed: 'Needed',
			several: (separator: string) => `names or ids, several joined by ${separator}`,
			points: 'points of the metric, such as 5 or −3.5'
		},
		choose: 'CSV file',
		take: 'Import',
		save: 'Export as CSV',
		command: 'For whoever runs this server, also while it runs:',
		commandLine: 'npm run campaigns -- import FILE',
		empty: 'Choose a file first.',
		tooLarge: 'The file is larger than 400 kB. Import it in parts.',
		failed: 'The file was read, but nothing could be written to disk. Try again.',
		brandsFailed: 'The host does not tell its brands right now, so no file can be read. Try again.',
		counts: (added: string, changed: string, unchanged: string) =>
			`${added} added, ${changed} changed, ${unchanged} unchanged.`,
		refused: (count: string) => `${plural(count, 'line was', 'lines were')} not taken:`,
		line: (line: string, reason: string) => `Line ${line}: ${reason}`,
		unknownColumns: (columns: string) => `Not read, since no such column is known: ${columns}.`,
		noColumn: (column: string, columns: string) =>
			`The file has no column "${column}". Its first line must name the columns, such as ${columns}.`,
		semicolons: 'The file is separated by semicolons. Save it with commas.',
		unknownBrand: (column: string, name: string, brands: string) =>
			`${column}: no brand is called "${name}". Write a name or id of: ${brands}.`,
		noBrands: (column: string, name: string) =>
			`${column}: "${name}" is not known, since this host has no brand yet. Import messages first, or leave the column empty for all brands.`,
		ambiguousBrand: (column: string, name: string, ids: string) =>
			`${column}: several brands are called "${name}". Write the id of one: ${ids}.`,
		twice: (name: string, line: string) =>
			`name: "${name}" stands on line ${line} already. Give every line a name of its own.`,
		field: (field: string, problem: string) => `${field}: ${problem}`
	},
	charts: {
		title: 'On this chart',
		allBrands: 'all brands',
		brands: (names: string, rest: number) => (rest === 0 ? names : `${names} and ${rest} more`),
		named: (name: string, brands: string, days: string) => `${name} (${brands}), ${days}`,
		summary: (list: string) => `Marked: ${list}.`
	}
} as const;
