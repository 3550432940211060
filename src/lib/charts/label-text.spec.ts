import { describe, expect, it } from 'vitest';
import { cutLabel, labelText } from './label-text';

const HEBREW = '\u05e9\u05d5\u05e7\u05d5\u05dc\u05d3';

describe('a label that a chart cuts', () => {
	it('closes the isolation of a name from right to left behind the dots, since the cut takes its end away', () => {
		const label = labelText(HEBREW);
		const cut = label.slice(0, 4) + cutLabel(label).ellipsis;
		expect(cut).toBe(`\u2068${HEBREW.slice(0, 3)}...\u2069`);
	});

	it('ends with the dots alone where nothing was isolated', () => {
		expect(cutLabel(labelText('Fennick'))).toEqual({ overflow: 'truncate' });
	});
});
