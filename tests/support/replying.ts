import { createCommunityClient } from '$lib/community/client';
import { openOutbox } from '$lib/server/outbox/outbox';
import { sendReply } from '$lib/server/outbox/send-reply';
import { nodeDisk, type Disk } from '$lib/server/records/disk';
import { Secret } from '$lib/server/secret';
import { systemClock } from '$lib/server/upstream/clock';
import { createUpstream } from '$lib/server/upstream/upstream';

/**
 * One reply over a real disk and a real socket, in a process that can be killed before any step of the disk:
 * `node replying.js DIRECTORY ORIGIN ID NOW STEP`. Says `queued` and `settled` when that much is acknowledged.
 */
const [directory = '', origin = '', id = '', at = '', killBefore = '0'] = process.argv.slice(2);
const now = Number(at);
let steps = 0;

/** What a disk does to be durable; reading changes nothing, so that a kill before it is one before the next step. */
function counted<A extends unknown[]>(act: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
	return async (...args) => {
		steps += 1;
		if (steps === Number(killBefore)) {
			process.kill(process.pid, 'SIGKILL');
			await new Promise(() => undefined);
		}
		await act(...args);
	};
}

const disk: Disk = {
	...nodeDisk,
	write: counted(nodeDisk.write),
	sync: counted(nodeDisk.sync),
	rename: counted(nodeDisk.rename),
	syncFolder: counted(nodeDisk.syncFolder)
};
const settings = { url: origin, authUrl: `${origin}/self`, token: new Secret('t0ken'), allowHttp: true };
const upstream = createUpstream({ settings, clock: systemClock(() => now), random: () => 0 });
const client = createCommunityClient({
	fetch: upstream.fetch,
	baseUrl: settings.url,
	selfUrl: settings.authUrl,
	now: () => now
});
const outbox = openOutbox(directory, disk);
const address = { kind: 'message' as const, brandId: 1, conversationId: id };
const answered = { interactionId: '1', time: null };
await outbox.queue({ id, address, answered, text: 'Hi', by: null, closes: false, repeats: false }, now);
process.stdout.write('queued\n');
await sendReply(outbox, client, id, now);
process.stdout.write('settled\n');
await upstream.close();
