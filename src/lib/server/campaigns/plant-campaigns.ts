import type { KeptCampaign } from '$lib/campaigns/campaign';
import { foldName } from '../records/record-id';
import type { Records } from '../records/records';
import { DEMO_BRANDS } from '../demo/brands';
import { addDays, daysBetween, startOfDay } from '../demo/days';
import type { DemoCampaign, DemoIncident, DemoPlan } from '../demo/plan';
import type { NamedBrand } from './brand-names';

/** What is read before a campaign and after it; another brand's news in these days would spoil a comparison. */
const LEAST_DAYS_BEFORE = 28;
const DAYS_AFTER = 14;

const HYPOTHESES: Record<string, string> = {
	'slow-mornings':
		'Net sentiment for Fennick is higher during Slow Mornings than in the 28 days before, by ten points or more, and the other food brands do not move with it.'
};

/** In points of net sentiment, where the hypothesis names a number. */
const EXPECTED: Record<string, number> = { 'slow-mornings': 10 };

type Window = { from: string; to: string };

/** The days in which a brand has news of its own. A phase without effect on mood and volume is none. */
function newsOf(plan: DemoPlan, brand: string): Window[] {
	const campaigns = plan.campaigns.filter((campaign) => campaign.brand === brand);
	const incidents = plan.incidents.filter(({ brands }) => brands.includes(brand));
	return [
		...campaigns.map(({ start, end, after }) => ({ from: start, to: after?.to ?? end })),
		...incidents.map(({ start, end }) => ({ from: start, to: end }))
	];
}

function comparisonOf(plan: DemoPlan, campaign: DemoCampaign): string[] {
	const days = daysBetween(campaign.start, campaign.end).length;
	const from = addDays(campaign.start, -Math.max(LEAST_DAYS_BEFORE, 2 * days));
	const to = addDays(campaign.end, DAYS_AFTER);
	const industry = DEMO_BRANDS.find(({ name }) => name === campaign.brand)?.industry;
	return DEMO_BRANDS.filter((brand) => brand.industry === industry && brand.name !== campaign.brand)
		.map(({ name }) => name)
		.filter((name) => newsOf(plan, name).every((news) => news.to < from || news.from > to));
}

type Ids = (names: readonly string[]) => number[];

const shared = (one: DemoCampaign | DemoIncident, createdAt: number) => ({
	...{ id: one.id, name: one.name, start: one.start, end: one.end },
	...{ colour: 'ink' as const, metric: 'net' as const, createdAt, changedAt: createdAt }
});

function campaignOf(plan: DemoPlan, campaign: DemoCampaign, ids: Ids): KeptCampaign {
	const { registeredOn } = campaign;
	const createdAt = startOfDay(registeredOn ?? campaign.start);
	const slug = DEMO_BRANDS.find(({ name }) => name === campaign.brand)?.slug ?? '';
	return {
		...shared(campaign, createdAt),
		kind: 'campaign',
		brandIds: ids([campaign.brand]),
		comparisonIds: ids(comparisonOf(plan, campaign)),
		link: `https://example.com/${slug}/${campaign.id}`,
		hypothesis: registeredOn === null ? '' : (HYPOTHESES[campaign.id] ?? ''),
		expected: registeredOn === null ? null : (EXPECTED[campaign.id] ?? null),
		registration: registeredOn === null ? null : { at: createdAt, on: registeredOn, brokenAt: null }
	};
}

const incidentOf = (incident: DemoIncident, ids: Ids): KeptCampaign => ({
	...shared(incident, startOfDay(incident.start)),
	kind: 'annotation',
	brandIds: ids(incident.brands),
	comparisonIds: [],
	link: null,
	hypothesis: '',
	expected: null,
	registration: null
});

/** The campaigns and incidents of a demo as campaigns and annotations, for the brands that the store has. */
export function plantedCampaigns(plan: DemoPlan, brands: readonly NamedBrand[]): KeptCampaign[] {
	const ids: Ids = (names) => brands.filter(({ name }) => names.includes(name)).map(({ id }) => id);
	return [
		...plan.campaigns.map((campaign) => campaignOf(plan, campaign, ids)),
		...plan.incidents.map((incident) => incidentOf(incident, ids))
	].filter(({ brandIds }) => brandIds.length > 0);
}

/**
 * Bring the campaigns of a demo into the records, each of them once: what was planted is remembered, so that one that
 * was deleted or renamed does not come back.
 */
export function plantCampaigns(
	records: Records,
	plan: DemoPlan,
	brands: readonly NamedBrand[]
): Promise<void> {
	return records.change((contents) => {
		const isDone = new Set(contents.planted.map(({ id }) => id));
		const due = plantedCampaigns(plan, brands).filter(({ id }) => !isDone.has(id));
		if (due.length === 0) return { contents: null, result: undefined };
		const isTaken = ({ id, name }: KeptCampaign) =>
			contents.campaigns.some((kept) => kept.id === id || foldName(kept.name) === foldName(name));
		return {
			contents: {
				...contents,
				campaigns: [...contents.campaigns, ...due.filter((campaign) => !isTaken(campaign))],
				planted: [...contents.planted, ...due.map(({ id }) => ({ id }))]
			},
			result: undefined
		};
	});
}
