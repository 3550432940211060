import { demoBrand } from './brands';
import { addDays, daysBetween } from './days';
import type { DemoCampaign, DemoPlan } from './plan';
import { expectedCells } from './rates';

/** Expected rated interactions of a window and their net sentiment. */
export type ExpectedNet = { rated: number; net: number };
export type ExpectedWindow = ExpectedNet & { platforms: ({ platform: string } & ExpectedNet)[] };

/** Days, both included. */
export type DemoWindow = { from: string; to: string };

/** A difference of two windows, split without a rest into mood within platforms and mix of platforms. */
export type ExpectedChange = { total: number; mood: number; mix: number };

/**
 * What a window of a brand reads on average over all seeds, bursts aside: sums of rate × rated × net over days and
 * types, divided by the rated. Platforms are in the order of `TYPE_SHARES`.
 */
export function expectedWindow(plan: DemoPlan, brand: string, window: DemoWindow): ExpectedWindow {
	const sums = new Map<string, { rated: number; net: number }>();
	for (const day of daysBetween(window.from, window.to)) {
		for (const cell of expectedCells(plan, demoBrand(brand), day)) {
			const sum = sums.get(cell.platform) ?? { rated: 0, net: 0 };
			const rated = cell.rate * cell.rated;
			sums.set(cell.platform, { rated: sum.rated + rated, net: sum.net + rated * cell.net });
		}
	}
	const rated = [...sums.values()].reduce((total, sum) => total + sum.rated, 0);
	const net = [...sums.values()].reduce((total, sum) => total + sum.net, 0);
	const platforms = [...sums].map(([platform, sum]) => ({
		platform,
		rated: sum.rated,
		net: sum.net / sum.rated
	}));
	return { rated, net: net / rated, platforms };
}

/**
 * The true difference of two windows, `after` minus `before`, in shares. The split is Kitagawa's (1955): differences
 * of net sentiment weighted with the mean shares, and differences of shares weighted with the mean net sentiment.
 */
export function expectedChange(
	plan: DemoPlan,
	brand: string,
	windows: { before: DemoWindow; after: DemoWindow }
): ExpectedChange {
	const before = expectedWindow(plan, brand, windows.before);
	const after = expectedWindow(plan, brand, windows.after);
	let [mood, mix] = [0, 0];
	after.platforms.forEach((now, index) => {
		const then = before.platforms[index] ?? { rated: 0, net: 0 };
		const shares = [now.rated / after.rated, then.rated / before.rated] as const;
		mood += ((now.net - then.net) * (shares[0] + shares[1])) / 2;
		mix += ((shares[0] - shares[1]) * (now.net + then.net)) / 2;
	});
	return { total: after.net - before.net, mood, mix };
}

/** The windows by which a campaign is judged in the documentation: its days, and the 28 days before its start. */
export function campaignWindows(campaign: DemoCampaign): { before: DemoWindow; after: DemoWindow } {
	return {
		before: { from: addDays(campaign.start, -28), to: addDays(campaign.start, -1) },
		after: { from: campaign.start, to: campaign.end }
	};
}

/** The true change that a campaign brought against the 28 days before it. */
export function campaignTruth(plan: DemoPlan, campaign: DemoCampaign): ExpectedChange {
	return expectedChange(plan, campaign.brand, campaignWindows(campaign));
}
