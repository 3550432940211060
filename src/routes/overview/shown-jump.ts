import { roundedParts } from '$lib/format/rounded-parts';
import type { Jump, NamedPart } from '$lib/server/panels/unusual-days';

/** A jump in whole numbers, as they are printed: `now` less `usual` is `jump`, and so are the parts together. */
export type ShownJump = {
	now: number;
	usual: number;
	jump: number;
	parts: NamedPart[];
};

/** Parts that make less than this of a jump are not worth a word of their own. */
const LEAST_PART = 0.15;
const MOST_PARTS = 2;

const whole = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

/**
 * A jump as it is told: the parts that pushed its way, the largest first, and what all others make together. A part
 * may be larger than the jump, where others went the other way, so the others are told as well.
 * @param steps printed steps in one unit of the jump: 100 for a score, which is told in points, and 1 for a count
 * @param others what the rest is called; a rest of one part has its own name
 * @returns no parts where none pushed enough
 */
export function shownJump(jump: Jump, steps: 1 | 100, others: string): ShownJump {
	const now = whole(jump.now * steps);
	const usual = whole(jump.usual * steps);
	const told = jump.parts.filter(({ value }) => value / jump.jump >= LEAST_PART).slice(0, MOST_PARTS);
	const rest = jump.parts.filter((part) => !told.includes(part) && part.value !== 0);
	const names = [
		...told.map(({ name }) => name),
		...(rest.length > 0 ? [rest.length === 1 ? rest[0]!.name : others] : [])
	];
	const exact = [
		...told.map(({ value }) => value * steps),
		...(rest.length > 0 ? [rest.reduce((sum, { value }) => sum + value * steps, 0)] : [])
	];
	const parts = roundedParts(exact, now - usual).map((value, index) => ({ name: names[index]!, value }));
	return {
		now,
		usual,
		jump: now - usual,
		parts: told.length === 0 ? [] : parts.filter(({ value }) => value !== 0)
	};
}
