import { request, type Agent } from 'node:http';

/** Milliseconds from the request to the first and to the last byte of the answer, and its length on the wire. */
export type Visit = { first: number; last: number; bytes: number };

/** Ask for an address as a browser does, and read the answer to its end. @throws Error for any status but 200 */
export function visit(address: string, agent: Agent): Promise<Visit> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const headers = { accept: 'text/html', 'accept-encoding': 'gzip, br' };
		const asked = request(address, { agent, headers }, (response) => {
			const first = performance.now() - start;
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.once('error', reject);
			response.once('end', () => {
				if (response.statusCode === 200) resolve({ first, last: performance.now() - start, bytes });
				else reject(new Error(`${address} answered ${response.statusCode}.`));
			});
		});
		asked.once('error', reject);
		asked.end();
	});
}
