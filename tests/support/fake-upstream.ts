import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the fake host received it. */
export type ReceivedCall = {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
};

/** How the fake host answers one call. */
export type Reply = (response: ServerResponse, call: ReceivedCall) => void;

/** A host of our own on a loopback port, which does what real hosts do on bad days. */
export type FakeUpstream = {
	origin: string;
	calls: ReceivedCall[];
	/** The replies of the next calls, in order; when they run out, the last one goes on. */
	script: (...replies: Reply[]) => void;
	/** Wait until so many calls have come in. */
	received: (count: number) => Promise<void>;
	close: () => Promise<void>;
};

async function readAll(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** Start a fake host on 127.0.0.1, on a port that the system picks. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
	const calls: ReceivedCall[] = [];
	let replies: Reply[] = [];
	let watchers: (() => void)[] = [];
	const server = createServer((request, response) => {
		response.on('error', () => undefined);
		void readAll(request).then(
			(body) => {
				const call = {
					method: request.method ?? '',
					path: request.url ?? '',
					headers: request.headers,
					body
				};
				calls.push(call);
				const reply = replies.length > 1 ? replies.shift() : replies[0];
				(reply ?? answerJson({}))(response, call);
				for (const watcher of watchers) watcher();
			},
			() => undefined
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		calls,
		script: (...next) => (replies = next),
		received: (count) =>
			new Promise((resolve) => {
				const look = () => calls.length >= count && resolve();
				watchers = [...watchers, look];
				look();
			}),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/** A whole JSON answer, 200 unless another status is given. */
export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
	return (response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(JSON.stringify(value));
	};
}

/** Any bytes under any headers. */
export function answerBytes(body: string | Uint8Array, headers: Record<string, string>, status = 200): Reply {
	return (response) => {
		response.writeHead(status, headers);
		response.end(body);
	};
}

/** Take the call and never answer. */
export const hang: Reply = () => undefined;

/** Send the headers and the first byte, then nothing more. */
export const hangInBody: Reply = (response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.write('{');
};

/** Send one blank after the other: always alive, never done. */
export const drip: Reply = (response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 5);
	response.on('close', () => clearInterval(timer));
};

/** Promise more bytes than come, then end the connection. */
export const truncate: Reply = (response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
	response.write('{"data": {', () => response.socket?.end());
};

/** Cut the connection before a single byte. */
export const reset: Reply = (response) => {
	response.socket?.resetAndDestroy();
};

/** Something on the port that does not speak HTTP. */
export const speakNonsense: Reply = (response) => {
	response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n');
};
