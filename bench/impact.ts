import { Agent } from 'node:http';
import { openStore, type Store } from '$lib/server/store/store';
import { startServer } from './child';
import { alternate, figureOf, ratioOf, timed, type Figure } from './measure';
import { contentsOf, dayBefore, SELECT, type Contents } from './questions';
import { milliseconds, times, wholeNumber, type Table } from './table';
import { visit, type Visit } from './visit';

const ROUNDS = { warmUp: 3, most: 25, fewest: 5, budget: 90_000 };

/**
 * Campaigns to ask about: how many days they have, and how many of the eight brands are under test beside the others.
 * Two weeks are what most have. 243 days and a baseline of twice as many are two years, and 180 days of history are
 * asked for on top. Every brand under test is asked for its volume, too, so seven beside one ask the most.
 */
const CASES = {
	usual: { days: 14, tested: 1, name: '1 brand beside 7, 2 weeks' },
	years: { days: 243, tested: 1, name: '1 brand beside 7, 2 years' },
	widest: { days: 243, tested: 7, name: '7 brands beside 1, 2 years' }
} as const;
type Case = keyof typeof CASES;
const NAMES = Object.keys(CASES) as Case[];

const BRANDS = 8;
const HISTORY = 180;
const baselineOf = (days: number) => Math.max(28, 2 * days);

/** A campaign that is over by some days: another one for each round. */
function windowOf({ last }: Contents, { days }: (typeof CASES)[Case], round: number) {
	return { from: dayBefore(last, days + round), to: dayBefore(last, 1 + round) };
}

/** The brands under test beside the others, over days that nobody asked for before. */
function queryOf(contents: Contents, name: Case, round: number): string {
	const { from, to } = windowOf(contents, CASES[name], round);
	const sides = contents.brands
		.slice(0, BRANDS)
		.map((id, index) => (index < CASES[name].tested ? `brand=${id}` : `control=${id}`));
	return `${sides.join('&')}&from=${from}&to=${to}`;
}

/** What the report asks of the store, all at once: the rated messages of each brand, and the volume of those tested. */
function askQuestions(store: Store, contents: Contents, name: Case, round: number): Promise<unknown> {
	const { days, tested } = CASES[name];
	const { last } = contents;
	const brands = contents.brands.slice(0, BRANDS);
	const window = {
		source_updated_after: dayBefore(last, days + round + baselineOf(days) + HISTORY),
		source_updated_before: dayBefore(last, Math.max(0, 1 + round - days))
	};
	const rated = brands.map((id) => SELECT['sentiment series'](store, { brand_ids: [id], ...window }));
	const volume = brands
		.slice(0, tested)
		.map((id) => SELECT['volume series'](store, { brand_ids: [id], ...window }));
	return Promise.all([...rated, ...volume]);
}

type Asked = { contents: Contents; questions: Record<Case, Figure> };

const forEachCase = <T>(make: (name: Case) => T) =>
	Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<Case, T>;

/** How long the questions take without the report; the server has the store to itself afterwards. */
async function measureQuestions(dataDirectory: string): Promise<Asked> {
	const store = await openStore({ directory: dataDirectory });
	try {
		const contents = await contentsOf(store);
		const ask = (name: Case) => (round: number) => timed(() => askQuestions(store, contents, name, round));
		const samples = await alternate(forEachCase(ask), ROUNDS);
		return { contents, questions: forEachCase((name) => figureOf(samples[name])) };
	} finally {
		await store.close();
	}
}

/** A refusal is quick to make, and nothing to be measured. */
async function checkReport(address: string): Promise<void> {
	const { estimates } = (await (await fetch(address)).json()) as { estimates?: unknown[] };
	if (estimates?.length !== 3) throw new Error(`${address} came without its three estimates.`);
}

/** Days, comparison and mix are drawn for narrow and for wide pages; two years leave no earlier dates to try. */
const FEWEST_DRAWINGS = 6;

async function checkPage(address: string): Promise<void> {
	const html = await (await fetch(`${address}&wait=all`)).text();
	const drawings = html.match(/<svg preserveAspectRatio/g)?.length ?? 0;
	if (drawings < FEWEST_DRAWINGS) throw new Error(`${address} came with ${drawings} drawings.`);
}

type Visits = { healthz: Visit[]; pages: Record<Case, Visit[]>; reports: Record<Case, Visit[]> };

async function measureVisits(dataDirectory: string, contents: Contents): Promise<Visits> {
	const server = await startServer(dataDirectory);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const load = (path: string) => visit(server.origin + path, agent);
	const page = (name: Case) => (round: number) => load(`/impact?${queryOf(contents, name, round)}`);
	const report = (name: Case) => (round: number) =>
		load(`/export/impact.json?${queryOf(contents, name, round)}`);
	const prefixed = (prefix: string, make: typeof page) =>
		NAMES.map((name) => [`${prefix} ${name}`, make(name)] as const);
	try {
		for (const name of NAMES) {
			await checkReport(`${server.origin}/export/impact.json?${queryOf(contents, name, 0)}`);
			await checkPage(`${server.origin}/impact?${queryOf(contents, name, 0)}`);
		}
		const samples = await alternate(
			Object.fromEntries([
				['healthz', () => load('/healthz')] as const,
				...prefixed('page', page),
				...prefixed('report', report)
			]),
			ROUNDS
		);
		const of = (prefix: string) => forEachCase((name) => samples[`${prefix} ${name}`]!);
		return { healthz: samples.healthz!, pages: of('page'), reports: of('report') };
	} finally {
		agent.destroy();
		await server.stop();
	}
}

const lastsOf = (visits: readonly Visit[]) => visits.map((each) => each.last);

function visitRow(
	name: string,
	visits: readonly Visit[],
	healthz: readonly Visit[],
	asked: Figure
): string[] {
	const last = figureOf(lastsOf(visits));
	return [
		name,
		milliseconds(last),
		`${(last.median / asked.median).toFixed(1)} ×`,
		times(ratioOf(lastsOf(visits), lastsOf(healthz))),
		wholeNumber(figureOf(visits.map((each) => each.bytes)).median / 1000)
	];
}

/** The page and the bare report of a campaign over loopback, new days each time, against their own questions. */
export async function benchImpact(dataDirectory: string, progress: (line: string) => void): Promise<Table> {
	progress('Asking what a report of a campaign asks of the store');
	const { contents, questions } = await measureQuestions(dataDirectory);
	progress('Asking for campaigns');
	const { healthz, pages, reports } = await measureVisits(dataDirectory, contents);
	return {
		title: 'A campaign of 8 brands',
		heads: ['what', 'ms', '÷ its questions', '÷ /healthz', 'kB'],
		rows: NAMES.flatMap((name) => [
			visitRow(`${CASES[name].name}: the page`, pages[name], healthz, questions[name]),
			visitRow(`${CASES[name].name}: the report`, reports[name], healthz, questions[name]),
			[`${CASES[name].name}: its questions alone`, milliseconds(questions[name]), '1', '—', '—']
		])
	};
}
