import { parseArgs } from 'node:util';

const PARTS = [
	'import',
	'statistics',
	'page',
	'impact',
	'paging',
	'slow-host',
	'simulation',
	'planted'
] as const;
export type Part = (typeof PARTS)[number];

export type BenchCommand = { rows: number[]; parts: readonly Part[]; runs: number };

export const USAGE = `npm run bench -- [options]

  --rows NUMBER   how many interactions, from 10000 to 20000000; repeat it for several sizes (100000 and 1000000)
  --only PART     ${PARTS.join(', ')}; repeat it for several parts (all of them)
  --runs NUMBER   how many campaigns the simulation draws for each figure, from 100 to 100000 (4000)
`;

/** A command line that cannot be used; the message names the option and the fix. */
export class UsageError extends Error {}

const USUAL_ROWS = ['100000', '1000000'];
const FEWEST_ROWS = 10_000;
const MOST_ROWS = 20_000_000;

function readRows(given: string): number {
	const rows = Number(given.replaceAll(/[_,]/g, ''));
	if (Number.isInteger(rows) && rows >= FEWEST_ROWS && rows <= MOST_ROWS) return rows;
	throw new UsageError(`--rows ${given} is not a whole number from ${FEWEST_ROWS} to ${MOST_ROWS}.`);
}

const USUAL_RUNS = '4000';
const FEWEST_RUNS = 100;
const MOST_RUNS = 100_000;

function readRuns(given: string): number {
	const runs = Number(given.replaceAll(/[_,]/g, ''));
	if (Number.isInteger(runs) && runs >= FEWEST_RUNS && runs <= MOST_RUNS) return runs;
	throw new UsageError(`--runs ${given} is not a whole number from ${FEWEST_RUNS} to ${MOST_RUNS}.`);
}

function readPart(given: string): Part {
	const part = PARTS.find((name) => name === given);
	if (part) return part;
	throw new UsageError(`--only ${given} is no part; use ${PARTS.join(', ')}.`);
}

function parse(args: readonly string[]) {
	try {
		const options = {
			rows: { type: 'string', multiple: true },
			only: { type: 'string', multiple: true },
			runs: { type: 'string' }
		} as const;
		return parseArgs({ args: [...args], options }).values;
	} catch (cause) {
		throw new UsageError(cause instanceof Error ? cause.message : String(cause));
	}
}

/** Read what to measure. @throws UsageError naming the option that cannot be used */
export function readCommandLine(args: readonly string[]): BenchCommand {
	const { rows = USUAL_ROWS, only, runs = USUAL_RUNS } = parse(args);
	return {
		rows: rows.map(readRows).sort((a, b) => a - b),
		parts: only?.map(readPart) ?? PARTS,
		runs: readRuns(runs)
	};
}
