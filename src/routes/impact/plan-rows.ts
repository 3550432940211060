import type { Detectability } from '$lib/server/impact/report';

type Effect = Detectability['effects'][number];
type Known = Effect & { days: number; day: string };

/**
 * The rows of what could be seen: the sizes that would be known, the smallest first, and the largest of those that
 * would not, which speaks for all of them since smaller changes take longer; null where every size would be known.
 */
export function planRows({ effects }: Detectability): { unseen: Effect | null; seen: Known[] } {
	const sorted = effects.toSorted((one, other) => one.effect - other.effect);
	const isKnown = (effect: Effect): effect is Known => effect.day !== null && effect.days !== null;
	return {
		unseen: sorted.findLast((effect) => !isKnown(effect)) ?? null,
		seen: sorted.filter(isKnown)
	};
}
