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

/**
 * How a label is cut where a chart has no room for it: one that is isolated ends its isolation behind the dots, which
 * the cut takes away with the end of the text.
 */
export function cutLabel(label: string): { overflow: 'truncate'; ellipsis?: string } {
	const isIsolated = label.startsWith('\u2068');
	return { overflow: 'truncate', ...(isIsolated && { ellipsis: '...\u2069' }) };
}

/** More than a name, its brands and its days need. */
const LONGEST_TITLE = 240;

/** The same for a line of text below a chart, which has more room. */
export function titleText(title: string): string {
	return isolateText(title, LONGEST_TITLE);
}
