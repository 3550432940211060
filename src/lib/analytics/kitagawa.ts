/** Rated messages of one group, such as a platform, and their rate, such as its net sentiment. */
export type GroupRate = { n: number; rate: number };

/** One group on both sides; a side without messages has no rate, and takes the other side's. */
export type GroupPair = { key: string; a: GroupRate; b: GroupRate };

/** What one group adds: `rate` by how it moved itself, `mix` by how its share of the messages moved. */
export type GroupPart = { key: string; rate: number; mix: number; shareA: number; shareB: number };

/** A difference of two pooled rates R_A − R_B; `total` = `rate` + `mix`, each the sum of the groups' parts. */
export type Kitagawa = { total: number; rate: number; mix: number; groups: GroupPart[] };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * What a difference of two pooled rates is made of, without a rest:
 * R_A − R_B = Σ (r_A−r_B)(w_A+w_B)/2 [rate] + Σ (w_A−w_B)(r_A+r_B)/2 [mix], with w a group's share of the messages.
 * A group that is on one side only has moved its share and not its rate. The parts of the mix depend on where a rate's
 * zero lies; their sum does not.
 * Source: Kitagawa, Journal of the American Statistical Association 50 (1955) 1168–1194.
 * @returns null when a side has no messages
 * @example kitagawa(stones) // kidney stones (Charig 1986): −0.045714 = 0.053671 − 0.099386
 */
export function kitagawa(groups: readonly GroupPair[]): Kitagawa | null {
	const [allA, allB] = [sum(groups.map(({ a }) => a.n)), sum(groups.map(({ b }) => b.n))];
	if (allA === 0 || allB === 0) return null;
	const parts = groups.map(({ key, a, b }): GroupPart => {
		const [shareA, shareB] = [a.n / allA, b.n / allB];
		const rateA = a.n > 0 ? a.rate : b.n > 0 ? b.rate : 0;
		const rateB = b.n > 0 ? b.rate : rateA;
		return {
			key,
			rate: ((rateA - rateB) * (shareA + shareB)) / 2,
			mix: ((shareA - shareB) * (rateA + rateB)) / 2,
			shareA,
			shareB
		};
	});
	const [rate, mix] = [sum(parts.map((part) => part.rate)), sum(parts.map((part) => part.mix))];
	return { total: rate + mix, rate, mix, groups: parts };
}

/** A group with fewer rated messages on a side has no say. */
const ENOUGH = 30;

/**
 * Whether every group with enough data moved one way and the total the other (Simpson's paradox), so that the total
 * alone would mislead. It takes two such groups, and a total and groups that moved at all.
 * Source: Simpson, Journal of the Royal Statistical Society B 13 (1951) 238–241.
 * @param enough rated messages that a group needs on each side
 * @example isSimpson(stones) // true
 */
export function isSimpson(groups: readonly GroupPair[], enough: number = ENOUGH): boolean {
	const known = groups.filter(({ a, b }) => a.n >= enough && b.n >= enough);
	const total = kitagawa(groups)?.total ?? 0;
	if (known.length < 2 || total === 0) return false;
	return known.every(({ a, b }) => Math.sign(a.rate - b.rate) === -Math.sign(total));
}
