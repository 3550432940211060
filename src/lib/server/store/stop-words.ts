import * as words from 'stopword';
import { foldText } from './fold';

/** What the package's English list, the shortest of all, does not have: the other short words, and contractions. */
const MORE_ENGLISH =
	'so not no nor just why whom when until against during above below down off further us ours yours hers theirs myself yourself himself herself itself ourselves themselves am does ' +
	'doing done having will shall may cannot again once one than such own few every too ' +
	"i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've " +
	"we'd we'll they're they've they'd they'll that's there's here's what's who's how's let's isn't aren't wasn't " +
	"weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't";

/** In this order a tie is decided; at most 31, since the languages of a word are the bits of one integer. */
const LISTS: readonly (readonly string[])[] = [
	[...words.eng, ...MORE_ENGLISH.split(' ')],
	words.spa,
	[...words.por, ...words.porBr],
	words.fra,
	words.deu,
	words.ita,
	words.nld,
	words.swe,
	words.dan,
	words.nob,
	words.fin,
	words.pol,
	words.ces,
	words.hun,
	words.ron,
	words.tur,
	words.rus,
	words.ukr,
	words.bul,
	words.ell,
	words.heb,
	words.ara,
	words.fas,
	words.hin,
	words.tha,
	words.vie,
	words.ind,
	words.tgl,
	words.zho,
	words.jpn,
	words.kor
];

function languagesByWord(): Map<string, number> {
	const languages = new Map<string, number>();
	LISTS.forEach((list, language) => {
		for (const word of list) {
			const folded = foldText(word);
			languages.set(folded, (languages.get(folded) ?? 0) | (1 << language));
		}
	});
	return languages;
}

const LANGUAGES = languagesByWord();

/**
 * The bits of the languages in which a folded word is a stop word; 0 for any other word.
 * @example languagesOf('the') // 1, English alone
 */
export function languagesOf(word: string): number {
	return LANGUAGES.get(word) ?? 0;
}

const hits = new Int32Array(LISTS.length);

/**
 * The bit of the language that most of the words are stop words of, the first in the list on a tie, or 0 where no
 * word is a stop word of any. Takes what `languagesOf` said of the first `count` words, in any order.
 * @example detectLanguage([languagesOf('der'), languagesOf('the'), languagesOf('the')], 3) // 1, English
 */
export function detectLanguage(masks: ArrayLike<number>, count: number): number {
	hits.fill(0);
	for (let word = 0; word < count; word++) {
		for (let rest = masks[word] ?? 0; rest !== 0; rest &= rest - 1) {
			const language = 31 - Math.clz32(rest & -rest);
			hits[language] = (hits[language] ?? 0) + 1;
		}
	}
	let best = -1;
	let most = 0;
	for (let language = 0; language < hits.length; language++) {
		const found = hits[language] ?? 0;
		if (found > most) {
			most = found;
			best = language;
		}
	}
	return best < 0 ? 0 : 1 << best;
}
