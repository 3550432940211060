import { FILTER_KEYS } from './filters';

/**
 * Whether a link has keys without a value, as a form without scripts sends them: the page then redirects to the
 * canonical link, so that nobody sends the long one. Only known keys are read.
 * @example hasEmptyValues(new URLSearchParams('q=&brand=12')) // true
 */
export function hasEmptyValues(params: URLSearchParams): boolean {
	return FILTER_KEYS.some((key) => params.getAll(key).includes(''));
}
