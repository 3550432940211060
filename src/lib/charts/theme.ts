import type { Slot } from './chart-data';

/**
 * The design tokens as colours of an option. They stay `var(--token)` strings all the way into the SVG, so the
 * browser resolves them: a drawing made once on the server is right in every theme, also without scripts.
 */
export const COLOR = {
	background: 'var(--bg)',
	ink: 'var(--ink)',
	inkSoft: 'var(--ink-2)',
	inkFaint: 'var(--ink-3)',
	axis: 'var(--c-axis)',
	grid: 'var(--c-grid)',
	zero: 'var(--c-zero)',
	band: 'var(--c-band)',
	tick: 'var(--c-band-edge)',
	hatch: 'url(#hatch)'
} as const;

export const SENTIMENT_COLOR = {
	negative: 'var(--neg)',
	neutral: 'var(--neu)',
	positive: 'var(--pos)'
} as const;

/** Text that stands inside a bar of its sentiment. */
export const SENTIMENT_TEXT = {
	negative: 'var(--on-neg)',
	neutral: 'var(--on-neu)',
	positive: 'var(--on-pos)'
} as const;

/** ChartPatterns.svelte defines these once in the page: ECharts would parse the colours of a decal, and fail on var(). */
export const SENTIMENT_HATCH = {
	negative: 'url(#hatch-negative)',
	neutral: 'url(#hatch-neutral)',
	positive: 'url(#hatch-positive)'
} as const;

/** Interaction types: a ramp of three, and a fourth step made from the third for types nobody has named yet. */
export const TYPE_COLOR = {
	comments: 'var(--type-1)',
	ads: 'var(--type-2)',
	dms: 'var(--type-3)',
	other: 'color-mix(in srgb, var(--type-3) 45%, var(--bg))'
} as const;

export const TYPE_HATCH = {
	comments: 'url(#hatch-comments)',
	ads: 'url(#hatch-ads)',
	dms: 'url(#hatch-dms)',
	other: 'url(#hatch-other)'
} as const;

/** Without quotes, since the server puts it into a style attribute. */
export const FONT_FAMILY = 'Hanken Grotesk Variable, system-ui, sans-serif';

export const LINE_WIDTH = { normal: 1.5, focus: 2.5, compared: 1.5, quiet: 1.25 } as const;
/** Of many lines those that are not in focus; in high contrast and on paper the page takes this off again. */
export const QUIET_OPACITY = 0.5;
export const INTERVAL_OPACITY = 0.13;
export const DASHES = { open: [4, 4], compared: [0.1, 4] } as const;

/**
 * The colour of a brand's slot; null is "Other", which has no slot. All brands together stand in ink: the colour of
 * one of them would say that the line is about it.
 * @example brandColor(3) // 'var(--brand-3)'
 */
export function brandColor(slot: Slot): string {
	if (slot === 'total') return COLOR.ink;
	return slot === null ? COLOR.inkFaint : `var(--brand-${slot})`;
}

/** The colour of a campaign's line: a brand slot by its token, else ink. */
export function lineColor(token: string | undefined): string {
	return token !== undefined && /^brand-[1-8]$/.test(token) ? `var(--${token})` : COLOR.tick;
}

/**
 * The fill of a campaign's band: 5 % ink, or as little of a brand slot's colour.
 * @example bandColor('ink') // 'var(--c-band)'
 */
export function bandColor(token: string | undefined): string {
	const line = lineColor(token);
	return line === COLOR.tick ? COLOR.band : `color-mix(in srgb, ${line} 12%, transparent)`;
}
