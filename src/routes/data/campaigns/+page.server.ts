import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { settle } from '$lib/errors/settle';
import { LARGEST_FILE, readCampaigns } from '$lib/server/campaigns/read-campaigns';
import { takeCampaigns } from '$lib/server/campaigns/take-campaigns';
import { communityClient } from '$lib/server/host';
import { createCampaign, listCampaigns } from '$lib/server/records/campaigns';
import { records } from '$lib/server/records/current-records';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { FileError } from '$lib/server/store/import/source-row';
import { campaignWords } from '$lib/wording/campaign-words';
import { openDataPage } from '../data-page';
import { choosableBrands, finish, writingTime } from './campaigns-page';
import { readDraft } from './read-draft';
import type { Actions, PageServerLoad } from './$types';

const didSchema = z.enum(['created', 'changed', 'deleted']).nullable().catch(null);

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const params = event.url.searchParams;
	const [listed, brands] = await Promise.all([
		settleRecords(listCampaigns(records()), report),
		choosableBrands(event)
	]);
	const campaigns = listed.ok ? listed.value : [];
	const of = campaigns.find(({ id }) => id === params.get('of'));
	return {
		...frame,
		today: writingTime(event).today,
		did: didSchema.parse(params.get('did')),
		of: of?.name ?? null,
		campaigns,
		error: listed.ok ? null : listed.error,
		brands
	};
};

const refuseFile = (status: number, message: string) => fail(status, { fileProblem: message });

export const actions: Actions = {
	create: async (event) => {
		const typed = readDraft(await event.request.formData());
		return finish(event, 'created', createCampaign(records(), typed, writingTime(event)), typed);
	},
	import: async (event) => {
		const { file: words } = campaignWords;
		const file = (await event.request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return refuseFile(422, words.empty);
		if (file.size > LARGEST_FILE) return refuseFile(413, words.tooLarge);
		const self = await settle(communityClient(event).self(), report);
		if (!self.ok) return refuseFile(503, words.brandsFailed);
		const bytes = new Uint8Array(await file.arrayBuffer());
		try {
			const read = readCampaigns(bytes, self.value.brands);
			const taken = await settleRecords(takeCampaigns(records(), read, writingTime(event)), report);
			return taken.ok ? { taken: taken.value } : refuseFile(503, words.failed);
		} catch (cause) {
			if (cause instanceof FileError) return refuseFile(422, cause.message);
			throw cause;
		}
	}
};
