import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEY_MAP, keysOn, LIST_KEYS, OTHER_KEYS } from './key-map';
import { opensPalette, rowOf } from './key-press';

const bare = { ctrlKey: false, metaKey: false, altKey: false };

describe('the keyboard map', () => {
	it('gives no key twice', () => {
		expect(new Set(KEY_MAP.map((row) => row.key)).size).toBe(KEY_MAP.length);
	});

	it('shows a key of the list in its place on the list alone', () => {
		const of = (path: string) => keysOn(path).filter(({ shown }) => shown === 'K' || shown === 'J');
		expect(of('/').map(({ id }) => id)).toEqual(['keywords']);
		expect(of('/messages').map(({ id }) => id)).toEqual(['nextRow', 'previousRow']);
		expect(new Set(keysOn('/messages').map(({ shown }) => shown)).size).toBe(keysOn('/messages').length);
	});

	it('has every key in docs/keyboard.md, in the same words', () => {
		const text = readFileSync('docs/keyboard.md', 'utf8');
		const rows = [...text.matchAll(/^\| `(.+?)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
			([, shown, label, does]) => ({
				shown,
				label,
				does
			})
		);
		expect(rows).toEqual(
			[...KEY_MAP, ...LIST_KEYS, ...OTHER_KEYS].map(({ shown, label, does }) => ({ shown, label, does }))
		);
	});

	it('finds a key in either case, and by its place on other alphabets', () => {
		expect(rowOf({ key: 'D', code: 'KeyD', ...bare })?.id).toBe('today');
		expect(rowOf({ key: 'в', code: 'KeyD', ...bare })?.id).toBe('today');
		expect(rowOf({ key: '?', code: 'Slash', ...bare })?.id).toBe('help');
		expect(rowOf({ key: 'q', code: 'KeyQ', ...bare })).toBeNull();
	});

	it('takes a letter by what it writes where layouts differ', () => {
		expect(rowOf({ key: 'y', code: 'KeyZ', ...bare })?.id).toBe('year');
	});

	it('leaves keys with a modifier to the browser, but for the one that opens the commands', () => {
		const held = { key: 'd', code: 'KeyD', ...bare };
		expect(rowOf({ ...held, ctrlKey: true })).toBeNull();
		expect(rowOf({ ...held, metaKey: true })).toBeNull();
		expect(opensPalette({ key: 'k', code: 'KeyK', ...bare, metaKey: true })).toBe(true);
		expect(opensPalette({ key: 'k', code: 'KeyK', ...bare })).toBe(false);
		expect(opensPalette({ key: 'd', code: 'KeyD', ...bare, ctrlKey: true })).toBe(false);
	});
});
