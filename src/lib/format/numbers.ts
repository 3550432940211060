/**
 * Whose numbers and dates the pages write: those of British English, until the start names others. It is one for the
 * whole server, since a link must show everybody the same. Every function takes another locale as its last option.
 */
export let LOCALE = 'en-GB';

/** Said once at the start, on the server and in the browser. @example writeNumbersOf('de-DE') */
export function writeNumbersOf(locale: string): void {
	LOCALE = locale;
}

/** What stands where there is no number. */
export const NO_NUMBER = '–';

export type NumberLook = { decimals?: number; locale?: string };

const formats = new Map<string, Intl.NumberFormat>();

/** Making a number format is slow, so each is made once. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
	return format;
}

/** Server and browser agree on one space between digits, which never breaks. */
const NARROW_SPACES = /[\u2009\u202f]/g;

function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	return formatOf(locale, options).format(value).replace('-', '−').replace(NARROW_SPACES, '\u00a0');
}

const withDecimals = (decimals: number): Intl.NumberFormatOptions => ({
	minimumFractionDigits: decimals,
	maximumFractionDigits: decimals
});

/**
 * Net sentiment or a difference in points, with a true sign; what rounds to zero has none. The unit is the
 * component's.
 * @param value from −1 to 1
 * @example formatPoints(0.234) // '+23.4'
 */
export function formatPoints(value: number, { decimals = 1, locale = LOCALE }: NumberLook = {}): string {
	return write(value * 100, locale, { ...withDecimals(decimals), signDisplay: 'exceptZero' });
}

/**
 * A change that somebody expects, with the decimals that they wrote.
 * @param points in points already, signed
 * @example formatExpected(-3.5) // '−3.5'
 */
export function formatExpected(points: number, { locale = LOCALE }: NumberLook = {}): string {
	return write(points, locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
}

/**
 * A share from 0 to 1 in per cent, without the unit.
 * @example formatShare(0.424) // '42.4'
 */
export function formatShare(value: number, { decimals = 1, locale = LOCALE }: NumberLook = {}): string {
	return write(value * 100, locale, { ...withDecimals(decimals), signDisplay: 'negative' });
}

/**
 * A number that is in per cent already, such as those of `roundedShares`, without the unit.
 * @example formatPercent(42.4) // '42.4'
 */
export function formatPercent(percent: number, { decimals = 1, locale = LOCALE }: NumberLook = {}): string {
	return write(percent, locale, { ...withDecimals(decimals), signDisplay: 'negative' });
}

/**
 * A relative change in per cent with a true sign, for volumes only.
 * @example formatChange(-0.125) // '−12.5'
 */
export function formatChange(ratio: number, look: NumberLook = {}): string {
	return formatPoints(ratio, look);
}

/**
 * A count.
 * @example formatCount(49272) // '49,272'
 */
export function formatCount(value: number, locale: string = LOCALE): string {
	return write(value, locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
}

/**
 * A difference of counts with a true sign; zero has none.
 * @example formatSigned(78) // '+78'
 */
export function formatSigned(value: number, locale: string = LOCALE): string {
	return write(value, locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
}

/**
 * A count for a narrow place.
 * @example formatCompact(49272) // '49.3k'
 */
export function formatCompact(value: number, locale: string = LOCALE): string {
	return write(value, locale, { notation: 'compact', maximumFractionDigits: 1, signDisplay: 'negative' });
}

/**
 * A sentence whose percent signs stay on the line of their number.
 * @example keepUnits('42.4 % are positive') // '42.4\u00a0% are positive'
 */
export function keepUnits(sentence: string): string {
	return sentence.replaceAll(' %', '\u00a0%');
}

/** Beyond this width of its interval, as a fraction, a decimal of a percentage or of points says nothing. */
const WIDEST_WITH_DECIMAL = 0.1;

/**
 * How many decimals a score or a share supports: one, or none when its interval is wider than 10 points.
 * @param interval in fractions; without one nothing is known and the value stays whole
 * @example decimalsOf({ low: 0.41, high: 0.43 }) // 1
 */
export function decimalsOf(interval: { low: number; high: number } | null): 0 | 1 {
	return interval !== null && interval.high - interval.low <= WIDEST_WITH_DECIMAL ? 1 : 0;
}
