import { test as base, expect, type JSHandle, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { startImported, type ImportedRow } from '../support/imported';
import { startUndertone, type Undertone } from '../support/undertone';
import { textsOfEachKind } from './kinds-of-text';

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

/** Bring axe along, once for each page: it would take longer than most of its rules. It stays out of frames. */
async function bringAxe(page: Page): Promise<void> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	expect(page.frames()).toHaveLength(1);
}

/** Ask axe about elements. It describes only what is wrong: to describe what is right takes longer than to find out. */
function findingsOf(elements: JSHandle<Element[]>, question: Question): Promise<string[]> {
	const options: RunOptions = { ...question, resultTypes: ['violations'] };
	return elements.evaluate(async (include, how) => {
		// Asked about nothing, axe would look at the whole page.
		if (include.length === 0) throw new Error('there is nothing here for axe to look at');
		const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ include }, how);
		return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
	}, options);
}

async function findingsIn(page: Page, parts: readonly string[], question: Question): Promise<string[]> {
	await bringAxe(page);
	const whole = parts.length > 0 ? parts.join() : 'html';
	const elements = await page.evaluateHandle((selector) => [...document.querySelectorAll(selector)], whole);
	return findingsOf(elements, question);
}

const EVERYTHING: Question = { runOnly: { type: 'tag', values: RULES } };

/** What axe finds on the page as it stands, or in parts of it: other tests have looked at the rest. */
export function axeFindings(page: Page, parts: readonly string[] = []): Promise<string[]> {
	return findingsIn(page, parts, EVERYTHING);
}

/** The same without colours, which take axe the longest and do not depend on the width of a page. */
export function axeFindingsBesideColours(page: Page): Promise<string[]> {
	return findingsIn(page, [], { ...EVERYTHING, rules: { 'color-contrast': { enabled: false } } });
}

/** So many texts of a kind are looked at in every theme. */
const OF_A_KIND = 4;

/**
 * What only a theme can change, after axe has seen the page as a whole: whether words can be read. A list of a hundred
 * rows has few kinds of text, and axe is asked about some of each kind.
 */
export async function faintColours(page: Page, parts: readonly string[] = []): Promise<string[]> {
	await bringAxe(page);
	const within = parts.length > 0 ? parts : ['html'];
	const texts = await page.evaluateHandle(textsOfEachKind, [within, OF_A_KIND] as const);
	return findingsOf(texts, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

export { expect };
