import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableName } from './readable-name';

describe('a name that other people gave', () => {
	it.each([
		['Quill\u202eby', 'Quillby'],
		['\u2067\u2067never closed', 'never closed'],
		['a\u200bz\u2060e\ufeffro', 'azero'],
		[' two\r\nlines\t', 'two lines'],
		['half \ud83d', 'half \ufffd'],
		['\u0645\u0631\u062d\u0628\u0627', '\u0645\u0631\u062d\u0628\u0627'],
		['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
		['<b>bold</b> & co', '<b>bold</b> & co'],
		['__proto__', '__proto__'],
		['\u202e\u200b', '']
	])('%j is read as %j', (name, read) => {
		expect(readableName(name)).toBe(read);
	});

	it('is never endless, never half a character, and the same when it is read again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
				const read = readableName(name);
				expect([...read].length).toBeLessThanOrEqual(200);
				expect(read.isWellFormed()).toBe(true);
				expect(readableName(read)).toBe(read);
			})
		);
	});
});
