import type { Filters } from '$lib/filters/filters';
import type { KeywordMovers, Mover } from './keyword-movers';

/** What of the words that moved a link asks for. */
type Choice = Pick<Filters, 'movers' | 'moversSort'>;

/** A word without a score stands last in both directions, since nothing is known of it; ties keep the surest first. */
function inOrder(movers: readonly Mover[], { moversSort }: Choice): Mover[] {
	if (moversSort === null) return [...movers];
	if (moversSort === 'difference') {
		return movers.toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
	}
	const sign = moversSort === 'net' ? 1 : -1;
	return movers.toSorted((one, other) => {
		if (one.score === null || other.score === null) {
			return Number(one.score === null) - Number(other.score === null);
		}
		return sign * (one.score.value - other.score.value);
	});
}

/**
 * The words that moved which a link asks for, in its order. Which words stand out is decided before, among all of
 * them: a choice takes words away and never makes one stand out.
 * @example chosenMovers(movers, { movers: 'negative', moversSort: 'net' }).more // rising and surely negative
 */
export function chosenMovers<T extends Pick<KeywordMovers, 'more' | 'less'>>(value: T, choice: Choice): T {
	const isWanted = ({ mood }: Mover) => choice.movers === null || mood === choice.movers;
	return {
		...value,
		more: inOrder(value.more.filter(isWanted), choice),
		less: inOrder(value.less.filter(isWanted), choice)
	};
}
