import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { assertPublicHost, guardedLookup, isPublicAddress } from './address-guard';
import { createTargetCheck } from './target';

describe('isPublicAddress', () => {
	it.each([
		'1.1.1.1',
		'172.15.255.255',
		'172.32.0.1',
		'192.167.1.1',
		'223.255.255.255',
		'2606:4700::1111',
		'64:ff9b::808:808'
	])('lets %s pass', (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});

	it.each([
		'0.0.0.0',
		'10.1.2.3',
		'100.64.0.1',
		'127.0.0.1',
		'127.255.255.255',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.1.1',
		'198.18.0.1',
		'224.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::ffff:127.0.0.1',
		'::ffff:8.8.8.8',
		'fe80::1',
		'fe80::1%eth0',
		'fc00::1',
		'fd12:3456::1',
		'ff02::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'64:ff9b::7f00:1',
		'64:ff9b::a00:1',
		'[::1]',
		'localhost',
		''
	])('refuses %s', (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});
});

describe('guardedLookup', () => {
	const lookupOf = (found: LookupAddress[], error: NodeJS.ErrnoException | null = null) =>
		guardedLookup((_name, _options, done) => done(error, found));
	const run = (lookup: ReturnType<typeof lookupOf>, all: boolean) =>
		new Promise((resolve) =>
			lookup('host.test', { all }, (error, address, family) => resolve({ error, address, family }))
		);

	const open = { address: '1.1.1.1', family: 4 };
	const closed = { address: '10.0.0.1', family: 4 };

	it('gives the addresses of a public name, one or all', async () => {
		expect(await run(lookupOf([open]), true)).toMatchObject({ error: null, address: [open] });
		expect(await run(lookupOf([open]), false)).toMatchObject({ error: null, address: '1.1.1.1', family: 4 });
	});

	it('refuses a name as soon as one of its addresses is private', async () => {
		expect(await run(lookupOf([open, closed]), true)).toMatchObject({
			error: { code: 'ADDRESS_REFUSED' },
			address: []
		});
		expect(await run(lookupOf([closed]), false)).toMatchObject({ error: { code: 'ADDRESS_REFUSED' } });
	});

	it('passes on that a name is not known', async () => {
		const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
		expect(await run(lookupOf([], unknown), true)).toMatchObject({ error: unknown });
	});
});

describe('assertPublicHost', () => {
	it('refuses addresses in the URL itself, and leaves names to the lookup', () => {
		expect(() => assertPublicHost('127.0.0.1')).toThrow();
		expect(() => assertPublicHost('[::1]')).toThrow();
		expect(() => assertPublicHost(new URL('https://0x7f.1/').hostname)).toThrow();
		expect(() => assertPublicHost('1.1.1.1')).not.toThrow();
		expect(() => assertPublicHost('localhost')).not.toThrow();
	});
});

describe('createTargetCheck', () => {
	const live = { url: 'https://api.test/base', authUrl: 'https://auth.test/api/self', allowHttp: false };
	const check = createTargetCheck(live);

	it.each([
		'https://api.test/base/top_keywords',
		'https://api.test/base/community_interactions?brand_id=1&limit=20',
		'https://api.test/base/tags?brand_ids=1%2C2&limit=100',
		'https://api.test/base/interaction/dm%2F1/messages?limit=100',
		'https://api.test/base/conversations/%E2%80%AEx',
		'https://api.test/base/conversations/17/messages',
		'https://api.test/base/community_interactions/17',
		'https://api.test/base/tweets?brand_id=1&media_id=9',
		'https://auth.test/api/self'
	])('lets %s pass', (address) => {
		expect(check(address).href).toBe(address);
	});

	it.each([
		'https://elsewhere.test/base/top_keywords',
		'https://api.test.elsewhere.test/base/top_keywords',
		'https://api.test@elsewhere.test/base/top_keywords',
		'https://user:pass@api.test/base/top_keywords',
		'https://api.test:8443/base/top_keywords',
		'http://api.test/base/top_keywords',
		'https://api.test/top_keywords',
		'https://api.test/base/../admin',
		'https://api.test/base/top_keywords/../../admin',
		'https://api.test/base/openapi.json',
		'https://api.test/base/conversations/',
		'https://api.test/base/conversations/%2e%2e/admin',
		'https://api.test/base/conversations/../admin',
		'https://api.test/base/conversations/17/messages/18',
		'https://api.test/base/interaction//messages',
		'https://api.test/base/interaction/17/tags',
		'https://api.test/base/tags/17',
		'https://api.test/basetags',
		'https://auth.test/base/top_keywords',
		'https://auth.test/api/self/x',
		'//elsewhere.test/base/top_keywords',
		'/api/top_keywords',
		'file:///etc/passwd',
		''
	])('refuses %s', (address) => {
		expect(() => check(address)).toThrowError(expect.objectContaining({ code: 'ORIGIN_REFUSED' }));
	});

	it('refuses http and private addresses as the base, unless the development setting permits them', () => {
		const plain = { url: 'http://api.test', authUrl: 'http://api.test/self' };
		expect(() => createTargetCheck({ ...plain, allowHttp: false })('http://api.test/self')).toThrow(
			'not https'
		);
		expect(createTargetCheck({ ...plain, allowHttp: true })('http://api.test/self').protocol).toBe('http:');
		const near = { url: 'https://10.0.0.1', authUrl: 'https://10.0.0.1/self' };
		expect(() => createTargetCheck({ ...near, allowHttp: false })('https://10.0.0.1/self')).toThrowError(
			expect.objectContaining({ code: 'ADDRESS_REFUSED' })
		);
		expect(createTargetCheck({ ...near, allowHttp: true })('https://10.0.0.1/self').hostname).toBe(
			'10.0.0.1'
		);
	});
});
