import { z } from 'zod';

const shareSchema = z.number().min(0).max(1);
const daySchema = z.iso.date();

/** What a campaign or an incident does to a brand while it lasts. Everything else stays as it was. */
const effectSchema = z.object({
	/** Added to net sentiment on every platform, in shares: 0.2 is 20 points. */
	mood: z.number(),
	/** Added to the share of neutral labels on every platform. */
	neutral: z.number(),
	/** Factor on the number of interactions, on every platform. */
	volume: z.number().positive(),
	/** Further factors on single platforms. */
	volumeByPlatform: z.record(z.string(), z.number().positive()),
	/** The topic that people talk about, and how likely they do so by what they feel. */
	topic: z.string(),
	topicShare: z.object({ negative: shareSchema, neutral: shareSchema, positive: shareSchema })
});
const phaseSchema = z.object({ from: daySchema, to: daySchema, effect: effectSchema });

const campaignSchema = z.object({
	id: z.string(),
	name: z.string(),
	brand: z.string(),
	start: daySchema,
	/** The last day, included. */
	end: daySchema,
	/** When the hypothesis was written down, or null. */
	registeredOn: daySchema.nullable(),
	/** A keyword that the campaign brings. */
	keyword: z.string(),
	/** What an honest analysis must find: a better mood, nothing, or a drop that is only a change of mix. */
	truth: z.enum(['up', 'none', 'mix']),
	effect: effectSchema,
	/** What remains after the end, or null. */
	after: phaseSchema.nullable()
});

const incidentSchema = z.object({
	id: z.string(),
	name: z.string(),
	brands: z.array(z.string()).min(1),
	start: daySchema,
	end: daySchema,
	keyword: z.string(),
	phases: z.array(phaseSchema).min(1)
});

/** Everything that decides the demo, as plain JSON. Fixed at the first seed and kept in the store. */
export const demoPlanSchema = z.object({
	version: z.literal(1),
	seed: z.string(),
	firstDay: daySchema,
	/** The day of the first seed; all planted dates count back from it. */
	lastDay: daySchema,
	interactions: z.number().positive(),
	/** Interactions a day per unit of `DemoBrand.weight`, before the rhythms. */
	rate: z.number().positive(),
	campaigns: z.array(campaignSchema),
	incidents: z.array(incidentSchema)
});

export type Effect = z.infer<typeof effectSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type DemoCampaign = z.infer<typeof campaignSchema>;
export type DemoIncident = z.infer<typeof incidentSchema>;
export type DemoPlan = z.infer<typeof demoPlanSchema>;

/** The phases of campaigns and incidents that act on a brand on a day. */
export function phasesOn(plan: DemoPlan, brand: string, day: string): Phase[] {
	const phases: Phase[] = [];
	const add = (phase: Phase) => void (phase.from <= day && day <= phase.to && phases.push(phase));
	for (const campaign of plan.campaigns) {
		if (campaign.brand !== brand) continue;
		add({ from: campaign.start, to: campaign.end, effect: campaign.effect });
		if (campaign.after) add(campaign.after);
	}
	for (const incident of plan.incidents) if (incident.brands.includes(brand)) incident.phases.forEach(add);
	return phases;
}
