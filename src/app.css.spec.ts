import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Every colour pair of the tokens, computed from app.css as it stands: both themes, usual and high contrast. A pair
 * that a view uses belongs into one of the lists below.
 */
const css = readFileSync('src/app.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const root = /:root \{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '';
const declared = new Map(
	[...root.matchAll(/(--[\w-]+):([^;]*);/g)].map(([, name = '', value = '']) => [name, value.trim()])
);

type Look = { theme: 'light' | 'dark'; contrast: 'usual' | 'more' };
const LOOKS: Look[] = (['light', 'dark'] as const).flatMap((theme) =>
	(['usual', 'more'] as const).map((contrast) => ({ theme, contrast }))
);

function colourOf(token: string, { theme, contrast }: Look): string {
	const value = declared.get(token);
	if (value === undefined) throw new Error(`app.css has no ${token}`);
	const both = /^var\(--usual, (.*?)\)\s+var\(--more, (.*)\)$/s.exec(value);
	const own = both ? (both[contrast === 'usual' ? 1 : 2] ?? '') : value;
	const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(own.trim());
	const colour = pair ? pair[theme === 'light' ? 1 : 2] : own.trim();
	if (colour === undefined || !/^#\w{6}$/.test(colour))
		throw new Error(`${token} is no plain colour: ${value}`);
	return colour;
}

/** Relative luminance of WCAG 2.2, from 0 to 1. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--bg', '--bg-raised', '--bg-sunken'];
const READ_ON = [...GROUNDS, '--bg-hover'];
const on = (grounds: string[], tokens: string[]) =>
	tokens.flatMap((token) => grounds.map((ground) => [token, ground] as const));

const INKS = ['--ink', '--ink-2', '--ink-3', '--accent-ink', '--neg-ink', '--neu-ink', '--pos-ink'];
const TEXT = [
	...on(READ_ON, [...INKS, '--warn', '--danger']),
	...on(GROUNDS, ['--c-axis']),
	['--ink', '--accent-soft'],
	['--accent-ink', '--accent-soft'],
	['--warn', '--warn-soft'],
	['--accent-on', '--accent'],
	['--on-neg', '--neg'],
	['--on-neu', '--neu'],
	['--on-pos', '--pos']
] as const;

const BRANDS = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `--brand-${slot}`);
const MARKS = [
	...on(['--bg', '--bg-raised'], ['--neg', '--neu', '--pos', ...BRANDS, '--type-1', '--type-2', '--type-3']),
	...on(GROUNDS, ['--rule-control', '--accent-ink']),
	...on(['--bg'], ['--rule-strong', '--c-cross', '--c-zero'])
];

const named = LOOKS.map((look) => ({ name: `${look.theme}, ${look.contrast} contrast`, look }));

/** Pairs below the least contrast, with what they have. */
function tooFaint(pairs: readonly (readonly [string, string])[], least: number, look: Look): string[] {
	return pairs.flatMap(([token, ground]) => {
		const ratio = contrast(colourOf(token, look), colourOf(ground, look));
		return ratio < least ? [`${token} on ${ground}: ${ratio.toFixed(2)}`] : [];
	});
}

describe('the colours', () => {
	it('are measured as WCAG measures them', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});

	it('are found where they are too faint', () => {
		const light: Look = { theme: 'light', contrast: 'usual' };
		expect(tooFaint([['--rule', '--bg']], 3, light)).toEqual(['--rule on --bg: 1.29']);
	});

	it.each(named)('give every text at least 4.5 : 1 in $name', ({ look }) => {
		expect(tooFaint(TEXT, 4.5, look)).toEqual([]);
	});

	it.each(named)('give every mark and control at least 3 : 1 in $name', ({ look }) => {
		expect(tooFaint(MARKS, 3, look)).toEqual([]);
	});

	it.each(named.filter(({ look }) => look.contrast === 'more'))(
		'give sentences at least 7 : 1 in $name',
		({ look }) => {
			expect(tooFaint(on(READ_ON, INKS), 7, look)).toEqual([]);
		}
	);

	it('switch to high contrast by the reader’s choice and by the system’s', () => {
		const switched = [...css.matchAll(/(:root[^{}]*)\{\s*--usual: ;\s*--more: initial;[^}]*\}/g)].map(
			(found) => (found[1] ?? '').trim()
		);
		expect(switched).toEqual([":root[data-contrast='more']", ":root:not([data-contrast='usual'])"]);
	});
});
