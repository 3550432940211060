import type { DemoBrand } from './brands';
import { pick, randomOf, type Random } from './random';

const FIRST =
	'half quiet lena run jo tomas mika paper north slow tiny amber river salt lune moss pixel copper otter maren ilse nuno ravi yuki sami leyla petra oskar fern juniper wren cloud velvet rusty lemon plum pepper maple hazel coral dusk'.split(
		' '
	);
const SECOND =
	'pastlunch backt kitchen stories hikes reads eats garden bakes loops diary corner notes wanders bikes knits swims plants crumbs coffee kettle window market station radio postcard lantern harbour meadow orchard attic ferry compass'.split(
		' '
	);
const JOINS = ['', '.', '_', ''] as const;

/** An invented handle. It is put together from words, so that nobody is meant. */
export function inventHandle(random: Random): string {
	const number = random() < 0.45 ? String(Math.floor(random() * 98) + 2) : '';
	return `${pick(random, FIRST)}${pick(random, JOINS)}${pick(random, SECOND)}${number}`;
}

/** Somebody who writes: a handle, or null where the network hides the name. */
export type Author = { name: string | null; isRegular: boolean };

const REGULARS = 60;

/** One of the 60 people who write to a brand again and again, always the same 60. */
export function pickRegular(random: Random, seed: string, brand: DemoBrand): Author {
	const number = String(Math.floor(random() * REGULARS));
	return { name: inventHandle(randomOf(seed, brand.slug, 'regular', number)), isRegular: true };
}
