import { isLocalDay } from '$lib/calendar/local-day';
import {
	CAMPAIGN_COLOURS,
	CAMPAIGN_KINDS,
	CAMPAIGN_METRICS,
	isCampaignLink,
	LARGEST_EXPECTED,
	LONGEST_CAMPAIGN_NAME,
	LONGEST_HYPOTHESIS,
	LONGEST_LINK,
	MOST_CAMPAIGN_BRANDS,
	type KeptCampaign
} from './campaign';

/** What people say of a campaign: texts as they were typed, nothing checked. An empty `end` means the start's day. */
export type CampaignDraft = {
	kind: string;
	name: string;
	start: string;
	end: string;
	brandIds: number[];
	comparisonIds: number[];
	link: string;
	colour: string;
	hypothesis: string;
	metric: string;
	/** Points with or without a sign; empty where no number is expected. */
	expected: string;
};

/** A draft whose every field can be kept. */
export type CheckedDraft = Pick<KeptCampaign, keyof CampaignDraft>;

/** The field of a draft that each problem is about. */
const PROBLEM_FIELDS = {
	'kind-unknown': 'kind',
	'name-empty': 'name',
	'name-too-long': 'name',
	'name-taken': 'name',
	'start-missing': 'start',
	'start-invalid': 'start',
	'end-invalid': 'end',
	'end-before-start': 'end',
	'brands-too-many': 'brandIds',
	'comparison-too-many': 'comparisonIds',
	'comparison-is-brand': 'comparisonIds',
	'comparison-of-all': 'comparisonIds',
	'link-not-https': 'link',
	'link-too-long': 'link',
	'colour-unknown': 'colour',
	'hypothesis-too-long': 'hypothesis',
	'metric-unknown': 'metric',
	'expected-invalid': 'expected',
	'expected-of-volume': 'expected'
} as const satisfies Record<string, keyof CampaignDraft>;

export type DraftProblem = keyof typeof PROBLEM_FIELDS;

/** The field that a problem is about, where its message stands. */
export function fieldOf(problem: DraftProblem): keyof CampaignDraft {
	return PROBLEM_FIELDS[problem];
}

export const EMPTY_DRAFT: CampaignDraft = {
	kind: 'campaign',
	name: '',
	start: '',
	end: '',
	brandIds: [],
	comparisonIds: [],
	link: '',
	colour: 'ink',
	hypothesis: '',
	metric: 'net',
	expected: ''
};

/** A kept campaign as a draft, to be edited. */
export function draftOf(campaign: KeptCampaign): CampaignDraft {
	const { kind, name, start, end, brandIds, comparisonIds, link, colour, hypothesis, metric } = campaign;
	const { expected } = campaign;
	return {
		kind,
		name,
		start,
		end,
		brandIds,
		comparisonIds,
		link: link ?? '',
		colour,
		hypothesis,
		metric,
		expected: expected === null ? '' : String(expected)
	};
}

/** Text on one line: no control characters, no space around it. */
const oneLine = (text: string) =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();

/** Text of several lines: no other control characters, no space around it. */
const severalLines = (text: string) =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.trim();

/** One or two digits behind a point or a comma: three would be thousands. */
const POINTS = /^([+\-−]?)(\d{1,3})(?:[.,](\d{1,2}))?$/;

/**
 * A change as people write it. No change cannot be expected this way: no interval of finite width shows it.
 * @returns points; null where the text is empty; undefined where it is no such number
 * @example readPoints('−3,5') // -3.5
 */
function readPoints(text: string): number | null | undefined {
	if (text === '') return null;
	const [, sign, whole, decimals = '0'] = POINTS.exec(text) ?? [];
	const size = Number(`${whole}.${decimals}`);
	if (!(size > 0 && size <= LARGEST_EXPECTED)) return undefined;
	return sign === '-' || sign === '−' ? -size : size;
}

const distinct = (ids: readonly number[]) => [...new Set(ids)];

function* problemsOf(draft: CampaignDraft, end: string): Generator<DraftProblem> {
	const { name, start, brandIds, comparisonIds, link, hypothesis } = draft;
	if (!isOneOf(CAMPAIGN_KINDS, draft.kind)) yield 'kind-unknown';
	if (name === '') yield 'name-empty';
	if (name.length > LONGEST_CAMPAIGN_NAME) yield 'name-too-long';
	if (start === '') yield 'start-missing';
	else if (!isLocalDay(start)) yield 'start-invalid';
	if (end !== '' && end !== start && !isLocalDay(end)) yield 'end-invalid';
	else if (isLocalDay(start) && end < start) yield 'end-before-start';
	if (brandIds.length > MOST_CAMPAIGN_BRANDS) yield 'brands-too-many';
	if (comparisonIds.length > MOST_CAMPAIGN_BRANDS) yield 'comparison-too-many';
	if (comparisonIds.some((id) => brandIds.includes(id))) yield 'comparison-is-brand';
	if (comparisonIds.length > 0 && brandIds.length === 0) yield 'comparison-of-all';
	if (link.length > LONGEST_LINK) yield 'link-too-long';
	else if (link !== '' && !isCampaignLink(link)) yield 'link-not-https';
	if (!isOneOf(CAMPAIGN_COLOURS, draft.colour)) yield 'colour-unknown';
	if (hypothesis.length > LONGEST_HYPOTHESIS) yield 'hypothesis-too-long';
	if (!isOneOf(CAMPAIGN_METRICS, draft.metric)) yield 'metric-unknown';
	if (readPoints(draft.expected) === undefined) yield 'expected-invalid';
	else if (draft.expected !== '' && draft.metric === 'volume') yield 'expected-of-volume';
}

function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
	return (values as readonly string[]).includes(text);
}

/**
 * Tidy and check a draft. All its problems are named at once, in the order of the fields.
 * @example checkDraft({ ...EMPTY_DRAFT, name: 'Launch', start: '2026-11-02' }) // a point on 2 November
 */
export function checkDraft(
	draft: CampaignDraft
): { ok: true; checked: CheckedDraft } | { ok: false; problems: DraftProblem[] } {
	const tidied: CampaignDraft = {
		...draft,
		name: oneLine(draft.name),
		start: draft.start.trim(),
		link: draft.link.trim(),
		hypothesis: severalLines(draft.hypothesis),
		expected: draft.expected.trim(),
		brandIds: distinct(draft.brandIds),
		comparisonIds: distinct(draft.comparisonIds)
	};
	const end = draft.end.trim() || tidied.start;
	const problems = [...problemsOf(tidied, end)];
	if (problems.length > 0) return { ok: false, problems };
	const checked = {
		...tidied,
		end,
		link: tidied.link === '' ? null : tidied.link,
		expected: readPoints(tidied.expected) ?? null
	};
	return { ok: true, checked: checked as CheckedDraft };
}
