import { expect, it } from 'vitest';
import { formatBytes } from './bytes';

it.each([
	[0, '0 B'],
	[999, '999 B'],
	[1_000, '1.0 KB'],
	[12_345_678, '12.3 MB'],
	[123_456_789, '123 MB'],
	[999_960, '1.0 MB'],
	[4_294_967_296, '4.3 GB'],
	[-1, '–'],
	[Number.NaN, '–']
])('writes %d bytes as %s', (bytes, expected) => {
	expect(formatBytes(bytes)).toBe(expected);
});
