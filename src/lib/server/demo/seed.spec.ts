import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '$lib/server/store/sql';
import { openStore, type Store } from '$lib/server/store/store';
import { DEMO_BRANDS } from './brands';
import { addDays, daysBetween } from './days';
import { demoDay } from './demo-day';
import { appendDemo, demoPlanOf, seedDemo } from './seed';
import { writeDemoCursor } from './state';

const NOW = Date.UTC(2026, 10, 22, 14, 5);
const HOUR = 3_600_000;
const options = { now: NOW, seed: 7, interactions: 4_000 };

let store: Store | null = null;
const freshStore = async () => (store = await openStore({ directory: ':memory:' }));
afterEach(async () => {
	await store?.close();
	store = null;
});

async function keysOf(from: Store): Promise<string[]> {
	const [keys] = await from.columns(sql`SELECT key FROM interactions ORDER BY key`);
	return keys as string[];
}

describe('seeding the demo', () => {
	it('fills an empty store with exactly the days of its plan, up to now', async () => {
		const fresh = await freshStore();
		const plan = await seedDemo(fresh, options);
		expect(plan).toMatchObject({
			firstDay: '2024-11-22',
			lastDay: '2026-11-22',
			interactions: 4_000,
			seed: '7'
		});
		const expected = daysBetween(plan.firstDay, plan.lastDay).flatMap((day) => demoDay(plan, day, NOW));
		expect(await keysOf(fresh)).toEqual(expected.map((row) => row.key).sort());
		const [latest] = await fresh.columns(sql`SELECT max(updated_at)::DOUBLE FROM interactions`);
		expect(latest?.[0]).toBeLessThanOrEqual(NOW);
	});

	it('makes the brands in their order, with the industry as organization', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, { ...options, interactions: 1_000 });
		const rows = await fresh.rows(sql`SELECT id, name, slug, organization FROM brands ORDER BY id`);
		expect(rows).toEqual(
			DEMO_BRANDS.map(({ name, slug, industry }, index) => ({
				id: index + 1,
				name,
				slug,
				organization: industry
			}))
		);
	});

	it('adds nothing on a second start at the same instant, and changes no version', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, options);
		const version = fresh.dataVersion();
		const keys = await keysOf(fresh);
		await seedDemo(fresh, options);
		expect(await appendDemo(fresh, NOW)).toBe(0);
		expect(await keysOf(fresh)).toEqual(keys);
		expect(fresh.dataVersion()).toBe(version);
	});

	it('keeps its plan, whatever a later start asks for', async () => {
		const fresh = await freshStore();
		const plan = await seedDemo(fresh, options);
		const again = await seedDemo(fresh, { now: NOW + 48 * HOUR, seed: 8, interactions: 9_000 });
		expect(again).toEqual(plan);
		expect(await demoPlanOf(fresh)).toEqual(plan);
	});

	it('comes to the same rows by the hour, by a restart after days, and at once', async () => {
		const later = NOW + 50 * HOUR;
		const hourly = await freshStore();
		const plan = await seedDemo(hourly, options);
		for (let now = NOW + HOUR; now <= later; now += HOUR) await appendDemo(hourly, now);
		const keys = await keysOf(hourly);
		await hourly.close();
		const restarted = await freshStore();
		await seedDemo(restarted, options);
		await seedDemo(restarted, { ...options, now: later });
		expect(await keysOf(restarted)).toEqual(keys);
		const expected = daysBetween(plan.firstDay, addDays(plan.lastDay, 2)).flatMap((day) =>
			demoDay(plan, day, later)
		);
		expect(keys).toEqual(expected.map((row) => row.key).sort());
	});

	it('goes on where an interrupted seed stopped, also when the last batch was not remembered', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, options);
		const keys = await keysOf(fresh);
		await writeDemoCursor(fresh, NOW - 400 * 24 * HOUR);
		await seedDemo(fresh, options);
		expect(await keysOf(fresh)).toEqual(keys);
	});

	it('tells its progress, rising, and ends with the whole', async () => {
		const fresh = await freshStore();
		const calls: [number, number][] = [];
		await seedDemo(fresh, {
			...options,
			interactions: 25_000,
			onProgress: (done, total) => calls.push([done, total])
		});
		expect(calls.length).toBeGreaterThan(2);
		expect(calls.map(([done]) => done)).toEqual(calls.map(([done]) => done).sort((a, b) => a - b));
		expect(calls.at(-1)?.[0]).toBe(calls.at(-1)?.[1]);
		for (const [done, total] of calls) expect(done).toBeLessThanOrEqual(total);
	});

	it('does nothing when the clock goes back, or when there is no demo', async () => {
		const fresh = await freshStore();
		expect(await appendDemo(fresh, NOW)).toBe(0);
		expect(await demoPlanOf(fresh)).toBeNull();
		await seedDemo(fresh, options);
		expect(await appendDemo(fresh, NOW - 5 * HOUR)).toBe(0);
	});

	it('says what to do when another version planned the demo', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, { ...options, interactions: 1_000 });
		await fresh.change(async (connection) => {
			await connection.run(sql`UPDATE demo_state SET plan = ${'{"version":9}'}`);
		});
		await expect(seedDemo(fresh, options)).rejects.toThrow(/version.*UNDERTONE_DEMO=off/);
	});
});

describe('the posts of the demo', () => {
	const countOf = async (from: Store) =>
		(await from.columns(sql`SELECT count(*)::DOUBLE FROM media`))[0]?.[0];

	it('are in the store for every comment, with their captions and links', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, options);
		const [missing] = await fresh.columns(
			sql`SELECT count(*)::DOUBLE FROM interactions i WHERE media_id <> '' AND NOT EXISTS (
				SELECT 1 FROM media m WHERE m.media_id = i.media_id AND m.brand_id = i.brand_id
					AND caption <> '' AND starts_with(i.permalink, m.permalink) AND published_at <= i.created_at)`
		);
		expect(missing).toEqual([0]);
		const [twice] = await fresh.columns(
			sql`SELECT media_id FROM media GROUP BY brand_id, media_id HAVING count(*) > 1`
		);
		expect(twice).toEqual([]);
	});

	it('come with the days that come, and all at once into the store of an older demo', async () => {
		const fresh = await freshStore();
		await seedDemo(fresh, options);
		const before = await countOf(fresh);
		await appendDemo(fresh, NOW + HOUR);
		expect(await countOf(fresh)).toBe(before);
		await appendDemo(fresh, NOW + 48 * HOUR);
		const after = await countOf(fresh);
		expect(after).toBeGreaterThan(before as number);
		await fresh.change(async (connection) => void (await connection.run(sql`DELETE FROM media`)));
		await seedDemo(fresh, { ...options, now: NOW + 48 * HOUR });
		expect(await countOf(fresh)).toBe(after);
	});
});
