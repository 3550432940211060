import { isolateText } from './isolate-text';

/** The longest name of another system that is shown whole, in graphemes. */
const LONGEST_NAME = 40;

const PLATFORM_NAMES = new Map([
	['facebook', 'Facebook'],
	['instagram', 'Instagram'],
	['tiktok', 'TikTok'],
	['twitter', 'X (Twitter)'],
	['youtube', 'YouTube'],
	['other', 'Other']
]);

const TYPE_NAMES = new Map([
	['FACEBOOK_COMMENT', 'Facebook comments'],
	['INSTAGRAM_COMMENT', 'Instagram comments'],
	['TIKTOK_COMMENT', 'TikTok comments'],
	['TWITTER_RETWEET', 'X (Twitter) reposts'],
	['YOUTUBE_COMMENT', 'YouTube comments'],
	['FACEBOOK_ADS_COMMENT', 'Facebook ad comments'],
	['INSTAGRAM_ADS_COMMENT', 'Instagram ad comments'],
	['INSTAGRAM_CONVERSATION', 'Instagram DMs'],
	['FACEBOOK_CONVERSATION', 'Facebook DMs'],
	['TWITTER_CONVERSATION', 'X (Twitter) DMs'],
	['COMMUNITY_INTERACTION', 'Community interactions']
]);

/**
 * The name of a platform key; one that is not known is shown as it came, cleaned.
 * @example platformName('twitter') // 'X (Twitter)'
 */
export function platformName(platform: string): string {
	return PLATFORM_NAMES.get(platform) ?? isolateText(platform, LONGEST_NAME);
}

/**
 * The name of an interaction type; one that is not known is shown as it came, cleaned.
 * @example typeName('INSTAGRAM_ADS_COMMENT') // 'Instagram ad comments'
 */
export function typeName(type: string): string {
	return TYPE_NAMES.get(type) ?? isolateText(type, LONGEST_NAME);
}
