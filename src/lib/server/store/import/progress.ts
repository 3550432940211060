import type { Progress } from './import-file';

const BAR = 24;

function duration(seconds: number): string {
	if (seconds < 60) return `${Math.ceil(seconds)} s`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * One line about an import under way: a bar by bytes, rows, rows per second, and the time left at this rate.
 * `size` is the file's length in bytes, `elapsed` is in milliseconds.
 * @example progressLine({ rows: 50, bytes: 500 }, { size: 1000, elapsed: 2000 }) // '[████…] 50 %  50 rows  25/s  2 s left'
 */
export function progressLine(
	{ rows, bytes }: Pick<Progress, 'rows' | 'bytes'>,
	{ size, elapsed }: { size: number; elapsed: number }
): string {
	const share = size === 0 ? 1 : Math.min(1, bytes / size);
	const filled = Math.round(share * BAR);
	const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
	const rate = elapsed > 0 ? Math.round((rows / elapsed) * 1000) : 0;
	const left = share > 0 && elapsed > 0 ? `  ${duration((elapsed * (1 - share)) / share / 1000)} left` : '';
	const count = (value: number) => value.toLocaleString('en');
	return `[${bar}] ${Math.floor(share * 100)} %  ${count(rows)} rows  ${count(rate)}/s${left}`;
}
