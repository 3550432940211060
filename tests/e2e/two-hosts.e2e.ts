import { expect, test } from '@playwright/test';
import { startUndertone } from '../support/undertone';

const LINKS = [
	'/?wait=all&range=28d',
	'/?wait=all&brand=3&range=7d&scale=hour&q=taste',
	'/?wait=all&type=ads&range=90d'
];

test('a second Undertone shows the same numbers on the same link, and keeps them with their age', async ({
	page
}) => {
	const first = await startUndertone();
	const second = await startUndertone({
		COMMUNITY_API_URL: `${first.url.replace('localhost', '127.0.0.1')}/api`,
		COMMUNITY_AUTH_URL: `${first.url.replace('localhost', '127.0.0.1')}/api/self`,
		COMMUNITY_API_TOKEN: 'x',
		UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
	});
	const numbersOf = async (url: string) => {
		await page.goto(url);
		await expect(page.locator('#keywords')).toBeVisible();
		return page.locator('main').evaluate((main) => {
			const shown = [...main.querySelectorAll('h1, dl dd, td, tbody th')].map((cell) =>
				cell.textContent?.trim()
			);
			return shown.join('|');
		});
	};
	for (const link of LINKS) {
		const expected = await numbersOf(first.url + link);
		expect(expected).toMatch(/\d/);
		expect(await numbersOf(second.url + link)).toBe(expected);
	}
	await first.stop();
	await page.goto(second.url + LINKS[0]);
	await expect(page.locator('#keywords tbody tr').first()).toBeVisible();
	await second.stop();
});
