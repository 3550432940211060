import { settle } from '$lib/errors/settle';
import { embeddedBrands, upstreamBrands } from '$lib/server/data/brand-facts';
import { hostFacts } from '$lib/server/data/host-facts';
import type { Upload } from '$lib/server/data/upload-record';
import { communityClient, hostKind, upstreamBudget } from '$lib/server/host';
import { allInTime } from '$lib/server/panels/in-time';
import { listCampaigns } from '$lib/server/records/campaigns';
import { records } from '$lib/server/records/current-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { selectImports } from '$lib/server/store/imports';
import { countSetAside, selectSetAsideGroups } from '$lib/server/store/set-aside';
import { openDataPage, ownStore } from './data-page';
import { fileUploads } from './uploads/uploads';
import type { PageServerLoad } from './$types';

/** How long a part may keep the page waiting, in milliseconds, before it streams after it. */
const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

const SHOWN_GROUPS = 8;
const SHOWN_IMPORTS = 50;
const ANY = { importId: null, reason: null };

/** What a page needs of an upload that is not done, or of a report that is kept. */
const briefly = ({ id, name, size, received, state, importId }: Upload) => ({
	id,
	name,
	size,
	received,
	state,
	importId
});

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const { now } = frame;
	const client = communityClient(event);
	const isOwn = hostKind() === 'embedded';
	const fresh = async <T>(value: Promise<T>) => ({ value: await value, asOf: now, stale: false });
	const askBrands = async () =>
		isOwn ? embeddedBrands(client, await ownStore(), now) : upstreamBrands(client, now);
	const askAside = async () => {
		const store = await ownStore();
		const groups = await selectSetAsideGroups(store, ANY, SHOWN_GROUPS);
		return { groups, count: await countSetAside(store, ANY) };
	};
	const askImports = async () => (await selectImports(await ownStore())).slice(0, SHOWN_IMPORTS);
	const askUploads = async () => (await fileUploads().list()).map(briefly);

	const askCampaigns = async () => {
		const all = await listCampaigns(records());
		const campaigns = all.filter(({ kind }) => kind === 'campaign').length;
		return { campaigns, annotations: all.length - campaigns };
	};

	const patience = frame.filters.waitForAll ? ALL_PATIENCE : PATIENCE;
	const both = { brands: settle(askBrands(), report), campaigns: settle(fresh(askCampaigns()), report) };
	const shared = await allInTime(both, patience);
	const own = isOwn
		? await allInTime(
				{
					aside: settle(fresh(askAside()), report),
					imports: settle(fresh(askImports()), report),
					uploads: settle(fresh(askUploads()), report)
				},
				patience
			)
		: null;
	const dataVersion = isOwn
		? await ownStore().then(
				(store) => store.dataVersion(),
				() => 0
			)
		: 0;
	const host = await hostFacts(settings(), { dataVersion, budget: upstreamBudget() });
	return { ...frame, host, panels: { ...shared, own } };
};
