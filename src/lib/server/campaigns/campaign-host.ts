import { setTimeout as sleep } from 'node:timers/promises';
import { localDayAt } from '$lib/calendar/time-zone';
import { createCommunityClient } from '$lib/community/client';
import { demoProgress, seedDemoOnce } from '../start';
import { openRecords, type Records } from '../records/records';
import type { Settings, UpstreamSettings } from '../settings';
import { findServer } from '../store/import/announce';
import { callServer, type ReachableServer } from '../store/import/loopback-call';
import { reachServer, ServerGoneError } from '../store/import/server-sink';
import { FileError } from '../store/import/source-row';
import { selectBrands } from '../store/queries/self';
import { openStore, StoreLockedError } from '../store/store';
import { systemClock } from '../upstream/clock';
import { createUpstream } from '../upstream/upstream';
import type { NamedBrand } from './brand-names';
import { readCampaigns } from './read-campaigns';
import { takeCampaigns, type CampaignReport } from './take-campaigns';
import { CAMPAIGNS_PATH, LARGEST_ANSWER, listSchema, reportSchema, type CampaignList } from './wire';

/** Who keeps the campaigns of a data folder: the server that works on it, else this process. */
export type CampaignHost = {
	take: (file: Uint8Array) => Promise<CampaignReport>;
	list: () => Promise<CampaignList>;
};

export type HostSurroundings = {
	settings: Settings;
	now: () => number;
	/** Errors and remarks. */
	complain: (text: string) => void;
	isStopped: () => boolean;
};

const WAIT_FOR_SERVER = 60_000;
const BETWEEN_LOOKS = 500;

function messageOf(body: string): string {
	try {
		const { message } = JSON.parse(body) as { message?: unknown };
		return typeof message === 'string' ? message : body.slice(0, 200);
	} catch {
		return body.slice(0, 200);
	}
}

/** The server's own records and brands: one process writes the file at a time. */
function serverHost(server: ReachableServer): CampaignHost {
	const ask = async (method: 'GET' | 'POST', body: Uint8Array): Promise<unknown> => {
		const call = { method, path: CAMPAIGNS_PATH, type: 'text/csv', body, largestAnswer: LARGEST_ANSWER };
		const reply = await callServer(server, call).catch((cause: unknown) => {
			throw new ServerGoneError('The server that works on the data folder does not answer.', { cause });
		});
		if (reply.status === 200) return JSON.parse(reply.body);
		if (reply.status === 422) throw new FileError(messageOf(reply.body));
		throw new ServerGoneError(`The server refused (${reply.status}): ${messageOf(reply.body)}`);
	};
	return {
		take: async (file) => reportSchema.parse(await ask('POST', file)),
		list: async () => listSchema.parse(await ask('GET', new Uint8Array()))
	};
}

function ownHost(records: Records, brands: readonly NamedBrand[], around: HostSurroundings): CampaignHost {
	return {
		take: (file) => {
			const now = around.now();
			const time = { now, today: localDayAt(now, around.settings.timeZone) };
			return takeCampaigns(records, readCampaigns(file, brands), time);
		},
		list: async () => ({ campaigns: (await records.read()).campaigns, brands: [...brands] })
	};
}

/** The brands of the store; a demo that was never made is made first, as the first start would do it. */
async function storeBrands(records: Records, around: HostSurroundings): Promise<NamedBrand[] | null> {
	const { settings } = around;
	const store = await openStore({ directory: settings.dataDirectory }).catch((cause: unknown) => {
		if (cause instanceof StoreLockedError) return null;
		throw cause;
	});
	if (store === null) return null;
	try {
		if (settings.demo) {
			await seedDemoOnce(store, {
				...{ now: around.now(), interactions: settings.demoInteractions, records },
				onProgress: (done, total) => around.complain(demoProgress(done, total))
			});
		}
		return (await selectBrands(store)).brands.map(({ id, name }) => ({ id, name }));
	} finally {
		await store.close();
	}
}

async function upstreamBrands(settings: UpstreamSettings, now: () => number): Promise<NamedBrand[]> {
	const upstream = createUpstream({ settings, clock: systemClock(now), random: Math.random });
	try {
		const { fetch } = upstream;
		const client = createCommunityClient({ fetch, baseUrl: settings.url, selfUrl: settings.authUrl, now });
		const { value } = await client.self();
		return value.brands.map(({ id, name }) => ({ id, name }));
	} finally {
		await upstream.close();
	}
}

async function openDirectly(around: HostSurroundings): Promise<CampaignHost | null> {
	const { upstream, dataDirectory } = around.settings;
	const records = openRecords(dataDirectory);
	const brands =
		upstream === null ? await storeBrands(records, around) : await upstreamBrands(upstream, around.now);
	return brands && ownHost(records, brands, around);
}

/**
 * The server if one answers, else the data folder itself; while another process has its store and does not answer
 * yet, wait.
 * @throws ServerGoneError after a minute
 */
export async function openCampaignHost(around: HostSurroundings): Promise<CampaignHost> {
	const { dataDirectory } = around.settings;
	const start = around.now();
	for (let looks = 0; ; looks++) {
		const announced = await findServer(dataDirectory);
		const server = announced && (await reachServer(announced));
		const found = server ? serverHost(server) : await openDirectly(around);
		if (found) return found;
		if (around.isStopped() || around.now() - start > WAIT_FOR_SERVER) {
			throw new ServerGoneError(
				`Another process holds the store in ${dataDirectory} open and does not answer. End it and run this again.`
			);
		}
		if (looks === 0)
			around.complain('The store is open in another process; waiting for its server to answer.');
		await sleep(BETWEEN_LOOKS);
	}
}
