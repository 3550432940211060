import { describe, expect, test } from 'vitest';
import { quietSentences } from './quiet-sentences';

const everything = { counted: 'interactions', isOneSided: false };

describe('where no day stands out', () => {
	test('that is said of every score and every volume when all of them were judged, and nothing else', () => {
		expect(quietSentences({ score: 'all', volume: 'all' }, everything)).toBe(
			'No day stands out: every score and every volume is within what chance makes of the same weekdays of the eight weeks before.'
		);
	});

	test('nothing is claimed of a score under a sentiment filter, nor of a volume that is too small to judge', () => {
		const said = quietSentences(
			{ score: 'left-out', volume: 'none' },
			{ counted: 'negative messages', isOneSided: true }
		);
		expect(said).toMatch(/^No day can be judged\. Scores are not judged/);
		expect(said).toContain('20 negative messages or more');
		expect(said).not.toMatch(/stands out|every/);
	});

	test('what was judged in part is named so, and the reason stands behind it', () => {
		const said = quietSentences({ score: 'some', volume: 'all' }, everything);
		expect(said).toContain('every score that can be judged and every volume is within');
		expect(said).toContain('30 rated messages');
		expect(said).not.toContain('20 interactions');
	});

	test('a split by platform has no volumes, and says so', () => {
		const said = quietSentences({ score: 'all', volume: 'left-out' }, everything);
		expect(said).toMatch(/^No day stands out: every score is within .* Volumes are not judged here\.$/);
	});

	test('another scale than days judges nothing', () => {
		expect(quietSentences(null, everything)).toContain('by the day only');
	});
});
