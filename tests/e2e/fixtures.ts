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

/** What axe finds on the page as it stands, or in parts of it: other tests have looked at the rest. */
export async function axeFindings(page: Page, parts: readonly string[] = []): Promise<string[]> {
	const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
	const { violations } = await axe
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** The same without colours, which take axe the longest and do not depend on the width of a page. */
export async function axeFindingsBesideColours(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.disableRules(['color-contrast'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** What only a theme can change, which axe finds in a part of the time. */
export async function faintColours(page: Page, parts: readonly string[] = []): Promise<string[]> {
	const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
	const { violations } = await axe.withRules(['color-contrast']).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

export { expect };
