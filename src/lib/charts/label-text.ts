import { isolateText } from '$lib/format/isolate-text';

/** More graphemes than any chart has room for, and few enough that no name can flood a page. */
const LONGEST_LABEL = 80;

/**
 * A name that other people chose, as it may stand in a chart: one line, no direction marks, at most 80 graphemes.
 * Charts put it into the page as text, never as markup, and never with ECharts' own `{style|text}` syntax.
 * @example labelText('Fennick\u202e') // 'Fennick'
 */
export function labelText(name: string): string {
	return isolateText(name, LONGEST_LABEL);
}

/** More than a name, its brands and its days need. */
const LONGEST_TITLE = 240;

/** The same for a line of text below a chart, which has more room. */
export function titleText(title: string): string {
	return isolateText(title, LONGEST_TITLE);
}
