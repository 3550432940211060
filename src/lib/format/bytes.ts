import { LOCALE, NO_NUMBER } from './numbers';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/**
 * A number of bytes in the largest unit that it fills, by thousands, as file managers show it.
 * @example formatBytes(12_345_678) // '12.3 MB'
 */
export function formatBytes(bytes: number, locale: string = LOCALE): string {
	if (!Number.isFinite(bytes) || bytes < 0) return NO_NUMBER;
	let value = bytes;
	let unit = 0;
	while (value >= 999.95 && unit < UNITS.length - 1) {
		value /= 1000;
		unit++;
	}
	const decimals = unit === 0 || value >= 100 ? 0 : 1;
	const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
	return `${value.toLocaleString(locale, options)} ${UNITS[unit]}`;
}
