import type { Sentiment } from '$lib/community/vocabulary';
import { DEMO_BRANDS, type DemoBrand, type Industry } from './brands';
import { cumulative, pickIndex, type Random } from './random';

/** How often people talk about a topic, before what they feel is considered. */
const TOPIC_WEIGHTS: Record<Industry, Record<string, number>> = {
	'Food and drink': {
		taste: 22,
		recipe: 4,
		price: 11,
		packaging: 7,
		delivery: 6,
		stock: 5,
		service: 4,
		ingredients: 6,
		recycling: 0.5,
		podcast: 0.15,
		general: 30
	},
	'Personal care': {
		feel: 20,
		scent: 9,
		sensitive: 4,
		price: 11,
		packaging: 7,
		delivery: 6,
		stock: 4,
		service: 4,
		ingredients: 6,
		recycling: 0.5,
		podcast: 0.15,
		general: 28
	}
};

/** Factors on a topic's weight by label, in the order negative, neutral, positive; others are 1. */
const TOPIC_TILT: Record<string, readonly [number, number, number]> = {
	taste: [0.55, 0.8, 1.35],
	recipe: [0.7, 0.95, 1.25],
	barista: [0.35, 0.8, 1.45],
	scent: [0.8, 0.8, 1.25],
	feel: [0.7, 0.8, 1.3],
	sensitive: [0.5, 0.8, 1.4],
	price: [2.2, 1, 0.5],
	packaging: [1.6, 1, 0.6],
	delivery: [2, 1, 0.5],
	stock: [1.9, 1, 0.5],
	service: [1.9, 0.9, 0.7],
	ingredients: [1.1, 1.3, 0.8]
};

/** What people write about in private more often than in public. */
const PRIVATE_FACTOR: Record<string, number> = { delivery: 4, service: 4, stock: 2, general: 0.4 };

/** The tag that a team gives a message on a topic; a topic without one is never tagged by topic. */
export const TOPIC_TAGS: Record<string, string> = {
	taste: 'Taste',
	recipe: 'Recipe',
	barista: 'Barista',
	scent: 'Scent',
	feel: 'Feel',
	sensitive: 'Sensitive skin',
	price: 'Price',
	packaging: 'Packaging',
	delivery: 'Delivery',
	stock: 'Out of stock',
	service: 'Service',
	ingredients: 'Ingredients',
	recycling: 'Recycling',
	wrapper: 'Packaging',
	microplastics: 'Ingredients',
	'slow-mornings': 'Slow Mornings',
	'bare-weeks': 'Bare Weeks',
	'bubble-or-brew': 'Bubble or Brew'
};

type TopicTable = { topics: readonly string[]; sums: Record<Sentiment, readonly number[]> };

function topicTable(brand: DemoBrand, isPrivate: boolean): TopicTable {
	const weights = { ...TOPIC_WEIGHTS[brand.industry], ...brand.topics };
	const topics = Object.keys(weights);
	const sumsOf = (label: number) =>
		cumulative(
			topics.map((topic) => {
				const factor = isPrivate ? (PRIVATE_FACTOR[topic] ?? 1) : 1;
				return (weights[topic] as number) * factor * (TOPIC_TILT[topic]?.[label] ?? 1);
			})
		);
	const [negative, neutral, positive] = [sumsOf(0), sumsOf(1), sumsOf(2)];
	return { topics, sums: { negative, neutral, positive } };
}

const TABLES = new Map(
	DEMO_BRANDS.map((brand) => [
		brand.slug,
		{ open: topicTable(brand, false), closed: topicTable(brand, true) }
	])
);

/** What somebody who feels like that writes to a brand about, in public or in private. */
export function pickTopic(
	random: Random,
	brand: DemoBrand,
	sentiment: Sentiment,
	isPrivate: boolean
): string {
	const tables = TABLES.get(brand.slug);
	const table = isPrivate ? tables?.closed : tables?.open;
	if (!table) return 'general';
	return table.topics[pickIndex(random, table.sums[sentiment])] as string;
}
