import { isolateText } from '$lib/format/isolate-text';
import { formatCount, formatPercent, formatPoints, formatShare } from '$lib/format/numbers';
import type { KeywordListPanel } from '$lib/server/panels/keyword-list';
import type { QueriedWords } from '$lib/server/panels/queried-words';
import type { ShownScore } from '$lib/server/panels/shown-numbers';
import { keywordWords } from '$lib/wording/keyword-words';
import { foldWord } from './keyword-order';

const { lead, word: words } = keywordWords;
const MOST_QUOTED = 3;
const LONGEST = 40;

/** What the lead is made of: the list, the words that it is filtered for, and whether its score counts in points. */
type Filtered = Pick<KeywordListPanel, 'rows' | 'interactions' | 'queried'> & {
	query: string;
	isPoints: boolean;
};

/** The words of a filter as a sentence names them. @example quotedWords('late,broken') // '“late” or “broken”' */
export function quotedWords(query: string): string {
	const all = query.split(',').map((word) => isolateText(word.trim(), LONGEST));
	const more = all.length - MOST_QUOTED;
	return lead.quoted(all.slice(0, MOST_QUOTED), more > 0 ? formatCount(more) : null);
}

function ofFeeling({ rated, shares }: QueriedWords): string {
	if (rated === 0) return words.noneRated;
	if (shares === null) return words.tooFew(formatCount(rated));
	const [negative, , positive] = shares.values.map((share) =>
		formatPercent(share, { decimals: shares.decimals })
	);
	return words.rated(formatCount(rated), positive!, negative!);
}

/** Whether the words go with better or worse messages than there are without them; null where that is not known. */
function ofOthers({ score, others }: QueriedWords, named: string, isPoints: boolean): string | null {
	if (score === null || others === null) return null;
	/** Side by side two numbers are as fine as the coarser of them. */
	const decimals = Math.min(score.decimals, others.score.decimals) as 0 | 1;
	const text = ({ value }: ShownScore) => (isPoints ? formatPoints : formatShare)(value, { decimals });
	const against = isPoints ? lead.againstPoints : lead.againstShare;
	return lead[others.verdict](named, against(text(score), text(others.score)));
}

/** The listed word that most of the messages have besides the words of the filter; null where there is none. */
function ofCompanion({ rows, interactions, query }: Filtered): string | null {
	const own = new Set(query.split(/[\s,]+/u).map(foldWord));
	const others = rows.filter(({ word }) => !own.has(foldWord(word)));
	const [most] = others.toSorted((one, other) => other.total - one.total);
	if (most === undefined || interactions === null) return null;
	return lead.beside(most.text, formatCount(most.total), formatCount(interactions));
}

/**
 * What a list says first that is filtered for words. That its messages have these words is known to whoever asked; news
 * is whether they are better or worse than all others, how they feel, and what comes up beside the words.
 */
export function queriedLead(filtered: Filtered): string[] {
	const { query, queried, interactions, isPoints } = filtered;
	const named = quotedWords(query);
	const alone = interactions === 1 ? lead.aloneOne(named) : lead.alone(named, formatCount(interactions ?? 0));
	const first = (queried && ofOthers(queried, named, isPoints)) ?? (interactions === null ? null : alone);
	return [first, queried && ofFeeling(queried), ofCompanion(filtered)].filter(
		(sentence) => sentence !== null
	);
}
