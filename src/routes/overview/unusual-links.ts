import type { Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import type { UnusualDay } from '$lib/server/panels/unusual-days';
import { messagesHref, type DrillFrame } from './drill-down';

/** The change of the filters that leaves one line on one day. */
function oneDay(frame: DrillFrame, { brand, platform, day, key }: UnusualDay): Partial<Filters> {
	const others = frame.brands.filter(({ slot }) => slot === null).map(({ id }) => id);
	return {
		range: { kind: 'absolute', from: day, to: day },
		...(brand === null ? {} : { brands: [brand] }),
		...(key === 'other' && others.length > 0 ? { brands: others } : {}),
		...(platform === null ? {} : { platforms: [platform as Filters['platforms'][number]] })
	};
}

/** The address of the messages of a line on an unusual day. */
export const messagesOfDay = (frame: DrillFrame, day: UnusualDay): string =>
	messagesHref(frame, oneDay(frame, day));

/** The address of what a day's score is made of. */
export const reasonOfDay = (frame: DrillFrame, day: UnusualDay): string =>
	href(
		'/reason',
		frame.filters,
		{ ...oneDay(frame, day), scale: 'DAY', comparison: { kind: 'none' }, completeOnly: false, split: 'none' },
		{ defaults: frame.defaults }
	);
