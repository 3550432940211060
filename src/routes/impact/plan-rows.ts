import type { Detectability } from '$lib/server/impact/report';

type Effect = Detectability['effects'][number];
type Known = Effect & { days: number; day: string };

/**
 * The sizes that would be known within the planned days, the smallest first. Above them stands one row for all that
 * would not: what is less than the smallest change that these days can show, the number that the card says, too.
 */
export function planRows({ effects }: Pick<Detectability, 'effects'>): Known[] {
	const isKnown = (effect: Effect): effect is Known => effect.day !== null && effect.days !== null;
	return effects.toSorted((one, other) => one.effect - other.effect).filter(isKnown);
}
