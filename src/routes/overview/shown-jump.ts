import { roundedParts } from '$lib/format/rounded-parts';
import type { Jump, NamedPart } from '$lib/server/panels/unusual-days';

/** A jump in the steps that are printed: `now` less `usual` is `jump`, and so are the parts together. */
export type ShownJump = {
	now: number;
	usual: number;
	jump: number;
	parts: NamedPart[];
};

/** Parts that make less than this of a jump are not worth a word of their own. */
const LEAST_PART = 0.15;
const MOST_PARTS = 2;

/**
 * How many printed steps the whole range of a score has.
 * @example stepsOf({ decimals: 0 }) // 100, since whole points are printed
 */
export const stepsOf = ({ decimals }: { decimals: 0 | 1 }) => (decimals === 1 ? 1000 : 100);

const whole = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

/**
 * A jump as it is told: the parts that pushed its way, the largest first, and what all others make together. A part
 * may be larger than the jump, where others went the other way, so the others are told as well.
 * @param steps printed steps in one unit of the jump: 1 for a count; a score is told in points, or in their tenths
 * where its interval supports them (`stepsOf`)
 * @param others what the rest is called; a rest of one part has its own name
 * @returns no parts where none pushed enough
 */
export function shownJump(jump: Jump, steps: number, others: string): ShownJump {
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
