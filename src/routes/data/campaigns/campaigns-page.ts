import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localDayAt } from '$lib/calendar/time-zone';
import type { CampaignDraft } from '$lib/campaigns/campaign-draft';
import type { WritingTime } from '$lib/campaigns/registration';
import { settle } from '$lib/errors/settle';
import { communityClient } from '$lib/server/host';
import { brandsInView } from '$lib/server/panels/view';
import type { CampaignProblem, CampaignResult } from '$lib/server/records/campaigns';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import { dataHref } from '../data-href';
import { openDataPage } from '../data-page';

/** When the people of this server write something: their zone is that of the settings. */
export function writingTime({ locals }: Pick<RequestEvent, 'locals'>): WritingTime {
	return { now: locals.now, today: localDayAt(locals.now, settings().timeZone) };
}

/** The brands that can be chosen; none when the host does not tell them. */
export async function choosableBrands(event: Pick<RequestEvent, 'fetch' | 'locals'>) {
	const self = await settle(communityClient(event).self(), report);
	return self.ok ? brandsInView(self.value.brands, []) : [];
}

/**
 * What becomes of a form: back to the list, which says what was done, or a refusal that goes back to the form with
 * what was typed.
 */
export async function finish(
	event: Pick<RequestEvent, 'url' | 'locals'>,
	did: 'created' | 'changed',
	asked: Promise<CampaignResult>,
	typed: CampaignDraft
) {
	const settled = await settleRecords(asked, report);
	const refuse = (status: number, problems: (CampaignProblem | 'failed')[]) =>
		fail(status, { typed, problems });
	if (!settled.ok) return refuse(503, ['failed']);
	const result = settled.value;
	if (!result.ok) return refuse(422, [...result.problems]);
	redirect(303, listHref(event, { did, campaign: result.campaign.id }));
}

/** The list of campaigns, with what was just done to one of them. */
export function listHref(
	event: Pick<RequestEvent, 'url' | 'locals'>,
	said: { did: 'created' | 'changed' | 'deleted'; campaign?: string }
): string {
	const { filters, defaults } = openDataPage(event);
	const frame = { filters: { ...filters, campaign: { id: null, baseline: null, controls: [] } }, defaults };
	return dataHref('/data/campaigns', frame, { did: said.did, of: said.campaign ?? null });
}
