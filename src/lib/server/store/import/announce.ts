import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Secret } from '../../secret';

const FILE_NAME = 'server.json';

/** How a command proves to the server that it can read the data folder. */
export const SECRET_HEADER = 'x-undertone-import';

const announcementSchema = z.object({
	port: z.int().min(1).max(65_535),
	secret: z.string().min(32),
	pid: z.int().min(1),
	host: z.enum(['embedded', 'upstream']).default('embedded')
});

type HostKind = 'embedded' | 'upstream';

/** A server that says it works on this folder: with the embedded host it holds the store open, too. */
export type Announcement = { port: number; secret: Secret; pid: number; host: HostKind };

let current: Secret | null = null;

/**
 * Tell the commands where this server listens: the port and a new random secret, in a file in the data folder
 * that only its owner can read. It replaces what a server left behind that was killed.
 */
export async function announceServer(
	directory: string,
	port: number,
	host: HostKind = 'embedded'
): Promise<void> {
	const secret = randomBytes(32).toString('base64url');
	const file = join(directory, FILE_NAME);
	const draft = `${file}.${randomBytes(6).toString('hex')}`;
	await mkdir(directory, { recursive: true });
	await writeFile(draft, JSON.stringify({ port, secret, pid: process.pid, host }), {
		mode: 0o600,
		flag: 'wx'
	});
	renameSync(draft, file);
	current = new Secret(secret);
}

/** Take the file away, if it is this process's own. All steps run at once, so that a process that ends can call it. */
export async function withdrawServer(directory: string): Promise<void> {
	current = null;
	const file = join(directory, FILE_NAME);
	try {
		if (parse(readFileSync(file, 'utf8'))?.pid === process.pid) rmSync(file, { force: true });
	} catch {
		// No file, or one that cannot be read: there is nothing of ours to take away.
	}
}

function parse(text: string): Announcement | null {
	try {
		const { secret, ...rest } = announcementSchema.parse(JSON.parse(text));
		return { ...rest, secret: new Secret(secret) };
	} catch {
		return null;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		// EPERM: the process lives and belongs to somebody else.
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** The server that announced itself in a data folder, or null when there is none or it no longer lives. */
export async function findServer(directory: string): Promise<Announcement | null> {
	const text = await readFile(join(directory, FILE_NAME), 'utf8').catch(() => null);
	const found = text === null ? null : parse(text);
	return found !== null && isAlive(found.pid) ? found : null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** True for the secret that this process announced, compared in a time that does not depend on the text. */
export function isAnnouncedSecret(given: string | null): boolean {
	const expected = current?.reveal();
	if (expected === undefined || given === null) return false;
	return timingSafeEqual(digest(given), digest(expected));
}

/** True for an address on which only this machine can call. */
export function isLoopback(address: string): boolean {
	const bare = address.replace(/^::ffff:/i, '');
	return bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare);
}
