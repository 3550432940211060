/** A value axis: its ends and the distance of its gridlines. */
export type ValueScale = { min: number; max: number; step: number };

const POINT_STEPS = [5, 10, 20, 25, 30, 40, 50];
const FINEST_STEP = 5;
const MOST_STEPS = 5;

type Extent = { low: number; high: number };

/** The extent of the numbers in some columns, or null when there are none. Missing and non-finite values do not count. */
export function extentOf(columns: readonly (readonly (number | null)[])[]): Extent | null {
	let low = Infinity;
	let high = -Infinity;
	for (const column of columns) {
		for (const value of column) {
			if (value === null || !Number.isFinite(value)) continue;
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
	}
	return low <= high ? { low, high } : null;
}

/**
 * The axis of a score in points or percent: the finest even step that needs at most six gridlines, with a gridline
 * on zero. Zero is on the axis when the values come within their own spread of it, and the ends never leave `limits`.
 * @param extent in points, or null for an empty chart
 * @example scoreScale({ low: -26, high: 48 }, [-100, 100]) // { min: -40, max: 60, step: 20 }
 */
export function scoreScale(extent: Extent | null, limits: readonly [number, number]): ValueScale {
	const known = extent ?? { low: -20, high: 20 };
	const spread = Math.max(known.high - known.low, 10);
	const low = clamp(known.low > 0 && known.low <= spread ? 0 : known.low, limits);
	const high = clamp(known.high < 0 && known.high >= -spread ? 0 : known.high, limits);
	for (const step of POINT_STEPS) {
		const min = Math.floor(low / step) * step;
		const max = Math.ceil(high / step) * step;
		const steps = Math.round((max - min) / step);
		if (steps >= 2 && steps <= MOST_STEPS && min >= limits[0] && max <= limits[1]) return { min, max, step };
	}
	return aroundOneValue(low, high, limits);
}

/** Values so near to each other that one step would hold them get two steps. */
function aroundOneValue(low: number, high: number, limits: readonly [number, number]): ValueScale {
	const step = FINEST_STEP;
	const min = clamp((Math.floor(low / step - 0.5) || 0) * step, [limits[0], limits[1] - 2 * step]);
	return { min, max: Math.max(Math.ceil(high / step) * step, min + 2 * step), step };
}

function clamp(value: number, [least, most]: readonly [number, number]): number {
	return Math.min(Math.max(value, least), most);
}

/**
 * The axis of counts: from zero, in two to four even whole steps.
 * @example countScale(2430) // { min: 0, max: 3000, step: 1000 }
 */
export function countScale(largest: number): ValueScale {
	const highest = Number.isFinite(largest) && largest > 0 ? largest : 0;
	if (highest === 0) return { min: 0, max: 20, step: 10 };
	const power = 10 ** Math.floor(Math.log10(highest));
	const steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10].map((factor) => factor * power);
	const step =
		steps.find((candidate) => Number.isInteger(candidate) && Math.ceil(highest / candidate) <= 4) ?? 1;
	return { min: 0, max: Math.max(2, Math.ceil(highest / step)) * step, step };
}

/** The gridlines of a scale, from the bottom. */
export function gridlines({ min, max, step }: ValueScale): number[] {
	return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
}

const CHARACTER_WIDTH = 6.6;
const LABEL_GAP = 14;

/** About how wide a text of 12 pixels is. Rather too wide than too narrow. */
export function textWidth(text: string): number {
	return [...text].length * CHARACTER_WIDTH;
}

/** The plot within its chart: its left edge and its width in pixels, and whether buckets are bands or points. */
export type PlotRoom = { left: number; width: number; centered: boolean };

type TickRoom = PlotRoom & { boxWidth: number };

/**
 * Where a bucket stands, in pixels from the left edge of the chart: bars in the middle of their band, points of a
 * line from edge to edge.
 */
export function bucketX(index: number, count: number, { left, width, centered }: PlotRoom): number {
	if (centered) return left + ((index + 0.5) / Math.max(count, 1)) * width;
	return left + (count > 1 ? index / (count - 1) : 0.5) * width;
}

/**
 * The bucket nearest to a horizontal position: the inverse of `bucketX`.
 * @example bucketAt(40, 3, { left: 0, width: 100, centered: false }) // 1
 */
export function bucketAt(x: number, count: number, { left, width, centered }: PlotRoom): number {
	const share = (x - left) / Math.max(width, 1);
	const index = centered ? Math.floor(share * count) : Math.round(share * (count - 1));
	return Math.min(Math.max(index, 0), count - 1);
}

/**
 * The ticks whose labels fit without touching, and within the chart: every one, or every second, third and so on.
 * @returns indexes of buckets, a subset of `ticks` in the same order
 */
export function fittingTicks(ticks: readonly number[], labels: readonly string[], room: TickRoom): number[] {
	for (let every = 1; every <= ticks.length; every += 1) {
		const chosen = ticks.filter((_, position) => position % every === 0);
		const inside = chosen.filter((index) => endOf(index, labels, room) <= room.boxWidth);
		if (
			inside.every((index, position) => position === 0 || isClear(inside[position - 1]!, index, labels, room))
		)
			return inside;
	}
	return [];
}

function endOf(index: number, labels: readonly string[], room: TickRoom): number {
	return bucketX(index, labels.length, room) + textWidth(labels[index] ?? '') / 2;
}

function isClear(before: number, index: number, labels: readonly string[], room: TickRoom): boolean {
	const start = bucketX(index, labels.length, room) - textWidth(labels[index] ?? '') / 2;
	return start - endOf(before, labels, room) >= LABEL_GAP;
}
