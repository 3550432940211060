import type { Mood, MoverOrder } from '$lib/filters/filters';

/** What of the words that moved is shown, and the links that show something else. */
export type MoverChoice = {
	mood: Mood | null;
	order: MoverOrder | null;
	hrefMood: (mood: Mood | null) => string;
	hrefOrder: (order: MoverOrder | null) => string;
};
