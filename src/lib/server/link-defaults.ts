import { weekStartOf } from '$lib/calendar/week-start';
import type { FilterDefaults } from '$lib/filters/filters';
import type { Settings } from './settings';

/**
 * What a link means where it is silent: the zone of the settings, and weeks as the language of the settings begins
 * them. Both are of the server and never of the reader, so that one link shows everybody the same numbers.
 */
export function linkDefaults({ timeZone, locale }: Pick<Settings, 'timeZone' | 'locale'>): FilterDefaults {
	return { timeZone, weekStart: weekStartOf(locale) };
}
