import type { ClientInit } from '@sveltejs/kit';
import { writeNumbersOf } from '$lib/format/numbers';

/** The server tells in the page whose numbers it wrote, so that the browser goes on in the same way. */
export const init: ClientInit = () => {
	const { locale } = document.body.dataset;
	if (locale) writeNumbersOf(locale);
};
