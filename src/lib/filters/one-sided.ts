import { SENTIMENTS } from '$lib/community/vocabulary';
import type { Filters } from './filters';

/**
 * Whether only some sentiments are counted. A score or a share of them would only repeat the filter, so none is said;
 * all three together are every rated message, which has both.
 * @example isOneSided({ sentiments: ['negative'] }) // true
 */
export const isOneSided = ({ sentiments }: Pick<Filters, 'sentiments'>): boolean =>
	sentiments.length > 0 && sentiments.length < SENTIMENTS.length;

/** How the trend is drawn: as the link chooses, but as counts where only some sentiments are counted. */
export const drawnChart = (filters: Pick<Filters, 'sentiments' | 'chart'>): Filters['chart'] =>
	isOneSided(filters) ? 'stacked' : filters.chart;

/** How the split is drawn: as the link chooses, but as counts where only some sentiments are counted. */
export const drawnStack = (filters: Pick<Filters, 'sentiments' | 'stack'>): Filters['stack'] =>
	isOneSided(filters) ? 'count' : filters.stack;
