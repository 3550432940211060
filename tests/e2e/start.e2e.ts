import { expect, test } from '@playwright/test';
import { exitOf, freePort, spawnServer } from '../support/undertone';

const WRONG = [
	{ name: 'PORT', value: 'abc', takes: 'a port from 1 to 65535' },
	{ name: 'UNDERTONE_DEMO', value: 'maybe', takes: 'on or off' },
	{ name: 'UNDERTONE_TIME_ZONE', value: 'Mars/Olympus', takes: 'an IANA time zone' },
	{ name: 'COMMUNITY_API_URL', value: 'http://127.0.0.1:1', takes: 'an https address' },
	{ name: 'UNDERTONE_DEMO_INTERACTIONS', value: '-5', takes: 'a whole number' },
	{ name: 'UNDERTONE_LOCALE', value: 'no language', takes: 'a language tag' },
	{ name: 'UNDERTONE_STORE_SECONDS', value: '0', takes: 'a whole number from 1 to 60' }
];

for (const { name, value, takes } of WRONG) {
	test(`${name}=${value} stops the start with one line that says what it takes`, async () => {
		const { child, output } = spawnServer({ PORT: String(await freePort()), [name]: value });
		expect(await exitOf(child)).toBe(1);
		const lines = output().trim().split('\n');
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(name);
		expect(lines[0]).toContain(JSON.stringify(value));
		expect(lines[0]).toContain(takes);
	});
}

test('a Node that is too old stops the start with one line that names the one needed and the way to it', async () => {
	const older = `--import=data:text/javascript,Object.defineProperty(process,'version',{value:'v22.18.0'})`;
	const { child, output } = spawnServer({ PORT: String(await freePort()), NODE_OPTIONS: older });
	expect(await exitOf(child)).toBe(1);
	expect(output().trim()).toBe(
		'Undertone needs Node 22.19 or newer and this is v22.18.0: start it by "npm start", which brings its own Node.'
	);
});

test('a secret that is wrong is not repeated', async () => {
	const { child, output } = spawnServer({ PORT: String(await freePort()), COMMUNITY_API_TOKEN: 'two words' });
	expect(await exitOf(child)).toBe(1);
	expect(output()).toContain('COMMUNITY_API_TOKEN');
	expect(output()).not.toContain('two words');
});
