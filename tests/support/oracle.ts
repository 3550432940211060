import type { NewInteraction } from '../../src/lib/server/store/new-interaction';
import { readKnownWords } from './vocabulary';

/**
 * The contract once more, in plain loops over plain rows: no SQL, no index, no rollup, and not a line of the code
 * that it checks. Slow and obvious is the point.
 */
export type World = {
	/** One row for each key: the last that was written. */
	rows: NewInteraction[];
	brandIds: ReadonlyMap<string, number>;
	/** By brand and name, see `tagKey`. */
	tagIds: ReadonlyMap<string, number>;
};

export type Question = {
	brand_ids: number[];
	source_updated_after?: string;
	source_updated_before?: string;
	scale?: string;
	bucket_minutes?: number;
	types?: string[];
	query?: string;
	tag_ids?: number[];
	is_positive?: boolean;
	is_neutral?: boolean;
	is_negative?: boolean;
	is_closed?: boolean;
	is_archived?: boolean;
	is_question?: boolean;
	is_read?: boolean;
	is_spam?: boolean;
	media_ids?: (number | string)[];
	assignee_ids?: number[];
	limit?: number;
};

const FIVE = ['facebook', 'instagram', 'tiktok', 'twitter', 'youtube'];
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export const tagKey = (brand: string, tag: string) => `${brand}\u241f${tag}`;

function readEdge(text: string | undefined, isEnd: boolean): number | null {
	if (text === undefined) return null;
	const [, day = '', hours = '0', minutes = '0', seconds = '0', offset = 'Z'] =
		/^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const midnight = Date.UTC(year, month - 1, date);
	if (text === day) return isEnd ? midnight + DAY : midnight;
	const local =
		midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE + Math.round(Number(seconds) * 1000);
	if (offset === 'Z') return local;
	const ahead = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * MINUTE;
	return offset.startsWith('-') ? local + ahead : local - ahead;
}

function matchesPart(text: string, part: string): boolean {
	const asked = readKnownWords(part);
	const words = readKnownWords(text);
	return words.some((_, at) =>
		asked.every((word, index) => word !== null && words[at + index]?.term === word.term)
	);
}

function matchesQuery(text: string, query: string): boolean {
	const parts = query.split(',').filter((part) => part.trim() !== '');
	return parts.length === 0 || parts.some((part) => matchesPart(text, part.trim()));
}

function matchesSentiment(row: NewInteraction, question: Question): boolean {
	const wanted: (string | null)[] = [];
	if (question.is_negative) wanted.push('negative');
	if (question.is_neutral) wanted.push('neutral');
	if (question.is_positive) wanted.push('positive');
	return wanted.length === 0 || wanted.includes(row.sentiment);
}

const agrees = (asked: boolean | undefined, actual: boolean) => asked === undefined || asked === actual;

function matches(world: World, row: NewInteraction, question: Question): boolean {
	const { types, tag_ids: tags = [], media_ids: media = [], assignee_ids: assignees = [] } = question;
	const ownTags = row.tags.map((tag) => world.tagIds.get(tagKey(row.brand, tag)));
	const after = readEdge(question.source_updated_after, false);
	const before = readEdge(question.source_updated_before, true);
	return (
		(after === null || row.updatedAt >= after) &&
		(before === null || row.updatedAt < before) &&
		(types === undefined || types.includes(row.type)) &&
		tags.every((tag) => ownTags.includes(tag)) &&
		(media.length === 0 || media.some((id) => String(id) === row.mediaId)) &&
		assignees.length === 0 &&
		matchesSentiment(row, question) &&
		agrees(question.is_closed ?? question.is_archived, row.isClosed) &&
		agrees(question.is_question, row.isQuestion) &&
		agrees(question.is_read, row.isRead) &&
		agrees(question.is_spam, row.isSpam) &&
		(question.query === undefined || matchesQuery(row.text, question.query))
	);
}

/** Everything that was said to the asked brands, whatever else is asked. */
function rowsOfBrands(world: World, question: Question): NewInteraction[] {
	return world.rows.filter((row) => {
		const id = world.brandIds.get(row.brand);
		return !row.fromBrand && id !== undefined && question.brand_ids.includes(id);
	});
}

/** The rows that a question is about, in no particular order. */
export function oracleRows(world: World, question: Question): NewInteraction[] {
	return rowsOfBrands(world, question).filter((row) => matches(world, row, question));
}

type Counts = { negative: number; neutral: number; positive: number; total: number };
const noCounts = (): Counts => ({ negative: 0, neutral: 0, positive: 0, total: 0 });

function countPlatforms(rows: NewInteraction[]): Record<string, Counts> {
	const platforms: Record<string, Counts> = {};
	for (const platform of FIVE) platforms[platform] = noCounts();
	for (const row of rows) {
		if (row.sentiment === null) continue;
		const prefix = row.type.slice(0, row.type.indexOf('_')).toLowerCase();
		const platform = FIVE.includes(prefix) ? prefix : 'other';
		const counts = (platforms[platform] ??= noCounts());
		counts[row.sentiment] += 1;
		counts.total += 1;
	}
	return platforms;
}

function bucketStart(time: number, scale: string, minutes: number): number {
	const moment = new Date(time);
	const year = moment.getUTCFullYear();
	const month = moment.getUTCMonth();
	const date = moment.getUTCDate();
	if (scale === 'HOUR') return time - (time % (minutes * MINUTE));
	if (scale === 'DAY') return Date.UTC(year, month, date);
	if (scale === 'WEEK') return Date.UTC(year, month, date - ((moment.getUTCDay() + 6) % 7));
	if (scale === 'MONTH') return Date.UTC(year, month, 1);
	return Date.UTC(year, month - (month % 3), 1);
}

function nextBucket(start: number, scale: string, minutes: number): number {
	if (scale === 'HOUR') return start + minutes * MINUTE;
	const longer = { DAY: 1, WEEK: 7, MONTH: 31, QUARTER: 92 }[scale] ?? 1;
	return bucketStart(start + longer * DAY, scale, minutes);
}

function bucketKey(start: number, scale: string): string {
	const iso = new Date(start).toISOString();
	return scale === 'HOUR' ? iso.replace('.000Z', 'Z') : iso.slice(0, 10);
}

/** The matching rows by bucket, with every empty bucket of the window in its place. */
function bucketsOf(world: World, question: Question): [string, NewInteraction[]][] {
	const { scale = 'DAY', bucket_minutes: minutes = 60 } = question;
	const times = rowsOfBrands(world, question).map((row) => row.updatedAt);
	const start = readEdge(question.source_updated_after, false) ?? Math.min(...times);
	const end = readEdge(question.source_updated_before, true) ?? Math.max(...times) + 1;
	if (!Number.isFinite(start) || !Number.isFinite(end)) return [];
	const buckets: [string, NewInteraction[]][] = [];
	const places = new Map<number, NewInteraction[]>();
	for (let at = bucketStart(start, scale, minutes); at < end; at = nextBucket(at, scale, minutes)) {
		if (start >= end) break;
		places.set(at, []);
		buckets.push([bucketKey(at, scale), places.get(at)!]);
	}
	for (const row of oracleRows(world, question)) {
		places.get(bucketStart(row.updatedAt, scale, minutes))!.push(row);
	}
	return buckets;
}

function countTypes(rows: NewInteraction[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[row.type] = (counts[row.type] ?? 0) + 1;
	return { ...counts, total: rows.length };
}

export type OracleKeyword = { keyword: string } & Counts;

/** Every keyword with its counts, cut off nowhere and in no particular order. */
export function oracleKeywords(world: World, question: Question): OracleKeyword[] {
	const found = new Map<string, OracleKeyword>();
	for (const row of oracleRows(world, question)) {
		const terms = readKnownWords(row.text).flatMap((word) => (word?.listed ? [word.term] : []));
		for (const term of new Set(terms)) {
			const counts = found.get(term) ?? { keyword: term, ...noCounts() };
			counts.total += 1;
			if (row.sentiment !== null) counts[row.sentiment] += 1;
			found.set(term, counts);
		}
	}
	return [...found.values()];
}

/** The names of the tags that a brand was ever given, by any batch's last word on an interaction. */
export function oracleTags(batches: readonly (readonly NewInteraction[])[], brand: string): string[] {
	const names = new Set<string>();
	for (const batch of batches) {
		const last = new Map(batch.map((row) => [row.key, row]));
		for (const row of last.values()) {
			if (row.brand === brand) for (const tag of row.tags) names.add(tag);
		}
	}
	return [...names];
}

export function oracleDistribution(world: World, question: Question): Record<string, Counts> {
	return countPlatforms(oracleRows(world, question));
}

export function oracleSentimentSeries(
	world: World,
	question: Question
): Record<string, Record<string, Counts>> {
	return Object.fromEntries(
		bucketsOf(world, question).map(([key, rows]) => [key, countPlatforms(rows)] as const)
	);
}

export function oracleVolumeSeries(world: World, question: Question): Record<string, Record<string, number>> {
	return Object.fromEntries(
		bucketsOf(world, question).map(([key, rows]) => [key, countTypes(rows)] as const)
	);
}
