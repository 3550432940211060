import { test as base, expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
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

/** The parts of axe that a page is asked for: by the tags of its rules, or by their names. */
type Question = Pick<RunOptions, 'runOnly' | 'rules'>;

/**
 * Ask axe inside the page, where it stays: to bring it along each time takes longer than most of its rules. It
 * describes only what is wrong, since to describe what is right takes it longer than to find out. The pages have no
 * frames, in which it would have to be asked as well.
 * @param parts selectors of the parts to look at; none for the whole page
 */
async function findingsOf(page: Page, parts: readonly string[], question: Question): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	expect(page.frames()).toHaveLength(1);
	const context = { include: parts.length > 0 ? [...parts] : ['html'] };
	const options: RunOptions = { ...question, resultTypes: ['violations'] };
	return page.evaluate(
		async ([within, how]) => {
			const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within, how);
			return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
		},
		[context, options] as const
	);
}

const EVERYTHING: Question = { runOnly: { type: 'tag', values: RULES } };

/** What axe finds on the page as it stands, or in parts of it: other tests have looked at the rest. */
export function axeFindings(page: Page, parts: readonly string[] = []): Promise<string[]> {
	return findingsOf(page, parts, EVERYTHING);
}

/** The same without colours, which take axe the longest and do not depend on the width of a page. */
export function axeFindingsBesideColours(page: Page): Promise<string[]> {
	return findingsOf(page, [], { ...EVERYTHING, rules: { 'color-contrast': { enabled: false } } });
}

/** What only a theme can change, which axe finds in a part of the time. */
export function faintColours(page: Page, parts: readonly string[] = []): Promise<string[]> {
	return findingsOf(page, parts, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

export { expect };
