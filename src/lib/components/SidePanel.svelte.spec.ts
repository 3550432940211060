import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SidePanel from './SidePanel.svelte';

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));
const panel = () => document.querySelector<HTMLElement>('[role=dialog]');

function makeOpener(): HTMLButtonElement {
	const button = document.createElement('button');
	button.textContent = 'Open';
	document.body.append(button);
	button.focus();
	return button;
}

const propsOf = (more: { returnTo?: () => HTMLElement | null; onclose?: () => void } = {}) => ({
	open: true,
	title: 'Quillby, Mon 16 Nov 2026',
	eyebrow: 'Messages behind',
	closeLabel: 'Close',
	onclose: () => {},
	returnTo: () => null,
	children: snippet('<p><a href="#inside">A link inside</a></p>'),
	foot: snippet('<a href="#foot">Open in Messages</a>'),
	'data-drill-panel': '',
	...more
});

afterEach(() => document.querySelectorAll('button').forEach((button) => button.remove()));

test('is a dialog with its title as its name, and keeps the focus inside', async () => {
	makeOpener();
	await render(SidePanel, propsOf());
	await expect.poll(panel).not.toBeNull();
	const title = panel()!.querySelector('h2')!;
	expect(panel()!.getAttribute('aria-labelledby')).toBe(title.id);
	expect(title.textContent).toBe('Quillby, Mon 16 Nov 2026');
	await expect.poll(() => panel()!.contains(document.activeElement)).toBe(true);
	expect(panel()!.hasAttribute('data-drill-panel')).toBe(true);
});

test('Escape, the cross and a click beside it ask for the end, and nothing closes by itself', async () => {
	const onclose = vi.fn();
	await render(SidePanel, propsOf({ onclose }));
	await expect.poll(panel).not.toBeNull();
	await expect.poll(() => panel()!.contains(document.activeElement)).toBe(true);
	panel()!.querySelector<HTMLButtonElement>('button[aria-label=Close]')!.click();
	await expect.poll(() => onclose.mock.calls.length).toBe(1);
	expect(panel()).not.toBeNull();
	document.activeElement!.dispatchEvent(
		new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
	);
	await expect.poll(() => onclose.mock.calls.length).toBe(2);
});

test('the focus goes back to where it came from', async () => {
	const opener = makeOpener();
	const props = propsOf({ returnTo: () => opener });
	const { rerender } = await render(SidePanel, props);
	await expect.poll(() => panel()?.contains(document.activeElement)).toBe(true);
	await rerender({ ...props, open: false });
	await expect.poll(panel).toBeNull();
	await expect.poll(() => document.activeElement).toBe(opener);
});

test('stands at the right edge, as wide as the design, and never wider than the screen', async () => {
	await render(SidePanel, propsOf());
	await expect.poll(panel).not.toBeNull();
	await expect.poll(() => panel()!.getAnimations().length).toBe(0);
	const { right, width, height } = panel()!.getBoundingClientRect();
	expect(Math.round(right)).toBe(document.documentElement.clientWidth);
	expect(Math.round(width)).toBe(innerWidth < 768 ? document.documentElement.clientWidth : 520);
	expect(Math.round(height)).toBe(innerHeight);
});
