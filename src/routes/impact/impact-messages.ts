import { addDays } from '$lib/calendar/local-day';
import type { Timeline } from '$lib/charts/chart-data';
import type { MessageLinks } from '$lib/charts/message-links';
import type { Frame } from '$lib/server/panels/open-view';
import type { ImpactWindow } from '$lib/server/impact/report';
import { messageWords } from '$lib/wording/message-words';
import { SENTIMENTS } from '$lib/community/vocabulary';
import { labelAuditHref, messagesHref } from '../overview/drill-down';
import type { ShownReport } from './impact-sentence';

/** Links to the messages behind the numbers of a report: exactly those that were counted. */
export type ImpactMessages = {
	window: (window: ImpactWindow) => string;
	/** Where the labels of a window are checked: of its rated messages, whatever they say. */
	labels: (window: ImpactWindow) => string;
	days: (timeline: Timeline) => MessageLinks;
};

/**
 * The messages of the brands under test. Days whose edges are those of UTC are listed in UTC; a window ends with its
 * last complete day, as its numbers do.
 */
export function impactMessages(
	frame: Pick<Frame, 'filters' | 'defaults' | 'brands' | 'scope'>,
	report: ShownReport
): ImpactMessages {
	const approximate = report.warnings.includes('approximate-days');
	const place = { ...frame, scope: { ...frame.scope, approximate } };
	const ids = report.brands.map(({ id }) => id);
	const isEveryone = ids.length === frame.brands.length;
	const within = (from: string, to: string) => ({
		brands: isEveryone ? [] : ids,
		range: { kind: 'absolute' as const, from, to }
	});
	const between = (from: string, to: string) =>
		messagesHref(place, { ...within(from, to), sentiments: [...SENTIMENTS] });
	const lastOf = ({ span, days }: ImpactWindow) => {
		const last = addDays(span.from, Math.max(0, days - 1));
		return last < span.to ? last : span.to;
	};
	return {
		window: (window) => between(window.span.from, lastOf(window)),
		labels: (window) =>
			labelAuditHref(place, { ...within(window.span.from, lastOf(window)), sentiments: [] }),
		days: (timeline) => ({
			exact: true,
			note: approximate ? messageWords.panel.utcDays : null,
			hrefAt: (index, key) => {
				const day = timeline.days?.[index];
				return day && (key === null || key === 'target') ? between(day, day) : null;
			}
		})
	};
}
