import { describe, expect, it } from 'vitest';
import { Secret } from '$lib/server/secret';
import { bringsToken } from './bearer';

const token = new Secret('blue-heron-42');

describe('the bearer token', () => {
	it.each(['Bearer blue-heron-42', 'bearer blue-heron-42', 'Bearer   blue-heron-42  '])(
		'is accepted as %j',
		(header) => expect(bringsToken(header, token)).toBe(true)
	);

	it.each([
		null,
		'',
		'Bearer',
		'Bearer ',
		'blue-heron-42',
		'Basic blue-heron-42',
		'Bearer blue-heron-4',
		'Bearer blue-heron-42x',
		'Bearer BLUE-HERON-42',
		'Bearer blue-heron-42 blue-heron-42'
	])('is not found in %j', (header) => expect(bringsToken(header, token)).toBe(false));
});
