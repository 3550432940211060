import type { Sentiment } from '$lib/community/vocabulary';
import { AUDIT_VERSION, type Audit, type DrawnMessage, type Rating } from './audit';

export const NOW = Date.UTC(2026, 10, 22, 14, 5);

export function drawnMessage(at: number, label: Sentiment, rating: Rating | null = null): DrawnMessage {
	const text = `message ${at}`;
	return {
		id: String(100 + at),
		brandId: 1,
		type: 'TIKTOK_COMMENT',
		time: NOW - at * 60_000,
		day: '2026-11-22',
		text,
		isCut: false,
		label,
		rating
	};
}

const CLASSES = ['positive', 'neutral', 'negative'] as const;

/** As many messages as each cell of a matrix says: rows are ratings, columns labels. */
export function messagesOf(matrix: readonly (readonly number[])[]): DrawnMessage[] {
	const pairs = matrix.flatMap((row, rating) =>
		row.flatMap((count, label) =>
			Array.from({ length: count }, () => [CLASSES[rating]!, CLASSES[label]!] as const)
		)
	);
	return pairs.map(([rating, label], at) => drawnMessage(at, label, rating));
}

/** An audit of 1,000 messages, of which 400 are reported positive, 400 neutral and 200 negative. */
export function anAudit(messages: DrawnMessage[], change: Partial<Audit> = {}): Audit {
	const about = (estimate: number) => ({ estimate, low: estimate - 0.03, high: estimate + 0.03 });
	return {
		version: AUDIT_VERSION,
		id: 'audit00001',
		createdAt: NOW,
		finishedAt: null,
		query: 'brand=1&from=2026-11-01&to=2026-11-22',
		brands: [{ id: 1, name: 'Quillby' }],
		from: '2026-11-01',
		to: '2026-11-22',
		timeZone: 'UTC',
		size: messages.length,
		seed: 7,
		reported: {
			counts: { positive: 400, neutral: 400, negative: 200 },
			positive: about(0.4),
			neutral: about(0.4),
			negative: about(0.2),
			net: about(0.2),
			asOf: NOW
		},
		listed: 1_000,
		passedOver: 0,
		messages,
		...change
	};
}
