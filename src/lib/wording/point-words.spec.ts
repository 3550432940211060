import { expect, test } from 'vitest';
import { inPoints, inPts, pointWord } from './point-words';

test.each([
	['1', '1 point', '1 pt'],
	['+1', '+1 point', '+1 pt'],
	['−1', '−1 point', '−1 pt'],
	['1.0', '1.0 points', '1.0 pts'],
	['+11', '+11 points', '+11 pts'],
	['0', '0 points', '0 pts']
])('%s is written as “%s”, and as “%s” in a narrow place', (amount, long, short) => {
	expect(inPoints(amount)).toBe(long);
	expect(inPts(amount)).toBe(short);
	expect(`${amount} ${pointWord(amount)}`).toBe(long);
});
