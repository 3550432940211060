import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PanelError } from '$lib/errors/describe-error';
import type { Panel } from '$lib/errors/settle';
import type { SavedCount } from '$lib/server/panels/saved-counts';
import SavedFilters from './SavedFilters.svelte';

const NOW = Date.UTC(2026, 10, 28, 6, 40);
const FILTERS = ['Complaints about delivery', 'Open direct messages', 'Old brand'].map((name, index) => ({
	id: String(index),
	name,
	link: `/messages?saved=${index}`
}));
const COUNTS: SavedCount[] = [
	{ id: '0', count: 1_042, reason: null },
	{ id: '1', count: 0, reason: null },
	{ id: '2', count: null, reason: 'no-brand' }
];

type Counts = Panel<SavedCount[]>;

const told = (more: Partial<Counts & { ok: true }> = {}): Counts => ({
	ok: true,
	value: COUNTS,
	asOf: NOW,
	stale: false,
	...more
});
const failed = (more: Partial<PanelError>): Counts => ({
	ok: false,
	error: {
		code: 'upstream_timeout',
		sentence: 'The Community API took too long to answer.',
		retryHelps: true,
		retryAfter: null,
		reference: 'E1',
		...more
	} as PanelError
});

async function show(counts: Counts | Promise<Counts>, filters: typeof FILTERS | null = FILTERS, total = 3) {
	const arriving = counts instanceof Promise ? { later: counts } : { ready: counts };
	await render(SavedFilters, { filters, total, counts: arriving, timeZone: 'UTC', retry: '/' });
	const strip = () => document.querySelector<HTMLElement>('#saved-filters')!;
	const rows = () =>
		[...strip().querySelectorAll('li')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
	return { strip, rows };
}

test('each filter has its count and leads to its messages; none is zero, and unknown is no number', async () => {
	const { strip, rows } = await show(told());
	expect(rows()).toEqual([
		'Complaints about delivery 1,042 messages',
		'Open direct messages 0 messages',
		'Old brand brands not visible here'
	]);
	expect(strip().querySelector('a')!.getAttribute('href')).toBe('/messages?saved=0');
	expect(strip().textContent).toContain('as of 06:40');
});

test('the names stand there while the counts are on their way, and nothing moves when they come', async () => {
	let tell = (_: Counts) => undefined as void;
	const { strip, rows } = await show(new Promise<Counts>((resolve) => (tell = resolve)));
	expect(rows()[0]).toBe('Complaints about delivery Counting');
	const places = () => [...strip().querySelectorAll('li')].map((row) => row.getBoundingClientRect().left);
	const before = { height: strip().offsetHeight, places: places().slice(0, 2) };
	tell(told());
	await expect.poll(() => rows()[0]).toBe('Complaints about delivery 1,042 messages');
	expect({ height: strip().offsetHeight, places: places().slice(0, 2) }).toEqual(before);
});

test('one that failed leaves the others their counts', async () => {
	const { rows } = await show(told({ value: [COUNTS[0]!, { id: '1', count: null, reason: 'failed' }] }));
	expect(rows().slice(0, 2)).toEqual([
		'Complaints about delivery 1,042 messages',
		'Open direct messages not counted'
	]);
});

test('a host that fails, one that asks to wait and old numbers are told apart', async () => {
	const texts = [];
	for (const counts of [
		failed({}),
		failed({ code: 'upstream_rate_limited', retryAfter: 23 }),
		told({ stale: true })
	]) {
		const { strip } = await show(counts);
		texts.push(
			[...document.querySelectorAll<HTMLElement>('#saved-filters')]
				.at(-1)!
				.querySelector('[role=status]')!
				.textContent!.trim()
		);
		strip().remove();
	}
	expect(texts[0]).toContain('Not counted: The Community API took too long to answer.');
	expect(texts[0]).toContain('Try again');
	expect(texts[1]).toContain('the host asks us to wait 23 s');
	expect(texts[2]).toContain('06:40');
});

test('without a saved filter there is one quiet line that says how to make one', async () => {
	const { strip } = await show(told({ value: [] }), [], 0);
	expect(strip().querySelectorAll('li')).toHaveLength(0);
	expect(strip().textContent).toContain('No message filter is saved.');
	expect(strip().querySelector('a')!.getAttribute('href')).toBe('/messages');
});

test('more filters than have room are one link away', async () => {
	const { strip } = await show(told(), FILTERS, 12);
	expect(strip().textContent).toContain('All 12 saved views');
});
