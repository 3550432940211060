/** Spaces and line breaks of every kind. */
const ANY_SPACE = /[\s\u0085]+/g;

/** Other controls, marks that turn the direction of text or isolate it, spaces without a width, annotation marks. */
const UNSEEN =
	/[[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]--[\t-\r\u0085]]/gv;

/** More characters than any name of a brand or a tag has. */
const LONGEST = 200;

/**
 * A name that other people gave, as it can stand in a menu, a title or beside a number: one line, without what nobody
 * sees and what turns or hides the text around it, whole characters, and not endless. It can become empty.
 * @example readableName('Quill\u202eby') // 'Quillby'
 */
export function readableName(name: string): string {
	const line = name.toWellFormed().replace(UNSEEN, '').replace(ANY_SPACE, ' ').trim();
	const characters = line.length > LONGEST ? [...line.slice(0, 2 * LONGEST).toWellFormed()] : [];
	return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}
