import { embeddedFonts } from './picture-fonts';
import { paintSvg, plainColor, type Paint } from './picture-marks';
import { paintTexts, textNode } from './picture-text';

/** A panel as a picture of its own, in CSS pixels. */
export type ChartPicture = { svg: string; width: number; height: number };

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LINE = 18;
const LONGEST_WAIT = 8_000;
const PNG_SCALE = 2;

/** Controls, the table, and what follows the pointer are no part of the picture. */
const LEFT_OUT =
	'nav, button, details, noscript, header > .end, .plot > :not(.picture), .only, .visually-hidden';

/** The chart that a reader sees: the browser's own, or the server's drawing at the width that fits. */
function shownChart(panel: Element): SVGSVGElement | null {
	const charts = [...panel.querySelectorAll<SVGSVGElement>('.picture svg')];
	return charts.find((svg) => svg.childElementCount > 0 && svg.getBoundingClientRect().width > 0) ?? null;
}

/** Newer numbers are on their way, or nothing is drawn yet: a picture must not show either. */
const isReady = (panel: Element) =>
	panel.querySelector('[aria-busy="true"], .skeleton') === null && shownChart(panel) !== null;

/** Wait until the panel shows its chart and nothing else is on its way; false when that takes too long. */
async function untilReady(panel: Element, longestWait: number): Promise<boolean> {
	const start = performance.now();
	while (!isReady(panel)) {
		if (performance.now() - start > longestWait) return false;
		await new Promise((wait) => setTimeout(wait, 100));
	}
	return true;
}

/** Every visible svg and text below an element, in the order of the page. */
function paint(element: Element, into: Paint): void {
	if (element.matches(LEFT_OUT)) return;
	const style = getComputedStyle(element);
	if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
	if (element instanceof SVGSVGElement) return paintSvg(element, into);
	paintTexts(element, into);
	for (const child of element.children) paint(child, into);
}

/** What the reader has to know to read the picture, below the figure. */
function paintLines(lines: readonly string[], into: Paint, width: number): number {
	const style = getComputedStyle(into.panel.querySelector('header p') ?? into.panel);
	let y = into.bottom + 20;
	for (const line of lines) {
		for (const part of textNode(line, { x: 0, y: y + 13, style, width })) {
			into.root.append(part.node);
			y += part.height || LINE;
		}
	}
	return y;
}

/**
 * A panel as one SVG file that needs nothing of the page: its title, caption, legend, chart and foot as they are
 * drawn, then some lines that say what was asked and when. Colours are those of the theme that is on. Null when the
 * panel has no chart, or newer numbers do not come in time: a picture never shows a spinner.
 * @param panel the section with the heading and the figure
 * @param longestWait for the chart, in milliseconds
 */
export async function pictureOf(
	panel: HTMLElement,
	lines: readonly string[],
	longestWait = LONGEST_WAIT
): Promise<ChartPicture | null> {
	if (!(await untilReady(panel, longestWait))) return null;
	const box = panel.getBoundingClientRect();
	const root = document.createElementNS(SVG, 'g');
	const defs = document.createElementNS(SVG, 'defs');
	const into: Paint = { panel, root, defs, left: box.left, top: box.top, bottom: 0, taken: new Set() };
	paint(panel, into);
	const bottom = paintLines(lines, into, box.width);
	const width = Math.ceil(box.width) + 2 * MARGIN;
	const height = Math.ceil(bottom) + 2 * MARGIN;
	const style = document.createElementNS(SVG, 'style');
	style.textContent = await embeddedFonts();
	const svg = document.createElementNS(SVG, 'svg');
	const ground = document.createElementNS(SVG, 'rect');
	for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
		svg.setAttribute(name, String(value));
	}
	ground.setAttribute('width', '100%');
	ground.setAttribute('height', '100%');
	ground.setAttribute('fill', plainColor(getComputedStyle(document.body).backgroundColor).color);
	root.setAttribute('transform', `translate(${MARGIN} ${MARGIN})`);
	svg.append(style, defs, ground, root);
	return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** The picture as a PNG with twice as many pixels each way, so that it is sharp on a slide. */
export async function pngOf({ svg, width, height }: ChartPicture): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width * PNG_SCALE;
		canvas.height = height * PNG_SCALE;
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** Hand a file to the reader's browser. */
function save(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser reads the file after the click; an address that is gone by then would save nothing.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Save a panel as a picture.
 * @param name of the file, without its ending
 * @returns false when there was no chart to save
 */
export async function savePicture(
	panel: HTMLElement,
	{ format, name, lines }: { format: 'png' | 'svg'; name: string; lines: readonly string[] }
): Promise<boolean> {
	const picture = await pictureOf(panel, lines);
	if (picture === null) return false;
	const file = format === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
	save(file, `${name}.${format}`);
	return true;
}
