import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Every view with an address that needs nothing to be there, and the views that hold more than the plain one. */
export const VIEWS = [
	'/',
	'/?brand=1&brand=2&brand=3&brand=4&compare=previous',
	'/?chart=multiples&stack=count',
	'/?range=today',
	'/keywords',
	'/keywords?word=taste&compare=previous',
	'/messages',
	'/messages?q=taste&range=90d&sort=relevance',
	'/messages/audit',
	'/impact',
	'/impact?campaign=slow-mornings',
	'/data/campaigns',
	'/data/campaigns/slow-mornings',
	'/data',
	'/data/set-aside',
	'/saved',
	'/compare-links',
	'/compare-links?a=%2F%3Frange%3D7d&b=%2F%3Fcompare%3Dprevious',
	'/nowhere'
];

/** The page with every panel, without a wait for what streams in. */
export async function openWhole(page: Page, view: string) {
	await page.goto(view + (view.includes('?') ? '&' : '?') + 'wait=all');
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

/** The page once scripts have taken it over: only they draw a chart's cursor. */
export async function openAlive(page: Page, view: string) {
	await openWhole(page, view);
	await expect(page.locator('#sentiment-trend').getByRole('slider').first()).toBeVisible();
}
