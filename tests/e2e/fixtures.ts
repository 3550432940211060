import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { startUndertone, type Undertone } from '../support/undertone';

type Fixtures = { problems: string[] };

/** Tests against the built app; one server for each worker, over a small demo. */
export const test = base.extend<Fixtures, { app: Undertone }>({
	app: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const app = await startUndertone();
			await use(app);
			await app.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: ({ app }, use) => use(app.url),
	/** Errors of the page, its console and its content policy. */
	problems: async ({ page }, use) => {
		const problems: string[] = [];
		page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error') problems.push(`console: ${message.text()}`);
		});
		await use(problems);
	}
});

/** What axe finds on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

export { expect };
