/** A place in a chart, in pixels from its upper left corner. */
export type Place = { x: number; y: number };
export type Side = 'left' | 'right' | 'top' | 'bottom';
type Box = { left: number; right: number; top: number; bottom: number };

/** Width of a letter of a note, on the generous side, and the height of its line. */
const LETTER = 6.4;
const LINE = 16;
/** From the middle of a ring to the note beside it. */
const DISTANCE = 18;
/** How densely a line is looked at. */
const STEP = 4;

/**
 * On which side of a ring its note covers the least of the lines, among the sides where it stays inside the plot. Of
 * equals the first of `order` is taken, and so it is where the note fits nowhere.
 * @param letters of the note
 * @param lines the points of each line, with null where it is interrupted
 */
export function emptierSide(
	ring: Place,
	letters: number,
	lines: readonly (readonly (Place | null)[])[],
	plot: Box,
	order: readonly Side[]
): Side {
	const fitting = order.filter((side) => isInside(boxOf(ring, letters, side), plot));
	const covered = fitting.map((side) => coveredBy(boxOf(ring, letters, side), lines));
	const least = covered.indexOf(Math.min(...covered));
	return fitting[least] ?? order[0] ?? 'right';
}

function boxOf({ x, y }: Place, letters: number, side: Side): Box {
	const width = letters * LETTER;
	const beside = { top: y - LINE / 2, bottom: y + LINE / 2 };
	const centred = { left: x - width / 2, right: x + width / 2 };
	if (side === 'left') return { ...beside, left: x - DISTANCE - width, right: x - DISTANCE };
	if (side === 'right') return { ...beside, left: x + DISTANCE, right: x + DISTANCE + width };
	if (side === 'top') return { ...centred, top: y - DISTANCE - LINE, bottom: y - DISTANCE };
	return { ...centred, top: y + DISTANCE, bottom: y + DISTANCE + LINE };
}

const isInside = (box: Box, plot: Box) =>
	box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;

/** How many steps of the lines lie under a box. */
function coveredBy(box: Box, lines: readonly (readonly (Place | null)[])[]): number {
	return lines.reduce((sum, line) => sum + stepsUnder(box, line), 0);
}

function stepsUnder(box: Box, line: readonly (Place | null)[]): number {
	let steps = 0;
	for (let index = 1; index < line.length; index++) {
		const [from, to] = [line[index - 1], line[index]];
		if (!from || !to || to.x < box.left || from.x > box.right) continue;
		const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
		for (let step = 0; step <= count; step++) {
			const x = from.x + ((to.x - from.x) * step) / count;
			const y = from.y + ((to.y - from.y) * step) / count;
			if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) steps++;
		}
	}
	return steps;
}
