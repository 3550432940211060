import { Agent } from 'node:http';
import { openStore, type Store } from '$lib/server/store/store';
import { startServer } from './child';
import { alternate, figureOf, ratioOf, timed, type Figure } from './measure';
import { contentsOf, dayBefore, SELECT, type Contents } from './questions';
import { milliseconds, times, wholeNumber, type Table } from './table';
import { visit, type Visit } from './visit';

const ROUNDS = { warmUp: 3, most: 25, fewest: 5, budget: 60_000 };
const DAYS = 90;
const COUNTS = ['1', '8'] as const;
type Count = (typeof COUNTS)[number];

const NAMES: Record<Count, string> = { '1': '1 brand', '8': '8 brands' };

/** A span of 90 days that ends some days before the last interaction: another one for each round. */
function spanOf({ last }: Contents, round: number): { from: string; to: string } {
	return { from: dayBefore(last, DAYS - 1 + round), to: dayBefore(last, round) };
}

/** The address of the overview. All brands are chosen by naming none of them. */
function pathOf(contents: Contents, count: Count, round: number): string {
	const { from, to } = spanOf(contents, round);
	const chosen = contents.brands.slice(0, Number(count));
	const brands = chosen.length === contents.brands.length ? '' : chosen.map((id) => `brand=${id}&`).join('');
	return `/?${brands}from=${from}&to=${to}`;
}

/** What the overview asks of the store, all at once: three questions for each brand, and the keywords of all. */
function askQuestions(store: Store, contents: Contents, count: Count, round: number): Promise<unknown> {
	const { from, to } = spanOf(contents, round);
	const window = { source_updated_after: from, source_updated_before: to };
	const brands = contents.brands.slice(0, Number(count));
	const ofBrands = brands.flatMap((id) =>
		(['distribution', 'sentiment series', 'volume series'] as const).map((statistic) =>
			SELECT[statistic](store, { brand_ids: [id], ...window })
		)
	);
	return Promise.all([...ofBrands, SELECT['top keywords'](store, { brand_ids: brands, ...window })]);
}

type Asked = { contents: Contents; questions: Record<Count, Figure> };

/** How long the questions take without the page; the server has the store to itself afterwards. */
async function measureQuestions(dataDirectory: string): Promise<Asked> {
	const store = await openStore({ directory: dataDirectory });
	try {
		const contents = await contentsOf(store);
		const ask = (count: Count) => (round: number) => timed(() => askQuestions(store, contents, count, round));
		const samples = await alternate({ '1': ask('1'), '8': ask('8') }, ROUNDS);
		return { contents, questions: { '1': figureOf(samples[1]), '8': figureOf(samples[8]) } };
	} finally {
		await store.close();
	}
}

/** A page whose panels failed is quick to make, and nothing to be measured. */
async function checkPage(address: string): Promise<void> {
	const html = await (await fetch(`${address}&wait=all`)).text();
	const drawings = html.match(/<svg/g)?.length ?? 0;
	if (drawings < 4 || !html.includes('<table')) throw new Error(`${address} came without its charts.`);
}

async function measurePages(dataDirectory: string, contents: Contents) {
	const server = await startServer(dataDirectory);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const load = (path: string) => visit(server.origin + path, agent);
	try {
		for (const count of COUNTS) await checkPage(server.origin + pathOf(contents, count, 0));
		const contestants = {
			healthz: () => load('/healthz'),
			new1: (round: number) => load(pathOf(contents, '1', round)),
			new8: (round: number) => load(pathOf(contents, '8', round)),
			again1: () => load(pathOf(contents, '1', 0)),
			again8: () => load(pathOf(contents, '8', 0))
		};
		return await alternate(contestants, ROUNDS);
	} finally {
		agent.destroy();
		await server.stop();
	}
}

const lastsOf = (visits: readonly Visit[]) => visits.map((each) => each.last);

function visitRow(
	name: string,
	visits: readonly Visit[],
	bare: readonly Visit[],
	asked: Figure | null
): string[] {
	const last = figureOf(lastsOf(visits));
	return [
		name,
		milliseconds(figureOf(visits.map((each) => each.first))),
		milliseconds(last),
		asked === null ? '—' : `${(last.median / asked.median).toFixed(1)} ×`,
		visits === bare ? '1' : times(ratioOf(lastsOf(visits), lastsOf(bare))),
		wholeNumber(figureOf(visits.map((each) => each.bytes)).median / 1000)
	];
}

/** The overview over loopback, new and again, against the server's bare health check and against its own questions. */
export async function benchPage(dataDirectory: string, progress: (line: string) => void): Promise<Table> {
	progress('Asking what the overview asks of the store');
	const { contents, questions } = await measureQuestions(dataDirectory);
	progress('Loading the overview');
	const { healthz, new1, new8, again1, again8 } = await measurePages(dataDirectory, contents);
	const questionsRow = (count: Count) => [
		`${NAMES[count]}, its questions alone`,
		'—',
		milliseconds(questions[count]),
		'1',
		'—',
		'—'
	];
	return {
		title: `Overview page, ${DAYS} days`,
		heads: ['page', 'first byte, ms', 'last byte, ms', '÷ its questions', '÷ /healthz', 'kB'],
		rows: [
			visitRow(`${NAMES[1]}, new days`, new1, healthz, questions[1]),
			visitRow(`${NAMES[1]}, the same page again`, again1, healthz, questions[1]),
			questionsRow('1'),
			visitRow(`${NAMES[8]}, new days`, new8, healthz, questions[8]),
			visitRow(`${NAMES[8]}, the same page again`, again8, healthz, questions[8]),
			questionsRow('8'),
			visitRow('/healthz', healthz, healthz, null)
		]
	};
}
