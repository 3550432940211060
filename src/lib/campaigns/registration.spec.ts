import { describe, expect, it } from 'vitest';
import type { CampaignBadge, KeptCampaign } from './campaign';
import { badgeOf, registrationAfter, withBadge } from './registration';

const AT = (day: string) => ({ now: Date.parse(`${day}T09:00:00Z`), today: day });

const PLAN: KeptCampaign = {
	id: 'spring',
	kind: 'campaign',
	name: 'Spring',
	start: '2026-11-10',
	end: '2026-11-20',
	brandIds: [3, 1],
	comparisonIds: [],
	link: null,
	colour: 'ink',
	hypothesis: 'People like it.',
	metric: 'net',
	expected: 5,
	registration: null,
	createdAt: 0,
	changedAt: 0
};

const writtenOn = (day: string, plan: Partial<KeptCampaign> = {}): KeptCampaign => {
	const written = { ...PLAN, ...plan };
	return { ...written, registration: registrationAfter(null, written, AT(day)) };
};

const changedOn = (before: KeptCampaign, day: string, change: Partial<KeptCampaign>): KeptCampaign => {
	const after = { ...before, ...change };
	return { ...after, registration: registrationAfter(before, after, AT(day)) };
};

describe('the badge of a hypothesis', () => {
	it.each<[string, CampaignBadge]>([
		['2026-11-09', 'before-start'],
		['2026-11-10', 'after-start'],
		['2026-12-01', 'after-start']
	])('for one written on %s says %s, since the start itself is too late', (day, badge) => {
		expect(badgeOf(writtenOn(day))).toBe(badge);
		expect(withBadge(writtenOn(day)).writtenBeforeStart).toBe(badge === 'before-start');
	});

	it('promises nothing where nothing was written', () => {
		expect(badgeOf(writtenOn('2026-11-01', { hypothesis: '', expected: null }))).toBe('unwritten');
	});

	it('counts a number without words as written', () => {
		expect(badgeOf(writtenOn('2026-11-01', { hypothesis: '' }))).toBe('before-start');
	});

	it.each<Partial<KeptCampaign>>([
		{ hypothesis: 'People love it.' },
		{ hypothesis: '' },
		{ metric: 'volume' },
		{ expected: 3 },
		{ expected: null },
		{ start: '2026-11-12' },
		{ start: '2026-12-24', end: '2026-12-31' },
		{ end: '2026-11-21' },
		{ brandIds: [3] }
	])('is lost for good once %j is changed after the start', (change) => {
		const changed = changedOn(writtenOn('2026-11-01'), '2026-11-10', change);
		expect(badgeOf(changed)).toBe('changed-after-start');
		expect(changed.registration).toEqual({
			at: AT('2026-11-01').now,
			on: '2026-11-01',
			brokenAt: AT('2026-11-10').now
		});
		const mended = changedOn(changed, '2026-11-11', { ...PLAN, hypothesis: PLAN.hypothesis });
		expect(badgeOf(mended)).toBe('changed-after-start');
	});

	it.each<Partial<KeptCampaign>>([
		{ name: 'Spring, again' },
		{ link: 'https://example.com/brief' },
		{ colour: 'brand-2' },
		{ comparisonIds: [4] },
		{ brandIds: [1, 3] }
	])('stays when %j is changed after the start, which says nothing of what was expected', (change) => {
		const changed = changedOn(writtenOn('2026-11-01'), '2026-11-15', change);
		expect(badgeOf(changed)).toBe('before-start');
	});

	it('stays when the plan is written anew before the start, with the later date', () => {
		const changed = changedOn(writtenOn('2026-11-01'), '2026-11-08', { metric: 'volume' });
		expect(badgeOf(changed)).toBe('before-start');
		expect(changed.registration?.on).toBe('2026-11-08');
	});

	it('is not earned by moving the start of a running campaign, or to before the writing', () => {
		expect(badgeOf(changedOn(writtenOn('2026-11-01'), '2026-11-05', { start: '2026-11-04' }))).toBe(
			'after-start'
		);
		expect(badgeOf(changedOn(writtenOn('2026-11-12'), '2026-11-13', { end: '2026-11-30' }))).toBe(
			'after-start'
		);
	});

	it('can still be earned by a campaign that had no hypothesis and is moved into the future', () => {
		const empty = writtenOn('2026-11-12', { hypothesis: '', expected: null });
		const change = { hypothesis: 'People like it.', start: '2026-12-01', end: '2026-12-08' };
		expect(badgeOf(changedOn(empty, '2026-11-13', change))).toBe('before-start');
	});
});
