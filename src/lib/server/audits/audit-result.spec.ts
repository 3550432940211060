import { describe, expect, it } from 'vitest';
import { multinomialFrom, seeded } from '$lib/analytics/random';
import { wilson } from '$lib/analytics/interval';
import { resultOf } from './audit-result';
import { anAudit, drawnMessage, messagesOf } from './fixture';

const MATRIX = [
	[32, 6, 2],
	[4, 32, 4],
	[1, 3, 16]
];

describe('the result of an audit', () => {
	it('counts ratings by label, and leaves out what nobody could say or rated', () => {
		const messages = [
			...messagesOf(MATRIX),
			drawnMessage(200, 'neutral', 'unsure'),
			drawnMessage(201, 'neutral')
		];
		const result = resultOf(anAudit(messages));
		expect(result.matrix).toEqual(MATRIX);
		expect(result).toMatchObject({ rated: 100, unsure: 1, unrated: 1 });
		expect(result.accuracy).toEqual(wilson(80, 100));
		expect(result.disagreements).toHaveLength(20);
	});

	it('corrects sentiment by what each label is worth, and gives the same limits each time', () => {
		const audit = anAudit(messagesOf(MATRIX));
		const { corrected } = resultOf(audit);
		const worth = (rating: number, label: number) =>
			MATRIX[rating]![label]! / MATRIX.reduce((sum, row) => sum + row[label]!, 0);
		const share = (rating: number) =>
			0.4 * worth(rating, 0) + 0.4 * worth(rating, 1) + 0.2 * worth(rating, 2);
		expect(corrected?.positive.estimate).toBeCloseTo(share(0), 12);
		expect(corrected?.negative.estimate).toBeCloseTo(share(2), 12);
		expect(corrected?.net.estimate).toBeCloseTo(share(0) - share(2), 12);
		expect(resultOf(audit)).toEqual(resultOf(audit));
	});

	it('says nothing of fewer than thirty ratings', () => {
		const few = resultOf(
			anAudit(
				messagesOf([
					[10, 0, 0],
					[0, 10, 0],
					[0, 0, 9]
				])
			)
		);
		expect(few).toMatchObject({ accuracy: null, corrected: null, byErrorRates: null });
		expect(few.noCorrection).toEqual({ kind: 'too-few' });
	});

	it('has no correction where a label that messages carry was never rated, and says which', () => {
		const result = resultOf(
			anAudit(
				messagesOf([
					[20, 2, 0],
					[2, 20, 0],
					[0, 1, 0]
				])
			)
		);
		expect(result.corrected).toBeNull();
		expect(result.noCorrection).toEqual({ kind: 'label-missing', label: 'negative' });
	});

	it.each([
		[
			'a class that nobody rated',
			[
				[20, 2, 3],
				[2, 20, 3],
				[0, 0, 0]
			],
			{ kind: 'missing', class: 'negative' }
		],
		[
			'two classes that are labelled alike',
			[
				[10, 10, 0],
				[10, 10, 0],
				[0, 0, 10]
			],
			{ kind: 'alike' }
		],
		[
			'rates that cannot have made the shares',
			[
				[10, 0, 10],
				[0, 10, 10],
				[0, 1, 40]
			],
			{ kind: 'outside' }
		]
	])('cannot turn error rates round with %s, and says so', (_, matrix, found) => {
		expect(resultOf(anAudit(messagesOf(matrix))).byErrorRates).toEqual(found);
	});

	it('turns error rates round where it can, beside the correction by label', () => {
		const { byErrorRates, corrected } = resultOf(anAudit(messagesOf(MATRIX)));
		expect(byErrorRates?.kind).toBe('net');
		const net = byErrorRates?.kind === 'net' ? byErrorRates.net : null;
		expect(net!.high - net!.low).toBeGreaterThan(corrected!.net.high - corrected!.net.low);
	});

	it('takes out errors that were planted, about 95 times in 100', () => {
		const random = seeded(4);
		const truth = [0.35, 0.35, 0.3];
		// Every third negative message reads as positive: net sentiment is 5 points and reported as 32.
		const rates = [
			[0.9, 0.08, 0.02],
			[0.2, 0.75, 0.05],
			[0.35, 0.15, 0.5]
		];
		const reported = 0.49 - 0.1745;
		const joint = truth.flatMap((share, row) => rates[row]!.map((rate) => share * rate));
		const runs = 80;
		let held = 0;
		let heldReported = 0;
		for (let run = 0; run < runs; run += 1) {
			const all = multinomialFrom(random, 20_000, joint);
			const [positive, neutral, negative] = [0, 1, 2].map(
				(label) => all[label]! + all[3 + label]! + all[6 + label]!
			);
			const cells = multinomialFrom(random, 100, joint);
			const audit = anAudit(messagesOf([0, 1, 2].map((row) => cells.slice(3 * row, 3 * row + 3))));
			audit.reported.counts = { positive: positive!, neutral: neutral!, negative: negative! };
			const { net } = resultOf(audit).corrected!;
			if (net.low <= 0.05 && 0.05 <= net.high) held += 1;
			if (net.low <= reported && reported <= net.high) heldReported += 1;
		}
		// Three standard errors of chance below 95 %.
		expect(held / runs).toBeGreaterThan(0.87);
		expect(heldReported / runs).toBeLessThan(0.05);
	});
});
