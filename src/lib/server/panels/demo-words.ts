import { addDays } from '$lib/calendar/local-day';
import type { Keyword } from '$lib/community/answers';
import { daysBetween } from '$lib/server/demo/days';
import { demoDay } from '$lib/server/demo/demo-day';
import { makePlan } from '$lib/server/demo/make-plan';
import type { DemoPlan } from '$lib/server/demo/plan';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import { countKeywords } from '$lib/server/store/oracle';
import type { CensoredWord, ExactCounts, MoverSide, MoverSides } from './keyword-movers';

/** For the specs of keyword movers: the words of the demo's own messages, counted one by one. */

export const LAST_DAY = '2026-11-22';

/** The demo with its customary number of interactions, of some seed. */
export const demoOf = (seed: string): DemoPlan =>
	makePlan({ seed, firstDay: addDays(LAST_DAY, -730), lastDay: LAST_DAY, interactions: 250_000 });

const drawn = new Map<string, NewInteraction[]>();

/** One whole day of the demo, drawn once however many tests look at it. */
function rowsOn(plan: DemoPlan, day: string): NewInteraction[] {
	const name = `${plan.seed} ${day}`;
	const rows = drawn.get(name) ?? demoDay(plan, day).filter(({ fromBrand }) => !fromBrand);
	drawn.set(name, rows);
	return rows;
}

/** The words of one brand on some days, counted back from the last one, as a host lists them. */
export function sideOf(
	plan: DemoPlan,
	brand: string,
	{ from, to, limit = 500 }: { from: number; to: number; limit?: number }
): MoverSide {
	const days = daysBetween(addDays(LAST_DAY, -from), addDays(LAST_DAY, -to));
	const rows = days.flatMap((day) => rowsOn(plan, day)).filter((row) => row.brand === brand);
	const keywords: Keyword[] = countKeywords(rows, { brand_ids: [1], limit });
	return { keywords, interactions: rows.length };
}

/** The exact counts of the words that a host is asked about, from the whole lists of both sides. */
export function exactOf(words: readonly CensoredWord[], whole: MoverSides): ExactCounts {
	const count = ({ word, missing }: CensoredWord) =>
		whole[missing].keywords.find(({ keyword }) => keyword === word)?.total ?? 0;
	return new Map(words.map((word) => [word.word, count(word)]));
}
