import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';

const root = resolve(import.meta.dirname, '../..');
const DAY = 86_400_000;
/** A local day, counted from today. */
const day = (offset: number) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);

let directory = '';
test.beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-campaigns-'));
});
test.afterAll(() => rm(directory, { recursive: true, force: true }));

/** Run the command as `npm run campaigns -- …` does, once everything is built. */
function command(
	dataDirectory: string,
	...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
	const child = spawn(
		join(root, 'node_modules/.bin/node'),
		[join(root, 'build/scripts/campaigns.js'), ...args],
		{
			cwd: root,
			env: {
				PATH: process.env.PATH,
				INIT_CWD: directory,
				UNDERTONE_DATA_DIR: dataDirectory,
				UNDERTONE_DEMO_INTERACTIONS: '1000'
			}
		}
	);
	let [out, err] = ['', ''];
	child.stdout.on('data', (chunk) => (out += chunk));
	child.stderr.on('data', (chunk) => (err += chunk));
	return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const rowOf = (page: Page, name: string) =>
	page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function fill(page: Page, fields: { name: string; start: string; end: string }) {
	const form = page.locator('form').filter({ has: page.locator('textarea[name=hypothesis]') });
	await form.locator('[name=name]').fill(fields.name);
	await form.locator('[name=start]').fill(fields.start);
	await form.locator('[name=end]').fill(fields.end);
	return form;
}

test('no notes for launches: a campaign that is written down stands on every chart of its brands, until it is deleted', async ({
	page,
	problems
}) => {
	await page.goto('/data');
	await page.getByRole('link', { name: 'All campaigns' }).click();
	await page.getByRole('link', { name: 'Add a campaign or annotation' }).click();
	await expect(page.getByLabel('Name').first(), 'the form is below the list').toBeInViewport();
	const form = await fill(page, { name: 'Launch week', start: day(-10), end: day(-4) });
	await form.getByRole('group', { name: 'Brands' }).getByLabel('Ovelle').check();
	await form.getByRole('group', { name: 'Compared with' }).getByLabel('Saltgrove').check();
	await form.locator('[name=hypothesis]').fill('People like it more.');
	await form.getByRole('group', { name: 'Colour' }).getByLabel('Pine').check();
	await form.getByRole('button', { name: 'Add' }).click();
	await expect(page.locator('main').getByRole('status')).toHaveText('Launch week was added.');
	await expect(rowOf(page, 'Launch week')).toContainText('Written after the start');

	await page.goto('/?brand=2&wait=all');
	for (const id of ['sentiment-trend', 'volume-trend', 'coverage']) {
		const panel = page.locator(`#${id}`);
		await expect(panel.getByRole('img')).toHaveAccessibleName(/Marked: .*Launch week \(Ovelle\)/);
		await expect(panel.locator('.picture svg text', { hasText: 'Launch week' }).first()).toBeAttached();
		await expect(panel.getByRole('link', { name: /^Launch week/ })).toHaveAttribute(
			'href',
			/^\/impact\?brand=2&.*campaign=/
		);
		const note = panel.getByRole('listitem').filter({ hasText: 'Launch week' });
		await expect(note.locator('.edge'), 'in its colour, below the chart as in it').toHaveAttribute(
			'stroke',
			'var(--brand-7)'
		);
		await expect(note, 'with a name for those who do not see it').toContainText('Pine');
		await expect(note.locator('path'), 'and the symbol of its brand').toHaveAttribute(
			'fill',
			'var(--brand-2)'
		);
	}
	await page.goto('/?brand=5&wait=all');
	await expect(page.locator('#sentiment-trend').getByRole('img')).not.toHaveAccessibleName(/Launch week/);

	await page.goto('/data/campaigns');
	await page.getByRole('link', { name: 'Edit Launch week' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edit Launch week');
	await page.locator('[name=name]').fill('Opening week');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.locator('main').getByRole('status')).toHaveText('Opening week was changed.');
	await page.getByRole('link', { name: 'Edit Opening week' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edit Opening week');
	await page.getByText('Delete Opening week', { exact: true }).click();
	await page.getByRole('button', { name: 'Delete it' }).click();
	await expect(page.locator('main').getByRole('status')).toHaveText('It was deleted.');
	await expect(rowOf(page, 'Opening week')).toHaveCount(0);
	await page.goto('/?brand=2&wait=all');
	await expect(page.locator('#volume-trend').getByRole('img')).not.toHaveAccessibleName(/week/);
	expect(problems).toEqual([]);
});

test('a badge says whether a hypothesis was written before the launch, also for the campaign of the demo', async ({
	page
}) => {
	await page.goto('/data/campaigns');
	await expect(rowOf(page, 'Slow Mornings')).toContainText('Written before the start');
	await expect(rowOf(page, 'Bare Weeks')).not.toContainText('Written');
	await page.getByRole('link', { name: 'Edit Slow Mornings' }).click();
	await expect(page.getByText('takes the badge away for good')).toBeVisible();
});

async function planFromImpact(page: Page) {
	await page.goto('/impact');
	await page.getByRole('main').getByRole('link', { name: 'Slow Mornings' }).waitFor();
	await page.getByRole('link', { name: 'Plan a campaign' }).last().click();
	await expect(page).toHaveURL(/\/data\/campaigns#add$/);
	const form = page.getByRole('region', { name: 'Add a campaign or annotation' });
	await expect(form).toBeFocused();
	await expect(form.getByLabel('Name').first()).toBeInViewport();
	await page.keyboard.press('Tab');
	await expect(form.getByLabel('Name').first(), 'and its first field comes next').toBeFocused();
}

test('where do I write it down? The way to plan a campaign ends at the form and not above the list', async ({
	page
}) => {
	await planFromImpact(page);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the way to plan a campaign ends at the form, too', async ({ page }) => {
		await planFromImpact(page);
	});

	test('nothing typed is lost: a form that is refused names every field and its fix, and keeps the rest', async ({
		page
	}) => {
		await page.goto('/data/campaigns');
		const form = await fill(page, { name: '', start: '', end: day(3) });
		await form.locator('[name=hypothesis]').fill('It stays.');
		await form.locator('[name=link]').fill('http://example.com');
		await form.getByRole('group', { name: 'Brands' }).getByLabel('Fennick').check();
		const colours = form.getByRole('group', { name: 'Colour' });
		await expect(colours.getByRole('radio')).toHaveCount(9);
		const strokes = await colours
			.locator('.edge')
			.evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
		expect(new Set(strokes).size, 'each colour is seen').toBe(9);
		await colours.getByLabel('Teal').check();
		await form.getByRole('button', { name: 'Add' }).click();
		await expect(page.getByRole('alert')).toContainText('Nothing was saved yet');
		for (const fix of ['Give it a name.', 'Give the first day', 'begins with https://']) {
			await expect(form.locator('.problem', { hasText: fix })).toBeVisible();
		}
		await expect(form.locator('[name=hypothesis]')).toHaveValue('It stays.');
		await expect(form.locator('[name=end]')).toHaveValue(day(3));
		await expect(form.getByRole('group', { name: 'Brands' }).getByLabel('Fennick')).toBeChecked();
		await expect(colours.getByLabel('Teal')).toBeChecked();
	});
});

test('what was exported is imported without a change, and a bad line takes no good one with it', async ({
	page
}) => {
	await page.goto('/data/campaigns');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Export as CSV' }).click()
	]);
	const file = join(directory, 'export.csv');
	await download.saveAs(file);
	const rows = parse(await readFile(file), { bom: true, columns: true }) as { name: string }[];
	expect(rows.map(({ name }) => name)).toContain('Slow Mornings');
	const take = async (name: string, text: string | Buffer) => {
		await page
			.getByLabel('CSV file')
			.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
		await page.getByRole('button', { name: 'Import' }).click();
	};
	const help = page.locator('#file dl');
	await expect(help, 'every column of the file is told').toContainText(Object.keys(rows[0]!).join(', '));
	await expect(help).toContainText('campaign, annotation');
	await expect(page.locator('#file')).toContainText('For whoever runs this server');
	await take('export.csv', await readFile(file));
	const status = page.locator('#file').getByRole('status');
	await expect(status).toContainText(`0 added, 0 changed, ${rows.length} unchanged.`);
	await take(
		'more.csv',
		`start,name,brands,mood\n${day(5)},From a file,Ovelle|Fennick,1\n${day(5)},Bad,Fenick,1\n`
	);
	await expect(status).toContainText('1 added');
	await expect(status).toContainText('no such column is known: mood');
	await expect(status).toContainText('Line 3: brands: no brand is called "Fenick"');
	await expect(rowOf(page, 'From a file')).toContainText('Ovelle, Fennick');
});

test('campaigns come in by command while the server runs, and stand on its pages at once', async ({
	page,
	app
}) => {
	const file = join(directory, 'command.csv');
	await writeFile(
		file,
		`name,start,end,brands,comparison,hypothesis,link\nBy command,${day(-6)},${day(-2)},Saltgrove,,,\n`
	);
	const first = await command(app.dataDirectory, 'import', 'command.csv');
	expect(first).toMatchObject({ code: 0, err: '' });
	expect(first.out).toContain('1 added, 0 changed, 0 unchanged.');
	await page.goto('/?brand=5&wait=all');
	await expect(page.locator('#sentiment-trend').getByRole('img')).toHaveAccessibleName(
		/By command \(Saltgrove\)/
	);
	expect((await command(app.dataDirectory, 'import', 'command.csv')).out).toContain(
		'0 added, 0 changed, 1 unchanged.'
	);
	expect((await command(app.dataDirectory, 'list')).out).toContain('By command  (Campaign, Saltgrove)');
	await command(app.dataDirectory, 'export', 'all.csv');
	expect(await readFile(join(directory, 'all.csv'), 'utf8')).toContain('By command');
	expect((await command(app.dataDirectory, 'import', 'nothing.csv')).code).toBe(1);
	expect((await command(app.dataDirectory, 'do')).code).toBe(2);
});

test('campaigns come in by command before the server was ever started', async () => {
	const fresh = join(directory, 'fresh');
	await writeFile(join(directory, 'first.csv'), `name,start,brands\nFirst,${day(9)},Fennick\n`);
	const taken = await command(fresh, 'import', 'first.csv');
	expect(taken.code).toBe(0);
	expect(taken.out).toContain('1 added, 0 changed, 0 unchanged.');
	const list = await command(fresh, 'list');
	expect(list.out).toContain('First  (Campaign, Fennick)');
	expect(list.out).toContain('Slow Mornings');
});
