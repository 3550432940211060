import type { UpstreamSettings } from '$lib/server/settings';
import { assertPublicHost } from './address-guard';
import { TransportError } from './transport-error';

/** Everything that is ever asked for, below the base address. */
const ENDPOINTS = [
	'community_interactions',
	'sentiment_distribution_stats',
	'sentiment_time_series',
	'tags',
	'top_keywords',
	'volume_time_series'
];

const refuse = (message: string) => new TransportError('ORIGIN_REFUSED', message);

function wholeAddress(url: URL): string {
	return `${url.origin}${url.pathname}`;
}

/**
 * Checks where a call may go: the token leaves only for the constant addresses of the configured hosts, over https
 * and to the public internet unless the development setting permits otherwise.
 * @returns a function that gives the parsed address of a call @throws TransportError `ORIGIN_REFUSED`, `ADDRESS_REFUSED`
 */
export function createTargetCheck(settings: Omit<UpstreamSettings, 'token'>): (address: string) => URL {
	const allowed = new Set([
		wholeAddress(new URL(settings.authUrl)),
		...ENDPOINTS.map((endpoint) => wholeAddress(new URL(`${settings.url}/${endpoint}`)))
	]);
	return (address) => {
		const url = URL.parse(address);
		if (url === null || url.username !== '' || url.password !== '' || !allowed.has(wholeAddress(url))) {
			throw refuse('the call does not go to an address of the configured host');
		}
		if (!settings.allowHttp) {
			if (url.protocol !== 'https:') throw refuse(`${url.origin} is not https`);
			assertPublicHost(url.hostname);
		}
		return url;
	};
}
