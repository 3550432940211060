import { request } from 'node:http';
import { SECRET_HEADER, type Announcement } from './announce';

/** An announced server that answered, and where. */
export type ReachableServer = Announcement & { address: string };

export type Reply = { status: number; body: string };

type Call = {
	method: 'GET' | 'POST';
	path: string;
	type: string;
	body: string | Uint8Array;
	/** Characters of an answer that is still believed. */
	largestAnswer: number;
};

const QUIET_FOR = 120_000;

/**
 * Call a server of this machine with the secret of its data folder. One message, one connection: a kept one may be
 * closed by the server just when the next message is sent. Rejects when no whole answer comes.
 */
export function callServer(server: ReachableServer, call: Call): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const headers = {
			'content-type': call.type,
			'content-length': Buffer.byteLength(call.body),
			[SECRET_HEADER]: server.secret.reveal()
		};
		const options = {
			host: server.address,
			port: server.port,
			path: call.path,
			method: call.method,
			headers
		};
		const sent = request({ ...options, agent: false, timeout: QUIET_FOR }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => {
				text += chunk;
				if (text.length > call.largestAnswer) response.destroy(new Error('The answer is too long.'));
			});
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
			response.on('error', reject);
		});
		sent.on('timeout', () => sent.destroy(new Error('No answer for two minutes.')));
		sent.on('error', reject);
		sent.end(call.body);
	});
}
