import { groupOfType } from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import { DEMO_BRANDS, RATED_SHARE, type DemoBrand } from './brands';
import { drawComments } from './comments';
import { drawConversations } from './conversations';
import { beginDrawing, type Drawing } from './drawing';
import type { DemoPlan } from './plan';
import { recentPosts } from './posts';
import { poisson, randomOf } from './random';
import { expectedCells } from './rates';
import { burstOn, shocksOn } from './shocks';

function drawBurst(plan: DemoPlan, drawing: Drawing): void {
	const burst = burstOn(plan, drawing.brand, drawing.day);
	const cell = expectedCells(plan, drawing.brand, drawing.day).find(({ type }) => type === burst?.type);
	if (!burst || !cell) return;
	const shock = shocksOn(plan, drawing.brand, drawing.day)[cell.platform];
	const crowd = {
		type: cell.type,
		count: poisson(drawing.random, burst.rate),
		rated: RATED_SHARE.comments,
		net: cell.net + shock.mood + burst.mood,
		neutral: cell.neutral
	};
	const post = recentPosts(drawing.brand, cell.type, drawing.day)[0] ?? null;
	drawComments(drawing, crowd, { post, hour: burst.hour });
}

function drawBrand(plan: DemoPlan, brand: DemoBrand, day: string, rows: NewInteraction[]): void {
	const drawing = beginDrawing(plan, brand, day, randomOf(plan.seed, day, brand.slug, 'rows'), rows);
	const shocks = shocksOn(plan, brand, day);
	for (const cell of expectedCells(plan, brand, day)) {
		const shock = shocks[cell.platform];
		const crowd = {
			type: cell.type,
			count: poisson(drawing.random, cell.rate * shock.volume),
			rated: cell.rated,
			net: cell.net + shock.mood,
			neutral: cell.neutral
		};
		if (groupOfType(cell.type) === 'dms') drawConversations(drawing, crowd);
		else drawComments(drawing, crowd, null);
	}
	drawBurst(plan, drawing);
}

/**
 * All interactions of one UTC day, or those that are there at the instant `until` (milliseconds since 1970, by
 * `updatedAt`). A pure function: the whole day is drawn each time and then cut, so that a later call with a larger
 * `until` returns the same rows and more, and a reply never stands without what it answers.
 * @example demoDay(plan, '2026-11-22', Date.parse('2026-11-22T14:00:00Z'))
 */
export function demoDay(plan: DemoPlan, day: string, until = Infinity): NewInteraction[] {
	const rows: NewInteraction[] = [];
	for (const brand of DEMO_BRANDS) drawBrand(plan, brand, day, rows);
	return until === Infinity ? rows : rows.filter((row) => row.updatedAt <= until);
}
