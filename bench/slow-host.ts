import { Agent } from 'node:http';
import { join } from 'node:path';
import { startSlowHost, askingOf, type SlowHost } from '../tests/support/slow-host';
import { startServer } from './child';
import { alternate, figureOf, ratioOf } from './measure';
import { milliseconds, times, wholeNumber, type Table } from './table';
import { visit, type Visit } from './visit';

const ROUNDS = { warmUp: 1, most: 9, fewest: 5, budget: 60_000 };
const BRANDS = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel'];
/** Milliseconds that the host takes for every call. */
const DELAY = 800;
const LAST_DAY = Date.UTC(2026, 9, 31);
const DAY = 86_400_000;

/** A visit with the calls that it made the host answer. */
type Asked = Visit & { calls: number };

/** The overview with a comparison, over 28 days that end on another day in each round. */
function pathOf(round: number): string {
	const dayBefore = (days: number) => new Date(LAST_DAY - days * DAY).toISOString().slice(0, 10);
	return `/?from=${dayBefore(27 + round)}&to=${dayBefore(round)}&compare=previous`;
}

async function asked(host: SlowHost, address: string): Promise<Asked> {
	const agent = new Agent({ maxSockets: 1 });
	const before = host.calls.length;
	try {
		return { ...(await visit(address, agent)), calls: host.calls.length - before };
	} finally {
		agent.destroy();
	}
}

/** Days that nobody asked for before, and at once the same ones again. */
async function visitTwice(host: SlowHost, address: string): Promise<Asked[]> {
	return [await asked(host, address), await asked(host, address)];
}

/** The first visit of a server that has just started: it does not even know the brands. */
async function firstVisit(host: SlowHost, folder: string, round: number): Promise<Asked[]> {
	const server = await startServer(join(folder, `new-${round}`), askingOf(host));
	try {
		return [await asked(host, server.origin + pathOf(0))];
	} finally {
		await server.stop();
	}
}

function visitRow(name: string, visits: readonly Asked[]): string[] {
	const delays = visits.map(() => DELAY);
	const firsts = visits.map(({ first }) => first);
	const lasts = visits.map(({ last }) => last);
	return [
		name,
		milliseconds(figureOf(firsts)),
		times(ratioOf(firsts, delays)),
		milliseconds(figureOf(lasts)),
		times(ratioOf(lasts, delays)),
		wholeNumber(figureOf(visits.map(({ calls }) => calls)).median)
	];
}

/** Of the visits of each round one. */
const nth = (rounds: readonly Asked[][], index: number) => rounds.map((visits) => visits[index]!);

/** The overview of eight brands with a comparison over a host that takes 800 ms for every call. */
export async function benchSlowHost(folder: string, progress: (line: string) => void): Promise<Table> {
	progress('Loading the overview from a slow host');
	const host = await startSlowHost(BRANDS, DELAY);
	const server = await startServer(join(folder, 'kept'), askingOf(host));
	try {
		const samples = await alternate(
			{
				fresh: (round: number) => firstVisit(host, folder, round),
				twice: (round: number) => visitTwice(host, server.origin + pathOf(round)),
				healthz: async () => [await asked(host, `${server.origin}/healthz`)]
			},
			ROUNDS
		);
		return {
			title: `Overview of 8 brands with a comparison, ${DELAY} ms a call`,
			heads: ['page', 'first byte, ms', '÷ a call', 'last byte, ms', '÷ a call', 'calls'],
			rows: [
				visitRow('the first one of a new server', nth(samples.fresh, 0)),
				visitRow('new days', nth(samples.twice, 0)),
				visitRow('the same days again', nth(samples.twice, 1)),
				visitRow('/healthz', nth(samples.healthz, 0))
			]
		};
	} finally {
		await server.stop();
		await host.close();
	}
}
