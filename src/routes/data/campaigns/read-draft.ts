import type { CampaignDraft } from '$lib/campaigns/campaign-draft';

/** What a form held, as it was typed; numbers that are no ids are left out. */
export function readDraft(form: FormData): CampaignDraft {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const ids = (name: string) =>
		form
			.getAll(name)
			.map(Number)
			.filter((id) => Number.isSafeInteger(id) && id > 0);
	return {
		kind: text('kind'),
		name: text('name'),
		start: text('start'),
		end: text('end'),
		brandIds: ids('brandIds'),
		comparisonIds: ids('comparisonIds'),
		link: text('link'),
		colour: text('colour'),
		hypothesis: text('hypothesis'),
		metric: text('metric'),
		expected: text('expected')
	};
}
