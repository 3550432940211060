import { expect, test } from 'vitest';
import type { TrendSeries } from './chart-data';
import { seriesOf, trendOf } from './chart-fixtures';
import { trendMarks } from './trend-marks';

const textsOf = (...[shown, own = shown]: [Parameters<typeof trendOf>, Parameters<typeof trendOf>?]) =>
	trendMarks(trendOf(...shown), trendOf(...own)).map(({ text }) => text);
const inFocus = (slot: number, more: Partial<TrendSeries> = {}) =>
	seriesOf(slot, 7, { focus: true, ...more });

test('the line that stands out is named with the reason, before what is drawn of it alone', () => {
	const series = [inFocus(1, { previous: [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1] }), seriesOf(2, 7)];
	expect(textsOf([series, { focusReason: 'surest-change', previousLabel: '4 – 10 Oct' }])).toEqual([
		'Brand 1 stands out: its change is the surest',
		'its 95 % interval',
		'Brand 1, 4 – 10 Oct',
		'in progress, 9 of 24 h'
	]);
	expect(textsOf([series, { focusReason: 'most-messages' }])[0]).toBe(
		'Brand 1 stands out: it has the most rated messages'
	);
});

test('a line that the reader points at stands out for that, and the reason of the other is not its own', () => {
	const own = [inFocus(1), seriesOf(2, 7)];
	const shown = [seriesOf(1, 7), inFocus(2)];
	const texts = textsOf([shown, { focusReason: 'most-messages' }], [own, { focusReason: 'most-messages' }]);
	expect(texts[0]).toBe('Brand 2 stands out: you point at it');
});

test('the only line needs no reason, and lines that are all alike have no mark of one', () => {
	expect(textsOf([[inFocus(1)]])).toEqual(['95 % interval', 'in progress, 9 of 24 h']);
	expect(textsOf([[seriesOf(1, 7), seriesOf(2, 7)]])).toEqual(['in progress, 9 of 24 h']);
});

test('no mark is explained that nobody can see: single points have neither a band nor a dotted line', () => {
	const lonely = [0.1, null, 0.2, null, 0.1, null, null];
	const alone = inFocus(1, { values: lonely, low: lonely, high: lonely, previous: lonely });
	expect(textsOf([[alone]])).toEqual([]);
	const other = seriesOf(2, 7, { values: lonely });
	expect(textsOf([[alone, other], { focusReason: 'most-messages' }]), 'and no thick line').toEqual([]);
});
