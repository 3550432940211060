import { opacityOf, plainColor, type Paint } from './picture-marks';

const SVG = 'http://www.w3.org/2000/svg';

let measuring: CanvasRenderingContext2D | null = null;

function measurer(style: CSSStyleDeclaration): CanvasRenderingContext2D {
	measuring ??= document.createElement('canvas').getContext('2d')!;
	measuring.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	return measuring;
}

/** The part of a text that fits into a width, with an ellipsis in place of the rest. */
function fitted(text: string, width: number, context: CanvasRenderingContext2D): string {
	if (context.measureText(text).width <= width + 1) return text;
	const characters = [...text];
	while (characters.length > 1 && context.measureText(`${characters.join('')}…`).width > width)
		characters.pop();
	return `${characters.join('').trimEnd()}…`;
}

/** Words in lines that fit into a width; an address without blanks is cut where it has to be. */
function wrapped(text: string, width: number, context: CanvasRenderingContext2D): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.match(/[^\s&?/]+[&?/]*\s*|\s+|[&?/]+/g) ?? []) {
		if (line !== '' && context.measureText(line + piece.trimEnd()).width > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

type Look = { x: number; y: number; style: CSSStyleDeclaration };

function lineNode(text: string, { x, y, style }: Look, faded = 1): SVGTextElement {
	const node = document.createElementNS(SVG, 'text');
	const { color, opacity } = plainColor(style.color);
	const attributes = {
		x: x.toFixed(2),
		y: y.toFixed(2),
		fill: color,
		'font-family': style.fontFamily.replaceAll('"', "'"),
		'font-size': style.fontSize,
		'font-weight': style.fontWeight
	};
	for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
	if (style.letterSpacing !== 'normal') node.setAttribute('letter-spacing', style.letterSpacing);
	if (opacity * faded < 1) node.setAttribute('opacity', String(opacity * faded));
	node.setAttribute('style', 'font-variant-numeric: tabular-nums lining-nums; white-space: pre');
	node.textContent = text;
	return node;
}

/** A text of our own in as many lines as a width needs, the first of them with its baseline at `y`. */
export function textNode(
	text: string,
	{ width, ...look }: Look & { width: number }
): { node: SVGTextElement; height: number }[] {
	const height = parseFloat(look.style.lineHeight) || 18;
	return wrapped(text, width, measurer(look.style)).map((line, index) => ({
		node: lineNode(line, { ...look, y: look.y + index * height }),
		height
	}));
}

/** The lines in which the browser shows a text node, each with its place in the window. */
function shownLines(node: Text): { text: string; box: DOMRect }[] {
	const range = document.createRange();
	const words = [...node.data.matchAll(/\S+/g)];
	const lines: { from: number; to: number; top: number }[] = [];
	for (const word of words) {
		range.setStart(node, word.index);
		range.setEnd(node, word.index + word[0].length);
		const { top, width } = range.getBoundingClientRect();
		if (width === 0) continue;
		const last = lines.at(-1);
		if (last && Math.abs(last.top - top) < 4) last.to = word.index + word[0].length;
		else lines.push({ from: word.index, to: word.index + word[0].length, top });
	}
	return lines.map(({ from, to }) => {
		range.setStart(node, from);
		range.setEnd(node, to);
		return { text: node.data.slice(from, to).replace(/\s+/g, ' '), box: range.getBoundingClientRect() };
	});
}

const isStruck = (element: Element) =>
	element.closest('.name')?.matches('.name') === true &&
	getComputedStyle(element).textDecorationLine.includes('line-through');

/** Paint the texts that stand in an element itself where the browser shows them. */
export function paintTexts(element: Element, into: Paint): void {
	const texts = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
	if (texts.length === 0) return;
	const style = getComputedStyle(element);
	const context = measurer(style);
	const { fontBoundingBoxAscent: ascent } = context.measureText('x');
	const room = style.textOverflow === 'ellipsis' ? element.getBoundingClientRect().right : Infinity;
	const faded = Number(style.opacity) * opacityOf(element, into.panel);
	for (const { text, box } of texts.flatMap((node) => shownLines(node as Text))) {
		const look = { x: box.left - into.left, y: box.top - into.top + ascent, style };
		const node = lineNode(fitted(text, room - box.left, context), look, faded);
		if (isStruck(element)) node.setAttribute('text-decoration', 'line-through');
		into.root.append(node);
		into.bottom = Math.max(into.bottom, box.bottom - into.top);
	}
}
