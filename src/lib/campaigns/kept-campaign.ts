import { z } from 'zod';
import { isLocalDay } from '$lib/calendar/local-day';
import {
	CAMPAIGN_COLOURS,
	CAMPAIGN_KINDS,
	CAMPAIGN_METRICS,
	isCampaignLink,
	LARGEST_EXPECTED,
	LONGEST_CAMPAIGN_NAME,
	LONGEST_HYPOTHESIS,
	LONGEST_LINK,
	MOST_CAMPAIGN_BRANDS
} from './campaign';

/*
 * The schemas stand apart from what pages in the browser need of a campaign: making one tries whether code may be made
 * from text, which the content policy of the pages refuses and reports.
 */
const daySchema = z.string().refine(isLocalDay);
const brandsSchema = z.array(z.int().min(1)).max(MOST_CAMPAIGN_BRANDS);
const instantSchema = z.int().min(0);

/**
 * When hypothesis, metric, expected change, brands and days were last written as they stand, as an instant and as the local day of
 * the people who wrote it. `brokenAt` is when they were changed although the campaign had begun.
 */
const registrationSchema = z.object({
	at: instantSchema,
	on: daySchema,
	brokenAt: instantSchema.nullable()
});

/**
 * A campaign or an annotation as it is kept. Days are local calendar days, both included; one day is a point in
 * time. No brands means all of them. Instants are in milliseconds since 1970. Fields of a newer Undertone stay.
 */
export const keptCampaignSchema = z
	.looseObject({
		id: z.string().regex(/^[0-9a-z][0-9a-z-]{1,63}$/),
		kind: z.enum(CAMPAIGN_KINDS),
		name: z.string().min(1).max(LONGEST_CAMPAIGN_NAME),
		start: daySchema,
		end: daySchema,
		brandIds: brandsSchema,
		/** Brands that the campaign did not touch, to compare with. */
		comparisonIds: brandsSchema,
		link: z.string().max(LONGEST_LINK).refine(isCampaignLink).nullable(),
		colour: z.enum(CAMPAIGN_COLOURS),
		/** What its people expected, in their words; empty where nothing was written. */
		hypothesis: z.string().max(LONGEST_HYPOTHESIS),
		metric: z.enum(CAMPAIGN_METRICS),
		/** The change that was expected, in points of the metric and signed; null where no number was named. */
		expected: z.number().min(-LARGEST_EXPECTED).max(LARGEST_EXPECTED).nullable().default(null),
		registration: registrationSchema.nullable(),
		createdAt: instantSchema,
		changedAt: instantSchema
	})
	.refine(({ start, end }) => start <= end);

export type KeptCampaign = z.output<typeof keptCampaignSchema>;
export type Registration = z.output<typeof registrationSchema>;
