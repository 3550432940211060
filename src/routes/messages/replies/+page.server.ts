import { localDayAt } from '$lib/calendar/time-zone';
import { settle } from '$lib/errors/settle';
import { defaultFilters, type FilterDefaults } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { isolateText } from '$lib/format/isolate-text';
import { communityClient } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { outbox } from '$lib/server/outbox/current-outbox';
import { newReplyId, type OutboxRow } from '$lib/server/outbox/outbox-row';
import { isWaiting, shownReply } from '$lib/server/outbox/reply-desk';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { writeWords } from '$lib/wording/write-words';
import { whyOff } from '../refusal';
import { again, confirm, discard, send } from '../reply-actions';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = { again, confirm, discard, send };

/** The newest replies that one page shows; those that wait for somebody are all shown. */
const MOST_ENDED = 200;
const LONGEST_NAME = 60;

/** The thread of a reply: its message, on the day that the list goes by. */
function threadOf({ address, answered }: OutboxRow, defaults: FilterDefaults): string | null {
	if (answered.time === null) return null;
	const day = localDayAt(answered.time, defaults.timeZone);
	const range = { kind: 'absolute', from: day, to: day } as const;
	const change = { brands: [address.brandId], range, message: answered.interactionId };
	return `${href('/messages', defaultFilters(defaults), change, { defaults })}#thread`;
}

/** Those that wait first, the oldest of them first; then the others, the newest first. */
function inOrder(rows: readonly OutboxRow[]): OutboxRow[] {
	const ended = rows.filter((row) => !isWaiting(row)).reverse();
	return [...rows.filter(isWaiting), ...ended.slice(0, MOST_ENDED)];
}

export const load: PageServerLoad = async (event) => {
	const defaults = linkDefaults(settings());
	const { now } = event.locals;
	const [rows, self] = await Promise.all([
		settleRecords(outbox().rows(now), report),
		settle(communityClient(event).self(), report)
	]);
	const brands = self.ok ? self.value.brands : [];
	const nameOf = (id: number) => {
		const found = brands.find((brand) => brand.id === id);
		return found ? isolateText(found.name, LONGEST_NAME) : writeWords.list.brandGone(String(id));
	};
	const all = rows.ok ? rows.value : [];
	return {
		replies: inOrder(all).map((row) => ({
			...shownReply(row, all, now),
			brand: nameOf(row.address.brandId),
			thread: threadOf(row, defaults)
		})),
		error: rows.ok ? null : rows.error,
		damages: outbox().damages(),
		filters: defaultFilters(defaults),
		defaults,
		desk: {
			off: whyOff(),
			formId: newReplyId(now),
			now,
			tags: [],
			waiting: all.filter(isWaiting).length
		}
	};
};
