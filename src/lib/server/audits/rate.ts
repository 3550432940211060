import { LEAST_CHECKED } from '$lib/analytics/label-audit';
import type { Audit, Rating } from './audit';

/**
 * An audit with one more rating, or null where nothing changes: at a place that is not there, once it is finished, and
 * where the message has that rating already, so that a form sent twice counts once.
 * @param place of the message, from 1
 */
export function withRating(audit: Audit, place: number, rating: Rating): Audit | null {
	const message = audit.messages[place - 1];
	if (message === undefined || audit.finishedAt !== null || message.rating === rating) return null;
	return { ...audit, messages: audit.messages.with(place - 1, { ...message, rating }) };
}

/** An audit whose ratings are closed; null where they are closed already, or nothing is rated. */
export function finished(audit: Audit, now: number): Audit | null {
	const isRated = audit.messages.some(({ rating }) => rating !== null);
	return audit.finishedAt === null && isRated ? { ...audit, finishedAt: now } : null;
}

/**
 * The place of the next message without a rating, from 1: first after a place, then from the beginning; null where all
 * are rated.
 * @example nextPlace(audit, 0) // 1 in a new audit
 */
export function nextPlace({ messages }: Audit, after: number): number | null {
	const open = messages.flatMap(({ rating }, index) => (rating === null ? [index + 1] : []));
	return open.find((place) => place > after) ?? open[0] ?? null;
}

/** What the page of one message may know: nothing of it tells the label, of this message or of any other. */
export type RatingView = {
	id: string;
	place: number;
	of: number;
	rated: number;
	/** How many of those say a sentiment, and how many have to before there is a result. */
	told: number;
	least: number;
	/** The places without a rating, for those who passed some over. */
	open: number[];
	brand: string;
	type: string;
	day: string | null;
	text: string;
	isCut: boolean;
	rating: Rating | null;
};

/** One message of an audit as it is shown to be rated. @param place from 1; one that is not there is the next open one */
export function ratingView(audit: Audit, place: number | null): RatingView {
	const last = audit.messages.length;
	const at = place !== null && place >= 1 && place <= last ? place : (nextPlace(audit, 0) ?? last);
	const { brandId, type, day, text, isCut, rating } = audit.messages[at - 1]!;
	const open = audit.messages.flatMap((message, index) => (message.rating === null ? [index + 1] : []));
	return {
		id: audit.id,
		place: at,
		of: last,
		rated: last - open.length,
		told: audit.messages.filter((message) => message.rating !== null && message.rating !== 'unsure').length,
		least: LEAST_CHECKED,
		open,
		brand: audit.brands.find(({ id }) => id === brandId)?.name ?? String(brandId),
		type,
		day,
		text,
		isCut,
		rating
	};
}
