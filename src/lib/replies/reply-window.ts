import { platformOfType } from '$lib/community/vocabulary';

const DAY = 86_400_000;

/** Instagram and Facebook take no reply to a direct message that was received longer ago. */
const REPLY_WINDOW = 7 * DAY;

/** Times are milliseconds since 1970; `left` is how long the window is still open, in milliseconds. */
export type ReplyWindow = { isOpen: boolean; closesAt: number; left: number };

/**
 * The window in which a direct message can be answered; null on platforms without one, and where nobody knows when the
 * customer last wrote. The last instant of the seventh day still belongs to it.
 * Source: Dash Social, Community guide.
 * @param type an interaction type
 * @param lastReceivedAt when the customer last wrote, in milliseconds since 1970
 * @param now milliseconds since 1970
 * @example replyWindow('INSTAGRAM_CONVERSATION', 0, 6 * 86_400_000)?.left // 86400000
 */
export function replyWindow(
	type: string | null,
	lastReceivedAt: number | null,
	now: number
): ReplyWindow | null {
	const isDirect = type?.endsWith('_CONVERSATION') ?? false;
	const platform = platformOfType(type ?? '');
	const hasWindow = isDirect && (platform === 'instagram' || platform === 'facebook');
	if (!hasWindow || lastReceivedAt === null) return null;
	const closesAt = lastReceivedAt + REPLY_WINDOW;
	return { isOpen: now <= closesAt, closesAt, left: Math.max(0, closesAt - now) };
}
