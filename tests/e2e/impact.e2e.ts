import type { Page } from '@playwright/test';
import { startUndertone, type Undertone } from '../support/undertone';
import { expect, test as base } from './fixtures';

/** A demo large enough that what was planted shows; each test asks about days that are counted back from today. */
const test = base.extend<object, { app: Undertone }>({
	app: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const app = await startUndertone({ UNDERTONE_DEMO_INTERACTIONS: '120000' });
			await use(app);
			await app.stop();
		},
		{ scope: 'worker', timeout: 240_000 }
	]
});

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

const FENNICK = 3;
const SALTGROVE = 5;
const MINTARROW = 8;
const SLOW = '/impact?campaign=slow-mornings&wait=all';

const verdict = (page: Page) => page.getByRole('heading', { level: 1 });
const rung = (page: Page) => page.locator('[aria-current="step"]');

/** As the page writes points: a true minus, a sign, no decimals where the interval is wider than ten points. */
function points(value: number, { low, high }: { low: number; high: number }): string {
	const decimals = high - low <= 0.1 ? 1 : 0;
	const text = Math.abs(value * 100).toFixed(decimals);
	const sign = Number(text) === 0 ? '' : value < 0 ? '−' : '+';
	return `${sign}${text}`;
}

type Estimate = Record<'estimate' | 'low' | 'high' | 'peek_low' | 'peek_high', number> & {
	method: string;
	n_before: number;
	n_after: number;
	verdict: string;
};

async function estimates(page: Page, query: string): Promise<Estimate[]> {
	const response = await page.request.get(`/export/impact.json?${query}`);
	expect(response.status()).toBe(200);
	return ((await response.json()) as { estimates: Estimate[] }).estimates;
}

test('did the campaign work? The card alone says what changed, how sure one can be, and against what', async ({
	page,
	problems
}) => {
	await page.goto(SLOW);
	await expect(verdict(page)).toHaveText(
		/^Net sentiment for Fennick is clearly higher than before Slow Mornings\./
	);
	await expect(verdict(page)).toContainText('consistent with an effect of the campaign');
	await expect(rung(page)).toContainText('Clear');
	await expect(page.getByText(/^Written before launch/)).toBeVisible();
	await expect(page.getByText(/against .*Ovelle.*Saltgrove/)).toBeVisible();
	expect(await page.locator('main').innerText()).not.toMatch(/caused/i);
	expect(problems).toEqual([]);
});

test('the card says one thing and the export another: both are the same to the digit', async ({ page }) => {
	await page.goto(SLOW);
	const found = await estimates(page, 'campaign=slow-mornings');
	const shown = found.find(({ method }) => method === 'difference-in-differences')!;
	const card = page.locator('section.card');
	const range = (low: number, high: number) => `${points(low, shown)} to ${points(high, shown)}`;
	await expect(card.locator('.big')).toHaveText(new RegExp(`^\\${points(shown.estimate, shown)}\\s*points$`));
	await expect(card).toContainText(range(shown.low, shown.high));
	await expect(card).toContainText(range(shown.peek_low, shown.peek_high));
	const rated = (shown.n_before + shown.n_after).toLocaleString('en-GB');
	await expect(card).toContainText(rated);
});

test('a brand to which nothing happened is called a success: Saltgrove is hardly ever sure of a change', async ({
	page
}) => {
	const verdicts: string[] = [];
	for (const start of [60, 80, 100, 120, 140, 160]) {
		const query = `brand=${SALTGROVE}&from=${daysAgo(start)}&to=${daysAgo(start - 13)}&control=2&control=3`;
		const [, beside] = await estimates(page, query);
		verdicts.push(beside!.verdict);
		if (beside!.verdict !== "can't tell") continue;
		await page.goto(`/impact?${query}&wait=all`);
		await expect(verdict(page)).toHaveText(
			/^No change in net sentiment for Saltgrove that we can be sure of/
		);
		await expect(rung(page)).toContainText('Can’t tell');
	}
	// At most 5 % are clear by chance: three of six would be one time in five hundred.
	expect(verdicts.filter((text) => text === 'clear').length).toBeLessThanOrEqual(2);
});

test('every platform went up and the total down: the card of Bubble or Brew says so before the number', async ({
	page
}) => {
	await page.goto('/impact?campaign=bubble-or-brew&wait=all');
	await expect(verdict(page)).toHaveText(/clearly lower than before Bubble or Brew\. But on every platform/);
	await expect(page.getByRole('list', { name: 'Before you quote it' })).toContainText('the total the other');
	await expect(page.locator('#impact-windows')).toContainText('Platforms and total went opposite ways');
	await expect(page.locator('#impact-mix')).toContainText('only the mix changed');
});

test('a trend drawn from four comments: too little data is said, with what is missing and no number', async ({
	page
}) => {
	const span = `from=${daysAgo(20)}&to=${daysAgo(7)}`;
	await page.goto(`/impact?brand=${MINTARROW}&platform=youtube&${span}&wait=all`);
	await expect(verdict(page)).toHaveText(/too few to say anything|there is nothing to compare/);
	await expect(rung(page)).toContainText('Too little data');
	await expect(page.locator('.big')).toHaveCount(0);
	for (const panel of ['days', 'placebo', 'mix'])
		await expect(page.locator(`#impact-${panel} figure`), panel).toHaveCount(0);
	await expect(page.locator('#computed')).toContainText('There is no number to claim yet.');
	await expect(page.locator('#computed')).not.toContainText('Equation');
});

test('the unfinished day looks like a crash: a running campaign does not count it, and says when to look again', async ({
	page
}) => {
	const query = `brand=${FENNICK}&control=2&control=5&from=${daysAgo(8)}&to=${daysAgo(-5)}`;
	await page.goto(`/impact?${query}&wait=all`);
	await expect(verdict(page)).toHaveText(/^So far, day 9 of 14: /);
	await expect(verdict(page)).toHaveText(/Look again on \d+ \w+/);
	await expect(page.getByText('Today is not over, so it is not counted.')).toBeVisible();
	await expect(page.locator('#impact-windows').getByText('8 of 14 days')).toBeVisible();
	const [plain] = await estimates(page, query);
	const during = page.locator('#impact-windows tbody tr').nth(1);
	await expect(during).toContainText(plain!.n_after.toLocaleString('en-GB'));
});

test('was it as much as we promised? A number that was expected is answered on the card, without scripts', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/data/campaigns');
	const form = page.locator('form').filter({ has: page.locator('textarea[name=hypothesis]') });
	await form.locator('[name=name]').fill('Promised weeks');
	await form.locator('[name=start]').fill(daysAgo(420));
	await form.locator('[name=end]').fill(daysAgo(400));
	await form.getByRole('group', { name: 'Brands' }).getByLabel('Quillby').check();
	await form.getByLabel('Expected change, points').fill('a lot');
	await form.getByRole('button', { name: 'Add' }).click();
	await expect(form.locator('span.problem')).toContainText('Give points from −200 to 200');
	await expect(form.getByLabel('Expected change, points')).toHaveValue('a lot');
	await form.getByLabel('Expected change, points').fill('-90');
	await form.getByRole('button', { name: 'Add' }).click();
	await expect(page.getByRole('row', { name: /Promised weeks/ })).toContainText('−90 points expected');
	await page.getByRole('link', { name: 'Impact of Promised weeks' }).click();
	// Nothing streams without scripts: the page's own link asks for everything at once.
	await page.goto(`${page.url()}&wait=all`);
	await expect(page.getByText('Expected: −90 points')).toBeVisible();
	await expect(page.getByText('The expected change of −90 points was not reached.')).toBeVisible();
	await context.close();
});

test('the box says one number and the chart draws another: it tells the dotted level, under whole names', async ({
	page
}) => {
	const query = `brand=${FENNICK}&control=2&control=5&from=${daysAgo(8)}&to=${daysAgo(-5)}`;
	await page.goto(`/impact?${query}&wait=all`);
	const panel = page.locator('#impact-days');
	const slider = panel.getByRole('slider');
	await slider.scrollIntoViewIfNeeded();
	await slider.focus();
	const expected = panel.locator('.tooltip tr', { hasText: 'Expected' });
	const levels: string[] = [];
	for (let step = 0; step < 4; step += 1) {
		await page.keyboard.press('ArrowLeft');
		levels.push((await expected.innerText()).replace(/\s+/g, ' ').trim());
	}
	expect(levels[0]).toMatch(/^Expected, mean of the window [+−]?\d/);
	expect(new Set(levels), 'one level is drawn over all days of the campaign').toEqual(new Set([levels[0]]));
	const names = panel.locator('.tooltip .name > span');
	await expect(names.filter({ hasText: 'Comparison brands together' })).toHaveCount(1);
	const cut = await names.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
	expect(cut, 'no name is cut off').toBe(0);
});

test('the next person sees something else: a copied link opens on the same card', async ({
	page,
	browser,
	app
}) => {
	await page.goto(`${SLOW}&control=2`);
	const said = await verdict(page).innerText();
	const number = await page.locator('.big').innerText();
	await page.getByRole('button', { name: 'Copy link' }).click();
	const field = page.getByRole('dialog').locator('input[readonly]');
	const address = await field.inputValue();
	const context = await browser.newContext({ baseURL: app.url });
	const other = await context.newPage();
	await other.goto(`${address}&wait=all`);
	await expect(verdict(other)).toHaveText(said);
	expect(await other.locator('.big').innerText()).toBe(number);
	await context.close();
});

test('a number is quoted and nobody can check it: the evidence link says whether it still holds', async ({
	page
}) => {
	await page.goto(SLOW);
	const link = page.locator('#computed').getByRole('link', { name: 'Copy evidence link' });
	const address = (await link.getAttribute('href'))!;
	expect(address).toMatch(/evidence=dd\..*#computed$/);
	await page.goto(address.replace('#computed', '&wait=all'));
	await expect(page.getByRole('complementary', { name: 'This link makes a claim' })).toContainText(
		'still say so'
	);
	await page.goto(address.replace(/dd\.1\.(-?\d+)/, 'dd.1.990000').replace('#computed', '&wait=all'));
	await expect(page.getByRole('complementary', { name: 'This link makes a claim' })).toContainText(
		'Today’s numbers say'
	);
});

test('how wrong the labels may be is said, and nobody knows how wrong they are: the sum leads to an audit of these labels', async ({
	page
}) => {
	await page.goto(SLOW);
	await page.locator('#computed').getByRole('link', { name: 'Check the labels' }).click();
	await expect(page).toHaveURL(new RegExp(`/messages/audit\\?brand=${FENNICK}&`));
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		'How right are the labels of Fennick, '
	);
	await expect(page.getByRole('button', { name: 'Draw the messages' })).toBeVisible();
});

test('filters vanish without a word: comparison brands can be switched off, and the sentence says what that costs', async ({
	page
}) => {
	await page.goto(SLOW);
	await page.locator('summary', { hasText: 'Comparison brands' }).click();
	await page.getByRole('link', { name: 'Without comparison brands' }).click();
	await expect(page).toHaveURL(/control=none/);
	await expect(verdict(page)).toHaveText(
		/ changed since Slow Mornings began: up by .* Without comparison brands we can’t say why\./
	);
});

test('the link names a campaign that is gone: the page says so and lists the others', async ({ page }) => {
	await page.goto('/impact?campaign=no-such-campaign');
	await expect(page.getByText('There is no such campaign.')).toBeVisible();
	await page.getByRole('main').getByRole('table').getByRole('link', { name: 'Slow Mornings' }).click();
	await expect(verdict(page)).toHaveText(/Slow Mornings/);
});

test('charts unusable by keyboard: arrow keys walk the days, and each is spoken', async ({ page }) => {
	await page.goto(SLOW);
	const days = page.locator('#impact-days').getByRole('slider');
	await days.scrollIntoViewIfNeeded();
	await days.focus();
	await page.keyboard.press('ArrowLeft');
	const first = await days.getAttribute('aria-valuetext');
	await page.keyboard.press('ArrowLeft');
	await expect(days).not.toHaveAttribute('aria-valuetext', first!);
	await expect(page.locator('#impact-days').locator('[aria-live=polite]')).toContainText(/Fennick [+−]?\d/);
});

test('the single key P leads to the impact of campaigns', async ({ page }) => {
	await page.goto('/keywords?wait=all');
	await expect(page.getByLabel('Theme and contrast')).toBeVisible();
	await expect(async () => {
		await page.keyboard.press('p');
		await expect(page).toHaveURL(/\/impact/, { timeout: 1000 });
	}).toPass();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	for (const [what, from, to] of [
		['planned', daysAgo(-3), daysAgo(-16)],
		['judged', daysAgo(6), daysAgo(1)]
	] as const) {
		test(`what else happened in those days? A ${what} campaign names it, says where it lies, and leads to days that are clear of it`, async ({
			page
		}) => {
			await page.goto(`/impact?brand=${FENNICK}&from=${from}&to=${to}&wait=all`);
			const cautions = page.getByRole('list', { name: 'Before you quote it' });
			await expect(cautions).toContainText(/Slow Mornings \([^)]+\) lies in the days before: if it lifted/);
			await expect(cautions).not.toContainText('in the days during');
			const checks = page.locator('#impact-windows li', { hasText: 'In the days before: Slow Mornings (' });
			await expect(checks).toHaveCount(what === 'judged' ? 1 : 0);
			await cautions.getByRole('link', { name: /^Compare with .* clear of it$/ }).click();
			await expect(page).toHaveURL(/baseline_from=.*baseline_to=/);
			await expect(page.locator('section.lead')).toBeVisible();
			await expect(page.getByText('Slow Mornings (')).toHaveCount(0);
		});
	}

	test('how small a change would show? The sentence and the table of a planned campaign name the same one', async ({
		page
	}) => {
		await page.goto(`/impact?brand=${FENNICK}&from=${daysAgo(-3)}&to=${daysAgo(-16)}&wait=all`);
		const said = /a change of less than ([\d.]+) points/i.exec(await verdict(page).innerText());
		const plan = page.locator('#impact-plan');
		await expect(plan.getByRole('rowheader').first()).toHaveText(`less than ${said?.[1]} points`);
		await expect(plan).toContainText(`a change of ${said?.[1]} points or more would most likely show`);
	});

	test('the answer, its charts and its filters are all there', async ({ page }) => {
		await page.goto(SLOW);
		await expect(verdict(page)).toHaveText(/clearly higher/);
		await expect(page.locator('#impact-days .drawing .wide svg')).toBeVisible();
		await page.locator('summary', { hasText: 'During' }).click();
		await page.locator('input[name="from"]').fill(daysAgo(60));
		await page.locator('input[name="to"]').fill(daysAgo(40));
		await page.getByRole('button', { name: 'Show these days' }).first().click();
		await expect(page).toHaveURL(/from=.*&to=/);
		await expect(page).not.toHaveURL(/campaign=/);
	});
});
