import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a loopback port that the system picked. */
export type LoopbackServer = { origin: string; close: () => Promise<void> };

type Answer = (request: Request) => Promise<Response>;

async function readRequest(message: IncomingMessage, origin: string): Promise<Request> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	const headers = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
		values.map((value): [string, string] => [name, value])
	);
	const method = message.method ?? 'GET';
	const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
	return new Request(`${origin}${message.url ?? '/'}`, { method, headers, body });
}

async function writeResponse(response: Response, out: ServerResponse): Promise<void> {
	const body = Buffer.from(await response.arrayBuffer());
	out.writeHead(response.status, [...response.headers].flat());
	out.end(body);
}

/** Serve web requests over a real socket, as the adapter of the app does: the whole body first, then the answer. */
export async function serveOnLoopback(answer: Answer): Promise<LoopbackServer> {
	let origin = '';
	const server = createServer((message, out) => {
		readRequest(message, origin)
			.then(answer)
			.then((response) => writeResponse(response, out))
			.catch((cause: unknown) => out.destroy(cause instanceof Error ? cause : undefined));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}
