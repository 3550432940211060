import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST } from '../../../../routes/internal/import/+server';
import { closeEmbeddedStore, embeddedStore } from '../../embedded';
import type { NewInteraction } from '../new-interaction';
import { sql } from '../sql';
import { announceServer, findServer, withdrawServer } from './announce';
import { runImport, type ImportSurroundings } from './command';
import { ImportReceiver } from './receive';
import type { ImportReport } from './report';

const NOW = Date.UTC(2026, 4, 20);
let directory: string;
let server: Server;
let address = '127.0.0.1';
let largest = 0;

/** What adapter-node does: a request becomes a Request, its body at most 512 KiB. */
async function answer(body: Buffer, secret: string | undefined): Promise<Response> {
	largest = Math.max(largest, body.length);
	if (body.length > 512 * 1024) return new Response('', { status: 413 });
	const headers = new Headers(secret === undefined ? [] : [['x-undertone-import', secret]]);
	const init = { method: 'POST', body: new Uint8Array(body), headers };
	const request = new Request('http://127.0.0.1/internal/import', init);
	const event = { request, getClientAddress: () => address } as Parameters<typeof POST>[0];
	try {
		return await POST(event);
	} catch (cause) {
		const { status } = cause as { status: number };
		return new Response('', { status });
	}
}

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-loopback-'));
	vi.stubEnv('UNDERTONE_DATA_DIR', directory);
	vi.stubEnv('COMMUNITY_API_URL', '');
	vi.stubEnv('COMMUNITY_API_TOKEN', '');
	server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', async () => {
			const secret = incoming.headers['x-undertone-import'];
			const response = await answer(Buffer.concat(chunks), Array.isArray(secret) ? secret[0] : secret);
			outgoing.writeHead(response.status).end(await response.text());
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	await announceServer(directory, (server.address() as AddressInfo).port);
});

afterAll(async () => {
	await withdrawServer(directory);
	await new Promise((resolve) => server.close(resolve));
	await closeEmbeddedStore();
	vi.unstubAllEnvs();
	await rm(directory, { recursive: true });
});

async function run(args: string[], about: Partial<ImportSurroundings> = {}) {
	const printed: string[] = [];
	const complaints: string[] = [];
	const progress: string[] = [];
	const code = await runImport(args, {
		dataDirectory: directory,
		workingDirectory: directory,
		now: () => NOW,
		print: (text) => printed.push(text),
		complain: (text) => complaints.push(text),
		showProgress: (line) => progress.push(line),
		isStopped: () => false,
		...about
	});
	return { code, printed: printed.join('\n'), complaints: complaints.join('\n'), progress };
}

async function reportOf(args: string[]): Promise<ImportReport> {
	const result = await run([...args, '--report', 'report.json']);
	expect(result.complaints).toBe('');
	expect(result.code).toBe(0);
	return JSON.parse(await readFile(join(directory, 'report.json'), 'utf8')) as ImportReport;
}

describe('an import while a server holds the store open', () => {
	const rows = Array.from(
		{ length: 3_000 },
		(_, at) => `${at},Acme,tiktok,"${`word${at} `.repeat(40)}",2026-05-01T10:00:00Z`
	);
	const text = ['id,brand,platform,text,created_at', ...rows, '9,Acme,tiktok,x,yesterday', ''].join('\n');

	it('reaches the server’s store in messages that it takes, with the same report, and is there at once', async () => {
		await writeFile(join(directory, 'shop.csv'), text);
		const setAside = [{ reason: 'created_at is relative to an unknown day', count: 1, lines: [3_002] }];
		expect(await reportOf(['shop.csv'])).toEqual({
			...{ read: 3_001, new: 3_000, updated: 0, duplicate: 0 },
			set_aside: setAside
		});
		expect(largest).toBeGreaterThan(300_000);
		expect(largest).toBeLessThan(450_000);
		const [found] = await (await embeddedStore()).rows(sql`SELECT count(*)::INTEGER AS n FROM interactions`);
		expect(found?.n).toBe(3_000);
	});

	it('of the same file again adds nothing', async () => {
		expect(await reportOf(['shop.csv'])).toMatchObject({ read: 3_001, new: 0, updated: 0, duplicate: 3_000 });
	});

	it('shows its progress', async () => {
		const { progress } = await run(['shop.csv']);
		expect(progress.at(-1)).toMatch(/100 % {2}3,001 rows/);
	});

	it('goes into the store directly when the announced server no longer answers', async () => {
		const own = await mkdtemp(join(tmpdir(), 'undertone-stale-'));
		const gone = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => gone.once('listening', resolve));
		const { port } = gone.address() as AddressInfo;
		await new Promise((resolve) => gone.close(resolve));
		const stale = { port, secret: 'x'.repeat(43), pid: process.pid };
		await writeFile(join(own, 'server.json'), JSON.stringify(stale));
		const { code, printed } = await run(['shop.csv'], { dataDirectory: own });
		expect(code).toBe(0);
		expect(printed).toMatch(/new +3,000\n/);
		await rm(own, { recursive: true });
	});

	it('stops with the same clear errors', async () => {
		expect(await run(['shop.csv', '--map', 'text=body'])).toMatchObject({
			...{ code: 2, printed: '' },
			complaints: expect.stringContaining('--map text=body')
		});
		expect(await run(['nowhere.csv'])).toMatchObject({
			code: 1,
			complaints: expect.stringContaining('nowhere.csv')
		});
		expect(await run([])).toMatchObject({ code: 2, complaints: expect.stringContaining('Name the file') });
	});
});

describe('the address for imports', () => {
	const hello = Buffer.from(JSON.stringify({ order: 'hello' }));
	const secret = async () => (await findServer(directory))?.secret.reveal() ?? '';

	it('answers who knows the secret, on this machine', async () => {
		expect((await answer(hello, await secret())).status).toBe(200);
	});

	it('does not exist for anybody else', async () => {
		expect((await answer(hello, undefined)).status).toBe(404);
		expect((await answer(hello, 'x'.repeat(43))).status).toBe(404);
		address = '10.0.0.7';
		expect((await answer(hello, await secret())).status).toBe(404);
		address = '127.0.0.1';
	});

	it.each([
		['no JSON', 'nonsense', 422],
		['an unknown order', '{"order":"drop"}', 422],
		['a field too many', '{"order":"hello","more":1}', 422],
		['an import that it does not know', '{"order":"finish","session":"x"}', 409],
		[
			'a row that is none',
			'{"order":"part","session":"x","batch":0,"part":0,"interactions":[{}],"setAside":[]}',
			422
		]
	])('refuses %s', async (_name, body, status) => {
		expect((await answer(Buffer.from(body), await secret())).status).toBe(status);
	});
});

describe('a batch in parts', () => {
	const interaction: NewInteraction = {
		...{
			key: 'k',
			source: 's',
			brand: 'Acme',
			type: 'TIKTOK_COMMENT',
			text: 'x',
			rawText: null,
			sentiment: null
		},
		...{ createdAt: NOW, updatedAt: NOW, isClosed: false, isQuestion: false, isRead: false, isSpam: false },
		...{ tags: [], author: null, conversationId: null, mediaId: null, parentKey: null, fromBrand: false },
		permalink: null
	};

	async function receiver() {
		const applied: number[] = [];
		const sink = {
			begin: async () => {},
			finish: async () => {},
			apply: async (batch: { interactions: unknown[] }) => {
				applied.push(batch.interactions.length);
				return { new: batch.interactions.length, updated: 0, duplicate: 0 };
			}
		};
		const own = new ImportReceiver(async () => sink);
		const beginning = { order: 'begin' as const, source: 's', file: 'f', mapping: null };
		const { session } = (await own.receive(beginning)) as { session: string };
		const part = (batch: number, at: number) =>
			own.receive({ order: 'part', session, batch, part: at, interactions: [interaction], setAside: [] });
		const apply = (batch: number, parts: number) =>
			own.receive({ order: 'apply', session, batch, parts, line: 1 });
		return { own, part, apply, applied, session };
	}

	it('is applied once and as a whole, also when the answer was lost and the order comes again', async () => {
		const { part, apply, applied } = await receiver();
		await part(0, 0);
		await part(0, 0);
		await part(0, 1);
		const first = await apply(0, 2);
		expect(await apply(0, 2)).toEqual(first);
		await part(1, 0);
		await apply(1, 1);
		expect(applied).toEqual([2, 1]);
	});

	it('is refused when a part is missing or out of order', async () => {
		const { part, apply, applied } = await receiver();
		await expect(part(0, 1)).rejects.toThrow(/out of order/);
		await part(0, 0);
		await expect(part(1, 0)).rejects.toThrow(/out of order/);
		await expect(apply(0, 2)).rejects.toThrow(/not whole/);
		await expect(apply(1, 1)).rejects.toThrow(/not whole/);
		expect(applied).toEqual([]);
	});

	it('of an import that ended is refused', async () => {
		const { own, apply, session } = await receiver();
		await own.receive({ order: 'finish', session });
		await expect(apply(0, 0)).rejects.toThrow(/not known/);
	});
});
