import { LEAST_SIZE, MOST_SEED, MOST_SIZE } from '$lib/server/audits/audit';

/** What is asked of a draw, as it was typed or as a link says it; a number out of bounds is null. */
export type Asked = { size: number | null; seed: number | null };

function wholeFrom(text: string | null, least: number, most: number): number | null {
	const number = text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
	return number >= least && number <= most ? number : null;
}

/** @example readAsked('100', '7') // { size: 100, seed: 7 } */
export function readAsked(size: string | null, seed: string | null): Asked {
	return { size: wholeFrom(size, LEAST_SIZE, MOST_SIZE), seed: wholeFrom(seed, 1, MOST_SEED) };
}
