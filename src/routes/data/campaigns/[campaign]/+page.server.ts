import { error, fail, redirect } from '@sveltejs/kit';
import { draftOf } from '$lib/campaigns/campaign-draft';
import { deleteCampaign, editCampaign, findCampaign } from '$lib/server/records/campaigns';
import { records } from '$lib/server/records/current-records';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { campaignWords } from '$lib/wording/campaign-words';
import { openDataPage } from '../../data-page';
import { choosableBrands, finish, listHref, writingTime } from '../campaigns-page';
import { readDraft } from '../read-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const [found, brands] = await Promise.all([
		settleRecords(findCampaign(records(), event.params.campaign), report),
		choosableBrands(event)
	]);
	if (!found.ok) error(503, campaignWords.unread);
	if (found.value === null) error(404, campaignWords.gone);
	const campaign = found.value;
	const { today } = writingTime(event);
	return { ...frame, campaign, draft: draftOf(campaign), brands, hasBegun: campaign.start <= today };
};

export const actions: Actions = {
	edit: async (event) => {
		const typed = readDraft(await event.request.formData());
		const editing = editCampaign(records(), event.params.campaign, typed, writingTime(event));
		return finish(event, 'changed', editing, typed);
	},
	/** One that is gone already is what was wanted. */
	delete: async (event) => {
		const deleted = await settleRecords(deleteCampaign(records(), event.params.campaign), report);
		if (deleted.ok) redirect(303, listHref(event, { did: 'deleted' }));
		return fail(503, { typed: null, problems: ['failed' as const] });
	}
};
