import type { CommunityClient } from '$lib/community/client';
import { describeError, toCommunityError } from '$lib/errors/describe-error';
import type { Report } from '$lib/errors/settle';
import type { Answer } from '$lib/community/answers';
import { href } from '$lib/filters/href';
import { isolateText } from '$lib/format/isolate-text';
import { formatCount } from '$lib/format/numbers';
import { cellsOf, TABLE_COLUMNS } from '$lib/server/impact/data-table';
import { claimOfReport } from '$lib/server/impact/impact-evidence';
import type { ImpactPlan, ImpactProblem } from '$lib/server/impact/impact-plan';
import type { OpenedCampaign } from '$lib/server/impact/open-campaign';
import type { ImpactReport } from '$lib/server/impact/report';
import { beginImpact, type Computed } from '$lib/server/impact/start-impact';
import type { Frame } from '$lib/server/panels/open-view';
import type { BrandInView, View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { MEDIA_TYPES, PRIVATE, refusal, sentence, streamOf, type Format } from './answer-export';
import { exportBody } from './export-body';
import type { ExportContent } from './export-content';
import { impactJson } from './impact-json';
import { exportMeta } from './metadata';

const words = exportWords.impact;
const LONGEST_NAME = 200;
const INDENT = 2;

type Asked = {
	client: CommunityClient;
	view: View;
	frame: Frame;
	opened: OpenedCampaign;
	origin: string;
	report: Report;
};

/** A link that names nothing usable: 404 for a campaign that is not there, else 422, with the key and what to do. */
function unusable(format: Format, status: 404 | 422, field: string, text: string): Response {
	if (format === 'csv') return sentence(status, text);
	const code = status === 404 ? 'not_found' : 'query_invalid';
	return Response.json({ error: { code, field, message: text } }, { status, headers: PRIVATE });
}

function problemAnswer(format: Format, problem: ImpactProblem): Response {
	const { field, sentence: text } = words.problems[problem];
	return unusable(format, 422, field, text);
}

const namesOf = (brands: readonly BrandInView[]) =>
	brands.map(({ name }) => isolateText(name, LONGEST_NAME)).join(', ');

/** What has to be known to compute the card again from the table. */
function notesOf({ campaign, brands, controls, spans }: ImpactPlan, { evidence }: ImpactReport): string[] {
	const { before, during } = spans;
	return [
		words.campaign(isolateText(campaign.name, LONGEST_NAME), during.from, during.to),
		words.brands(namesOf(brands)),
		words.controls(namesOf(controls)),
		words.baseline(before.from, before.to),
		words.rows,
		words.version(formatCount(evidence.formulaVersion)),
		words.hash(evidence.dataHash)
	];
}

function contentOf(plan: ImpactPlan, { value, asOf, stale }: Answer<Computed>): ExportContent {
	return {
		columns: TABLE_COLUMNS,
		rows: value.table().map(cellsOf),
		formula: words.formula,
		asOf,
		stale,
		missing: value.missing.map(({ name }) => name),
		hidden: [],
		notes: notesOf(plan, value.report)
	};
}

/** The frame of the report's own days, which are not those of the view. */
function frameOf({ frame, view }: Asked, plan: ImpactPlan, ignored: Frame['ignored']): Frame {
	const { from, to, days } = plan.plan.range;
	const { approximate } = plan.plan;
	const scope = { ...frame.scope, from, to, days, approximate, compared: null };
	return { ...frame, filters: view.filters, scope, ignored: [...frame.ignored, ...ignored] };
}

/** The link to the page that carries what the report says now as its claim. */
function evidenceLink({ frame, origin }: Asked, report: ImpactReport): string {
	const { filters, defaults } = frame;
	const evidence = claimOfReport(report);
	return (
		origin + href('/impact', filters, { evidence, page: 1, message: null, waitForAll: false }, { defaults })
	);
}

type Told = { plan: ImpactPlan; answer: Answer<Computed>; ignored: Frame['ignored'] };

function jsonBody(asked: Asked, { plan, answer, ignored }: Told): string {
	const { report, missing } = answer.value;
	const json = impactJson(plan, report, {
		link: evidenceLink(asked, report),
		ignored: [...asked.frame.ignored, ...ignored],
		missing: missing.map(({ name }) => name)
	});
	return `${JSON.stringify(json, null, INDENT)}\n`;
}

function csvBody(asked: Asked, { plan, answer, ignored }: Told): ReadableStream<Uint8Array> {
	const { view, origin } = asked;
	const content = contentOf(plan, answer);
	const frame = frameOf(asked, plan, ignored);
	const meta = exportMeta({ name: 'impact', view: { ...view, scale: 'DAY' }, frame, origin, content });
	return streamOf(exportBody('csv', meta, content));
}

/**
 * Answer the report of a campaign: its numbers as JSON, or as CSV the day-level table that they are computed from. A
 * link without a usable campaign is refused with the key and the fix.
 */
export async function answerImpact(format: Format, asked: Asked): Promise<Response> {
	const { client, view, frame, opened, report } = asked;
	const error = frame.brandsError ?? opened.error;
	if (error !== null) return refusal(format, error);
	if (opened.isUnknown) {
		const id = isolateText(view.filters.campaign.id ?? '', LONGEST_NAME);
		return unusable(format, 404, 'campaign', words.unknown(id));
	}
	const known = { campaigns: opened.campaigns, brands: frame.brands };
	const begun = beginImpact(client, view, opened.campaign, known);
	if (!begun.ok) return problemAnswer(format, begun.problem);
	const { plan } = begun;
	try {
		const answer = await begun.computed;
		const { from, to } = plan.spans.during;
		const headers = {
			'content-type': MEDIA_TYPES[format],
			'content-disposition': `attachment; filename="undertone-impact-${from}-to-${to}.${format}"`,
			...PRIVATE
		};
		const told = { plan, answer, ignored: begun.ignored };
		return new Response(format === 'json' ? jsonBody(asked, told) : csvBody(asked, told), { headers });
	} catch (thrown) {
		const failure = toCommunityError(thrown);
		return refusal(format, describeError(failure, report(failure)));
	}
}
