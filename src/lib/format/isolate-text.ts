const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Spaces and line breaks of every kind: a label is one line. */
const ANY_SPACE = /[\s\u0085]+/g;

/**
 * Controls other than line breaks and tabs, the marks that turn the direction of text, spaces without a width, the
 * byte order mark and the annotation marks. The joiners stay, since emoji and Persian need them.
 */
const UNSEEN =
	/[[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]--[\t-\r\u0085]]/gv;

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** More code points than any real grapheme has; a letter under a hundred accents is cut to this. */
const LARGEST_GRAPHEME = 24;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Other people's text, made safe to stand in a label beside ours: one line, no control or direction marks, lone
 * surrogates replaced by U+FFFD, at most a number of graphemes (a cut one ends with an ellipsis, which counts), and
 * isolated when it holds letters from right to left, so that it cannot reorder what stands around it. It does not
 * escape HTML: put it into the page as text.
 * @param maxGraphemes at least 1
 * @example isolateText('price\u202e drop', 80) // 'price drop'
 */
export function isolateText(text: string, maxGraphemes: number): string {
	const line = text.toWellFormed().replace(UNSEEN, '').replace(ANY_SPACE, ' ').trim();
	const shown = firstGraphemes(line, maxGraphemes);
	return RIGHT_TO_LEFT.test(shown) ? `${FIRST_STRONG_ISOLATE}${shown}${POP_ISOLATE}` : shown;
}

function firstGraphemes(line: string, most: number): string {
	const graphemes: string[] = [];
	for (const { segment } of segmenter.segment(line)) {
		if (graphemes.length === most) return `${graphemes.slice(0, most - 1).join('')}…`;
		graphemes.push([...segment].slice(0, LARGEST_GRAPHEME).join(''));
	}
	return graphemes.join('');
}
