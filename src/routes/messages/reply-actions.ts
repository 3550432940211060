import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ERROR_TABLE, type ErrorCode } from '$lib/errors/community-error';
import { settle } from '$lib/errors/settle';
import { decodeFilters } from '$lib/filters/decode-filters';
import { href } from '$lib/filters/href';
import { formatDateTime } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import { checkReply } from '$lib/replies/reply-rules';
import { communityClient } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { outbox } from '$lib/server/outbox/current-outbox';
import type { Queued } from '$lib/server/outbox/outbox';
import type { OutboxRow } from '$lib/server/outbox/outbox-row';
import { closeAfter, sendReply } from '$lib/server/outbox/send-reply';
import { askReplyTarget } from '$lib/server/panels/reply-to';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { replyProblemWords } from '$lib/wording/reply-words';
import { writeWords } from '$lib/wording/write-words';
import { refuse, refuseOff, whyOff, type Problem } from './refusal';
import { readFields, readPlace, type Fields } from './write-fields';

const { problems: words } = writeWords;
const LONGEST_TEXT = 50_000;

/** Where a form leads to: the page that it stood on, at the place that it was about. */
export function backTo(event: RequestEvent, field: Fields, place: string): string {
	if (field('from') === 'replies') return `/messages/replies#${place}`;
	const defaults = linkDefaults(settings());
	const { filters } = decodeFilters(event.url.searchParams, { defaults });
	return `${href('/messages', filters, {}, { defaults })}#${place}`;
}

const general = (says: string): Problem => ({ field: 'form', says });

function sentenceOf(code: string | null): string {
	return code !== null && code in ERROR_TABLE ? ERROR_TABLE[code as ErrorCode].sentence : '';
}

/** What a reply came to: back to its thread, or what was typed goes back to the form where it never arrived. */
function finish(
	event: RequestEvent,
	field: Fields,
	row: OutboxRow | null,
	id: string,
	act: 'reply' | 'settle'
) {
	if (row?.state !== 'failed') redirect(303, backTo(event, field, `reply-${id}`));
	const said = row.words.map((sentence) => isolateText(sentence, 300));
	const about = { act, of: id, typed: field('text'), words: said };
	const why = writeWords.explained[row.fate === 'refused' ? 'refused' : 'not_sent'];
	return refuse(502, about, { field: 'host', says: `${why} ${sentenceOf(row.code)}`.trim() });
}

type Refused = Extract<Queued, { kind: 'repeated' } | { kind: 'form_invalid' | 'form_old' | 'full' }>;

/** Why a draft is not in the outbox. */
function refuseDraft(queued: Refused, id: string, typed: string) {
	const about = { act: 'reply' as const, of: id, typed };
	if (queued.kind === 'repeated') {
		const time = formatDateTime(queued.row.createdAt, settings().timeZone);
		const problem = { field: 'text', says: words.repeated(time) };
		return refuse(409, { ...about, offers: 'repeat' }, problem);
	}
	if (queued.kind === 'full') return refuse(503, about, general(words.full));
	return refuse(422, about, general(queued.kind === 'form_old' ? words.old : words.form));
}

async function sendOne(event: RequestEvent, field: Fields, id: string, act: 'reply' | 'settle') {
	const sent = await settleRecords(sendReply(outbox(), communityClient(event), id, event.locals.now), report);
	const about = { act, of: id, typed: field('text') };
	if (!sent.ok) return refuse(503, about, general(words.outbox));
	return finish(event, field, sent.value, id, act);
}

/**
 * Send a reply. Cases in order: nobody may; the form is none of ours; the thread is not there, or cannot be asked; the
 * platform does not take it; it cannot be kept; it came before, so that it stands as it is; it is sent.
 */
export async function reply(event: RequestEvent) {
	const field = await readFields(event.request);
	const [id, typed] = [field('id'), field('text')];
	const about = { act: 'reply' as const, of: id, typed };
	const off = whyOff();
	if (off !== null) return refuseOff(about, off);
	const place = readPlace(field);
	if (place === null || typed.length > LONGEST_TEXT) return refuse(422, about, general(words.form));
	const asked = askReplyTarget(communityClient(event), place.address);
	const target = await settle(
		asked.then((value) => ({ value, asOf: 0, stale: false })),
		report
	);
	if (!target.ok) {
		if (target.error.code === 'not_found') return refuse(404, about, general(words.notThere));
		return refuse(503, about, general(words.unchecked(target.error.sentence)));
	}
	const { now } = event.locals;
	const checked = checkReply(target.value, typed, now);
	if (checked.problems.length > 0) {
		const problems = checked.problems.map((one) => ({ field: one.field, says: replyProblemWords(one) }));
		return refuse(422, about, ...problems);
	}
	const closes = field('then') === 'close';
	const draft = { id, ...place, text: checked.text, by: null, closes, repeats: field('repeat') === 'yes' };
	const queued = await settleRecords(outbox().queue(draft, now), report);
	if (!queued.ok) return refuse(503, about, general(words.outbox));
	const { value } = queued;
	if (value.kind === 'known') return finish(event, field, value.row, id, 'reply');
	return value.kind === 'queued' ? sendOne(event, field, id, 'reply') : refuseDraft(value, id, typed);
}

/** A step that a person takes about a row that waits: what it leads to, or that somebody else took one before. */
async function takeStep(event: RequestEvent, act: (id: string, field: Fields) => Promise<OutboxRow | null>) {
	const field = await readFields(event.request);
	const id = field('id');
	const about = { act: 'settle' as const, of: id };
	const off = whyOff();
	if (off !== null) return { field, id, refusal: refuseOff(about, off), row: null };
	const done = await settleRecords(act(id, field), report);
	if (!done.ok) return { field, id, refusal: refuse(503, about, general(words.outbox)), row: null };
	if (done.value === null) return { field, id, refusal: refuse(409, about, general(words.gone)), row: null };
	return { field, id, refusal: null, row: done.value };
}

/** "It is there": the row was sent, and what was to be closed after it is closed. */
export async function confirm(event: RequestEvent) {
	const { now } = event.locals;
	const { field, id, refusal, row } = await takeStep(event, (id) => outbox().confirm(id, now));
	if (refusal !== null) return refusal;
	if (row.closing === 'wanted') {
		await settleRecords(closeAfter(outbox(), communityClient(event), row, now), report);
	}
	redirect(303, backTo(event, field, `reply-${id}`));
}

/** "It is not there", or it failed: the words go on in a row of their own, which is sent at once. */
export async function again(event: RequestEvent) {
	const { now } = event.locals;
	const { field, refusal, row } = await takeStep(event, (id, field) =>
		outbox().queueAgain(id, field('newId'), now)
	);
	return refusal ?? sendOne(event, field, row.id, 'settle');
}

/** Send a row that was kept and not sent. */
export async function send(event: RequestEvent) {
	const { now } = event.locals;
	const { field, id, refusal } = await takeStep(event, async (id) => {
		const rows = await outbox().rows(now);
		return rows.find((row) => row.id === id && row.state === 'queued') ?? null;
	});
	return refusal ?? sendOne(event, field, id, 'settle');
}

/** Give up a row that was kept and not sent. */
export async function discard(event: RequestEvent) {
	const { now } = event.locals;
	const { field, refusal } = await takeStep(event, (id) => outbox().discard(id, now));
	if (refusal !== null) return refusal;
	redirect(303, backTo(event, field, field('from') === 'replies' ? 'numbers' : 'thread'));
}
