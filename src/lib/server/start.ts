import { embeddedStore } from './embedded';
import { log } from './log';
import { appendDemo, seedDemo } from './demo/seed';
import { announceServer, withdrawServer } from './store/import/announce';
import type { Settings } from './settings';

const HOUR = 3_600_000;
const DEMO_SEED = 20_261;

function progressLine(done: number, total: number): void {
	const percent = Math.floor((done / Math.max(1, total)) * 100);
	const line = `Making demo data: ${done.toLocaleString('en')} of about ${total.toLocaleString('en')} interactions, ${percent} %`;
	if (process.stdout.isTTY) process.stdout.write(`\r${line}${done >= total ? '\n' : ''}`);
	else process.stdout.write(`${line}\n`);
}

/**
 * Open the store, bring the demo up to this hour and keep it there, and tell the import command where this server
 * listens.
 * @throws CommunityError when the store cannot be opened
 */
export async function startEmbeddedHost(settings: Settings, now: () => number): Promise<void> {
	const store = await embeddedStore();
	if (settings.demo) {
		await seedDemo(store, {
			now: now(),
			seed: DEMO_SEED,
			interactions: settings.demoInteractions,
			onProgress: progressLine
		});
		const timer = setInterval(() => {
			appendDemo(store, now()).catch((cause: unknown) => log.error('the demo could not be continued', cause));
		}, HOUR);
		timer.unref();
	}
	await announceServer(settings.dataDirectory, settings.port);
	process.once('sveltekit:shutdown', () => void withdrawServer(settings.dataDirectory));
}
