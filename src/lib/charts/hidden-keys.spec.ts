import { expect, test } from 'vitest';
import { isolated, toggled } from './hidden-keys';

test('a click hides a series, and the next click shows it again', () => {
	expect(toggled([], 'a')).toEqual(['a']);
	expect(toggled(toggled(['b'], 'a'), 'a')).toEqual(['b']);
});

test('a double click leaves one series, and the next double click shows all', () => {
	const alone = isolated(['a', 'b', 'c'], ['b'], 'b');
	expect(alone).toEqual(['a', 'c']);
	expect(isolated(['a', 'b', 'c'], alone, 'b')).toEqual([]);
});

test('keys that another chart has hidden stay hidden', () => {
	expect(isolated(['a', 'b'], ['dms'], 'a')).toEqual(['dms', 'b']);
	expect(isolated(['a', 'b'], ['dms', 'b'], 'a')).toEqual(['dms']);
});
