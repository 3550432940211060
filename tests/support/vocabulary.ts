/**
 * The words that random texts are made of, and what a keyword index has to make of each: known by table, so that
 * nothing here has to split a text. `null` stands for what is left out and what no phrase spans.
 */
export type KnownWord = { term: string; listed: boolean } | null;

const listed = (term: string): KnownWord => ({ term, listed: true });
const findable = (term: string): KnownWord => ({ term, listed: false });

const E_ACUTE = '\u00e9';
const COMBINING_ACUTE = '\u0301';
const FAMILY = '👩\u200d👩\u200d👧';
const HEART = '❤';
const AS_PICTURE = '\ufe0f';

/** Each way of writing, by itself between blanks, and the word that it is. */
export const VOCABULARY: ReadonlyMap<string, KnownWord> = new Map([
	['love', listed('love')],
	['LOVE', listed('love')],
	['lOvE', listed('love')],
	['price', listed('price')],
	['Price,', listed('price')],
	['(broken)', listed('broken')],
	['broken!', listed('broken')],
	['late', listed('late')],
	['Late', listed('late')],
	['LATE', listed('late')],
	['translate', listed('translate')],
	['delivery', listed('delivery')],
	['DELIVERY', listed('delivery')],
	['fail', listed('fail')],
	['#fail', listed('#fail')],
	['#FAIL!', listed('#fail')],
	[`Caf${E_ACUTE}`, listed(`caf${E_ACUTE}`)],
	[`cafe${COMBINING_ACUTE}`, listed(`caf${E_ACUTE}`)],
	['Straße', listed('strasse')],
	['STRASSE', listed('strasse')],
	["o'clock", listed("o'clock")],
	['o’clock', listed("o'clock")],
	['😍', listed('😍')],
	['👍🏽', listed('👍🏽')],
	[FAMILY, listed(FAMILY)],
	[HEART, listed(`${HEART}${AS_PICTURE}`)],
	[`${HEART}${AS_PICTURE}`, listed(`${HEART}${AS_PICTURE}`)],
	['__proto__', listed('__proto__')],
	['constructor', listed('constructor')],
	['toString', listed('tostring')],
	['日本', listed('日本')],
	['the', findable('the')],
	['The', findable('the')],
	['42', findable('42')],
	['@acme.shop', findable('@acme.shop')],
	['https://shop.example/price?late=1', null],
	['&amp;', null]
]);

/** The words of a text of the vocabulary, in order. */
export function readKnownWords(text: string): KnownWord[] {
	const written = text.split(' ').filter((word) => word !== '');
	return written.map((word) => {
		const known = VOCABULARY.get(word);
		if (known === undefined) throw new Error(`${JSON.stringify(word)} is not in the vocabulary.`);
		return known;
	});
}
