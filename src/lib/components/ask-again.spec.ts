import { describe, expect, it } from 'vitest';
import { askAgain } from './ask-again';

describe('askAgain', () => {
	it('asks once for waits that end together, and again for a later one', () => {
		const asked: string[] = [];
		const page = () => asked.push('page');
		const panel = () => asked.push('panel');
		askAgain(page, 1_000);
		askAgain(page, 1_400);
		askAgain(panel, 1_500);
		askAgain(page, 9_000);
		expect(asked).toEqual(['page', 'panel', 'page']);
	});
});
