import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedLink } from './read-link';

const SITE = 'https://undertone.example:8443';

describe('a pasted link', () => {
	it.each([
		`${SITE}/keywords?brand=1`,
		`  ${SITE}/keywords?brand=1#top `,
		'HTTPS://UNDERTONE.example:8443/keywords?brand=1',
		'http://undertone.example:8443/keywords?brand=1',
		'undertone.example:8443/keywords?brand=1',
		'/keywords?brand=1'
	])('is understood as %j', (text) => {
		const reading = readPastedLink(text, SITE);
		expect(reading).toMatchObject({ ok: true, link: { path: '/keywords' } });
		expect(reading.ok && reading.link.params.get('brand')).toBe('1');
	});

	it('may be a query alone', () => {
		expect(readPastedLink('?brand=1', SITE)).toMatchObject({ ok: true, link: { path: '/' } });
	});

	it.each([
		['', 'empty'],
		[' \n', 'empty'],
		['brands of last week', 'unreadable'],
		['javascript:alert(1)', 'unreadable'],
		['data:text/html,x', 'unreadable'],
		['//elsewhere.example/?brand=1', 'unreadable'],
		['/\\elsewhere.example/?brand=1', 'unreadable'],
		['https://', 'unreadable'],
		['https://elsewhere.example/?brand=1', 'elsewhere'],
		['https://undertone.example/?brand=1', 'elsewhere'],
		[`https://undertone.example:8443@elsewhere.example/`, 'elsewhere'],
		[`${SITE}/?q=${'x'.repeat(8_000)}`, 'too-long']
	])('%j is refused: %s', (text, reason) => {
		expect(readPastedLink(text, SITE)).toEqual({ ok: false, reason });
	});

	it('never throws and never leads to another site', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
				const reading = readPastedLink(text, SITE);
				if (reading.ok) expect(reading.link.path).toMatch(/^\//);
			})
		);
	});
});
