import { expect, type Page } from '@playwright/test';

/** Marks an element that other people's text has made; no page of ours has one. */
const MARK = 'data-hostile';
const RUN = 'window.__ran=true;alert(1)';

/** What people who mean harm, and programs that mean nothing, write: as a message, a name, a tag, a keyword. */
export const HOSTILE = [
	`<img src=x onerror="${RUN}" ${MARK}>`,
	`<script ${MARK}>${RUN}</script>`,
	`</script><script ${MARK}>${RUN}</script>`,
	`</li></ol></main><h1 ${MARK}>taken over</h1>`,
	`"><a ${MARK} href="javascript:${RUN}">here</a>`,
	`'onmouseover='${RUN}' ${MARK}='`,
	`<svg ${MARK}><animate onbegin="${RUN}" attributeName=x>`,
	`{@html '<b ${MARK}>'} \${${RUN}} {{constructor}}`,
	'\u202edekcatta \u2066inside\u2069 \u200eafter',
	'\u2067\u2067\u2067never closed',
	'a\u200bz\u2060e\ufeffro',
	'\u0645\u0631\u062d\u0628\u0627 (1) < 2',
	'__proto__',
	'constructor toString hasOwnProperty',
	'=HYPERLINK("https://evil.example","open")',
	`piled ${'z\u0351\u0352\u0353'.repeat(40)}`
];

/** Half a character, in front, at the end and alone. */
export const LONE = ['\udc00 front', 'end \ud83d', '\ud800'];

declare global {
	interface Window {
		__ran?: boolean;
		__reports?: string[];
	}
}

/** What went wrong on any page since this began: dialogs, reports of the content policy, errors of scripts and of the server. */
export async function watchPage(page: Page): Promise<string[]> {
	const problems: string[] = [];
	page.on('dialog', (dialog) => {
		problems.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
	page.on('console', (message) => {
		const isMissingPage = message.text().includes('404');
		if (message.type() === 'error' && !isMissingPage) problems.push(`console: ${message.text()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 500) problems.push(`status ${response.status()}: ${response.url()}`);
	});
	await page.addInitScript(() => {
		window.__reports = [];
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			window.__reports?.push(`${violatedDirective} ${blockedURI}`)
		);
	});
	return problems;
}

/**
 * What the page as it stands lets other people's text do: elements that it made, scripts that it ran, addresses that run
 * something, marks that turn or hide what stands around it, and isolations that are left open.
 */
function findHarm(mark: string): string[] {
	const harm: string[] = [...(window.__reports ?? []).map((report) => `policy: ${report}`)];
	if (window.__ran) harm.push('it ran');
	const made = document.querySelectorAll(`[${mark}], img[src="x"], iframe, object, embed, base`);
	harm.push(...[...made].map((element) => `element: ${element.outerHTML.slice(0, 80)}`));
	for (const link of document.querySelectorAll('[href], [action], [formaction]')) {
		const address = ['href', 'action', 'formaction'].map((name) => link.getAttribute(name) ?? '').join('');
		if (/^\s*(?:javascript|data|vbscript):/i.test(address)) harm.push(`address: ${address.slice(0, 80)}`);
	}
	for (const element of document.querySelectorAll('*')) {
		const handler = [...element.attributes].find(({ name }) => name.startsWith('on'));
		if (handler) harm.push(`handler: ${handler.name}`);
	}
	const texts: string[] = [document.title];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const parent = walker.currentNode.parentElement;
		if (parent && !parent.closest('script, style, noscript, textarea'))
			texts.push(walker.currentNode.textContent ?? '');
	}
	for (const element of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [alt]')) {
		for (const name of ['aria-label', 'title', 'aria-valuetext', 'alt']) {
			texts.push(element.getAttribute(name) ?? '');
		}
	}
	for (const text of texts) {
		const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
		const closed = text.match(/\u2069/g)?.length ?? 0;
		if (/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066\u2067\ufeff]/.test(text)) {
			harm.push(`unseen marks: ${JSON.stringify(text.slice(0, 60))}`);
		}
		if (opened !== closed) harm.push(`open isolation: ${JSON.stringify(text.slice(0, 60))}`);
		if (!text.isWellFormed()) harm.push(`half a character: ${JSON.stringify(text.slice(0, 60))}`);
	}
	return harm;
}

/** Nothing that stands on the page is anything but text. @param where for the message of a failure */
export async function expectHarmless(page: Page, where: string) {
	expect(await page.evaluate(findHarm, MARK), where).toEqual([]);
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
		`${where} scrolls sideways`
	).toBe(true);
}
