import type { Campaign, KeptCampaign } from '$lib/campaigns/campaign';
import {
	checkDraft,
	type CampaignDraft,
	type CheckedDraft,
	type DraftProblem
} from '$lib/campaigns/campaign-draft';
import { registrationAfter, withBadge, type WritingTime } from '$lib/campaigns/registration';
import { COLLECTIONS, type RecordContents } from './collections';
import { foldName, newRecordId } from './record-id';
import type { Edit, Records } from './records';

/** Why a campaign was not kept; the page has a sentence for each. */
export type CampaignProblem = DraftProblem | 'too-many' | 'gone';

export type CampaignResult =
	{ ok: true; campaign: Campaign } | { ok: false; problems: [CampaignProblem, ...CampaignProblem[]] };

const refuse = (...problems: [CampaignProblem, ...CampaignProblem[]]): Edit<CampaignResult> => ({
	contents: null,
	result: { ok: false, problems }
});

/** Every campaign and annotation with its badge, the newest start first. */
export async function listCampaigns(records: Records): Promise<Campaign[]> {
	const { campaigns } = await records.read();
	return campaigns
		.map(withBadge)
		.sort((one, other) => other.start.localeCompare(one.start) || one.name.localeCompare(other.name, 'en'));
}

/** One campaign with its badge, or null where there is none of that id. */
export async function findCampaign(records: Records, id: string): Promise<Campaign | null> {
	const { campaigns } = await records.read();
	const kept = campaigns.find((campaign) => campaign.id === id);
	return kept === undefined ? null : withBadge(kept);
}

const isTaken = (name: string, others: readonly KeptCampaign[]) =>
	others.some((campaign) => foldName(campaign.name) === foldName(name));

/** A checked draft as it is kept, new or in the place of what it was. */
export function keepDraft(
	before: KeptCampaign | null,
	checked: CheckedDraft,
	time: WritingTime
): KeptCampaign {
	return {
		...before,
		...checked,
		id: before?.id ?? newRecordId(),
		registration: registrationAfter(before, checked, time),
		createdAt: before?.createdAt ?? time.now,
		changedAt: time.now
	};
}

function done(contents: Readonly<RecordContents>, campaigns: KeptCampaign[], kept: KeptCampaign) {
	return { contents: { ...contents, campaigns }, result: { ok: true as const, campaign: withBadge(kept) } };
}

/** Keep a new campaign or annotation under a name that no other one has. */
export function createCampaign(
	records: Records,
	draft: CampaignDraft,
	time: WritingTime
): Promise<CampaignResult> {
	const reading = checkDraft(draft);
	return records.change<CampaignResult>((contents) => {
		const { campaigns } = contents;
		const problems: CampaignProblem[] = reading.ok ? [] : [...reading.problems];
		if (reading.ok && isTaken(reading.checked.name, campaigns)) problems.push('name-taken');
		if (campaigns.length >= COLLECTIONS.campaigns.most) problems.push('too-many');
		const [first, ...rest] = problems;
		if (first !== undefined) return refuse(first, ...rest);
		if (!reading.ok) return refuse('gone');
		const kept = keepDraft(null, reading.checked, time);
		return done(contents, [...campaigns, kept], kept);
	});
}

/** Change a campaign. Its id stays, so links to it stay; whether its badge does, `registrationAfter` says. */
export function editCampaign(
	records: Records,
	id: string,
	draft: CampaignDraft,
	time: WritingTime
): Promise<CampaignResult> {
	const reading = checkDraft(draft);
	return records.change<CampaignResult>((contents) => {
		const { campaigns } = contents;
		const before = campaigns.find((campaign) => campaign.id === id);
		if (before === undefined) return refuse('gone');
		if (!reading.ok) return refuse(...(reading.problems as [DraftProblem, ...DraftProblem[]]));
		const others = campaigns.filter((campaign) => campaign !== before);
		if (isTaken(reading.checked.name, others)) return refuse('name-taken');
		const kept = keepDraft(before, reading.checked, time);
		return done(
			contents,
			campaigns.map((campaign) => (campaign === before ? kept : campaign)),
			kept
		);
	});
}

/** Delete a campaign; true when there was one. Links to it then say that it is gone. */
export function deleteCampaign(records: Records, id: string): Promise<boolean> {
	return records.change((contents) => {
		const campaigns = contents.campaigns.filter((campaign) => campaign.id !== id);
		if (campaigns.length === contents.campaigns.length) return { contents: null, result: false };
		return { contents: { ...contents, campaigns }, result: true };
	});
}
