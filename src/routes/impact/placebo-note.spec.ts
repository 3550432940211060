import { expect, test } from 'vitest';
import { reportOf, withoutControls } from '$lib/server/impact/report-fixture';
import { placeboNote } from './placebo-note';

test('beside an adjusted card the earlier dates say that they are plain, and what the campaign’s own plain number is', () => {
	const report = reportOf();
	const placebo = { ...report.placebo!, observed: 0.104 };
	expect(placeboNote({ ...report, placebo })).toBe(
		'Every date is compared by plain means, which gives +10.4 for the campaign; the +9.8 of the card also takes out weekdays and a common trend.'
	);
});

test('beside a plain card there is nothing to explain', () => {
	expect(placeboNote(reportOf(withoutControls('clear')))).toBe('');
	expect(placeboNote({ ...reportOf(), placebo: null })).toBe('');
});
