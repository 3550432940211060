import { createDrawings, type Drawings } from '$lib/server/drawings/drawings';

let shared: Drawings | null = null;

/** The drawings of this process, so that the same chart is drawn once for everybody. */
export function drawings(): Drawings {
	shared ??= createDrawings();
	return shared;
}
