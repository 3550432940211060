import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel } from '$lib/errors/settle';
import { isolateText } from '$lib/format/isolate-text';
import { outbox } from '$lib/server/outbox/current-outbox';
import { newReplyId } from '$lib/server/outbox/outbox-row';
import { isWaiting, repliesOf, type ShownReply } from '$lib/server/outbox/reply-desk';
import { inTime } from '$lib/server/panels/in-time';
import type { Thread } from '$lib/server/panels/thread';
import type { View } from '$lib/server/panels/view';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { whyOff } from './refusal';

/** A thread with what was sent to it from here; null where the outbox could not be read. */
export type AnsweredThread = { thread: Thread; replies: ShownReply[] | null };

/** What a page needs to answer, close and tag: whether it may, and the id of the next reply. */
export type Desk = {
	/** Why nobody may write here, or null. */
	off: string | null;
	/** The id of the reply that the form of this page sends. */
	formId: string;
	/** Milliseconds since 1970: the windows for replies are told by it. */
	now: number;
	/** The tags of each brand, by name, to choose from; a convenience, so that none may be there. */
	tags: { brandId: number; names: string[] }[];
	/** How many replies wait for somebody. */
	waiting: number;
};

/** The names of tags are looked up beside the panels, and nobody waits for them. */
const PATIENCE = 150;
const LONGEST_TAG = 64;

async function tagNames(client: CommunityClient, view: View): Promise<Desk['tags']> {
	const ids = view.brands.map(({ id }) => id);
	if (ids.length === 0) return [];
	const { ready } = await inTime(settle(client.tags(ids), report), PATIENCE);
	if (!ready?.ok) return [];
	return ids.map((brandId) => ({
		brandId,
		names: ready.value
			.filter((tag) => tag.brandId === brandId || (tag.brandId === null && ids.length === 1))
			.map(({ name }) => isolateText(name, LONGEST_TAG))
	}));
}

/** What a page needs to answer, close and tag. */
export async function openDesk(client: CommunityClient, view: View): Promise<Desk> {
	const off = whyOff();
	const [tags, rows] = await Promise.all([
		off === null ? tagNames(client, view) : [],
		settleRecords(outbox().rows(view.now), report)
	]);
	const waiting = rows.ok ? rows.value.filter(isWaiting).length : 0;
	return { off, formId: newReplyId(view.now), now: view.now, tags, waiting };
}

/** Beside a thread, once it is there, the replies to it that were sent from here. Never rejects. */
export async function withReplies(
	asked: Promise<Panel<Thread>>,
	now: number
): Promise<Panel<AnsweredThread>> {
	const panel = await asked;
	if (!panel.ok) return panel;
	const { value: thread, asOf, stale } = panel;
	const replyTo = thread.kind === 'none' || thread.kind === 'missing' ? null : thread.replyTo;
	if (replyTo === null) return { ok: true, value: { thread, replies: [] }, asOf, stale };
	const rows = await settleRecords(outbox().rows(now), report);
	const replies = rows.ok ? repliesOf(rows.value, replyTo.address, now) : null;
	return { ok: true, value: { thread, replies }, asOf, stale };
}
