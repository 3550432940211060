/**
 * Counts as one path of bars that touch, on an axis that ends at `most`: one unit wide for each count, `height` units
 * high. Empty where there is nothing to draw.
 * @example barPath([1, 2], 2, 20) // 'M0 20V10H1V0H2V20Z'
 */
export function barPath(counts: readonly number[], most: number, height: number): string {
	if (counts.length === 0 || most <= 0) return '';
	const level = (count: number) => Math.round((height - (count / most) * height) * 100) / 100;
	const steps = counts.map((count, index) => `V${level(count)}H${index + 1}`).join('');
	return `M0 ${height}${steps}V${height}Z`;
}

/** The first of the highest counts, or null where all are zero. */
export function peakOf(counts: readonly number[]): { index: number; count: number } | null {
	const count = Math.max(0, ...counts);
	return count === 0 ? null : { index: counts.indexOf(count), count };
}
