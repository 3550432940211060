import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { startImported, type ImportedRow } from '../support/imported';
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

/** The same tests over rows of their own, on a day of their own. */
export const testOver = (rows: readonly ImportedRow[], date: string) =>
	test.extend<object, { app: Undertone }>({
		app: [
			// eslint-disable-next-line no-empty-pattern
			async ({}, use) => {
				const app = await startImported(rows, date);
				await use(app);
				await app.stop();
			},
			{ scope: 'worker' }
		]
	});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Axe, told to stay in this page: it would open another one to sum up, and leave this one without frames meanwhile. It
 * describes only what is wrong, since to describe what is right takes it longer than to find out.
 */
function axeOn(page: Page, parts: readonly string[]): AxeBuilder {
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	return parts.reduce((builder, part) => builder.include(part), axe);
}

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** What axe finds on the page as it stands, or in parts of it: other tests have looked at the rest. */
export function axeFindings(page: Page, parts: readonly string[] = []): Promise<string[]> {
	return findingsOf(axeOn(page, parts).withTags(RULES));
}

/** The same without colours, which take axe the longest and do not depend on the width of a page. */
export function axeFindingsBesideColours(page: Page): Promise<string[]> {
	return findingsOf(axeOn(page, []).withTags(RULES).disableRules(['color-contrast']));
}

/** What only a theme can change, which axe finds in a part of the time. */
export function faintColours(page: Page, parts: readonly string[] = []): Promise<string[]> {
	return findingsOf(axeOn(page, parts).withRules(['color-contrast']));
}

export { expect };
