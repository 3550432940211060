import {
	decimalsOf,
	formatCompact,
	formatCount,
	formatPercent,
	formatPoints,
	formatShare,
	formatSigned,
	NO_NUMBER
} from '$lib/format/numbers';
import type { KeyNumbers } from '$lib/server/panels/key-numbers';
import type { LinkNumbers } from '$lib/server/panels/link-numbers';
import { linkWords } from '$lib/wording/link-words';
import { wording } from '$lib/wording/wording';

/** One number of one link, written; where there is none, the note says why. */
export type NumberSide = { value: string; unit: string; note: string };

export type NumberRow = {
	key: string;
	name: string;
	slot?: number | null;
	first: NumberSide;
	second: NumberSide;
	/** Second minus first, written, or that there is none. */
	difference: string;
	isSame: boolean;
};

const words = linkWords.compare;
const FEWEST = 10;

type Decimals = 0 | 1;

/** A number as it is written, and exactly: a fraction or a count. The difference is taken of the exact ones. */
type Written = { side: NumberSide; exact: number | null; decimals: Decimals };

const none = (note: string): Written => ({
	side: { value: NO_NUMBER, unit: '', note },
	exact: null,
	decimals: 0
});

const isEnough = ({ rated }: KeyNumbers) => rated >= FEWEST;
const tooFew = ({ rated }: KeyNumbers) => none(words.tooFew(formatCount(rated)));
const ratedNote = ({ rated }: KeyNumbers) => words.rated(formatCount(rated));

function score(numbers: KeyNumbers, name: LinkNumbers['score']): Written {
	if (name === 'positive') return share(numbers, 'positive');
	if (numbers.score === null || !isEnough(numbers)) return tooFew(numbers);
	const isPoints = name === 'net' || name === 'net-rated';
	const { value, decimals } = numbers.score;
	const text = isPoints ? formatPoints(value, { decimals }) : formatShare(value, { decimals });
	const side = { value: text, unit: isPoints ? words.points : '%', note: ratedNote(numbers) };
	return { side, exact: value, decimals };
}

const SHARE_INDEX = { negative: 0, positive: 2 } as const;

function share(numbers: KeyNumbers, sentiment: keyof typeof SHARE_INDEX): Written {
	if (numbers.shares === null) return tooFew(numbers);
	const { values, decimals } = numbers.shares;
	const percent = values[SHARE_INDEX[sentiment]];
	const side = { value: formatPercent(percent, { decimals }), unit: '%', note: ratedNote(numbers) };
	return { side, exact: numbers.counts[sentiment] / numbers.rated, decimals };
}

/** Counts of different lengths say little beside each other, so each has its rate. */
function count(value: number | null, days: number | null): Written {
	if (value === null) return none('');
	const note = days === null || days === 0 ? '' : words.perDay(formatCompact(value / days));
	return { side: { value: formatCount(value), unit: '', note }, exact: value, decimals: 0 };
}

function coverage({ volume }: LinkNumbers): Written {
	if (volume === null || volume.coverage === null) return none('');
	const decimals = decimalsOf(volume.coverage);
	const { value } = volume.coverage;
	const note = wording.keyNumbers.ofInteractions(formatCount(volume.volume));
	const side = { value: formatShare(value, { decimals }), unit: '%', note };
	return { side, exact: value, decimals };
}

type Write = (difference: number, decimals: Decimals) => string;

const points: Write = (difference, decimals) => `${formatPoints(difference, { decimals })} ${words.points}`;
const signedCount: Write = (difference) => formatSigned(difference);

/**
 * The difference is taken of the exact values and rounded once, at the end. It is no surer than the less sure of the
 * two, so it has a decimal only where both have one.
 */
function row(key: string, name: string, [first, second]: [Written, Written], write: Write): NumberRow {
	const sides = { key, name, first: first.side, second: second.side };
	if (first.exact === null || second.exact === null) {
		return { ...sides, difference: words.noDifference, isSame: false };
	}
	const difference = second.exact - first.exact;
	const decimals = first.decimals === 1 && second.decimals === 1 ? 1 : 0;
	const isSame = Math.abs(difference) < 1e-12;
	return { ...sides, difference: isSame ? words.sameNumber : write(difference, decimals), isSame };
}

/** In days: a day of 23 or 25 hours is as long as any other. */
const SAME_LENGTH = 0.1;

/**
 * The headline numbers of two links side by side, and the score of each brand that either has, written as the
 * overview writes them. A difference is that of the exact values, rounded at the end. Scores by two formulas have none.
 */
export function compareNumbers(
	first: LinkNumbers,
	second: LinkNumbers
): { title: string; totals: NumberRow[]; brands: NumberRow[] } {
	const names = wording.keyNumbers;
	const both = <T>(of: (link: LinkNumbers) => T): [T, T] => [of(first), of(second)];
	const daysOf = (link: LinkNumbers) => (Math.abs(first.days - second.days) > SAME_LENGTH ? link.days : null);
	const sameScore = first.score === second.score;
	const titles = both((link) => wording.scores[link.score].title);
	const title = sameScore ? titles[0] : titles.join(', ');
	const scoreRow = (key: string, name: string, sides: [Written, Written]): NumberRow => {
		const written = row(key, name, sides, points);
		return sameScore ? written : { ...written, difference: words.noDifference, isSame: false };
	};
	const brandSide = (id: number) => (link: LinkNumbers) => {
		const brand = link.brands.find((candidate) => candidate.id === id);
		return brand ? score(brand.numbers, link.score) : none(words.notThere);
	};
	const brands = new Map([...first.brands, ...second.brands].map((brand) => [brand.id, brand]));
	return {
		title,
		totals: [
			scoreRow(
				'score',
				title,
				both((link) => score(link.numbers, link.score))
			),
			row(
				'negative',
				names.negative,
				both((link) => share(link.numbers, 'negative')),
				points
			),
			row(
				'positive',
				names.positive,
				both((link) => share(link.numbers, 'positive')),
				points
			),
			row(
				'rated',
				names.rated,
				both((link) => count(link.numbers.rated, daysOf(link))),
				signedCount
			),
			row(
				'volume',
				names.volume,
				both((link) => count(link.volume?.volume ?? null, daysOf(link))),
				signedCount
			),
			row('coverage', names.coverage, both(coverage), points)
		],
		brands: [...brands.values()].map(({ id, name, slot }) => ({
			...scoreRow(String(id), name, both(brandSide(id))),
			slot
		}))
	};
}
