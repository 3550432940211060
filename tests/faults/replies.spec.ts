import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommunityClient } from '../../src/lib/community/client';
import { newReplyId, type OutboxRow } from '../../src/lib/server/outbox/outbox-row';
import { openOutbox } from '../../src/lib/server/outbox/outbox';
import { sendReply } from '../../src/lib/server/outbox/send-reply';

const root = resolve(import.meta.dirname, '../..');
const NOW = Date.UTC(2026, 10, 28);

/** What the host does with a reply: whether it takes it, and how it answers. */
const ANSWERS = {
	takes: { isTaken: true, status: 201 },
	refuses: { isTaken: false, status: 422 },
	'takes, and answers 500': { isTaken: true, status: 500 },
	'takes, and cuts the connection': { isTaken: true, status: null }
} as const;
type AnswerName = keyof typeof ANSWERS;

/** The moments of the host at which the process is killed; `never` leaves that to the disk or to the clock. */
type HostMoment = 'never' | 'received' | 'headers' | 'half' | 'answered';

/** One kill: before a step of the disk (0 is none), at a moment of the host, or after some milliseconds. */
type Kill = { answer: AnswerName; step: number; moment: HostMoment; after: number | null };

/** Four steps of the disk for each of: kept, on its way, what came of it. */
const STEPS = Array.from({ length: 12 }, (_, index) => index + 1);
const NAMES = Object.keys(ANSWERS) as AnswerName[];
const MOMENTS = ['received', 'headers', 'half', 'answered'] as const;

const KILLS: Kill[] = [
	...NAMES.flatMap((answer) => STEPS.map((step): Kill => ({ answer, step, moment: 'never', after: null }))),
	...NAMES.flatMap((answer) => MOMENTS.map((moment): Kill => ({ answer, step: 0, moment, after: null }))),
	...Array.from({ length: 36 }, (_, index): Kill => ({
		answer: NAMES[index % 4]!,
		step: 0,
		moment: 'never',
		after: index % 9
	}))
];

/** A host that counts what arrives, and knows no `idempotency-key`: what comes twice is there twice. */
class CountingHost {
	readonly taken = new Map<string, number>();
	readonly plans = new Map<string, { answer: AnswerName; at: (moment: HostMoment) => void }>();
	#server: Server = createServer((request, response) => {
		const id = decodeURIComponent(/^\/conversations\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
		response.on('error', () => undefined);
		request.resume().on('end', () => this.#answer(id, response));
	});

	#answer(id: string, response: ServerResponse): void {
		const { answer, at } = this.plans.get(id) ?? { answer: 'takes' as const, at: () => undefined };
		const { isTaken, status } = ANSWERS[answer];
		if (isTaken) this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
		at('received');
		if (status === null) return void response.socket?.resetAndDestroy();
		const body = JSON.stringify({ data: { id: 7, text: 'Hi' }, errors: { json: { text: ['No.'] } } });
		response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
		response.flushHeaders();
		at('headers');
		response.write(body.slice(0, 9), () => at('half'));
		response.end(body.slice(9), () => at('answered'));
	}

	async open(): Promise<string> {
		await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	close(): void {
		this.#server.close();
		this.#server.closeAllConnections();
	}
}

const host = new CountingHost();
let directory: string;
let origin: string;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-replies-'));
	origin = await host.open();
	await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		ssr: { noExternal: true },
		build: {
			ssr: true,
			outDir: join(directory, 'program'),
			rollupOptions: { input: { replying: join(root, 'tests/support/replying.ts') } }
		}
	});
});
afterAll(async () => {
	host.close();
	await rm(directory, { recursive: true, force: true });
});

/** Run one reply and kill it; what it acknowledged before. */
function killOne(kill: Kill, id: string, data: string): Promise<string[]> {
	return new Promise((ended, failed) => {
		const program = join(directory, 'program/replying.js');
		const args = [program, data, origin, id, String(NOW), String(kill.step)];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (kill.after !== null && said.startsWith('queued'))
				setTimeout(() => child.kill('SIGKILL'), kill.after);
		});
		const at = (moment: HostMoment) => moment === kill.moment && child.kill('SIGKILL');
		host.plans.set(id, { answer: kill.answer, at });
		child.on('error', failed);
		child.on('exit', () => ended(said.split('\n').filter((line) => line !== '')));
	});
}

const client = () =>
	createCommunityClient({
		fetch: (input, { method, headers, body }) => fetch(input, { method, headers, body: body ?? null }),
		baseUrl: origin,
		selfUrl: `${origin}/self`,
		now: () => NOW
	});

/** Whether a row says what is true, by what the host has of it. */
function expectTrue(row: OutboxRow, arrived: number, about: string): void {
	if (row.state === 'sent') expect(arrived, about).toBe(1);
	if (row.state === 'failed' || row.state === 'queued') expect(arrived, about).toBe(0);
	expect(row.state, about).not.toBe('sending');
}

/** The rows that nobody can tell of: killed while on its way, or left so by the host. */
function mayBeUnknown({ answer, step, after }: Kill): boolean {
	const isLeftByHost = ANSWERS[answer].status === 500 || ANSWERS[answer].status === null;
	const isOnItsWay = step === 0 || (step > 7 && step <= 11);
	return isLeftByHost || isOnItsWay || after !== null;
}

async function checkOne(kill: Kill, index: number): Promise<string> {
	const about = `${index}: ${JSON.stringify(kill)}`;
	const data = join(directory, `data-${index}`);
	const id = newReplyId(NOW);
	const said = await killOne(kill, id, data);
	const arrived = () => host.taken.get(id) ?? 0;
	const outbox = openOutbox(data);
	const [row] = await outbox.rows(NOW);
	if (said.includes('queued')) expect(row, about).toBeDefined();
	if (row === undefined) expect(arrived(), about).toBe(0);
	else expectTrue(row, arrived(), about);
	if (row?.state === 'unknown') expect(mayBeUnknown(kill), about).toBe(true);
	const found = row?.state ?? 'no row';

	// The browser that got no answer sends its form again, and what waits is sent by hand.
	host.plans.delete(id);
	const address = { kind: 'message' as const, brandId: 1, conversationId: id };
	const draft = { id, address, answered: { interactionId: '1', time: null }, text: 'Hi', by: null };
	await outbox.queue({ ...draft, closes: false, repeats: false }, NOW);
	await sendReply(outbox, client(), id, NOW);
	const rows = await openOutbox(data).rows(NOW);
	expect(rows, about).toHaveLength(1);
	expectTrue(rows[0]!, arrived(), about);
	expect(arrived(), about).toBeLessThanOrEqual(1);
	if (found === 'queued' || found === 'no row') expect(rows[0]?.state, about).toBe('sent');
	else expect(rows[0]?.state, about).toBe(found);
	return found;
}

describe('a process that is killed between sending a reply and hearing of it', () => {
	it(
		'sends no reply twice and drops none, and each row says what is true, over 100 kills',
		{ timeout: 300_000 },
		async () => {
			const waiting = [...KILLS.entries()];
			const found: string[] = [];
			const work = async () => {
				for (let next = waiting.shift(); next; next = waiting.shift()) {
					found.push(await checkOne(next[1], next[0]));
				}
			};
			await Promise.all([work(), work(), work()]);
			expect(found).toHaveLength(100);
			// All of them were met, so that the kills fell where they were aimed.
			expect([...new Set(found)].sort()).toEqual(['failed', 'no row', 'queued', 'sent', 'unknown']);
		}
	);
});
