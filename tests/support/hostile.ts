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
 * something, marks that turn or hide what stands around it, isolations that are left open, and names from right to left
 * that turn a sentence of ours around.
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
	const isRightToLeft = (text: string) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
	// What is isolated stands as one thing in its line; what is left must not mix both directions.
	const isTurned = (text: string) => {
		const line = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
		return isRightToLeft(line) && /[A-Za-z0-9]/.test(line);
	};
	/** The text that is laid out as one line with this one: that of the next element around it that is a box. */
	const lineOf = (node: Node): string => {
		let box = node.parentElement!;
		while (!box.matches('text') && ['inline', 'contents'].includes(getComputedStyle(box).display)) {
			if (box.matches('bdi, [dir]')) return '';
			box = box.parentElement!;
		}
		if (box.closest('bdi, [dir]:not(html), option')) return '';
		if (/flex|grid/.test(getComputedStyle(box).display) && box === node.parentElement) {
			return node.textContent ?? '';
		}
		const line = box.cloneNode(true) as Element;
		for (const isolated of line.querySelectorAll('bdi, [dir], svg, script, style')) isolated.remove();
		return line.textContent ?? '';
	};
	const texts: string[] = [document.title];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const parent = walker.currentNode.parentElement;
		if (!parent || parent.closest('script, style, noscript, textarea')) continue;
		const text = walker.currentNode.textContent ?? '';
		texts.push(text);
		if (isRightToLeft(text) && isTurned(lineOf(walker.currentNode))) {
			const line = lineOf(walker.currentNode).replace(/\s+/g, ' ').slice(0, 90);
			harm.push(`turned in ${parent.tagName} ${parent.className}: ${line}`);
		}
	}
	if (isTurned(document.title)) harm.push(`turned title: ${document.title}`);
	for (const element of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [alt]')) {
		for (const name of ['aria-label', 'title', 'aria-valuetext', 'alt']) {
			const text = element.getAttribute(name) ?? '';
			texts.push(text);
			if (isTurned(text)) harm.push(`turned ${name}: ${text.slice(0, 90)}`);
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
