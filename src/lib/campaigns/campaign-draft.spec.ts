import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concerns, isPoint } from './campaign';
import {
	checkDraft,
	draftOf,
	EMPTY_DRAFT,
	fieldOf,
	type CampaignDraft,
	type DraftProblem
} from './campaign-draft';
import { keptCampaignSchema } from './kept-campaign';

const GOOD: CampaignDraft = { ...EMPTY_DRAFT, name: 'Launch', start: '2026-11-02', end: '2026-11-08' };
const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function checked(draft: CampaignDraft) {
	const reading = checkDraft(draft);
	if (!reading.ok) throw new Error(reading.problems.join());
	return reading.checked;
}

describe('a draft of a campaign', () => {
	it.each<[Partial<CampaignDraft>, DraftProblem[]]>([
		[{ name: ' \n' }, ['name-empty']],
		[{ name: 'x'.repeat(81) }, ['name-too-long']],
		[{ start: '' }, ['start-missing']],
		[{ start: '2026-02-30', end: '' }, ['start-invalid']],
		[{ start: '2/11/2026' }, ['start-invalid']],
		[{ end: 'tomorrow' }, ['end-invalid']],
		[{ end: '2026-11-01' }, ['end-before-start']],
		[{ brandIds: ids(201) }, ['brands-too-many']],
		[{ brandIds: [900], comparisonIds: ids(201) }, ['comparison-too-many']],
		[{ brandIds: [1, 2], comparisonIds: [2] }, ['comparison-is-brand']],
		[{ comparisonIds: [2] }, ['comparison-of-all']],
		[{ link: 'http://example.com' }, ['link-not-https']],
		[{ link: 'javascript:alert(1)' }, ['link-not-https']],
		[{ link: 'https://me:secret@example.com' }, ['link-not-https']],
		[{ link: 'example.com' }, ['link-not-https']],
		[{ link: `https://example.com/${'x'.repeat(2_000)}` }, ['link-too-long']],
		[{ colour: '#ff0000' }, ['colour-unknown']],
		[{ hypothesis: 'x'.repeat(1_001) }, ['hypothesis-too-long']],
		[{ metric: 'fame' }, ['metric-unknown']],
		[{ expected: '0' }, ['expected-invalid']],
		[{ expected: '−0.00' }, ['expected-invalid']],
		[{ expected: '200.5' }, ['expected-invalid']],
		[{ expected: '1,000' }, ['expected-invalid']],
		[{ expected: '5 points' }, ['expected-invalid']],
		[{ expected: '5', metric: 'volume' }, ['expected-of-volume']],
		[{ kind: 'party' }, ['kind-unknown']],
		[{ name: '', start: 'x', link: 'ftp://example.com' }, ['name-empty', 'start-invalid', 'link-not-https']]
	])('with %j is refused for every reason at once', (change, problems) => {
		expect(checkDraft({ ...GOOD, ...change })).toEqual({ ok: false, problems });
		for (const problem of problems) expect(Object.keys(GOOD)).toContain(fieldOf(problem));
	});

	it('is tidied: names on one line, hypotheses on several, each brand once, no end for a point', () => {
		const point = checked({
			...GOOD,
			name: '  A\tname ',
			end: ' ',
			brandIds: [2, 2, 1],
			hypothesis: ' one\r\ntwo\u0007 ',
			link: ' https://example.com/a '
		});
		expect(point).toMatchObject({
			name: 'A name',
			end: '2026-11-02',
			brandIds: [2, 1],
			hypothesis: 'one\ntwo',
			link: 'https://example.com/a'
		});
		expect(isPoint(point)).toBe(true);
		expect(isPoint(checked(GOOD))).toBe(false);
	});

	it.each([
		['', null],
		[' 5 ', 5],
		['+12.5', 12.5],
		['-3', -3],
		['−3,25', -3.25],
		['200', 200]
	])('reads the points of %j as %j', (expected, points) => {
		expect(checked({ ...GOOD, expected }).expected).toBe(points);
	});

	it('never throws, and what it lets through can be kept and edited again', () => {
		const anyDraft = fc.record({
			kind: fc.constantFrom('campaign', 'annotation', 'x'),
			name: fc.string({ unit: 'binary' }),
			start: fc.constantFrom('2026-11-02', '2026-02-29', ''),
			end: fc.constantFrom('2026-11-02', '2026-12-01', '', 'x'),
			brandIds: fc.array(fc.integer({ min: 1, max: 9 })),
			comparisonIds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
			link: fc.oneof(fc.webUrl({ validSchemes: ['https'] }), fc.string(), fc.constant('')),
			colour: fc.constantFrom('ink', 'brand-8', 'red'),
			hypothesis: fc.string({ unit: 'binary' }),
			metric: fc.constantFrom('net', 'volume'),
			expected: fc.constantFrom('', '5', '−3,25', '0', 'x')
		});
		fc.assert(
			fc.property(anyDraft, (draft) => {
				const reading = checkDraft(draft);
				if (!reading.ok) return;
				const kept = { ...reading.checked, id: 'any', registration: null, createdAt: 0, changedAt: 0 };
				const stored = keptCampaignSchema.parse(JSON.parse(JSON.stringify(kept)));
				expect(checkDraft(draftOf(stored))).toEqual(reading);
			})
		);
	});
});

describe('a campaign', () => {
	it('that was kept before a number could be expected has none', () => {
		const kept = { ...checked(GOOD), id: 'old', registration: null, createdAt: 0, changedAt: 0 };
		const { expected: _, ...old } = kept;
		expect(keptCampaignSchema.parse(old).expected).toBeNull();
	});

	it('concerns a chart that shows one of its brands, and every chart when it names none', () => {
		expect(concerns({ brandIds: [1, 2] }, [2, 3])).toBe(true);
		expect(concerns({ brandIds: [1] }, [2, 3])).toBe(false);
		expect(concerns({ brandIds: [] }, [2])).toBe(true);
	});
});
