import type { RequestEvent } from '@sveltejs/kit';
import { settle } from '$lib/errors/settle';
import { readPastedLink, type PastedLink } from '$lib/filters/read-link';
import { savedLink } from '$lib/filters/share-links';
import { inTime } from '$lib/server/panels/in-time';
import { askLinkNumbers } from '$lib/server/panels/link-numbers';
import { records } from '$lib/server/records/current-records';
import { listViews } from '$lib/server/records/saved-views';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { openLink } from '../frame/open-page';
import { compareFilters } from './compare-filters';
import { compareNumbers } from './compare-numbers';
import type { PageServerLoad } from './$types';

const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

/** One of the two fields: what stands in it, and what is wrong with it, if anything was pasted at all. */
function readField({ url }: RequestEvent, key: 'a' | 'b') {
	const text = url.searchParams.get(key) ?? '';
	const reading = readPastedLink(text, url.origin);
	return { text, link: reading.ok ? reading.link : null, refused: reading.ok ? null : reading.reason };
}

/** Open a link as its own page would, without going there: only its query is read. */
async function openSide({ fetch, locals, url }: RequestEvent, { path, params }: PastedLink) {
	const address = new URL(`${path}?${params.toString()}`, url.origin);
	const { client, view, frame } = await openLink({ fetch, locals, url: address });
	return { path, frame, href: `${path}${address.search}`, client, view };
}

async function comparison(event: RequestEvent, links: [PastedLink, PastedLink]) {
	const [first, second] = await Promise.all(links.map((link) => openSide(event, link)));
	if (!first || !second) throw new Error('two links make two sides');
	const asked = Promise.all([first, second].map(({ client, view }) => askLinkNumbers(client, view)));
	const numbers = settle(
		asked.then(([one, other]) => ({
			value: {
				...compareNumbers(one!.value, other!.value),
				missing: [one!.value.missing, other!.value.missing]
			},
			asOf: Math.min(one!.asOf, other!.asOf),
			stale: one!.stale || other!.stale
		})),
		report
	);
	const waits = event.url.searchParams.get('wait') === 'all';
	const side = ({ frame, href }: typeof first) => ({
		href,
		name: frame.savedView?.name ?? null,
		ignored: frame.ignored,
		brandsError: frame.brandsError
	});
	return {
		sides: [side(first), side(second)] as const,
		filters: compareFilters(first, second, first.frame.defaults),
		timeZone: first.frame.filters.timeZone,
		numbers: await inTime(numbers, waits ? ALL_PATIENCE : PATIENCE)
	};
}

export const load: PageServerLoad = async (event) => {
	const [a, b] = [readField(event, 'a'), readField(event, 'b')];
	const isAsked = event.url.searchParams.has('a') && event.url.searchParams.has('b');
	const views = await settleRecords(listViews(records()), report);
	const result = a.link && b.link ? await comparison(event, [a.link, b.link]) : null;
	const field = ({ text, refused }: typeof a) => ({
		text,
		refused: isAsked || (text !== '' && refused !== 'empty') ? refused : null
	});
	return {
		a: field(a),
		b: field(b),
		result,
		views: views.ok
			? views.value.map(({ id, name, path }) => ({ name, link: `${event.url.origin}${savedLink(path, id)}` }))
			: []
	};
};
