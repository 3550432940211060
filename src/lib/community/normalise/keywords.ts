import type { Keyword, KeywordList } from '../answers';
import { LONGEST_KEYWORD } from '../vocabulary';
import { readCount, readSentiment } from './counts';
import { below, malformed, type Path } from './malformed';
import { entriesOf, isMap, pick, refuseTwice, unwrap, type Place } from './shape';

/** Words that are numbers come as numbers from some encoders; half a surrogate pair would break a link. */
function readWord(value: unknown, path: Path): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string' || value === '') throw malformed(path, 'expected a word');
	return value.toWellFormed();
}

/**
 * A total below the three labels together cannot count every interaction, whatever the host meant by it: the sum is
 * the least that it can be. It is also what stands in for a total that is missing.
 */
function readKeyword(keyword: string, row: Place): Keyword {
	const counts = readSentiment(row);
	const total = pick(row, ['total', 'count', 'total_mentions']);
	const rated = counts.negative + counts.neutral + counts.positive;
	const stated = total === null || total.value === null ? rated : readCount(total);
	return { keyword, ...counts, total: Math.max(stated, rated) };
}

function readRow(row: Place): Keyword {
	const word = pick(row, ['keyword', 'word', 'term']);
	if (word === null) throw malformed(row.path, 'expected an object with a keyword');
	return readKeyword(readWord(word.value, word.path), row);
}

function readRows({ value, path }: Place): { keyword: Keyword; path: Path }[] {
	if (Array.isArray(value)) {
		return value.map((row: unknown, index) => {
			const place = { value: row, path: below(path, index) };
			return { keyword: readRow(place), path: place.path };
		});
	}
	return entriesOf({ value, path }).map((entry) => {
		if (!isMap(entry.value)) throw malformed(entry.path, 'expected the counts of a keyword');
		return { keyword: readKeyword(readWord(entry.key, entry.path), entry), path: entry.path };
	});
}

/**
 * The answer of `top_keywords`, most mentions first: a list of rows whose word stands under `keyword`, `word` or
 * `term`, or an object whose keys are the words. Counts may be nested under `sentiment`; the total may be `total`,
 * `count` or `total_mentions`. Words that are too long to be looked for are left out and counted.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseKeywords({ data: [{ term: 'love', positive: 2, neutral: 0, negative: 1, count: 4 }] })
 */
export function normaliseKeywords(payload: unknown): KeywordList {
	const seen = new Set<string>();
	const keywords = readRows(unwrap(payload)).map(({ keyword, path }) => {
		refuseTwice(seen, keyword.keyword, path);
		return keyword;
	});
	const kept = keywords.filter(({ keyword }) => keyword.length <= LONGEST_KEYWORD);
	kept.sort((left, right) => right.total - left.total);
	const tooLong = keywords.length - kept.length;
	return tooLong === 0 ? { keywords: kept } : { keywords: kept, tooLong };
}
