import { Agent } from 'node:http';
import { openStore, type Store } from '$lib/server/store/store';
import { startServer } from './child';
import { alternate, figureOf, ratioOf, timed, type Figure } from './measure';
import { contentsOf, dayBefore, SELECT, type Contents } from './questions';
import { milliseconds, times, wholeNumber, type Table } from './table';
import { visit, type Visit } from './visit';

const ROUNDS = { warmUp: 3, most: 25, fewest: 5, budget: 60_000 };

/** Days of a campaign: two weeks as most are, and so many that its baseline and the days before it are two years. */
const LENGTHS = { usual: 14, long: 182 } as const;
type Length = keyof typeof LENGTHS;

const BASELINE = { usual: 28, long: 364 } as const satisfies Record<Length, number>;
const HISTORY = 180;

const NAMES: Record<Length, string> = {
	usual: '8 brands, 2 weeks and the 208 days before',
	long: '8 brands, 2 years'
};

/** A campaign that is over by some days: another one for each round. */
function windowOf({ last }: Contents, length: Length, round: number): { from: string; to: string } {
	return { from: dayBefore(last, LENGTHS[length] + round), to: dayBefore(last, 1 + round) };
}

/** The first brand against the seven others, over days that nobody asked for before. */
function pathOf(contents: Contents, length: Length, round: number): string {
	const { from, to } = windowOf(contents, length, round);
	const [tested, ...others] = contents.brands.slice(0, 8);
	const controls = others.map((id) => `&control=${id}`).join('');
	return `/export/impact.json?brand=${tested}${controls}&from=${from}&to=${to}`;
}

/** What the report asks of the store, all at once: the rated messages of each brand, and the volume of the first. */
function askQuestions(store: Store, contents: Contents, length: Length, round: number): Promise<unknown> {
	const { last, brands } = contents;
	const before = LENGTHS[length] + round + BASELINE[length] + HISTORY;
	const window = {
		source_updated_after: dayBefore(last, before),
		source_updated_before: dayBefore(last, Math.max(0, 1 + round - LENGTHS[length]))
	};
	const rated = brands
		.slice(0, 8)
		.map((id) => SELECT['sentiment series'](store, { brand_ids: [id], ...window }));
	const volume = SELECT['volume series'](store, { brand_ids: brands.slice(0, 1), ...window });
	return Promise.all([...rated, volume]);
}

type Asked = { contents: Contents; questions: Record<Length, Figure> };

/** How long the questions take without the report; the server has the store to itself afterwards. */
async function measureQuestions(dataDirectory: string): Promise<Asked> {
	const store = await openStore({ directory: dataDirectory });
	try {
		const contents = await contentsOf(store);
		const ask = (length: Length) => (round: number) =>
			timed(() => askQuestions(store, contents, length, round));
		const samples = await alternate({ usual: ask('usual'), long: ask('long') }, ROUNDS);
		return { contents, questions: { usual: figureOf(samples.usual), long: figureOf(samples.long) } };
	} finally {
		await store.close();
	}
}

/** A refusal is quick to make, and nothing to be measured. */
async function checkReport(address: string): Promise<void> {
	const { estimates } = (await (await fetch(address)).json()) as { estimates?: unknown[] };
	if (estimates?.length !== 3) throw new Error(`${address} came without its three estimates.`);
}

async function measureReports(dataDirectory: string, contents: Contents) {
	const server = await startServer(dataDirectory);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const load = (path: string) => visit(server.origin + path, agent);
	try {
		for (const length of ['usual', 'long'] as const) {
			await checkReport(server.origin + pathOf(contents, length, 0));
		}
		const contestants = {
			healthz: () => load('/healthz'),
			usual: (round: number) => load(pathOf(contents, 'usual', round)),
			long: (round: number) => load(pathOf(contents, 'long', round))
		};
		return await alternate(contestants, ROUNDS);
	} finally {
		agent.destroy();
		await server.stop();
	}
}

const lastsOf = (visits: readonly Visit[]) => visits.map((each) => each.last);

/** The report of a campaign over loopback, new days each time, against its own questions. */
export async function benchImpact(dataDirectory: string, progress: (line: string) => void): Promise<Table> {
	progress('Asking what a report of a campaign asks of the store');
	const { contents, questions } = await measureQuestions(dataDirectory);
	progress('Asking for reports');
	const { healthz, ...reports } = await measureReports(dataDirectory, contents);
	const rowsOf = (length: Length): string[][] => {
		const last = figureOf(lastsOf(reports[length]));
		const bytes = figureOf(reports[length].map((each) => each.bytes)).median;
		return [
			[
				NAMES[length],
				milliseconds(last),
				`${(last.median / questions[length].median).toFixed(1)} ×`,
				times(ratioOf(lastsOf(reports[length]), lastsOf(healthz))),
				wholeNumber(bytes / 1000)
			],
			[`${NAMES[length]}, its questions alone`, milliseconds(questions[length]), '1', '—', '—']
		];
	};
	return {
		title: 'Report of a campaign',
		heads: ['report', 'ms', '÷ its questions', '÷ /healthz', 'kB'],
		rows: [...rowsOf('usual'), ...rowsOf('long')]
	};
}
