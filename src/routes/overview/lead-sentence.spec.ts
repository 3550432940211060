import { describe, expect, it } from 'vitest';
import type { ScoreChange } from '$lib/server/panels/changes';
import { keyNumbers } from '$lib/server/panels/key-numbers';
import type { KeyNumbersPanel } from '$lib/server/panels/overview-numbers';
import type { ComparedScope } from '$lib/server/panels/scope';
import type { UnusualDay } from '$lib/server/panels/unusual-days';
import { leadSentences, periodText, sentencesOnPhone, type Subject } from './lead-sentence';

const change = (more: Partial<ScoreChange> = {}): ScoreChange => ({
	difference: 0.026,
	low: 0.001,
	high: 0.051,
	p: 0.04,
	verdict: 'likely',
	lacks: null,
	before: 0.2,
	n: 900,
	...more
});
const compared: ComparedScope = {
	kind: 'previous',
	match: 'weekday',
	from: '2026-09-28',
	to: '2026-10-25',
	days: 28,
	until: null,
	sameLength: true
};
const subject: Subject = {
	names: ['Fennick', 'Ovelle', 'Quillby'],
	score: 'net sentiment',
	isPoints: true,
	days: { from: '2026-10-26', days: 28 },
	compared
};
const one: Subject = { ...subject, names: ['Fennick'] };

function panel(
	score: ScoreChange | null,
	brands: [string, ScoreChange][] = [],
	rated = 4000
): KeyNumbersPanel {
	const counts = { positive: rated * 0.5, neutral: rated * 0.3, negative: rated * 0.2 };
	const numbers = keyNumbers(counts, [], 'net');
	const rest = { negative: null, positive: null, rated: {} as never };
	return {
		numbers,
		standings: [],
		missing: [],
		comparing: {
			state: 'here',
			changes: { score, ...rest, brands: brands.map(([name, moved], id) => ({ id, name, change: moved })) }
		}
	};
}
const leadSentence = (value: KeyNumbersPanel, about: Subject, unusual: readonly UnusualDay[] = []) =>
	leadSentences(value, about, unusual).join(' ');
const fallen: UnusualDay = {
	...{ key: '4', name: 'Quillby', slot: 4, brand: 4, platform: null, index: 20, day: '2026-11-21' },
	...{ title: '', n: 147, volume: null, p: 0.001 },
	score: { now: -0.25, usual: 0.11, jump: -0.36, parts: [], decimals: 0 }
};
const without = (value: KeyNumbersPanel): KeyNumbersPanel => ({ ...value, comparing: { state: 'none' } });

describe('the sentence at the top', () => {
	it('names the total first, and then at most two clear movers, the larger first', () => {
		const clear = (difference: number) => change({ verdict: 'clear', difference });
		const moved: [string, ScoreChange][] = [
			['Ovelle', clear(0.05)],
			['Fennick', clear(0.079)],
			['Saltgrove', change({ difference: 0.3 })],
			['Quillby', clear(-0.06)]
		];
		expect(leadSentence(panel(change({ verdict: 'unsure' }), moved), subject)).toBe(
			'Across three brands, no change in net sentiment we can be sure of. Fennick is clearly up, by 7.9 points; Quillby clearly down, by 6.0.'
		);
	});

	it('says how sure it is of the total, and to look again where it is only likely', () => {
		expect(leadSentence(panel(change()), subject)).toBe(
			'Across three brands, net sentiment is likely higher than in the 28 days before, by 2.6 points. Look again in a week.'
		);
		expect(leadSentence(panel(change({ verdict: 'clear', difference: -0.026 })), one)).toBe(
			'Fennick is clearly lower than in the 28 days before, by 2.6 points.'
		);
		expect(leadSentence(panel(change({ verdict: 'unsure' })), one)).toBe(
			'Fennick: no change in net sentiment we can be sure of.'
		);
	});

	it('says why it cannot tell, beside how things stand', () => {
		const short = change({ verdict: 'too-little', lacks: 'days' });
		const day = { ...subject, days: { from: '2026-11-22', days: 1 } };
		expect(leadSentence(panel(short), day)).toContain('One day is too short to say what changed.');
		const few = change({ verdict: 'too-little', lacks: 'messages' });
		expect(leadSentence(panel(few), subject)).toContain(
			'There are too few messages in the 28 days before to compare with.'
		);
		expect(leadSentence(panel(null), subject)).toContain('too few messages');
	});

	it('ends with the days that stand out, with a comparison and without one', () => {
		const unsure = panel(change({ verdict: 'unsure' }));
		expect(leadSentence(unsure, subject, [fallen])).toBe(
			'Across three brands, no change in net sentiment we can be sure of. Quillby fell to −25 on 21 Nov.'
		);
		expect(leadSentence(without(panel(null)), subject, [fallen])).toContain(
			'positive and 20.0 % are negative. Quillby fell'
		);
		expect(leadSentence(without(panel(null, [], 20)), subject, [fallen])).not.toContain('Quillby');
	});

	it('stays within three lines: the second mover goes before the days that stand out', () => {
		const clear = (difference: number) => change({ verdict: 'clear', difference });
		const moved: [string, ScoreChange][] = [
			['Fennick of the Northern Isles', clear(0.079)],
			['Saltgrove', clear(-0.06)]
		];
		const told = leadSentence(panel(change(), moved), subject, [fallen]);
		expect(told).toContain(
			'Fennick of the Northern Isles is clearly up, by 7.9 points. Quillby fell to −25 on 21 Nov.'
		);
		expect(told).not.toContain('Saltgrove');
		expect(told.length).toBeLessThanOrEqual(215);
		expect(leadSentence(panel(change(), moved), subject)).toContain('Saltgrove clearly down');
	});

	it('is short on a phone: the first sentence, and more only where three lines hold it', () => {
		expect(sentencesOnPhone(['a'.repeat(84), 'b'.repeat(40)])).toBe(1);
		expect(sentencesOnPhone(['a'.repeat(50), 'b'.repeat(40), 'c'.repeat(40)])).toBe(2);
		expect(sentencesOnPhone(['a'.repeat(140)])).toBe(1);
		expect(sentencesOnPhone(['a', 'b'])).toBe(2);
	});

	it('without a comparison tells how the shares stand', () => {
		expect(leadSentence(without(panel(null)), subject)).toBe(
			'Across three brands, 50.0 % of rated messages are positive and 20.0 % are negative.'
		);
		expect(leadSentence(without(panel(null, [], 20)), subject)).toBe(
			'20 rated messages say little yet: net sentiment may lie anywhere from −6 to +58.'
		);
		expect(leadSentence(without(panel(null, [], 9)), subject)).toBe(
			'9 rated messages are too few to say anything.'
		);
		expect(leadSentence(without(panel(null, [], 0)), subject)).toBe('Nothing matches these filters.');
	});
});

describe('the compared days in words', () => {
	it.each<[Partial<ComparedScope>, string]>([
		[{}, 'in the 28 days before'],
		[{ from: '2026-09-21', to: '2026-10-18' }, 'in 21 Sept – 18 Oct 2026'],
		[{ kind: 'year', from: '2025-10-27', to: '2025-11-23' }, 'a year before'],
		[{ from: '2026-10-25', days: 1 }, 'on the day before'],
		[{ kind: 'custom', from: '2026-10-19', to: '2026-10-19', days: 1 }, 'on Mon 19 Oct 2026']
	])('%j are "%s"', (more, text) => {
		expect(periodText({ ...compared, ...more }, subject.days)).toBe(text);
	});
});
