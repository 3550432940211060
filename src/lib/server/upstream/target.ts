import type { UpstreamSettings } from '$lib/server/settings';
import { assertPublicHost } from './address-guard';
import { TransportError } from './transport-error';

/** Everything that is ever asked for, below the base address; `*` is one id. */
const ENDPOINTS = [
	'community_interactions',
	'community_interactions/*',
	'conversations/*',
	'conversations/*/messages',
	'facebook_comments',
	'instagram_comments',
	'interaction/*/messages',
	'media',
	'sentiment_distribution_stats',
	'sentiment_time_series',
	'tags',
	'tiktok_comments',
	'top_keywords',
	'tweets',
	'volume_time_series',
	'youtube_comments'
];

const refuse = (message: string) => new TransportError('ORIGIN_REFUSED', message);

function wholeAddress(url: URL): string {
	return `${url.origin}${url.pathname}`;
}

/** An id is one segment that is not empty; the URL parser has resolved every step such as `..` before. */
function isEndpoint(path: string): boolean {
	const segments = path.split('/');
	return ENDPOINTS.some((endpoint) => {
		const wanted = endpoint.split('/');
		const fits = (part: string, index: number) =>
			part === segments[index] || (part === '*' && segments[index] !== '');
		return wanted.length === segments.length && wanted.every(fits);
	});
}

/**
 * Checks where a call may go: the token leaves only for the constant addresses of the configured hosts, over https
 * and to the public internet unless the development setting permits otherwise.
 * @returns a function that gives the parsed address of a call @throws TransportError `ORIGIN_REFUSED`, `ADDRESS_REFUSED`
 */
export function createTargetCheck(settings: Omit<UpstreamSettings, 'token'>): (address: string) => URL {
	const self = wholeAddress(new URL(settings.authUrl));
	const base = `${wholeAddress(new URL(settings.url)).replace(/\/$/, '')}/`;
	const isAllowed = (address: string) =>
		address === self || (address.startsWith(base) && isEndpoint(address.slice(base.length)));
	return (address) => {
		const url = URL.parse(address);
		if (url === null || url.username !== '' || url.password !== '' || !isAllowed(wholeAddress(url))) {
			throw refuse('the call does not go to an address of the configured host');
		}
		if (!settings.allowHttp) {
			if (url.protocol !== 'https:') throw refuse(`${url.origin} is not https`);
			assertPublicHost(url.hostname);
		}
		return url;
	};
}
