const MINUS = '−';

/**
 * A whole number with the locale's grouping and a true minus.
 * @example wholeText(2814, 'en') // '2,814'
 */
export function wholeText(value: number, locale: string): string {
	return decimalText(value, locale, 0);
}

/**
 * A number with a fixed count of decimals and a true minus.
 * @example decimalText(-3.66, 'en', 1) // '−3.7'
 */
export function decimalText(value: number, locale: string, digits: number): string {
	const rounded = roundTo(value, digits);
	const text = new Intl.NumberFormat(locale, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	}).format(Math.abs(rounded));
	return rounded < 0 ? MINUS + text : text;
}

/**
 * A net value or a difference: always signed, except at zero.
 * @example signedText(41.84, 'en', 1) // '+41.8'
 */
export function signedText(value: number, locale: string, digits: number): string {
	const text = decimalText(value, locale, digits);
	return roundTo(value, digits) > 0 ? `+${text}` : text;
}

/** Rounds half away from zero, and never to minus zero. */
function roundTo(value: number, digits: number): number {
	const factor = 10 ** digits;
	return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor || 0;
}
