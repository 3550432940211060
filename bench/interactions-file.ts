import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addDays } from '$lib/server/demo/days';
import { demoDay } from '$lib/server/demo/demo-day';
import { makePlan } from '$lib/server/demo/make-plan';
import type { NewInteraction } from '$lib/server/store/new-interaction';

const SEED = 'bench';
const LAST_DAY = '2026-06-30';
const DAYS = 730;

const COLUMNS = {
	id: (row: NewInteraction) => row.key.replaceAll('␟', '-'),
	brand: (row: NewInteraction) => row.brand,
	type: (row: NewInteraction) => row.type,
	text: (row: NewInteraction) => row.text,
	sentiment: (row: NewInteraction) => row.sentiment ?? '',
	created_at: (row: NewInteraction) => new Date(row.createdAt).toISOString(),
	updated_at: (row: NewInteraction) => new Date(row.updatedAt).toISOString(),
	is_closed: (row: NewInteraction) => String(row.isClosed),
	tags: (row: NewInteraction) => row.tags.join('|'),
	author: (row: NewInteraction) => row.author ?? '',
	conversation_id: (row: NewInteraction) => row.conversationId ?? '',
	media_id: (row: NewInteraction) => row.mediaId ?? '',
	permalink: (row: NewInteraction) => row.permalink ?? ''
};

function csvCell(value: string): string {
	return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvLine(row: NewInteraction): string {
	return `${Object.values(COLUMNS)
		.map((value) => csvCell(value(row)))
		.join(',')}\n`;
}

/** One block of lines for each day, until there are as many rows as were asked for. */
function* csvBlocks(rows: number): Generator<string> {
	const firstDay = addDays(LAST_DAY, -DAYS);
	const plan = makePlan({ seed: SEED, firstDay, lastDay: LAST_DAY, interactions: rows });
	yield `${Object.keys(COLUMNS).join(',')}\n`;
	let left = rows;
	for (let day = firstDay; left > 0; day = addDays(day, 1)) {
		const customers = demoDay(plan, day).filter((row) => !row.fromBrand);
		const ofDay = customers.slice(0, left);
		left -= ofDay.length;
		yield ofDay.map(csvLine).join('');
	}
}

/**
 * Write two years of demo interactions of eight brands as a CSV file, the same bytes for the same number every time.
 * What the brands wrote themselves is left out. Answers the file's length in bytes.
 */
export async function writeInteractions(path: string, rows: number): Promise<number> {
	await pipeline(Readable.from(csvBlocks(rows)), createWriteStream(path));
	return (await stat(path)).size;
}
