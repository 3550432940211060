/** Where a picture is painted: marks and their definitions, and what of the page is its origin. */
export type Paint = {
	panel: HTMLElement;
	root: SVGGElement;
	defs: SVGDefsElement;
	/** The corner of the panel in the window. */
	left: number;
	top: number;
	/** How far down anything was painted, from the corner. */
	bottom: number;
	/** Ids of definitions outside of the charts that were copied. */
	taken: Set<string>;
};

const SVG = 'http://www.w3.org/2000/svg';
const REFERENCE = /url\(["']?[^"')]*#([\w-]+)["']?\)/;

type PlainColor = { color: string; opacity: number };
const colors = new Map<string, PlainColor>();

/** A colour as the browser computed it, in the notation that every program reads. */
export function plainColor(computed: string): PlainColor {
	const known = colors.get(computed);
	if (known !== undefined) return known;
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 1;
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	context.fillStyle = computed;
	context.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
	const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
	const plain = { color: alpha === 0 ? 'none' : `#${hex}`, opacity: Math.round((alpha / 255) * 1000) / 1000 };
	colors.set(computed, plain);
	return plain;
}

/** Copy a definition that stands elsewhere in the page, such as a hatching, with its colours. */
function takeDefinition(id: string, into: Paint): void {
	if (into.taken.has(id)) return;
	into.taken.add(id);
	const original = document.getElementById(id);
	if (original === null) return;
	const copy = original.cloneNode(true) as Element;
	settle(original, copy, into);
	into.defs.append(copy);
}

function settlePaint(copy: Element, name: 'fill' | 'stroke', computed: string, into: Paint): void {
	const reference = REFERENCE.exec(computed)?.[1];
	if (reference !== undefined) {
		copy.setAttribute(name, `url(#${reference})`);
		const own =
			copy instanceof SVGElement && copy.ownerSVGElement?.querySelector(`#${CSS.escape(reference)}`);
		if (!own) takeDefinition(reference, into);
		return;
	}
	const { color, opacity } = computed === 'none' ? { color: 'none', opacity: 1 } : plainColor(computed);
	copy.setAttribute(name, color);
	if (opacity < 1 && color !== 'none') copy.setAttribute(`${name}-opacity`, String(opacity));
}

/** Properties that a style sheet may have given to a mark, with the value that needs no saying. */
const PROPERTIES = {
	'stroke-width': '1px',
	'stroke-dasharray': 'none',
	'stroke-linecap': 'butt',
	'stroke-linejoin': 'miter',
	'fill-opacity': '1',
	'stroke-opacity': '1',
	opacity: '1'
};

const TEXT_PROPERTIES = ['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing'];

const PAINTED = 'path, rect, circle, ellipse, line, polyline, polygon, text, tspan';

/** Write the computed look of an element and all below it into its copy, which no style sheet will reach. */
function settle(original: Element, copy: Element, into: Paint): void {
	const style = getComputedStyle(original);
	copy.removeAttribute('class');
	if (original.matches(PAINTED)) {
		copy.removeAttribute('style');
		for (const [name, usual] of Object.entries(PROPERTIES)) {
			const value = style.getPropertyValue(name);
			if (value !== '' && value !== usual) copy.setAttribute(name, value.replaceAll('px', ''));
		}
		settlePaint(copy, 'fill', style.fill, into);
		settlePaint(copy, 'stroke', style.stroke, into);
	}
	if (original.matches('text')) {
		for (const name of TEXT_PROPERTIES)
			copy.setAttribute(name, style.getPropertyValue(name).replaceAll('"', "'"));
		copy.setAttribute('style', 'font-variant-numeric: tabular-nums lining-nums');
	}
	[...original.children].forEach((child, index) => {
		const twin = copy.children[index];
		if (twin) settle(child, twin, into);
	});
}

/** Paint a chart, or the small symbol of a legend, where it stands in the panel. */
export function paintSvg(original: SVGSVGElement, into: Paint): void {
	const box = original.getBoundingClientRect();
	if (box.width === 0 || box.height === 0) return;
	const copy = original.cloneNode(true) as SVGSVGElement;
	settle(original, copy, into);
	copy.removeAttribute('style');
	const place = {
		x: box.left - into.left,
		y: box.top - into.top,
		width: box.width,
		height: box.height,
		overflow: 'visible'
	};
	if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
	for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
	const faded = opacityOf(original, into.panel);
	const holder = document.createElementNS(SVG, 'g');
	if (faded < 1) holder.setAttribute('opacity', String(faded));
	holder.append(copy);
	into.root.append(holder);
	into.bottom = Math.max(into.bottom, box.bottom - into.top);
}

/** How much the elements around one fade it. */
export function opacityOf(element: Element, until: Element): number {
	let opacity = 1;
	for (let node = element.parentElement; node && node !== until; node = node.parentElement) {
		opacity *= Number(getComputedStyle(node).opacity);
	}
	return opacity;
}
