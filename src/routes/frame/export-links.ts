import type { PanelExports } from '$lib/components/panel-exports';
import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import type { ExportName } from '$lib/server/export/export-content';
import { exportWords } from '$lib/wording/export-words';

type Asked = { filters: Filters; defaults: FilterDefaults };

function addressOf(file: string, { filters, defaults }: Asked): string {
	const asked = { ...filters, page: 1, message: null, waitForAll: false };
	return href(`/export/${file}`, asked, {}, { defaults });
}

/**
 * The addresses of a panel's numbers as files: the page's own query under another path.
 * @example exportLinks('keywords', data).csv // '/export/keywords.csv?brand=12'
 */
export function exportLinks(name: ExportName, asked: Asked): PanelExports {
	return { csv: addressOf(`${name}.csv`, asked), json: addressOf(`${name}.json`, asked) };
}

/** The same of a list of messages, which a help desk can take, too. */
export function messageFiles(asked: Asked): PanelExports {
	const { ndjson, zendesk, salesforce } = exportWords.menu;
	return {
		...exportLinks('messages', asked),
		more: [
			{ href: addressOf('messages.ndjson', asked), name: ndjson },
			{ href: addressOf('tickets-zendesk.csv', asked), name: zendesk },
			{ href: addressOf('tickets-salesforce.csv', asked), name: salesforce }
		]
	};
}
