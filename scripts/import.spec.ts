import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '$lib/server/store/import/report';
import { selectImports } from '$lib/server/store/imports';
import { sql } from '$lib/server/store/sql';
import { openStore, type Store } from '$lib/server/store/store';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => join(root, path);

/** Inside the project, so that the programs find its packages. */
const programs = at(`node_modules/.cache/undertone-import-${process.pid}`);
let directory: string;

beforeAll(async () => {
	await mkdir(programs, { recursive: true });
	directory = await mkdtemp(join(tmpdir(), 'undertone-command-'));
	await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: { $lib: at('src/lib') } },
		ssr: { noExternal: true, external: ['@duckdb/node-api'] },
		build: {
			ssr: true,
			outDir: programs,
			target: 'node22',
			rolldownOptions: {
				input: { import: at('scripts/import.ts'), crash: at('tests/support/acknowledging-import.ts') },
				output: { entryFileNames: '[name].js', format: 'es' }
			}
		}
	});
});

afterAll(async () => {
	await rm(programs, { recursive: true, force: true });
	await rm(directory, { recursive: true, force: true });
});

const CHANNELS = ['brand=shop', 'platform=channel', 'text=comment', 'sentiment=stars', 'created_at=posted'];
const DETAILS = ['id=review_id', 'author=customer', 'tags=labels', 'is_closed=closed', 'permalink=link'];
const STARS = [
	'5 stars=positive',
	'4 stars=positive',
	'3 stars=neutral',
	'2 stars=negative',
	'1 star=negative'
];
const EXAMPLE = [
	at('examples/reviews.csv'),
	...[...CHANNELS, ...DETAILS].flatMap((pair) => ['--map', pair]),
	...STARS.flatMap((pair) => ['--label', pair])
];

function runImport(args: readonly string[], dataDirectory: string) {
	const env = { ...process.env, UNDERTONE_DATA_DIR: dataDirectory, INIT_CWD: directory };
	const options = { cwd: root, env, encoding: 'utf8' } as const;
	return spawnSync(process.execPath, [join(programs, 'import.js'), ...args], options);
}

async function reportOf(args: readonly string[], dataDirectory: string): Promise<ImportReport> {
	const { status, stderr } = runImport([...args, '--report', 'report.json'], dataDirectory);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return JSON.parse(await readFile(join(directory, 'report.json'), 'utf8')) as ImportReport;
}

describe('the import command', () => {
	it('brings the sample file in, sets its broken rows aside, and adds nothing the second time', async () => {
		const data = join(directory, 'sample');
		const first = await reportOf(EXAMPLE, data);
		const second = await reportOf(EXAMPLE, data);
		const setAside = first.set_aside.reduce((sum, { count }) => sum + count, 0);
		expect(first.set_aside.map(({ reason }) => reason.split(/[ ;,]/, 2).join(' '))).toEqual([
			...['created_at is', 'created_at is', 'created_at is', 'created_at has', 'sentiment "6', 'brand is'],
			...['platform "pigeon', 'permalink is', 'the row', 'a quote', 'the text']
		]);
		expect(first.new + first.duplicate + setAside).toBe(first.read);
		expect(second).toEqual({ ...first, new: 0, duplicate: first.new + first.duplicate });
	});

	it('writes nothing in a dry run', async () => {
		const data = join(directory, 'dry');
		const { status, stdout } = runImport([...EXAMPLE, '--dry-run'], data);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^read +\d+\nusable +\d+\nset aside +11\n/);
		expect((await reportOf(EXAMPLE, data)).new).toBeGreaterThan(0);
	});

	it.each([
		['is not a flag', ['x.csv', '--bogus'], 2, /--bogus/],
		['names no column of the file', [at('examples/reviews.csv'), '--map', 'text=body'], 2, /--map text=body/],
		['is missing', ['nowhere.csv'], 1, /nowhere\.csv cannot be read/]
	])('ends with its code and says what %s', (_name, args, code, message) => {
		const { status, stdout, stderr } = runImport(args, join(directory, 'misuse'));
		expect(status).toBe(code);
		expect(stderr).toMatch(message);
		expect(stdout).toBe('');
	});
});

describe('an import that is killed', () => {
	const ROWS = 12_500;
	const BATCH = 1_000;
	const file = () => join(directory, 'crash.csv');

	beforeAll(async () => {
		const row = (_: unknown, at: number) =>
			`${at},Acme,TIKTOK_COMMENT,comment ${at % 97},2026-05-01T10:00:00Z`;
		await writeFile(
			file(),
			['id,brand,type,text,created_at', ...Array.from({ length: ROWS }, row)].join('\n')
		);
	});

	/** Import until so many batches are acknowledged and some time has passed, then kill; how many rows were. */
	function killAfter(batches: number, milliseconds: number, data: string): Promise<number> {
		return new Promise((resolve, reject) => {
			const child = spawn(process.execPath, [join(programs, 'crash.js'), file(), data], { cwd: root });
			let heard = '';
			let isAimed = false;
			const aim = () => {
				if (isAimed || heard.split('\n').length - 1 < batches) return;
				isAimed = true;
				setTimeout(() => child.kill('SIGKILL'), milliseconds);
			};
			child.stdout.on('data', (chunk: Buffer) => {
				heard += chunk.toString();
				aim();
			});
			child.on('error', reject);
			child.on('exit', () => resolve(Number(heard.trim().split('\n').at(-1) ?? 0)));
			aim();
		});
	}

	async function countsIn(store: Store) {
		const [counts] = await store.rows(
			sql`SELECT (SELECT count(*)::DOUBLE FROM interactions) AS interactions,
				(SELECT coalesce(sum(new_rows), 0)::DOUBLE FROM imports) AS counted`
		);
		return counts as { interactions: number; counted: number };
	}

	it.each([
		[0, 400],
		[1, 0],
		[4, 25],
		[9, 60]
	])(
		'after %i batches and %i ms keeps what it acknowledged and no half batch, and can be completed',
		async (batches, milliseconds) => {
			const data = await mkdtemp(join(directory, 'crash-'));
			const acknowledged = await killAfter(batches, milliseconds, data);
			const store = await openStore({ directory: data });
			const before = await countsIn(store);
			expect(before.interactions).toBeGreaterThanOrEqual(acknowledged);
			expect(before.interactions % BATCH === 0 || before.interactions === ROWS).toBe(true);
			expect(before.counted).toBe(before.interactions);
			expect((await selectImports(store)).every(({ finishedAt }) => finishedAt === null)).toBe(true);
			await store.close();

			const mapping = ['--source', 'crash'];
			expect(await reportOf([file(), ...mapping], data)).toMatchObject({
				...{ read: ROWS, new: ROWS - before.interactions, updated: 0, duplicate: before.interactions }
			});
		}
	);
});
