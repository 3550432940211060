import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/**
 * The tokens of app.css as a browser resolves them in each look: `light-dark()` picks a theme, and of the pair
 * `var(--usual, …) var(--more, …)` the look picks one. Contrast is that of WCAG 2.2.
 */
const css = await readFile(new URL('./app.css', import.meta.url), 'utf8');
const root = /^:root \{(.*?)^\}/ms.exec(css)?.[1] ?? '';
const declared = new Map(
	[...root.matchAll(/^\t(--[\w-]+):\s*([^;]*);/gm)].map(([, name = '', value = '']) => [name, value])
);

const LOOKS = [
	{ look: 'light', dark: false, more: false },
	{ look: 'dark', dark: true, more: false },
	{ look: 'high contrast, light', dark: false, more: true },
	{ look: 'high contrast, dark', dark: true, more: true }
];
type Look = (typeof LOOKS)[number];

/** What stands in the parentheses that follow a name, which may hold others. */
function argumentsOf(value: string, name: string): string[] | null {
	const start = value.indexOf(`${name}(`);
	if (start < 0) return null;
	const parts = [''];
	let depth = 0;
	for (const letter of value.slice(start + name.length + 1)) {
		if (letter === ')' && depth === 0) return parts.map((part) => part.trim());
		if (letter === '(') depth++;
		if (letter === ')') depth--;
		if (letter === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return null;
}

function colourOf(token: string, { dark, more }: Look): string {
	const value = declared.get(token) ?? '';
	const inLook = value.includes('var(--usual,')
		? (argumentsOf(value.replace(more ? 'var(--more,' : 'var(--usual,', 'pick('), 'pick')?.join(',') ?? '')
		: value;
	const colour = argumentsOf(inLook, 'light-dark')?.[dark ? 1 : 0] ?? inLook.trim();
	expect(colour, `${token} as it is written`).toMatch(/^#([\da-f]{3}|[\da-f]{6})$/);
	return colour;
}

/** Relative luminance, from 0 to 1. */
function luminance(colour: string): number {
	const digits = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
	const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
		const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

/** The pairs of tokens whose contrast is below what they need, with what it is. */
function faint(look: Look, fronts: string[], backs: string[], least: number): string[] {
	return fronts.flatMap((front) =>
		backs
			.map((back) => ({ back, ratio: contrast(colourOf(front, look), colourOf(back, look)) }))
			.filter(({ ratio }) => ratio < least)
			.map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
	);
}

const GROUNDS = ['--bg', '--bg-raised', '--bg-sunken', '--bg-hover'];
const INKS = ['--ink', '--ink-2', '--ink-3', '--accent-ink', '--neg-ink', '--neu-ink', '--pos-ink'];
const NOTICES = ['--warn', '--danger'];
const TEXT = 4.5;
const TEXT_IN_HIGH_CONTRAST = 7;
const MARK = 3;

describe('the arithmetic of this file', () => {
	it('gives the contrasts that WCAG gives', () => {
		expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 10);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});

	it('finds a token that is too faint', () => {
		const light = LOOKS[0]!;
		expect(faint(light, ['--rule'], ['--bg'], MARK)).toEqual(['--rule on --bg: 1.29']);
	});
});

describe.each(LOOKS)('in the look $look', (look) => {
	it('every ink can be read on every ground', () => {
		expect(faint(look, INKS, GROUNDS, look.more ? TEXT_IN_HIGH_CONTRAST : TEXT)).toEqual([]);
		expect(faint(look, NOTICES, GROUNDS, TEXT)).toEqual([]);
	});

	it('text can be read inside what is filled', () => {
		const filled = ['neg', 'neu', 'pos'].map((name) => [`--on-${name}`, `--${name}`]);
		const pairs = [
			['--accent-on', '--accent'],
			['--accent-ink', '--accent-soft'],
			['--warn', '--warn-soft'],
			...filled
		];
		expect(pairs.flatMap(([front = '', back = '']) => faint(look, [front], [back], TEXT))).toEqual([]);
	});

	it('axes can be read where charts stand', () => {
		expect(faint(look, ['--c-axis'], ['--bg', '--bg-raised'], TEXT)).toEqual([]);
	});

	it('every brand, sentiment and type is seen against the page', () => {
		const brands = Array.from({ length: 8 }, (_, slot) => `--brand-${slot + 1}`);
		const kinds = ['--neg', '--neu', '--pos', '--type-1', '--type-2', '--type-3'];
		expect(faint(look, [...brands, ...kinds], ['--bg', '--bg-raised'], MARK)).toEqual([]);
	});

	it('the edge of a control and the focus are seen on every ground', () => {
		const grounds = ['--bg', '--bg-raised', '--bg-sunken'];
		expect(faint(look, ['--rule-control', '--accent-ink'], grounds, MARK)).toEqual([]);
	});
});
