import { Drawing } from '$lib/charts/drawing';
import type { Transport } from '@sveltejs/kit';

/** Drawings stay in the HTML: their text is not sent a second time inside the page's data. */
export const transport: Transport = {
	Drawing: {
		encode: (value: unknown) => value instanceof Drawing && 'blank',
		decode: () => Drawing.blank()
	}
};
