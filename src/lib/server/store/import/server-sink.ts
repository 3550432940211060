import type { z } from 'zod';
import type { BatchResult, NewInteraction, SetAsideRow } from '../new-interaction';
import type { Announcement } from './announce';
import { callServer, type ReachableServer, type Reply } from './loopback-call';
import type { ImportBatch, ImportSink } from './sink';
import { beganSchema, IMPORT_PATH, LARGEST_MESSAGE, resultSchema, type ImportMessage } from './wire';

/** A server that announced itself and then could not be reached, or refused. */
export class ServerGoneError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'ServerGoneError';
	}
}

/** A server binds one of these, or both. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

/** A batch is acknowledged with a few numbers. */
const LARGEST_ANSWER = 100_000;

const post = (server: ReachableServer, body: string): Promise<Reply> =>
	callServer(server, {
		...{ method: 'POST', path: IMPORT_PATH, type: 'application/json' },
		...{ body, largestAnswer: LARGEST_ANSWER }
	});

/** Send a message twice if need be: the server recognises one that it has had already. */
async function send(server: ReachableServer, message: string): Promise<Reply> {
	try {
		return await post(server, message).catch(() => post(server, message));
	} catch (cause) {
		throw new ServerGoneError('The server that holds the store open does not answer.', { cause });
	}
}

function messageOf(body: string): string {
	try {
		const { message } = JSON.parse(body) as { message?: unknown };
		return typeof message === 'string' ? message : body.slice(0, 200);
	} catch {
		return body.slice(0, 200);
	}
}

async function ask(server: ReachableServer, message: string): Promise<unknown> {
	const { status, body } = await send(server, message);
	if (status === 200) return JSON.parse(body);
	throw new ServerGoneError(`The server refused a batch (${status}): ${messageOf(body)}`);
}

/**
 * The announced server with the address on which it answers, or null: a killed one leaves its announcement behind,
 * and another process may have its port or its number by now.
 */
export async function reachServer(server: Announcement): Promise<ReachableServer | null> {
	const hello: ImportMessage = { order: 'hello' };
	for (const address of LOOPBACK) {
		const reply = await post({ ...server, address }, JSON.stringify(hello)).catch(() => null);
		if (reply?.status === 200) return { ...server, address };
	}
	return null;
}

type Part = { interactions: string[]; setAside: string[]; bytes: number };

/** The rows of a batch as JSON, in parts that a server takes. */
export function partsOf(batch: {
	interactions: readonly NewInteraction[];
	setAside: readonly SetAsideRow[];
}): Part[] {
	const parts: Part[] = [];
	const add = (kind: 'interactions' | 'setAside', row: NewInteraction | SetAsideRow) => {
		const json = JSON.stringify(row);
		const bytes = Buffer.byteLength(json) + 1;
		let part = parts.at(-1);
		if (!part || part.bytes + bytes > LARGEST_MESSAGE) {
			part = { interactions: [], setAside: [], bytes: 0 };
			parts.push(part);
		}
		part[kind].push(json);
		part.bytes += bytes;
	};
	for (const row of batch.interactions) add('interactions', row);
	for (const row of batch.setAside) add('setAside', row);
	return parts;
}

/** An import into the store of another process: the server that announced itself. */
export function serverSink(server: ReachableServer): ImportSink {
	let session = '';
	let batches = 0;
	const order = async <T>(message: ImportMessage, schema: z.ZodType<T>): Promise<T> =>
		schema.parse(await ask(server, JSON.stringify(message)));

	async function sendPart(part: Part, batch: number, at: number): Promise<void> {
		const head = JSON.stringify({ order: 'part', session, batch, part: at }).slice(0, -1);
		const rows = `"interactions":[${part.interactions.join(',')}],"setAside":[${part.setAside.join(',')}]`;
		await ask(server, `${head},${rows}}`);
	}

	return {
		async begin(about) {
			({ session } = await order({ order: 'begin', ...about }, beganSchema));
		},
		async apply(rows: ImportBatch): Promise<BatchResult> {
			const batch = batches++;
			const parts = partsOf(rows);
			for (const [at, part] of parts.entries()) await sendPart(part, batch, at);
			return order({ order: 'apply', session, batch, parts: parts.length, line: rows.line }, resultSchema);
		},
		async finish() {
			await ask(server, JSON.stringify({ order: 'finish', session }));
		}
	};
}
