import { expect, test } from 'vitest';
import { newsNames } from './news-names';

const named = (...names: string[]) =>
	newsNames({
		controlsWithNews: names.map((name, index) => ({ id: index + 1, name, organization: null, slot: 1 }))
	});

test.each([
	[['Ovelle'], 'Ovelle'],
	[['Ovelle', 'Saltgrove'], 'Ovelle and Saltgrove'],
	[['Ovelle', 'Saltgrove', 'Quillby'], 'Ovelle, Saltgrove and Quillby'],
	[['Ovelle', 'Saltgrove', 'Quillby', 'Mintarrow', 'Brackenlow'], 'Ovelle, Saltgrove, Quillby and two more']
])('the comparison brands %j with news of their own are listed as “%s”', (names, text) => {
	expect(named(...names)).toBe(text);
});
