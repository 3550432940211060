import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { TransportError } from './transport-error';

/** What is not on the public internet, after the special-purpose registries of RFC 6890: loopback, private, link-local, … */
const NOT_PUBLIC_V4: [string, number][] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4]
];

/** Public IPv6 is 2000::/3; of that, these carry other addresses inside them or are for documentation. */
const NOT_PUBLIC_V6: [string, number][] = [
	['::', 3],
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
	['4000::', 2],
	['8000::', 1]
];

function listOf(ranges: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
	return list;
}

const V4 = listOf(NOT_PUBLIC_V4, 'ipv4');
const V6 = listOf(NOT_PUBLIC_V6, 'ipv6');

/** A host on a network without IPv4 sees public IPv4 addresses as 64:ff9b::/96 (RFC 6052). */
const TRANSLATED = listOf([['64:ff9b::', 96]], 'ipv6');

function innerAddress(address: string): string {
	const hex = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
	const [high, low] = hex.slice(-2).map((part) => Number.parseInt(part || '0', 16));
	return [high ?? 0, low ?? 0].flatMap((pair) => [pair >> 8, pair & 255]).join('.');
}

/**
 * Whether an IP address is on the public internet. What is no address is not.
 * @example isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
	const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const family = isIP(bare);
	if (family === 4) return !V4.check(bare, 'ipv4');
	if (family !== 6) return false;
	if (TRANSLATED.check(bare, 'ipv6')) return isPublicAddress(innerAddress(bare));
	return !V6.check(bare, 'ipv6');
}

type ResolveAll = (
	name: string,
	options: { all: true; family?: number | 'IPv4' | 'IPv6' },
	done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void
) => void;

/**
 * A `lookup` for sockets that refuses a name as soon as one of its addresses is not public. It judges the very
 * addresses that the socket then connects to, so a name cannot change its mind between the check and the call.
 */
export function guardedLookup(resolveAll: ResolveAll = resolve): LookupFunction {
	return (name, options, done) => {
		resolveAll(name, { family: options.family, all: true }, (error, found) => {
			const refused = found?.find(({ address }) => !isPublicAddress(address));
			if (error) done(error, []);
			else if (refused) done(refusal(name), []);
			else if (options.all) done(null, found);
			else done(null, found[0]?.address ?? '', found[0]?.family);
		});
	};
}

function refusal(host: string): TransportError {
	return new TransportError('ADDRESS_REFUSED', `${host} is not on the public internet`);
}

/**
 * Refuse an address that stands in the URL itself: sockets look up names only.
 * @throws TransportError `ADDRESS_REFUSED`
 */
export function assertPublicHost(hostname: string): void {
	const bare = hostname.replace(/^\[|\]$/g, '');
	if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw refusal(hostname);
}
