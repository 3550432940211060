import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfCount, type CountChange, type ScoreChange } from '$lib/server/panels/changes';
import { changeInterval, countChangeText, scoreChangeText } from './change-text';

const score = (change: Partial<ScoreChange>): ScoreChange => ({
	difference: 0.016,
	low: -0.009,
	high: 0.041,
	p: 0.2,
	verdict: 'unsure',
	lacks: null,
	before: 0.218,
	n: 900,
	...change
});
const count = (change: Partial<CountChange>): CountChange => ({
	kind: 'ratio',
	before: 100,
	difference: 4,
	ratio: 0.043,
	perDay: false,
	mean: 10,
	verdict: 'unsure',
	lacks: null,
	...change
});

describe('the change of a score in words', () => {
	it('has a true sign, points and a verdict', () => {
		expect(scoreChangeText(score({}))).toEqual({ arrow: null, text: '+1.6 pts', verdict: 'can’t tell' });
		const fall = score({ difference: -0.02, low: -0.03, high: -0.01, verdict: 'clear' });
		expect(scoreChangeText(fall)).toMatchObject({ text: '−2.0 pts', verdict: 'clear' });
	});

	it('has no more decimals than its interval supports', () => {
		const wide = score({ difference: 0.016, low: -0.1, high: 0.13 });
		expect(scoreChangeText(wide)?.text).toBe('+2 pts');
		expect(changeInterval(wide)).toBe('−10 to +13');
		expect(changeInterval(score({}))).toBe('−0.9 to +4.1');
	});

	it('of fewer than ten messages is no number at all', () => {
		const few = score({ verdict: 'too-little', lacks: 'messages' });
		expect(scoreChangeText(few)).toEqual({ arrow: null, text: 'too few messages to say', verdict: null });
		expect(scoreChangeText(score({ verdict: 'too-little', lacks: 'days' }))?.verdict).toBe(
			'too few days to say'
		);
		expect(scoreChangeText(null)).toBeNull();
	});
});

describe('the change of a count in words', () => {
	it.each<[Partial<CountChange>, string, '↗' | '↘' | null]>([
		[{}, '4.3 % more', '↗'],
		[{ ratio: -0.125 }, '12.5 % fewer', '↘'],
		[{ ratio: 0.0001 }, 'as many', null],
		[{ ratio: 0.2, perDay: true }, '20.0 % more a day', '↗'],
		[{ kind: 'new', ratio: null, before: 0 }, 'new: none before', null],
		[{ kind: 'none', ratio: null, before: 0 }, 'no change: none before either', null],
		[{ kind: 'few', ratio: null, before: 12 }, '12 before', null]
	])('%j is "%s"', (change, text, arrow) => {
		expect(countChangeText(count(change))).toMatchObject({ text, arrow });
	});

	it('is never an infinity, whatever the counts are', () => {
		const side = fc.array(fc.nat(60), { maxLength: 20 });
		fc.assert(
			fc.property(side, side, fc.boolean(), (now, then, sameLength) => {
				const units = (complete: number[]) => ({ total: complete.reduce((a, b) => a + b, 0), complete });
				const change = changeOfCount({
					current: units(now),
					previous: units(then),
					sameLength,
					sameUnits: true,
					days: { current: now.length, previous: then.length }
				});
				const { text, verdict } = countChangeText(change);
				expect(`${text} ${verdict}`).not.toMatch(/Infinity|NaN|∞|–/);
				if (units(then).total < 20) expect(text).not.toContain('%');
			})
		);
	});
});
