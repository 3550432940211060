import { expect, it } from 'vitest';
import { describeDuration } from './describe-duration';

it.each([
	[0, '1 second'],
	[900, '1 second'],
	[59_000, '59 seconds'],
	[59_001, '1 minute'],
	[60_001, '2 minutes'],
	[3_540_000, '59 minutes'],
	[3_600_001, '2 hours']
])('%d ms are %s', (milliseconds, expected) => {
	expect(describeDuration(milliseconds)).toBe(expected);
});
