import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceServer, findServer, isAnnouncedSecret, isLoopback, withdrawServer } from './announce';

let directory: string;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-announce-'));
});

afterEach(async () => {
	await withdrawServer(directory);
	await rm(directory, { recursive: true });
});

const file = () => join(directory, 'server.json');

/** The id of a process that has ended. */
function deadProcess(): number {
	return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('a server that announces itself', () => {
	it('is found, with a secret that it recognises', async () => {
		await announceServer(directory, 4321);
		const server = await findServer(directory);
		expect(server).toMatchObject({ port: 4321, pid: process.pid });
		expect(isAnnouncedSecret(server?.secret.reveal() ?? null)).toBe(true);
	});

	it('does so in a file that only its owner can read, and leaves nothing else behind', async () => {
		await announceServer(directory, 4321);
		expect((await stat(file())).mode & 0o777).toBe(0o600);
		expect(await readdir(directory)).toEqual(['server.json']);
	});

	it('does so also in a folder that is not there yet', async () => {
		const inner = join(directory, 'new', 'data');
		await announceServer(inner, 4321);
		expect(await findServer(inner)).toMatchObject({ port: 4321 });
	});

	it('has a new secret each time, and forgets the old one', async () => {
		await announceServer(directory, 4321);
		const old = await findServer(directory);
		await announceServer(directory, 4321);
		expect(isAnnouncedSecret(old?.secret.reveal() ?? null)).toBe(false);
	});

	it('recognises nothing else', async () => {
		await announceServer(directory, 4321);
		for (const other of [null, '', 'x', 'x'.repeat(43)]) expect(isAnnouncedSecret(other)).toBe(false);
	});

	it('replaces what a killed one left behind', async () => {
		await writeFile(file(), JSON.stringify({ port: 1, secret: 'x'.repeat(43), pid: deadProcess() }));
		await announceServer(directory, 4321);
		expect(await findServer(directory)).toMatchObject({ port: 4321, pid: process.pid });
	});

	it('is gone when it withdraws', async () => {
		await announceServer(directory, 4321);
		const server = await findServer(directory);
		await withdrawServer(directory);
		expect(await findServer(directory)).toBeNull();
		expect(isAnnouncedSecret(server?.secret.reveal() ?? null)).toBe(false);
	});

	it('does not take away what another one announced', async () => {
		await writeFile(file(), JSON.stringify({ port: 1, secret: 'x'.repeat(43), pid: process.ppid }));
		await withdrawServer(directory);
		expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.ppid });
	});
});

describe('what is found in a data folder', () => {
	it.each([
		['a file that is no JSON', 'nonsense'],
		['a file without a secret', JSON.stringify({ port: 1, pid: 1 })],
		['a port that is none', JSON.stringify({ port: 99_999, secret: 'x'.repeat(43), pid: 1 })],
		['a process that has ended', JSON.stringify({ port: 1, secret: 'x'.repeat(43), pid: deadProcess() })]
	])('is no server when it is %s', async (_name, text) => {
		await writeFile(file(), text);
		expect(await findServer(directory)).toBeNull();
	});

	it('is no server when there is nothing', async () => {
		expect(await findServer(directory)).toBeNull();
	});
});

describe('an address', () => {
	it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
		expect(isLoopback(address)).toBe(true);
	});

	it.each([
		'10.0.0.1',
		'192.168.1.5',
		'128.0.0.1',
		'::',
		'::ffff:10.0.0.1',
		'127.evil.example',
		'',
		'fe80::1'
	])('%s is not', (address) => {
		expect(isLoopback(address)).toBe(false);
	});
});
