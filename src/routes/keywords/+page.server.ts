import type { Answer } from '$lib/community/answers';
import { settle } from '$lib/errors/settle';
import type { Filters, IgnoredValue } from '$lib/filters/filters';
import { askMovers, comparedViews, type MoversPanel } from '$lib/server/panels/ask-movers';
import { allInTime, inTime } from '$lib/server/panels/in-time';
import { askKeywordList } from '$lib/server/panels/keyword-list';
import { askWord, wordOf } from '$lib/server/panels/keyword-word';
import { chosenMovers } from '$lib/server/panels/mover-choice';
import type { Frame } from '$lib/server/panels/open-view';
import { askWaysOut } from '$lib/server/panels/ways-out';
import { report } from '$lib/server/report';
import { openPage } from '../frame/open-page';
import { COLUMNS, readOrder } from './keyword-order';
import type { PageServerLoad } from './$types';

/** How long a panel may keep the page waiting, in milliseconds, before it streams after it. */
const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

/** What only this view can tell to be of no use in a link. */
function ignoredHere({ filters: { sort, word } }: Frame): IgnoredValue[] {
	const badSort = {
		key: 'sort',
		value: sort ?? '',
		reason: `use one of ${COLUMNS.join(', ')}, with a minus before it for the largest first`
	};
	const badWord = { key: 'word', value: word ?? '', reason: 'it holds no word' };
	return [
		...(readOrder(sort) === null ? [badSort] : []),
		...(word !== null && wordOf(word) === null ? [badWord] : [])
	];
}

const withChoice = (answer: Answer<MoversPanel>, filters: Filters) => ({
	...answer,
	value: chosenMovers(answer.value, filters)
});

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const patience = frame.filters.waitForAll ? ALL_PATIENCE : PATIENCE;
	const word = wordOf(frame.filters.word);
	const asked = settle(askKeywordList(client, view), report);
	const isNothing = asked.then((answer) => answer.ok && answer.value.came === 0);
	const nothing = inTime(settle(askWaysOut(client, view, frame.brands, isNothing), report), patience);
	const list = inTime(asked, patience);
	const compared = comparedViews(view);
	const chosen = compared && askMovers(client, compared).then((answer) => withChoice(answer, frame.filters));
	const movers = chosen && inTime(settle(chosen, report), patience);
	const panels =
		word && allInTime(askWord(client, view, word, { report, withDrawings: !event.isDataRequest }), patience);
	return {
		...frame,
		ignored: [...frame.ignored, ...ignoredHere(frame)],
		list: await list,
		nothing: await nothing,
		movers:
			compared && movers ? { panel: await movers, brands: compared.brands, before: compared.b.range } : null,
		word: word && panels ? { ...word, panels: await panels } : null
	};
};
