import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exitOf, startUndertone, type Undertone } from './undertone';

/**
 * Four brands of which everything is known, from 1 July to 28 September 2026.
 *
 * Alder has 60 rated comments a day, 30 on either platform, of which 36 are positive, 12 neutral and 12 negative but
 * for small steps from day to day. On `FALL` 40 more come on TikTok, all negative, and all about the wrapper.
 * Birch has 60 rated comments a day, and from `MESSAGES_FROM` on 40 direct messages a day that nobody rates.
 * Cedar has three comments a day, and three of them are negative on `FALL`, which means nothing.
 * Dogwood has 50 comments a day on TikTok, as many positive as negative, and 10 on Instagram, all positive: it stands
 * lower than it would with the platforms of the others.
 */
export const FALL = '2026-09-17';
const MESSAGES_FROM = '2026-09-10';
export const VIEW = 'from=2026-09-01&to=2026-09-28';

const FIRST_DAY = Date.UTC(2026, 6, 1);
const DAYS = 90;
const DAY = 86_400_000;
const MINUTE = 60_000;

type Row = [brand: string, type: string, text: string, sentiment: string, at: number];

const WORDS = {
	positive: ['lovely colour', 'fast delivery', 'great taste', 'my favourite', 'so soft', 'well made'],
	neutral: ['which size', 'open on Sunday', 'made where', 'new shop'],
	negative: ['too expensive', 'late parcel', 'wrong size', 'cold reply']
};
type Sentiment = keyof typeof WORDS;

/** So many comments of a brand on a day, the sentiments dealt out evenly over both platforms. */
function comments(brand: string, day: number, counts: Record<Sentiment, number>): Row[] {
	const kinds = (Object.keys(WORDS) as Sentiment[]).flatMap((kind) =>
		Array.from({ length: counts[kind] }, (_, at) => ({ kind, at }))
	);
	return kinds.map(({ kind, at }, index) => [
		brand,
		index % 2 === 0 ? 'INSTAGRAM_COMMENT' : 'TIKTOK_COMMENT',
		`${WORDS[kind][at % WORDS[kind].length]} ${brand} ${index}`,
		kind,
		day + 8 * 60 * MINUTE + index * MINUTE
	]);
}

function rowsOf(day: number, place: number): Row[] {
	const isFall = day === Date.parse(FALL);
	const step = ((place * 5) % 7) - 3;
	const usual = { positive: 36 + step, neutral: 12, negative: 12 - step };
	const rows = [
		...comments('Alder', day, usual),
		...comments('Birch', day, usual),
		...comments(
			'Cedar',
			day,
			isFall ? { positive: 0, neutral: 0, negative: 3 } : { positive: 2, neutral: 1, negative: 0 }
		)
	];
	for (let at = 0; at < 60; at += 1) {
		const isTikTok = at < 50;
		const sentiment = isTikTok && at % 2 === 0 ? 'negative' : 'positive';
		const type = isTikTok ? 'TIKTOK_COMMENT' : 'INSTAGRAM_COMMENT';
		rows.push(['Dogwood', type, `the walnut shelf ${at}`, sentiment, day + (600 + at) * MINUTE]);
	}
	if (isFall) {
		for (let at = 0; at < 40; at += 1) {
			const text = `the wrapper came open ${at}`;
			rows.push(['Alder', 'TIKTOK_COMMENT', text, 'negative', day + (900 + at) * MINUTE]);
		}
	}
	if (day >= Date.parse(MESSAGES_FROM)) {
		for (let at = 0; at < 40; at += 1) {
			const text = `where is my order ${at}`;
			rows.push(['Birch', 'INSTAGRAM_CONVERSATION', text, '', day + (1000 + at) * MINUTE]);
		}
	}
	return rows;
}

const lineOf = ([brand, type, text, sentiment, at]: Row) =>
	[brand, type, text, sentiment, new Date(at).toISOString()].join(',');

/** Start the built server over these brands alone, brought in by the import command. */
export async function startPlanted(): Promise<Undertone> {
	const app = await startUndertone({ UNDERTONE_DEMO: 'off' });
	const days = Array.from({ length: DAYS }, (_, place) => rowsOf(FIRST_DAY + place * DAY, place));
	const file = join(app.dataDirectory, 'planted.csv');
	await writeFile(file, ['brand,type,text,sentiment,created_at', ...days.flat().map(lineOf), ''].join('\n'));
	const root = resolve(import.meta.dirname, '../..');
	const command = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'build/scripts/import.js'), file], {
		env: { PATH: process.env.PATH, UNDERTONE_DATA_DIR: app.dataDirectory },
		stdio: 'inherit'
	});
	if ((await exitOf(command)) !== 0) throw new Error('the planted brands could not be imported');
	return app;
}
