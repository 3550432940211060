import { describe, expect, it } from 'vitest';
import { progressLine } from './progress';
import { describeReport, Tally } from './report';

describe('a report', () => {
	it('adds up and puts the most frequent reason first', () => {
		const tally = new Tally();
		for (let row = 0; row < 3; row++) tally.addUsable(0);
		tally.addSetAside('brand is empty', 4);
		tally.addSetAside('created_at is empty', 5);
		tally.addSetAside('created_at is empty', 7);
		tally.addBatch({ new: 1, updated: 1, duplicate: 0 });
		tally.addBatch({ new: 0, updated: 0, duplicate: 1 });
		expect(tally.report()).toEqual({
			read: 6,
			new: 1,
			updated: 1,
			duplicate: 1,
			set_aside: [
				{ reason: 'created_at is empty', count: 2, lines: [5, 7] },
				{ reason: 'brand is empty', count: 1, lines: [4] }
			]
		});
	});

	it('stays small when every row has a reason of its own', () => {
		const tally = new Tally();
		for (let line = 1; line <= 50_000; line++) tally.addSetAside(`sentiment "${line}" has no meaning`, line);
		const { set_aside } = tally.report();
		expect(set_aside).toHaveLength(201);
		expect(set_aside[0]).toMatchObject({ reason: 'other reasons', count: 49_800 });
		expect(set_aside[0]?.lines).toHaveLength(10_000);
	});

	it('names the first lines of each reason and says how many more there are', () => {
		const tally = new Tally();
		for (let line = 1; line <= 12; line++) tally.addSetAside('brand is empty', line);
		expect(describeReport(tally.report())).toContain(
			'12  brand is empty (line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more)'
		);
	});

	it('knows when the newest usable row was updated, in whatever order they come', () => {
		const tally = new Tally();
		expect(tally.newest).toBeNull();
		for (const updatedAt of [5, 9, 7]) tally.addUsable(updatedAt);
		expect(tally.newest).toBe(9);
	});

	it('of a dry run does not say what would be new', () => {
		const tally = new Tally();
		tally.addUsable(0);
		expect(tally.dryRunReport()).toEqual({ read: 1, usable: 1, set_aside: [] });
		expect(describeReport(tally.dryRunReport())).not.toMatch(/new|duplicate/);
	});
});

describe('the progress line', () => {
	it.each([
		[{ rows: 50, bytes: 500 }, { size: 1_000, elapsed: 2_000 }, '50 %  50 rows  25/s  2 s left'],
		[
			{ rows: 1_000_000, bytes: 100 },
			{ size: 1_000, elapsed: 600_000 },
			'10 %  1,000,000 rows  1,667/s  1 h 30 min left'
		],
		[{ rows: 10, bytes: 250 }, { size: 1_000, elapsed: 60_000 }, '25 %  10 rows  0/s  3 min left'],
		[{ rows: 0, bytes: 0 }, { size: 1_000, elapsed: 0 }, '0 %  0 rows  0/s'],
		[{ rows: 0, bytes: 0 }, { size: 0, elapsed: 10 }, '100 %  0 rows  0/s  0 s left'],
		[{ rows: 9, bytes: 2_000 }, { size: 1_000, elapsed: 1_000 }, '100 %  9 rows  9/s  0 s left']
	])('says rows, rate and time left: %j', (progress, about, expected) => {
		const line = progressLine(progress, about);
		expect(line.replace(/^\[[█░]{24}\] /, '')).toBe(expected);
	});
});
