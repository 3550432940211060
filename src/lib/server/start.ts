import { plantCampaigns } from './campaigns/plant-campaigns';
import { embeddedStore } from './embedded';
import { log } from './log';
import { appendDemo, demoPlanOf, seedDemo } from './demo/seed';
import { records } from './records/current-records';
import type { Records } from './records/records';
import { announceServer, withdrawServer } from './store/import/announce';
import { selectBrands } from './store/queries/self';
import type { Store } from './store/store';
import type { Settings } from './settings';

const HOUR = 3_600_000;
const DEMO_SEED = 20_261;

/** How far the making of a demo has come, as a sentence. */
export function demoProgress(done: number, total: number): string {
	const percent = Math.floor((done / Math.max(1, total)) * 100);
	return `Making demo data: ${done.toLocaleString('en')} of about ${total.toLocaleString('en')} interactions, ${percent} %`;
}

function progressLine(done: number, total: number): void {
	const line = demoProgress(done, total);
	if (process.stdout.isTTY) process.stdout.write(`\r${line}${done >= total ? '\n' : ''}`);
	else process.stdout.write(`${line}\n`);
}

type Making = {
	/** Milliseconds since 1970. */
	now: number;
	/** About how many interactions a first seed makes. */
	interactions: number;
	records: Records;
	onProgress: (done: number, total: number) => void;
};

/**
 * Make the demo of a store, or bring it up to this hour, with its campaigns. Records that cannot be written do not
 * stop it: the campaigns are then brought in by the next start.
 * @throws CommunityError store_unavailable
 */
async function bringUpDemo(store: Store, making: Making): Promise<void> {
	const plan = await seedDemo(store, { seed: DEMO_SEED, ...making });
	const { brands } = await selectBrands(store);
	await plantCampaigns(making.records, plan, brands).catch((cause: unknown) =>
		log.error('the campaigns of the demo could not be kept', cause)
	);
}

/**
 * Make the demo of a store that never had one, as its first start would.
 * @throws CommunityError store_unavailable
 */
export async function seedDemoOnce(store: Store, making: Making): Promise<void> {
	if ((await demoPlanOf(store)) === null) await bringUpDemo(store, making);
}

/**
 * Open the store, bring the demo up to this hour and keep it there.
 * @throws CommunityError when the store cannot be opened
 */
async function startEmbeddedHost(settings: Settings, now: () => number): Promise<void> {
	const store = await embeddedStore();
	if (!settings.demo) return;
	await bringUpDemo(store, {
		now: now(),
		interactions: settings.demoInteractions,
		records: records(),
		onProgress: progressLine
	});
	const timer = setInterval(() => {
		appendDemo(store, now()).catch((cause: unknown) => log.error('the demo could not be continued', cause));
	}, HOUR);
	timer.unref();
}

/**
 * Make the host ready to answer, and tell the commands where this server listens.
 * @throws CommunityError when the store cannot be opened
 */
export async function startHost(settings: Settings, now: () => number): Promise<void> {
	const host = settings.upstream === null ? 'embedded' : 'upstream';
	if (host === 'embedded') await startEmbeddedHost(settings, now);
	await announceServer(settings.dataDirectory, settings.port, host);
	process.once('sveltekit:shutdown', () => void withdrawServer(settings.dataDirectory));
}
