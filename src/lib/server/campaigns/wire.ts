import { z } from 'zod';
import { keptCampaignSchema } from '$lib/campaigns/kept-campaign';

/** Where a running server takes and gives campaigns, on loopback only: a CSV in, everything as JSON out. */
export const CAMPAIGNS_PATH = '/internal/campaigns';

/** Characters of an answer: 2,000 campaigns with the longest texts. */
export const LARGEST_ANSWER = 16_000_000;

const count = z.int().min(0);

export const reportSchema = z.object({
	added: count,
	changed: count,
	unchanged: count,
	refused: z.array(z.object({ line: count, reason: z.string() })),
	unknownColumns: z.array(z.string())
});

export const listSchema = z.object({
	campaigns: z.array(keptCampaignSchema),
	brands: z.array(z.object({ id: z.int().min(1), name: z.string() }))
});

/** Every campaign that is kept, and the names of the brands that the host shows. */
export type CampaignList = z.output<typeof listSchema>;
