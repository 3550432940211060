import { formatDateTime } from '$lib/format/dates';
import { wording } from '$lib/wording/wording';
import type { View } from './view';

/** Who answers, and when it was asked: the line in the top bar. */
export function sourceLine(
	view: Pick<View, 'now' | 'filters' | 'locale'>,
	host: 'embedded' | 'upstream',
	isDemo: boolean
): string {
	const { source } = wording;
	const name = host === 'upstream' ? source.upstream : isDemo ? source.demo : source.embedded;
	return `${name} · ${source.asOf(formatDateTime(view.now, view.filters.timeZone, view.locale))}`;
}
