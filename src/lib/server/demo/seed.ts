import { applyBatch } from '$lib/server/store/apply-batch';
import { compact } from '$lib/server/store/compact';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import type { Store } from '$lib/server/store/store';
import { DEMO_BRANDS } from './brands';
import { addDays, dayOf, endOfDay, startOfDay } from './days';
import { demoDay } from './demo-day';
import { makePlan } from './make-plan';
import type { DemoPlan } from './plan';
import { writeDemoPosts } from './write-posts';
import { readDemoState, writeDemoCursor, writeDemoPlan, type DemoState } from './state';

/** Two years: as many days before today, so that the same date is there twice. */
const DAYS_BEFORE_TODAY = 730;
const BATCH = 20_000;

export type SeedOptions = {
	/** Milliseconds since 1970. */
	now: number;
	seed: number | string;
	/** About how many customer interactions the two years hold; used by the first seed only. */
	interactions: number;
	/** Called after each batch with the customer interactions so far and the number expected. */
	onProgress?: (done: number, total: number) => void;
};

function firstState(options: SeedOptions): DemoState {
	const lastDay = dayOf(options.now);
	const plan = makePlan({
		seed: String(options.seed),
		firstDay: addDays(lastDay, -DAYS_BEFORE_TODAY),
		lastDay,
		interactions: options.interactions
	});
	return { plan, cursor: startOfDay(plan.firstDay) - 1 };
}

/** The rows after the cursor, in batches of whole days; the last one ends at `now`. */
function* missingBatches(
	plan: DemoPlan,
	cursor: number,
	now: number
): Generator<{ rows: NewInteraction[]; cursor: number }> {
	let rows: NewInteraction[] = [];
	for (let day = dayOf(cursor + 1); startOfDay(day) <= now; day = addDays(day, 1)) {
		rows = rows.concat(demoDay(plan, day, now).filter((row) => row.updatedAt > cursor));
		const reached = Math.min(now, endOfDay(day) - 1);
		if (rows.length < BATCH && reached < now) continue;
		if (rows.length > 0) yield { rows, cursor: reached };
		rows = [];
	}
}

/** One row of each brand in front, in the order of the brands: a store gives ids as it meets the names. */
function brandsInOrder(rows: readonly NewInteraction[]): NewInteraction[] {
	const first = DEMO_BRANDS.flatMap(({ name }) => rows.find((row) => row.brand === name) ?? []);
	return [...first, ...rows.filter((row) => !first.includes(row))];
}

async function appendMissing(
	store: Store,
	{ plan, cursor }: DemoState,
	options: Pick<SeedOptions, 'now' | 'onProgress'>
): Promise<number> {
	let done = 0;
	for (const batch of missingBatches(plan, cursor, options.now)) {
		await applyBatch(store, { interactions: done === 0 ? brandsInOrder(batch.rows) : batch.rows });
		await writeDemoCursor(store, batch.cursor);
		done += batch.rows.filter((row) => !row.fromBrand).length;
		options.onProgress?.(done, Math.max(done, Math.round(plan.interactions)));
	}
	return done;
}

/**
 * Bring the demo up to `now`. The first time it plans the demo, whose planted dates count back from today and stay
 * where they are ever after, and makes two years of it; later it adds only what is missing. A seed that was
 * interrupted goes on where it stopped, and a batch that was written but not yet remembered comes again under the
 * same keys, which changes nothing.
 * @throws Error when another version of the demo seeded the store
 * @throws CommunityError store_unavailable
 */
export async function seedDemo(store: Store, options: SeedOptions): Promise<DemoPlan> {
	let state = await readDemoState(store);
	if (!state) {
		state = firstState(options);
		await writeDemoPlan(store, state);
	}
	const missesMuch = options.now - state.cursor > 30 * 86_400_000;
	const onProgress = missesMuch ? options.onProgress : undefined;
	const done = await appendMissing(store, state, { now: options.now, onProgress });
	if (missesMuch) await compact(store);
	await writeDemoPosts(store, state.plan, options.now);
	if (done > 0) onProgress?.(done, done);
	return state.plan;
}

/**
 * Add what has happened since the last time; the hourly timer calls it. Returns the number of customer interactions
 * that came, 0 when the store has no demo.
 * @throws CommunityError store_unavailable
 */
export async function appendDemo(store: Store, now: number): Promise<number> {
	const state = await readDemoState(store);
	if (!state) return 0;
	const done = await appendMissing(store, state, { now });
	await writeDemoPosts(store, state.plan, now);
	return done;
}

/** The demo's plan with its campaigns and incidents, or null when the store has no demo. */
export async function demoPlanOf(store: Store): Promise<DemoPlan | null> {
	return (await readDemoState(store))?.plan ?? null;
}
