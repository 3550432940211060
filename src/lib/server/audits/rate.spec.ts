import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTIMENTS } from '$lib/community/vocabulary';
import { summaryOf } from './audit';
import { anAudit, drawnMessage, NOW } from './fixture';
import { finished, nextPlace, ratingView, withRating } from './rate';

const three = () => anAudit([0, 1, 2].map((at) => drawnMessage(at, 'neutral')));
const ratings = (audit: ReturnType<typeof three>) => audit.messages.map(({ rating }) => rating);

describe('rating a message', () => {
	it('keeps what a person says at its place, changes it on the way back, and nothing else', () => {
		const once = withRating(three(), 2, 'negative')!;
		expect(ratings(once)).toEqual([null, 'negative', null]);
		expect(ratings(withRating(once, 2, 'unsure')!)).toEqual([null, 'unsure', null]);
	});

	it('counts once when its form is sent twice', () => {
		const once = withRating(three(), 1, 'positive')!;
		expect(withRating(once, 1, 'positive')).toBeNull();
	});

	it('is refused at a place that is not there, and once the audit is finished', () => {
		expect(withRating(three(), 4, 'positive')).toBeNull();
		const closed = finished(withRating(three(), 1, 'positive')!, NOW)!;
		expect(closed.finishedAt).toBe(NOW);
		expect(withRating(closed, 2, 'positive')).toBeNull();
		expect(finished(closed, NOW + 1)).toBeNull();
		expect(finished(three(), NOW)).toBeNull();
	});

	it('leads to the next open message, round to those that were left out, and to none at the end', () => {
		const last = withRating(three(), 3, 'neutral')!;
		expect([nextPlace(three(), 1), nextPlace(last, 2), nextPlace(last, 1)]).toEqual([2, 1, 2]);
		const all = [1, 2].reduce((audit, place) => withRating(audit, place, 'neutral')!, last);
		expect(nextPlace(all, 0)).toBeNull();
		expect(ratingView(all, null).place).toBe(3);
		expect(ratingView(last, null).place).toBe(1);
		expect(ratingView(last, 99).place).toBe(1);
	});
});

describe('a rater', () => {
	it('is told how many of the ratings count, and how many have to', () => {
		const rated = withRating(withRating(three(), 1, 'unsure')!, 2, 'neutral')!;
		expect(ratingView(rated, null)).toMatchObject({ rated: 2, told: 1, least: 30 });
	});

	it('learns nothing of any label: the page and the list are the same whatever the labels are', () => {
		const labels = fc.array(fc.constantFrom(...SENTIMENTS), { minLength: 3, maxLength: 3 });
		fc.assert(
			fc.property(labels, labels, fc.integer({ min: 0, max: 4 }), (some, others, place) => {
				const audits = [some, others].map((list) =>
					anAudit(list.map((label, at) => drawnMessage(at, label)))
				);
				const seen = audits.map((audit) => ({
					page: ratingView(audit, place === 0 ? null : place),
					listed: summaryOf(audit)
				}));
				expect(seen[0]).toEqual(seen[1]);
				expect(JSON.stringify(seen[0])).not.toMatch(/label|reported|positive|neutral|negative/);
			})
		);
	});
});
