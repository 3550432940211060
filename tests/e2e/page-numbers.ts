import type { Page } from '@playwright/test';
import { expect } from './fixtures';

export const trendOf = (page: Page) => page.locator('#sentiment-trend').getByRole('slider');

/** The page has taken over, no navigation runs, and no panel waits for newer numbers. */
export async function untilSettled(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Search commands' })).toBeVisible();
	await expect(page.locator('main.navigating, main [aria-busy="true"], main .skeleton')).toHaveCount(0);
	await expect(page.locator('main dl', { hasText: 'loading' })).toHaveCount(0);
}

/** Keys mean something once the page's scripts have taken over: then the trend can be walked. */
export async function openReady(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(trendOf(page)).toBeVisible();
	await untilSettled(page);
}

/** Everything that the page counts: the sentence on top, the key numbers, and the tables behind the charts. */
export async function numbersOf(page: Page): Promise<string[]> {
	await untilSettled(page);
	const numbers = await page
		.locator('main h1, main dl, main section[aria-labelledby] table')
		.evaluateAll((parts) =>
			parts
				.filter((part) => part.closest('.tooltip') === null)
				.map((part) => part.textContent?.replace(/\s+/g, ' ').trim() ?? '')
		);
	expect(numbers.length).toBeGreaterThan(4);
	expect(numbers.filter((text) => text.includes('could not be loaded'))).toEqual([]);
	return numbers;
}
