import type { InteractionType } from '$lib/community/vocabulary';
import { demoBrand, type DemoBrand } from './brands';
import { addDays, dayNumber, daysBetween } from './days';
import { pick, pickIndex, cumulative, randomOf, type Random } from './random';

/** A post or an advertisement of a brand, under which people comment. */
export type DemoPost = PostPlace & { brand: string; platform: string; day: string; caption: string };

/** Which post it is, and where it stands. */
export type PostPlace = { id: string; permalink: string };

type Channel = { code: string; platform: string; every: number };

/** How often a brand posts, in days; direct messages and `COMMUNITY_INTERACTION` have no post. */
const CHANNELS: Partial<Record<InteractionType, Channel>> = {
	INSTAGRAM_COMMENT: { code: 'ig', platform: 'instagram', every: 2 },
	TIKTOK_COMMENT: { code: 'tt', platform: 'tiktok', every: 2 },
	FACEBOOK_COMMENT: { code: 'fb', platform: 'facebook', every: 3 },
	TWITTER_RETWEET: { code: 'tw', platform: 'twitter', every: 1 },
	YOUTUBE_COMMENT: { code: 'yt', platform: 'youtube', every: 7 },
	INSTAGRAM_ADS_COMMENT: { code: 'iga', platform: 'instagram', every: 14 },
	FACEBOOK_ADS_COMMENT: { code: 'fba', platform: 'facebook', every: 14 }
};

/** The newest post gets half of the day's comments, the one before it a quarter, and so on. */
const AGE_SUMS = cumulative([16, 8, 4, 2, 1]);

/** The brands do not all post on the same days. */
function daysSincePost(brand: DemoBrand, channel: Channel, day: string): number {
	return (dayNumber(day) + brand.slug.length * 5 + channel.code.charCodeAt(0)) % channel.every;
}

function placeOf(brand: DemoBrand, channel: Channel, day: string): PostPlace {
	const name = `${channel.code}-${day.replaceAll('-', '')}`;
	return {
		id: `${brand.slug}-${name}`,
		permalink: `https://example.com/${brand.slug}/${channel.platform}/${name}`
	};
}

/** The last five posts that a comment of this type on this day can belong to, newest first; none for messages. */
export function recentPosts(brand: DemoBrand, type: InteractionType, day: string): PostPlace[] {
	const channel = CHANNELS[type];
	if (!channel) return [];
	const newest = -daysSincePost(brand, channel, day);
	return AGE_SUMS.map((_, age) => placeOf(brand, channel, addDays(day, newest - age * channel.every)));
}

/** One of the recent posts, newer ones more often. */
export function pickPost(random: Random, posts: readonly PostPlace[]): PostPlace | null {
	return posts[pickIndex(random, AGE_SUMS)] ?? null;
}

function postOf(brand: DemoBrand, channel: Channel, day: string): DemoPost {
	const place = placeOf(brand, channel, day);
	const caption = pick(randomOf(place.id, 'caption'), brand.captions);
	return { ...place, brand: brand.name, platform: channel.platform, day, caption };
}

/** Every post that a brand published from one day to another, both included, with its caption. */
export function demoPosts(brandName: string, from: string, to: string): DemoPost[] {
	const brand = demoBrand(brandName);
	return daysBetween(from, to).flatMap((day) =>
		Object.values(CHANNELS)
			.filter((channel) => daysSincePost(brand, channel, day) === 0)
			.map((channel) => postOf(brand, channel, day))
	);
}
