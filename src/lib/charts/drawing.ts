/**
 * A chart as SVG text. Only server/drawings/draw.ts makes one that is not blank, and only DrawingView.svelte puts
 * one into a page: that is what makes its unescaped text safe.
 */
export class Drawing {
	constructor(readonly svg: string) {}

	/**
	 * What the browser gets in place of a drawing. The SVG stands in the page's HTML already, and Svelte keeps those
	 * nodes while it hydrates as long as the value is not empty; a single space keeps them and weighs nothing.
	 */
	static blank(): Drawing {
		return new Drawing(' ');
	}
}

/** The same chart at the two widths between which the figure's container chooses. */
export type DrawingPair = { wide: Drawing; narrow: Drawing };
