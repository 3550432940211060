import { expect, test } from 'vitest';
import { NOTHING_TYPED, typeAhead } from './typed-ahead';

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean } = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	...more
});
const typed = (...keys: string[]) => keys.reduce((ahead, key) => typeAhead(ahead, press(key)), NOTHING_TYPED);

test('letters are written, and Enter waits for the list that they narrow', () => {
	expect(typed('i', 'm', 'p', 'Enter')).toEqual({ search: 'imp', presses: ['Enter'] });
});

test('Backspace takes a whole sign off, and nothing where nothing is', () => {
	expect(typed('k', '😀', 'Backspace').search).toBe('k');
	expect(typed('Backspace', 'k').search).toBe('k');
});

test('the arrow keys wait in the order in which they were pressed', () => {
	expect(typed('ArrowDown', 'ArrowDown', 'Enter').presses).toEqual(['ArrowDown', 'ArrowDown', 'Enter']);
});

test('what is typed after Enter does not change what Enter was meant for', () => {
	expect(typed('i', 'Enter', 'x', 'Backspace')).toEqual({ search: 'i', presses: ['Enter'] });
});

test('keys with a modifier, and those that write nothing, are left to the browser', () => {
	expect(typeAhead(NOTHING_TYPED, press('a', { ctrlKey: true }))).toBe(NOTHING_TYPED);
	expect(typeAhead(NOTHING_TYPED, press('a', { metaKey: true }))).toBe(NOTHING_TYPED);
	for (const key of ['Tab', 'Shift', 'F5', 'Escape']) expect(typed(key)).toBe(NOTHING_TYPED);
});
