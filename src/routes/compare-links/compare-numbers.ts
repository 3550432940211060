import { roundedShares } from '$lib/format/rounded-shares';
import {
	formatCompact,
	formatCount,
	formatPercent,
	formatPoints,
	formatShare,
	NO_NUMBER
} from '$lib/format/numbers';
import type { BrandNumber, LinkNumbers } from '$lib/server/panels/link-numbers';
import { linkWords } from '$lib/wording/link-words';
import { wording } from '$lib/wording/wording';

/** One number of both links, written; a side that has none says why in its note. */
export type NumberSide = { value: string; unit: string; note: string };

export type NumberRow = {
	key: string;
	name: string;
	slot?: number | null;
	first: NumberSide;
	second: NumberSide;
	/** Second minus first, written, or why there is none. */
	difference: string;
	isSame: boolean;
};

const words = linkWords.compare;
const FEWEST = 10;

const isPoints = ({ score }: LinkNumbers) => score === 'net' || score === 'net-rated';

/** A number with the unit in which it is written, so that the difference is that of what is read. */
type Written = { side: NumberSide; shown: number | null };

const none = (note: string): Written => ({ side: { value: NO_NUMBER, unit: '', note }, shown: null });

/** What is read, in tenths of a point or per cent: a difference never contradicts the two values beside it. */
const tenths = (value: number) => (Math.sign(value) * Math.round(Math.abs(value) * 1000)) / 10;

function score(numbers: LinkNumbers): Written {
	if (numbers.value === null || numbers.rated < FEWEST) return none(words.tooFew(formatCount(numbers.rated)));
	const points = isPoints(numbers);
	const value = points ? formatPoints(numbers.value) : formatShare(numbers.value);
	const note = words.rated(formatCount(numbers.rated));
	return { side: { value, unit: points ? words.points : '%', note }, shown: tenths(numbers.value) };
}

/** A share rounded as the key numbers round it: the three add up to 100.0. */
function share(numbers: LinkNumbers, index: 0 | 2): Written {
	const { counts, rated } = numbers;
	if (rated < FEWEST) return none(words.tooFew(formatCount(rated)));
	const percent = roundedShares([counts.negative, counts.neutral, counts.positive])[index] ?? 0;
	return {
		side: { value: formatPercent(percent), unit: '%', note: words.rated(formatCount(rated)) },
		shown: percent
	};
}

/** Counts of different lengths say little beside each other, so each has its rate. */
function count(value: number | null, days: number | null): Written {
	if (value === null) return none('');
	const note = days === null || days === 0 ? '' : words.perDay(formatCompact(value / days));
	return { side: { value: formatCount(value), unit: '', note }, shown: value };
}

/** In days: a day of 23 or 25 hours is as long as any other. */
const SAME_LENGTH = 0.1;

function coverage({ coverage: value, volume }: LinkNumbers): Written {
	if (value === null) return none('');
	const note = wording.keyNumbers.ofInteractions(formatCount(volume ?? 0));
	return { side: { value: formatShare(value), unit: '%', note }, shown: tenths(value) };
}

function brandNet(brand: BrandNumber | undefined): Written {
	if (brand === undefined) return none(words.notThere);
	if (brand.net === null || brand.rated < FEWEST) return none(words.tooFew(formatCount(brand.rated)));
	const note = words.rated(formatCount(brand.rated));
	return { side: { value: formatPoints(brand.net), unit: words.points, note }, shown: tenths(brand.net) };
}

const inTenths = (value: number) => formatPoints(value / 100);

function row(
	key: string,
	name: string,
	[first, second]: [Written, Written],
	write: (difference: number) => string
): NumberRow {
	const both = first.shown !== null && second.shown !== null;
	const difference = both ? second.shown! - first.shown! : null;
	const isSame = difference !== null && Math.abs(difference) < 1e-9;
	const text = difference === null ? words.noDifference : isSame ? words.sameNumber : write(difference);
	return { key, name, first: first.side, second: second.side, difference: text, isSame };
}

const signedCount = (value: number) => `${value > 0 ? '+' : ''}${formatCount(value)}`;

/**
 * The headline numbers of two links side by side, and of each brand that either has. A difference is that of the
 * rounded values that stand beside it. Scores by two formulas have no difference.
 */
export function compareNumbers(
	first: LinkNumbers,
	second: LinkNumbers
): { totals: NumberRow[]; brands: NumberRow[] } {
	const names = wording.keyNumbers;
	const both = <T>(of: (numbers: LinkNumbers) => T): [T, T] => [of(first), of(second)];
	const points = (value: number) => `${inTenths(value)} ${words.points}`;
	const unequal = Math.abs(first.days - second.days) > SAME_LENGTH;
	const sameScore = first.score === second.score;
	const titles = both((numbers) => wording.scores[numbers.score].title);
	const scoreRow = row('score', sameScore ? titles[0] : titles.join(', '), both(score), points);
	const ids = [...new Map([...first.brands, ...second.brands].map((brand) => [brand.id, brand])).values()];
	return {
		totals: [
			sameScore ? scoreRow : { ...scoreRow, difference: words.noDifference, isSame: false },
			row(
				'negative',
				names.negative,
				both((numbers) => share(numbers, 0)),
				points
			),
			row(
				'positive',
				names.positive,
				both((numbers) => share(numbers, 2)),
				points
			),
			row(
				'rated',
				names.rated,
				both(({ rated, days }) => count(rated, unequal ? days : null)),
				signedCount
			),
			row(
				'volume',
				names.volume,
				both(({ volume, days }) => count(volume, unequal ? days : null)),
				signedCount
			),
			row('coverage', names.coverage, both(coverage), points)
		],
		brands: ids.map(({ id, name, slot }) => ({
			...row(
				String(id),
				name,
				both(({ brands }) => brandNet(brands.find((brand) => brand.id === id))),
				points
			),
			slot
		}))
	};
}
