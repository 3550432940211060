import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { freePort, startUndertone } from '../support/undertone';
import { axeFindings, expect, faintColours, test } from './fixtures';
import { numbersOf, openReady, untilSettled } from './page-numbers';

test.use({ viewport: { width: 1440, height: 900 } });

const dialog = (page: Page) => page.getByRole('dialog');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What the filter bar says: each filter with its value. */
const filtersOf = (page: Page) => page.locator('form .bar summary:not(.button)').allInnerTexts();

/** Before the scripts have come, buttons are links to pages that do the same. */
const scripted = (page: Page) =>
	expect(page.getByRole('button', { name: 'Copy link', exact: true })).toBeVisible();

/** Open the links of the page and take one of them from its field. */
async function linkOf(page: Page, kind: 'Live link' | 'Pinned link'): Promise<string> {
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await dialog(page).getByRole('radio', { name: kind }).check();
	const link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();
	return link;
}

async function saveAs(page: Page, name: string): Promise<void> {
	await scripted(page);
	await page.getByRole('link', { name: 'Save view', exact: true }).click();
	await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name);
	await dialog(page).getByRole('button', { name: 'Save view' }).click();
}

test('a name that is typed does other things: it goes into the field as soon as the form stands there', async ({
	page
}) => {
	await openReady(page, '/?range=7d&brand=1');
	await scripted(page);
	await page.getByRole('link', { name: 'Save view', exact: true }).click();
	const name = dialog(page).getByRole('textbox', { name: 'Name' });
	await expect(name).toBeFocused();
	await page.keyboard.type('team two');
	await expect(name).toHaveValue('team two');
	await expect(page).toHaveURL(/range=7d/);
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();
});

test('the link drops part of the state: the next person sees the same filters, hidden lines and numbers', async ({
	page,
	browser
}) => {
	await openReady(
		page,
		'/?brand=1&brand=2&brand=3&range=last-quarter&tz=America%2FNew_York&week=sunday&scale=week' +
			'&type=comments&q=taste%2Cprice&compare=year&match=date&score=positive&stack=count&complete=true'
	);
	await page.locator('#sentiment-trend').getByTitle('Hide Ovelle').click();
	await expect(page).toHaveURL(/hide=2/);
	const expected = { numbers: await numbersOf(page), filters: await filtersOf(page) };
	expect(expected.numbers.join()).not.toContain('Nothing matches');
	for (const kind of ['Live link', 'Pinned link'] as const) {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
		const next = await context.newPage();
		await openReady(next, await linkOf(page, kind));
		expect(await numbersOf(next)).toEqual(expected.numbers);
		expect(await filtersOf(next)).toEqual(expected.filters);
		await expect(next.locator('#sentiment-trend').getByTitle('Show Ovelle')).toBeVisible();
		await expect(next.getByRole('status').filter({ hasText: 'could not be used' })).toHaveCount(0);
		await context.close();
	}
});

test('what is copied is the link that is shown, with what the next person sees', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/?range=7d&platform=tiktok');
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(dialog(page)).toContainText('Opens on the last 7 days, whenever it is opened.');
	await expect(dialog(page)).toContainText(/Platforms\s*TikTok/);
	await expect(dialog(page)).toContainText('All brands, also those that are added later');
	await dialog(page).getByRole('radio', { name: 'Pinned link' }).check();
	await expect(dialog(page)).toContainText('The eight brands of today');
	await dialog(page).getByRole('button', { name: 'Copy pinned link' }).click();
	await expect(dialog(page).getByRole('status')).toHaveText('Copied');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue());
	expect(copied).toMatch(
		/brand=1&.*brand=8&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&tz=UTC&week=monday&platform=tiktok$/
	);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Copy link', exact: true })).toBeFocused();

	// Where the browser refuses the clipboard, the link is selected and the reader is told.
	await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await dialog(page).getByRole('radio', { name: 'Live link' }).check();
	await dialog(page).getByRole('button', { name: 'Copy live link' }).click();
	await expect(dialog(page).getByRole('status')).toContainText('Ctrl+C');
	const field = dialog(page).getByRole('textbox', { name: 'Link' });
	const selected = await field.evaluate((input: HTMLInputElement) =>
		input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
	);
	expect(selected).toBe(await field.inputValue());
});

test('filters vanish on refresh: they survive it, and the way to another view and back', async ({ page }) => {
	await openReady(page, '/');
	await page.locator('summary', { hasText: 'Platforms' }).click();
	await page.getByRole('checkbox', { name: 'TikTok', exact: true }).check();
	await page.locator('details[open]').getByRole('button', { name: 'Show' }).click();
	await expect(page).toHaveURL(/\?platform=tiktok$/);
	await page.locator('summary', { hasText: 'Dates' }).click();
	await page.getByRole('link', { name: 'Last quarter' }).click();
	await expect(page).toHaveURL(/range=last-quarter/);
	const [numbers, filters, address] = [await numbersOf(page), await filtersOf(page), page.url()];
	await page.reload();
	expect(await numbersOf(page)).toEqual(numbers);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keywords' }).click();
	await expect(page).toHaveURL(/\/keywords\?range=last-quarter&platform=tiktok$/);
	expect(await filtersOf(page)).toEqual(filters);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
	await expect(page).toHaveURL(address);
	expect(await numbersOf(page)).toEqual(numbers);
});

test('Back floods: hovering, typing and menus leave nothing behind', async ({ page }) => {
	await openReady(page, '/');
	const chart = page.locator('#sentiment-trend .canvas svg');
	await expect(chart).toBeVisible();
	const entries = () => page.evaluate(() => history.length);
	const before = await entries();
	const box = await chart.boundingBox();
	for (let step = 1; box && step < 10; step += 1) {
		await page.mouse.move(box.x + (box.width * step) / 10, box.y + box.height / 2);
	}
	await page.locator('summary', { hasText: 'Brands' }).click();
	await page.keyboard.press('Escape');
	await linkOf(page, 'Pinned link');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keywords' }).click();
	await expect(page).toHaveURL(/\/keywords$/);
	await page.getByRole('searchbox', { name: /find/i }).pressSequentially('taste');
	await expect(page).toHaveURL(/find=taste/);
	expect(await entries()).toBe(before + 1);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
});

test('Back resets everything: it undoes one choice at a time, and Forward brings each of them back', async ({
	page
}) => {
	await openReady(page, '/');
	const trail = [page.url()];
	const choose = async (act: () => Promise<void>, expected: RegExp) => {
		await act();
		await expect(page).toHaveURL(expected);
		trail.push(page.url());
	};
	const trend = page.locator('#sentiment-trend');
	await choose(() => trend.getByRole('link', { name: 'Count', exact: true }).click(), /chart=stacked/);
	await choose(() => trend.getByRole('link', { name: 'Line', exact: true }).click(), /\/$/);
	await choose(() => trend.getByTitle('Hide Ovelle').click(), /hide=2$/);
	await choose(() => trend.getByTitle('Hide Fennick').dblclick(), /hide=1&hide=2&hide=4/);
	await expect(trend.getByTitle(/^Hide /), 'a double click leaves one line').toHaveCount(1);
	expect(await trend.locator('thead th').allTextContents()).toEqual(['When', 'Fennick', 'n']);
	const entries = await page.evaluate(() => history.length);
	for (const address of trail.slice(0, -1).reverse()) {
		await page.goBack();
		await expect(page).toHaveURL(address);
	}
	await expect(trend.getByTitle(/^Hide /)).toHaveCount(8);
	for (const address of trail.slice(1)) {
		await page.goForward();
		await expect(page).toHaveURL(address);
	}
	await expect(trend.getByTitle(/^Hide /)).toHaveCount(1);
	expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('the pinned link keeps its days, the live link moves on, and a saved view is still there', async ({
	page
}) => {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-links-'));
	const environment = { UNDERTONE_DATA_DIR: directory, UNDERTONE_DEMO_INTERACTIONS: '5000' };
	const today = await startUndertone(environment);
	await openReady(page, `${today.url}/?range=last-month&type=comments`);
	const [pinned, live] = [await linkOf(page, 'Pinned link'), await linkOf(page, 'Live link')];
	const [numbers, filters] = [await numbersOf(page), await filtersOf(page)];
	await saveAs(page, 'Month');
	await expect(page).toHaveURL(/\?saved=\w+$/);
	const saved = page.url();
	expect(await numbersOf(page)).toEqual(numbers);
	await today.stop();

	const clock = 'const%20now=Date.now;Date.now=()=>now()+40*864e5';
	const later = await startUndertone({
		...environment,
		NODE_OPTIONS: `--import=data:text/javascript,${clock}`
	});
	try {
		const moved = (link: string) => link.replace(today.url, later.url);
		await openReady(page, moved(pinned));
		expect(await numbersOf(page)).toEqual(numbers);
		expect(await filtersOf(page)).toEqual(filters);
		for (const link of [live, saved]) {
			await openReady(page, moved(link));
			await expect(page.locator('summary', { hasText: 'Types' })).toContainText('Organic comments');
			expect((await filtersOf(page))[1]).not.toBe(filters[1]);
			expect(await numbersOf(page)).not.toEqual(numbers);
		}
		await page.locator('summary', { hasText: 'Month' }).click();
		await expect(page.getByRole('link', { name: 'Month' })).toHaveAttribute('aria-current', 'true');
	} finally {
		await later.stop();
		await rm(directory, { recursive: true, force: true });
	}
});

test('a saved view can be named, found, renamed and deleted, and a link to a deleted one says so', async ({
	page
}) => {
	await openReady(page, '/?range=last-month&brand=1');
	const numbers = await numbersOf(page);
	await saveAs(page, 'Morning');
	await expect(page).toHaveURL(/\/\?saved=\w+$/);
	const link = page.url();
	expect(await numbersOf(page)).toEqual(numbers);
	await page.goto('/keywords?range=90d');
	await saveAs(page, ' MORNING ');
	await expect(dialog(page).getByRole('alert')).toContainText('There is a view with this name already');
	await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue(' MORNING ');
	await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Words');
	await dialog(page).getByRole('button', { name: 'Save view' }).click();
	await expect(page).toHaveURL(/\/keywords\?saved=\w+$/);

	await page.locator('summary', { hasText: 'Words' }).last().click();
	await page
		.getByRole('listitem')
		.getByRole('link', { name: /^Morning/ })
		.click();
	await expect(page).toHaveURL(link);
	await page.goto('/saved');
	const row = page.getByRole('listitem').filter({ hasText: 'Morning' });
	await expect(row).toContainText('Tarn & Moss');
	await row.locator('summary', { hasText: 'Rename' }).click();
	await row.getByRole('textbox', { name: 'New name' }).fill('Evening');
	await row.getByRole('button', { name: 'Rename' }).click();
	await expect(page.getByRole('link', { name: 'Evening' })).toHaveAttribute(
		'href',
		new URL(link).search.replace('?', '/?')
	);
	const renamed = page.getByRole('listitem').filter({ hasText: 'Evening' });
	await renamed.locator('summary', { hasText: 'Delete' }).click();
	await renamed.getByRole('button', { name: 'Delete this view' }).click();
	await expect(page.getByRole('link', { name: 'Evening' })).toHaveCount(0);
	await page.goto(link);
	await expect(page.getByRole('status').filter({ hasText: 'could not be used' })).toContainText(
		'there is no such saved view here'
	);
	await expect(heading(page)).toContainText('eight brands');
});

test('what a link says itself wins over the saved view that it names', async ({ page }) => {
	await openReady(page, '/?range=7d&brand=1&platform=tiktok');
	await saveAs(page, 'Overridden');
	await expect(page).toHaveURL(/saved=\w+$/);
	await page.goto(`${page.url()}&platform=instagram`);
	await expect(page.locator('summary', { hasText: 'Platforms' })).toContainText('Instagram');
	await expect(page.locator('summary', { hasText: 'Brands' })).toContainText('Tarn & Moss');
	await page.getByRole('link', { name: 'Count', exact: true }).first().click();
	await expect(page).toHaveURL(/\/\?brand=1&range=7d&platform=instagram&chart=stacked$/);
});

test('without scripts the two links are links, and views can be saved, renamed and deleted', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	await page.goto(`${app.url}/?range=7d&wait=all`);
	await page.locator('summary', { hasText: 'Copy link' }).click();
	await expect(page.getByRole('link', { name: 'Live link' })).toHaveAttribute('href', '/?range=7d');
	await expect(page.getByRole('link', { name: 'Pinned link' })).toHaveAttribute(
		'href',
		/from=.*&tz=UTC&week=monday$/
	);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Save view', exact: true }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Plain');
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page).toHaveURL(/\/\?saved=\w+$/);
	await page.goto(`${app.url}/saved?range=90d&on=%2F`);
	await page.getByRole('textbox', { name: 'Name' }).fill('plain');
	await page.getByRole('button', { name: 'Save view' }).click();
	await expect(page.getByRole('alert')).toContainText('There is a view with this name already');
	await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('plain');
	await page.goto(`${app.url}/saved`);
	const row = page.getByRole('listitem').filter({ hasText: 'Plain' });
	await row.locator('summary', { hasText: 'Rename' }).click();
	await row.getByRole('textbox', { name: 'New name' }).fill('Simple');
	await row.getByRole('button', { name: 'Rename' }).click();
	const renamed = page.getByRole('listitem').filter({ hasText: 'Simple' });
	await renamed.locator('summary', { hasText: 'Delete' }).click();
	await renamed.getByRole('button', { name: 'Delete this view' }).click();
	await expect(page.getByRole('link', { name: 'Simple' })).toHaveCount(0);
	await context.close();
});

test('a link that programs would cut becomes a short one by saving it', async ({ page }) => {
	const words = Array.from({ length: 100 }, (_, index) => `omit=a-rather-long-keyword-${index}`);
	await page.goto(`/?${words.join('&')}`);
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(dialog(page)).toContainText(/This link has [23],\d{3} characters/);
	await dialog(page).getByRole('link', { name: 'Save it as a view' }).click();
	await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Many words');
	await dialog(page).getByRole('button', { name: 'Save view' }).click();
	await expect(page).toHaveURL(/\/\?saved=\w+$/);
	const link = await linkOf(page, 'Live link');
	expect(link).toBe(page.url());
});

test('numbers and dates read wrong abroad: they follow the setting, from the first paint on and for everybody', async ({
	page
}) => {
	const app = await startUndertone({ UNDERTONE_LOCALE: 'de-DE', UNDERTONE_DEMO_INTERACTIONS: '5000' });
	try {
		const address = `${app.url}/?range=last-quarter&scale=week&split=none`;
		const served = (await (await page.request.get(`${address}&wait=all`)).text()).replace(/<[^>]*>/g, ' ');
		await openReady(page, address);
		const numbers = await numbersOf(page);
		for (const text of [served, numbers.join(' ')]) {
			expect(text).toMatch(/\d{2},\d\s*%/);
			expect(text).not.toMatch(/\d{2}\.\d\s*%/);
		}
		expect(numbers.join(' ')).toMatch(/\d{1,2}\.–\d{1,2}\. \p{L}+\.? 20\d\d|\d{1,2}\. \p{L}+/u);
		// From here on the browser writes them by itself.
		await page.locator('summary', { hasText: 'Dates' }).click();
		await page.getByRole('link', { name: 'Last 12 months' }).click();
		await expect(page).toHaveURL(/range=12mo/);
		await untilSettled(page);
		await expect(page.locator('main dl').last()).toContainText(/Volume\s*[1-9]\.\d{3}(?!\d)/);
	} finally {
		await app.stop();
	}
});

test('the week starts on the wrong day: it starts as the setting’s country has it, and a pinned link keeps it', async ({
	page
}) => {
	const app = await startUndertone({ UNDERTONE_LOCALE: 'en-US', UNDERTONE_DEMO_INTERACTIONS: '5000' });
	try {
		await openReady(page, `${app.url}/?range=last-week`);
		await expect(page.locator('footer').last()).toContainText('weeks start on Sunday');
		const pinned = new URL(await linkOf(page, 'Pinned link')).searchParams;
		expect(new Date(`${pinned.get('from')}T00:00:00Z`).getUTCDay(), 'the first day is a Sunday').toBe(0);
		expect(new Date(`${pinned.get('to')}T00:00:00Z`).getUTCDay(), 'the last day is a Saturday').toBe(6);
		expect(pinned.get('week')).toBe('sunday');
		const live = await linkOf(page, 'Live link');
		expect(live, 'the setting is everybody’s').not.toContain('week=');
		await openReady(page, `${app.url}/?range=last-week&week=monday`);
		await expect(page.locator('footer').last()).toContainText('weeks start on Monday');
		expect(await linkOf(page, 'Live link')).toContain('week=monday');
	} finally {
		await app.stop();
	}
});

test('a damaged file of saved views is kept, and what is whole in it goes on', async ({ page }) => {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-damage-'));
	const whole = { id: 'wholeview', name: 'Whole', path: '/', query: 'range=7d', createdAt: 0, changedAt: 0 };
	const text = JSON.stringify({ version: 1, views: [{ id: 'broken' }, whole] });
	await writeFile(join(directory, 'records.json'), text);
	const app = await startUndertone({ UNDERTONE_DATA_DIR: directory, UNDERTONE_DEMO: 'off' });
	try {
		await page.goto(`${app.url}/saved`);
		await expect(page.getByText('It was kept as records.damaged-1.json')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Whole' })).toBeVisible();
		expect(await readFile(join(directory, 'records.damaged-1.json'), 'utf8')).toBe(text);
	} finally {
		await app.stop();
		await rm(directory, { recursive: true, force: true });
	}
});

test('two links side by side say which filters differ and which numbers changed', async ({ page, app }) => {
	const [first, second] = [
		'/?brand=1&brand=2&range=last-quarter',
		`${app.url}/?brand=2&brand=3&range=last-quarter&platform=instagram`
	];
	await page.goto(first);
	const [net = ''] = await page.locator('dl dd b, dl dd').allInnerTexts();
	await page.goto('/compare-links');
	await page.getByRole('combobox', { name: 'First link' }).fill(first);
	await page.getByRole('combobox', { name: 'Second link' }).fill(second);
	await page.getByRole('button', { name: 'Compare' }).click();
	const filters = page.getByRole('region', { name: 'What differs in the filters' });
	await expect(filters.getByRole('row')).toHaveCount(3);
	await expect(filters.getByRole('row', { name: 'Brands' })).toContainText('Tarn & Moss, Ovelle');
	await expect(filters.getByRole('row', { name: 'Platforms' })).toContainText(/All\s*Instagram/);
	const numbers = page.locator('#link-numbers');
	const cells = numbers.getByRole('row', { name: 'Net sentiment' }).getByRole('cell');
	const [one, other, difference] = (await cells.allInnerTexts()).map((text) =>
		Number((/[+−]?[\d.]+/.exec(text)?.[0] ?? 'NaN').replace('−', '-'))
	);
	expect(net).toContain(String(one));
	// Each of the three is rounded by itself, to whole points at the most.
	expect(Math.abs((difference ?? NaN) - ((other ?? NaN) - (one ?? NaN)))).toBeLessThanOrEqual(1.5);
	await expect(numbers.getByRole('row', { name: 'Tarn & Moss' })).toContainText('not in this link');
	await expect(numbers.getByRole('row', { name: 'Ovelle' })).toContainText('rated');
	await page.getByRole('link', { name: 'Swap the two' }).click();
	await expect(page.getByRole('combobox', { name: 'First link' })).toHaveValue(second);
});

test('a pasted link of another site is refused, and nobody calls it', async ({ page }) => {
	let calls = 0;
	const port = await freePort();
	const stranger = createServer((_, response) => {
		calls += 1;
		response.end();
	}).listen(port, '127.0.0.1');
	const pasted = encodeURIComponent(`http://127.0.0.1:${port}/?brand=1`);
	await page.goto(`/compare-links?a=${pasted}&b=${encodeURIComponent('javascript:alert(1)')}`);
	await expect(page.getByText('This link belongs to another site.')).toBeVisible();
	await expect(page.getByText('This is not a link.')).toBeVisible();
	stranger.close();
	expect(calls).toBe(0);
});

test('axe finds nothing in links and saved views, light and dark, and nothing scrolls sideways at 360', async ({
	page,
	problems
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openReady(page, '/?range=7d&brand=1');
	await saveAs(page, 'Seen by axe');
	await expect(page).toHaveURL(/saved=/);
	const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	for (const width of [1440, 360]) {
		/** The whole page once, and at one width what the other theme can change; what a menu covers is no target. */
		const look = async (what: string, menu: string | null = null) => {
			await page.emulateMedia({ colorScheme: 'light' });
			const findings = await axeFindings(page);
			const isCovered = (finding: string) => menu !== null && finding.startsWith('target-size: ');
			expect(
				findings.filter((finding) => !isCovered(finding)),
				what
			).toEqual([]);
			if (menu !== null) expect(await axeFindings(page, [menu]), `${what}, the menu`).toEqual([]);
			expect(await overflow(), what).toBe(0);
			if (width !== 1440) return;
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await faintColours(page), `${what}, dark`).toEqual([]);
		};
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/?range=7d&brand=1');
		await untilSettled(page);
		await page.getByRole('button', { name: 'Copy link', exact: true }).click();
		await expect(dialog(page)).toBeVisible();
		await look(`links at ${width}`);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		// On a phone the menu of views saves this one, too.
		if (width === 360) await page.locator('summary', { hasText: 'Views' }).last().click();
		const save = width === 360 ? 'Save this view' : 'Save view';
		await page.getByRole('link', { name: save, exact: true }).click();
		await expect(dialog(page)).toBeVisible();
		await look(`saving at ${width}`);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		await page.locator('summary', { hasText: 'Views' }).last().click();
		await expect(page.getByRole('link', { name: 'Seen by axe' })).toBeVisible();
		await look(`views at ${width}`, width === 360 ? 'details[open]' : null);
		await page.goto('/saved?range=90d&on=%2Fkeywords');
		await page.locator('summary', { hasText: 'Rename' }).first().click();
		await look(`saved views at ${width}`);
		await page.goto('/compare-links?a=%2F%3Frange%3D7d&b=%2F%3Frange%3D90d%26scale%3Dyear');
		await expect(page.locator('#link-numbers table').first()).toBeVisible();
		await look(`two links at ${width}`);
	}
	expect(problems).toEqual([]);
});
