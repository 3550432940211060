import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkNumbers } from '$lib/server/panels/link-numbers';
import { keyNumbers, volumeNumbers } from '$lib/server/panels/key-numbers';
import { compareNumbers } from './compare-numbers';

type Counts = LinkNumbers['numbers']['counts'];

function numbers(counts: Counts, change: Partial<LinkNumbers> = {}): LinkNumbers {
	const own = keyNumbers(counts, [], change.score ?? 'net');
	return {
		score: 'net',
		days: 28,
		numbers: own,
		volume: volumeNumbers({ total: own.rated, complete: [] }, { total: own.rated * 2, complete: [] }),
		brands: [{ id: 1, name: 'Tarn & Moss', slot: 1, numbers: own }],
		missing: [],
		...change
	};
}

const many = { negative: 100, neutral: 300, positive: 600 };
const rowOf = (result: ReturnType<typeof compareNumbers>, key: string) =>
	[...result.totals, ...result.brands].find((row) => row.key === key);

/** The number that people read. */
const read = (text: string) =>
	Number((/[+−]?[\d,.]+/.exec(text)?.[0] ?? 'NaN').replace('−', '-').replaceAll(',', ''));

describe('the numbers of two links side by side', () => {
	it('are the same in every row where the links ask the same', () => {
		const { totals, brands } = compareNumbers(numbers(many), numbers(many));
		expect([...totals, ...brands].map(({ difference, isSame }) => [difference, isSame])).toEqual(
			Array(7).fill(['the same', true])
		);
	});

	it('differ by what lies between the exact values, rounded once, whatever the counts', () => {
		const anyCount = fc.nat(2_000);
		const anyCounts = fc.record({ negative: anyCount, neutral: anyCount, positive: anyCount });
		const exactly = ({ negative, neutral, positive }: Counts) => {
			const rated = negative + neutral + positive;
			const score = (100 * (positive - negative)) / rated;
			const shares = { negative: (100 * negative) / rated, positive: (100 * positive) / rated };
			return { ...shares, score, 1: score, rated, volume: 2 * rated, coverage: 50 };
		};
		fc.assert(
			fc.property(anyCounts, anyCounts, (one, other) => {
				const [first, second] = [exactly(one), exactly(other)];
				const { totals, brands } = compareNumbers(numbers(one), numbers(other));
				for (const { key, difference, isSame } of [...totals, ...brands]) {
					if (difference === '–') continue;
					const exact = second[key as keyof typeof second] - first[key as keyof typeof first];
					const halfStep = difference.includes('.') ? 0.05 : 0.5;
					expect(Math.abs((isSame ? 0 : read(difference)) - exact)).toBeLessThanOrEqual(
						isSame ? 1e-9 : halfStep + 1e-9
					);
				}
			})
		);
	});

	it('never show the rounding of one side as a difference', () => {
		const first = numbers({ negative: 496, neutral: 1460, positive: 2044 });
		const second = numbers({ negative: 31, neutral: 8, positive: 6 });
		const result = compareNumbers(first, second);
		expect(rowOf(result, 'positive')).toMatchObject({
			first: { value: '51.1' },
			second: { value: '13' },
			difference: '−38 points'
		});
		// 38.7 and −55.56 read as +38.7 and −56, but they lie 94.26 apart.
		expect(rowOf(result, 'score')).toMatchObject({ second: { value: '−56' }, difference: '−94 points' });
	});

	it('have as many decimals as the overview writes, by the width of the interval', () => {
		const few = { negative: 6, neutral: 10, positive: 14 };
		const result = compareNumbers(numbers(few), numbers(many));
		expect(rowOf(result, 'score')).toMatchObject({
			first: { value: '+27', note: '30 rated' },
			second: { value: '+50.0', note: '1,000 rated' },
			difference: '+23 points'
		});
		expect(rowOf(result, 'positive')?.first.value).toBe('47');
	});

	it('have no difference where one side has too few messages to say anything', () => {
		const result = compareNumbers(numbers({ negative: 3, neutral: 3, positive: 3 }), numbers(many));
		expect(rowOf(result, 'score')).toMatchObject({
			first: { value: '–', note: '9 rated, too few to say' },
			difference: '–'
		});
		expect(rowOf(result, 'rated')).toMatchObject({ first: { value: '9' }, difference: '+991' });
	});

	it('have no difference where a brand stands in one link only, or where the scores are two formulas', () => {
		const result = compareNumbers(numbers(many, { brands: [] }), numbers(many, { score: 'positive' }));
		expect(rowOf(result, '1')).toMatchObject({ first: { note: 'not in this link' }, difference: '–' });
		expect(rowOf(result, 'score')).toMatchObject({
			name: 'Net sentiment, Positive share',
			first: { value: '+50.0', unit: 'points' },
			second: { value: '60.0', unit: '%' },
			difference: '–'
		});
	});

	it('come with their rates where one link has more days', () => {
		const equal = compareNumbers(numbers(many), numbers(many, { days: 28.04 }));
		expect(rowOf(equal, 'rated')?.first.note).toBe('');
		const unequal = compareNumbers(numbers(many), numbers(many, { days: 7 }));
		expect(rowOf(unequal, 'rated')).toMatchObject({
			first: { note: '35.7 a day' },
			second: { note: '142.9 a day' }
		});
	});

	it('say nothing of a volume that the host did not tell', () => {
		const result = compareNumbers(numbers(many, { volume: null }), numbers(many));
		expect(rowOf(result, 'volume')).toMatchObject({ first: { value: '–' }, difference: '–' });
		expect(rowOf(result, 'coverage')).toMatchObject({ first: { value: '–' }, difference: '–' });
	});
});
