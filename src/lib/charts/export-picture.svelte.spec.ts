import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureOf, pngOf } from './export-picture';

const SVG = 'http://www.w3.org/2000/svg';
let panel: HTMLElement;

function element(
	tag: string,
	attributes: Record<string, string>,
	...children: (Node | string)[]
): HTMLElement {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	made.append(...children);
	return made;
}

function chart(): SVGSVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('width', '200');
	svg.setAttribute('height', '100');
	const bar = document.createElementNS(SVG, 'path');
	bar.setAttribute('d', 'M0 0H200V100H0Z');
	bar.setAttribute('fill', 'var(--test-ink)');
	svg.append(bar);
	return svg;
}

/** A panel as PanelSlot makes one: its head with controls, its body, its figure with a legend, a table and a cursor. */
function panelWith(picture: Node[], { busy = false } = {}): HTMLElement {
	const plot = element(
		'div',
		{ class: 'plot' },
		element('div', { class: 'picture' }, ...picture),
		element('div', { class: 'tooltip' }, 'Tooltip')
	);
	const figure = element(
		'figure',
		{},
		element('p', {}, 'Legend <b>of</b> Fennick'),
		plot,
		element('details', {}, 'Table')
	);
	return element(
		'section',
		{},
		element(
			'header',
			{},
			element('div', {}, element('h2', {}, 'Volume')),
			element('div', { class: 'end' }, 'Menu')
		),
		element('div', { 'aria-busy': String(busy) }, figure)
	);
}

beforeEach(() => {
	document.documentElement.style.setProperty('--test-ink', 'rgb(200, 0, 100)');
});

afterEach(() => panel.remove());

function show(made: HTMLElement): HTMLElement {
	panel = made;
	document.body.append(panel);
	return panel;
}

describe('a picture of a panel', () => {
	it('has its title, its legend and its chart, and needs nothing of the page', async () => {
		const { svg } = (await pictureOf(show(panelWith([chart()])), ['Brands: Fennick']))!;
		for (const words of ['Volume', 'Legend', 'Brands: Fennick', '#c80064']) expect(svg).toContain(words);
		expect(svg).not.toMatch(/var\(--/);
		expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
	});

	it('has no controls, no table and no tooltip in it, and other people’s words as words', async () => {
		const { svg } = (await pictureOf(show(panelWith([chart()])), []))!;
		for (const words of ['Menu', 'Table', 'Tooltip', '<b>']) expect(svg).not.toContain(words);
	});

	it('waits while newer numbers are on their way', async () => {
		show(panelWith([chart()], { busy: true }));
		let isDone = false;
		const picture = pictureOf(panel, []).then((made) => {
			isDone = true;
			return made;
		});
		await new Promise((wait) => setTimeout(wait, 250));
		expect(isDone).toBe(false);
		panel.querySelector('[aria-busy]')!.setAttribute('aria-busy', 'false');
		expect(await picture).not.toBeNull();
	});

	it('is none where a skeleton stands and no chart comes', async () => {
		const skeleton = element('div', { class: 'skeleton' }, 'loading');
		expect(await pictureOf(show(panelWith([skeleton])), [], 300)).toBeNull();
		panel.remove();
		expect(await pictureOf(show(panelWith([])), [], 300)).toBeNull();
	});

	it('is twice as large as a PNG, and not blank', async () => {
		const picture = (await pictureOf(show(panelWith([chart()])), []))!;
		const bitmap = await createImageBitmap(await pngOf(picture));
		expect([bitmap.width, bitmap.height]).toEqual([2 * picture.width, 2 * picture.height]);
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const context = canvas.getContext('2d')!;
		context.drawImage(bitmap, 0, 0);
		const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
		let marked = 0;
		for (let at = 0; at < data.length; at += 4) if (data[at] === 200 && data[at + 2] === 100) marked += 1;
		expect(marked).toBeGreaterThan(200 * 100);
	});
});
