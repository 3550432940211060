/** What a character of lower-case ASCII is to word segmentation. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const UNDERSCORE = 3;
/** Joins two letters: the colon. */
const BETWEEN_LETTERS = 4;
/** Joins two digits: comma and semicolon. */
const BETWEEN_DIGITS = 5;
/** Joins two letters or two digits: full stop and apostrophe. */
const BETWEEN_EITHER = 6;

function kindOf(character: string): number {
	if (/[a-z]/.test(character)) return LETTER;
	if (/[0-9]/.test(character)) return DIGIT;
	if (character === '_') return UNDERSCORE;
	if (character === ':') return BETWEEN_LETTERS;
	if (character === ',' || character === ';') return BETWEEN_DIGITS;
	return character === '.' || character === "'" ? BETWEEN_EITHER : OTHER;
}

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** True where a sign between two characters makes one word of both sides. */
function isJoint(sign: number, before: number, after: number): boolean {
	if (before !== after) return false;
	if (before === LETTER) return sign === BETWEEN_EITHER || sign === BETWEEN_LETTERS;
	return before === DIGIT && (sign === BETWEEN_EITHER || sign === BETWEEN_DIGITS);
}

/**
 * The words of a lower-case ASCII text by the rules of Unicode word segmentation (UAX 29, rules WB5 to WB13b), which
 * come down to this for ASCII: letters, digits and underscores stay together; `.`, `'` and `:` join two letters, `.`,
 * `'`, `,` and `;` two digits; underscores alone are no word. Writes the start and the end of each word to `bounds`,
 * one after the other, and answers how many words there are.
 * @example findAsciiWords("it's 3.5", bounds) // 2, with bounds 0, 4, 5, 8
 */
export function findAsciiWords(text: string, bounds: number[]): number {
	let count = 0;
	let start = -1;
	let hasSubstance = false;
	let before = OTHER;
	for (let index = 0; index <= text.length; index++) {
		const kind = KINDS[text.charCodeAt(index)] ?? OTHER;
		if (kind === LETTER || kind === DIGIT || kind === UNDERSCORE) {
			if (start < 0) start = index;
			if (kind !== UNDERSCORE) hasSubstance = true;
			before = kind;
		} else if (start >= 0) {
			if (kind !== OTHER && isJoint(kind, before, KINDS[text.charCodeAt(index + 1)] ?? OTHER)) continue;
			if (hasSubstance) {
				bounds[2 * count] = start;
				bounds[2 * count + 1] = index;
				count += 1;
			}
			start = -1;
			hasSubstance = false;
		}
	}
	return count;
}
